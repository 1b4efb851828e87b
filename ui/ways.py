"""The ways to another page of the window: a list, a record in it, a report with what it lacks, the report of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from ui import messages
from ui.pages.page import Page
from ui.pages.subjects import OFFICIAL, REPORTS, subject_of

if TYPE_CHECKING:
    from exports.found_again import FoundAgain
    from models.ledger.store import Store
    from models.periods import Period
    from ui.jobs import Jobs, Progress
    from ui.pages.record_list import RecordList

HANDED_OUT = "Báo cáo đã xuất (*.xlsx *.pdf *.docx *.json)"


class Shown(Protocol):
    """The pages of a window."""

    @property
    def page(self) -> Page | None:
        """The page shown."""


class LeadingWindow(Protocol):
    """What is needed of the window."""

    @property
    def store(self) -> Store | None:
        """The open ledger."""

    @property
    def period(self) -> Period:
        """The period chosen in the bar on top."""

    @property
    def jobs(self) -> Jobs:
        """Where long work goes."""

    @property
    def pages(self) -> Shown:
        """Its pages."""

    def choose_period(self, period: Period) -> None:
        """Puts another period into the bar on top."""

    def show_subject(self, name: str) -> None:
        """Shows the page of a subject."""


class Ways:
    """Belongs to the window; `parent` is the window as a widget."""

    def __init__(self, parent: QWidget, window: LeadingWindow) -> None:
        self._parent, self._window = parent, window

    def show_list(self, kind: str) -> RecordList | None:
        """Shows the list of a kind of record."""
        from ui.pages.subject_page import SubjectPage

        self._window.show_subject(subject_of(kind).name)
        page = self._window.pages.page
        return page.show_list(kind) if isinstance(page, SubjectPage) else None

    def show_record(self, kind: str, uid: str) -> None:
        """Selects a record in its list."""
        if (shown := self.show_list(kind)) is not None:
            shown.reveal(uid)

    def show_found(self, kind: str, text: str) -> None:
        """Shows what these words find in a list, all periods."""
        from ui.finding.views import View

        if (shown := self.show_list(kind)) is not None:
            shown.show_view(View("", text, all_periods=True))

    def show_report(self, form: str, period: Period, *, gaps: bool = False) -> None:
        """Shows a form (or the bundle) of a period; with `gaps` also what it lacks."""
        from ui.pages.reports import ReportsPage

        if self._window.period != period:
            self._window.choose_period(period)
        self._window.show_subject(REPORTS)
        page = self._window.pages.page
        if isinstance(page, ReportsPage):
            page.forms.choose(form)
            if gaps and page.sending.panel.isHidden():
                page.sending.switch()

    def find_from_file(self) -> None:
        """Asks for a file handed out earlier and goes to its report; says whether it is the one that was sent."""
        from ui.reports.naming import last_folder

        store = self._window.store
        path = messages.file_to_open(self._parent, "Tìm lại từ tệp đã xuất", HANDED_OUT, last_folder())
        if store is None or path is None:
            return

        def find(_progress: Progress) -> FoundAgain:
            from exports.found_again import found_again

            return found_again(store, path)

        def show(found: FoundAgain) -> None:
            from exports.official.shelf import is_official

            if is_official(found.form):
                self._window.choose_period(found.period)
                self._window.show_subject(OFFICIAL)
            else:
                self.show_report(found.form, found.period)
            messages.tell(self._parent, f"Tệp “{path.name}”", "\n".join(found.said))

        self._window.jobs.start(find, show)
