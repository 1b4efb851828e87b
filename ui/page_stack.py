"""The pages of the window: made when first opened, told about ledger, changes and period, seen or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget

from ui.pages.page import Page
from ui.pages.subjects import HOME, OFFICIAL, REPORTS, Subject
from ui.skeleton import Skeleton

if TYPE_CHECKING:
    from models.ledger.store import Store
    from models.periods import Period
    from ui.pages.home import WholeWindow


class PageStack(QStackedWidget):
    """One page per subject."""

    def __init__(self, window: WholeWindow, first: Subject) -> None:
        super().__init__()
        self._window = window
        self._pages: dict[str, Page] = {}
        self._skeleton = Skeleton(first.title)
        self.addWidget(self._skeleton)

    @property
    def page(self) -> Page | None:
        """The page shown; None while there is no ledger."""
        shown = self.currentWidget()
        return shown if isinstance(shown, Page) else None

    def show_subject(self, subject: Subject) -> Page:
        """Shows the page of a subject."""
        page = self._pages.get(subject.name) or self._new_page(subject)
        self.setCurrentWidget(page.widget)
        return page

    def show_ledger(self, store: Store | None) -> None:
        """Every page forgets the former ledger."""
        for page in self._pages.values():
            page.show_ledger(store)

    def reload(self, kinds: frozenset[str]) -> None:
        """Tells every page what was written."""
        for page in self._pages.values():
            page.reload(kinds)

    def show_period(self, period: Period) -> None:
        """Tells every page which period was chosen."""
        for page in self._pages.values():
            page.period_changed(period)

    def _new_page(self, subject: Subject) -> Page:
        from ui.pages.subject_page import SubjectPage

        page: Page
        if subject.name == HOME:
            from ui.pages.home import HomePage

            page = HomePage(self._window)
        elif subject.name == REPORTS:
            from ui.pages.reports import ReportsPage

            page = ReportsPage(self._window)
        elif subject.name == OFFICIAL:
            from ui.official.page import OfficialPage

            page = OfficialPage(self._window)
        else:
            page = SubjectPage(self._window, subject)
        self._pages[subject.name] = page
        page.period_changed(self._window.period)
        page.show_ledger(self._window.store)
        self.addWidget(page.widget)
        return page
