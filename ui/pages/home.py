"""The page "Trang chủ": the one thing to do next, reports due, what waits, backups, the period beside earlier ones."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QScrollArea, QWidget

from models.backups.generations import Generation
from models.deadlines import Due, adopt_proposed
from models.gaps.gap import Gap
from models.indicators.figure import Contribution, Figure
from models.indicators.figures import behind
from models.ledger.store import Store
from models.periods import Period
from models.waiting import Waiting
from ui import messages
from ui.home.backup_card import BackupCard
from ui.home.due_card import PROPOSED, DueCard
from ui.home.first_steps import FirstSteps
from ui.home.next_card import NextCard
from ui.home.next_step import BACK_UP, REPAIR, NextStep, next_step
from ui.home.waiting_card import WaitingCard
from ui.jobs import Progress
from ui.pages.page import Page, Window
from ui.reports.latest import Latest
from ui.theme import STEP, wide
from ui.widgets.room import when_narrow
from ui.widgets.small import column, label, row

if TYPE_CHECKING:
    from exports.overview import Chores, Comparison
    from ui.backups.desk import BackupDesk
    from ui.home.compared_card import ComparedCard
    from ui.ways import Ways

LOG = "activity"
_BY_TAB = Qt.FocusPolicy.TabFocus
WIDEST, NARROW = wide(1320), wide(860)  # pixels: of the cards together; below which they stand one below the other


class WholeWindow(Window, Protocol):
    """What the home page may ask besides: it leads everywhere."""

    @property
    def ways(self) -> Ways:
        """The ways to another page."""

    @property
    def backups(self) -> BackupDesk:
        """What is done to copies of the ledger."""


class HomePage(Page):
    """See `ui.pages.page`. Everything is read beside the window; until then the former cards stay."""

    title = "Trang chủ"
    help = "home"

    def __init__(self, window: WholeWindow) -> None:
        super().__init__(window)
        self.whole = window
        self._store: Store | None = None
        self._period = window.period
        self._stale = True
        self.is_empty = False
        self.pairs = [QBoxLayout(QBoxLayout.Direction.LeftToRight) for _pair in range(3)]
        self._chores_wanted = Latest(window.jobs, self)
        self._gaps_wanted = Latest(window.jobs, self)
        self._figures_wanted = Latest(window.jobs, self)
        self.next, self.first_steps = NextCard(), FirstSteps()
        self.due, self.waiting, self.backup = DueCard(), WaitingCard(), BackupCard(window.backups)
        self.compared: list[ComparedCard] = []
        self.heading = label(name="title")
        self.busy = label("Đang xem sổ…", muted=True)
        _lay_out(self)
        _connect(self)

    def show_ledger(self, store: Store | None) -> None:
        self._store = store
        for wanted in (self._chores_wanted, self._gaps_wanted, self._figures_wanted):
            wanted.drop()
        self.look_again()

    def reload(self, kinds: frozenset[str]) -> None:
        self.look_again()

    def period_changed(self, period: Period) -> None:
        self._period = period
        self.look_again()

    def look(self) -> None:
        """Reads the ledger anew, beside the window."""
        store, period = self._store, self._period
        self._stale = store is None
        if store is None:
            return
        self.busy.show()

        def find_chores(_progress: Progress) -> tuple[Chores, list[Generation]]:
            from exports.overview import chores

            return chores(store), self.whole.backups.known()

        def find_figures(_progress: Progress) -> Comparison:
            import ui.home.compared_card  # noqa: F401 - what draws the plots takes a while to import
            from exports.overview import comparison

            return comparison(store, period)

        self._gaps_wanted.drop()
        self._chores_wanted.start(find_chores, lambda found: self.show_chores(*found))
        self._figures_wanted.start(find_figures, self.show_figures)

    def show_chores(self, chores: Chores, backups: Sequence[Generation]) -> None:
        """Shows what is to be done, and looks what the next report lacks."""
        now, newest = datetime.now(), next(iter(backups), None)
        self.busy.hide()
        self.is_empty = chores.is_empty
        self.first_steps.setVisible(chores.is_empty)
        for card in (self.next, self.due, self.waiting, self.backup, self.heading, *self.compared):
            card.setVisible(not chores.is_empty)
        self.due.show_dues(chores.dues, has_calendar=chores.has_calendar)
        self.waiting.show_chores(chores, None)
        self.backup.show_backups(newest, self.whole.backups.folder, now)
        self.next.show_step(next_step(chores, (now - newest.made_at).days if newest is not None else None))
        _order_keys(self)
        if chores.next_due is not None and not chores.is_empty:
            self._find_gaps(chores, chores.next_due.period)

    def show_figures(self, compared: Comparison) -> None:
        """Shows the period beside the earlier ones."""
        from ui.home.compared_card import ComparedCard

        for former in self.compared:
            former.deleteLater()
        self.heading.setVisible(not self.is_empty)
        self.heading.setText(f"{compared.period.label} so với {compared.before.label} và cùng kỳ năm trước")
        self.compared = [ComparedCard(compared, panel) for panel in compared.panels]
        for place, card in enumerate(self.compared):
            card.figure_wished.connect(self.open_figure)
            self.pairs[1 + place // 2].addWidget(card, 1)
            card.setVisible(not self.is_empty)
        _order_keys(self)

    def open_figure(self, heading: str, figure: Figure) -> None:
        """Shows the records behind a figure."""
        store = self._store
        if store is not None:
            self._figures_wanted.start(
                lambda _progress: behind(store, figure), lambda found: self._show_behind(heading, found)
            )

    def _show_behind(self, heading: str, found: Sequence[Contribution]) -> None:
        if found:
            self.window_.show_records(heading, found[0].kind, [each.uid for each in found])

    def place_cards(self, narrow: bool) -> None:
        """Two cards beside each other, or all below one another where there is little room."""
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        for pair in self.pairs:
            pair.setDirection(direction)

    def _find_gaps(self, chores: Chores, period: Period) -> None:
        store = self._store

        def find(_progress: Progress) -> list[Gap]:
            from exports.form_gaps import all_gaps

            assert store is not None
            return all_gaps(store, period)

        def show(gaps: list[Gap]) -> None:
            self.waiting.show_chores(chores, gaps)
            _order_keys(self)

        self._gaps_wanted.start(find, show)

    def look_again(self) -> None:
        """What is shown holds no longer."""
        self._stale = True
        if self.isVisible():
            self.look()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QPushButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.next.button.setFocus()
        if self._stale:
            self.look()


def _lay_out(page: HomePage) -> None:
    for pair in page.pairs:
        pair.setContentsMargins(0, 0, 0, 0)
        pair.setSpacing(2 * STEP)
    page.pairs[0].addWidget(page.due, 1)
    page.pairs[0].addWidget(page.waiting, 1)
    middle = QWidget()
    middle.setMaximumWidth(WIDEST)
    whole = column(into=middle, spacing=2 * STEP)
    whole.addLayout(row(label(page.title, name="heading"), None, page.busy))
    whole.addWidget(page.next)
    whole.addWidget(page.first_steps)
    whole.addLayout(page.pairs[0])
    whole.addWidget(page.backup)
    whole.addSpacing(STEP)
    whole.addWidget(page.heading)
    whole.addLayout(page.pairs[1])
    whole.addLayout(page.pairs[2])
    whole.addStretch(1)
    ground = QWidget()
    ground.setObjectName("page")
    row(middle, into=ground).setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, 3 * STEP)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(ground)
    column(area, into=page)
    for card in (page.next, page.first_steps, page.due, page.waiting, page.backup, page.heading):
        card.hide()


def _connect(page: HomePage) -> None:
    ways = page.whole.ways
    page.next.wished.connect(lambda step: _take_step(page, step))
    page.first_steps.wished.connect(lambda name: _begin(page, name))
    page.due.report_wished.connect(lambda due: ways.show_report(due.form, due.period))
    page.due.calendar_wished.connect(lambda: ways.show_list("report_due"))
    page.due.adopt_wished.connect(lambda: _adopt(page))
    page.waiting.gaps_wished.connect(lambda due: ways.show_report(due.form, due.period, gaps=True))
    page.waiting.records_wished.connect(lambda waiting: _show_waiting(page, waiting))
    page.waiting.again_wished.connect(lambda uid: _log_again(page, uid))
    page.whole.backups.changed.connect(page.look_again)
    when_narrow(page, NARROW, page.place_cards)


def _order_keys(page: HomePage) -> None:
    """The key Tab goes through the cards as the eye does, whichever of their buttons was made last."""
    cards = (page.next, page.first_steps, page.due, page.waiting, page.backup, *page.compared)
    stops = [each for card in cards for each in card.findChildren(QWidget) if each.focusPolicy() & _BY_TAB]
    for former, following in pairwise(stops):
        QWidget.setTabOrder(former, following)


def _take_step(page: HomePage, step: NextStep) -> None:
    """Does the one thing proposed."""
    if isinstance(step.on, Due):
        page.whole.ways.show_report(step.on.form, step.on.period, gaps=step.deed == REPAIR)
    elif isinstance(step.on, Waiting):
        _show_waiting(page, step.on)
    elif step.deed == BACK_UP:
        page.whole.backups.make()
    else:
        page.window_.open_record(LOG, "")


def _show_waiting(page: HomePage, waiting: Waiting) -> None:
    page.window_.show_records(waiting.heading, waiting.kind, waiting.uids)


def _log_again(page: HomePage, uid: str) -> None:
    """Opens the form of what is done regularly, as it was last time, on the day it is due."""
    from ui.pages.record_desk import RecordDesk

    RecordDesk(page.window_, page, lambda _kind, _uid: True).duplicate(LOG, uid)


def _begin(page: HomePage, name: str) -> None:
    """Does one of the first steps."""
    if page.window_.store is None:
        return
    if name == "unit":
        page.window_.open_record("org_unit", page.window_.store.own_unit().uid)
    elif name == "log":
        page.window_.open_record(LOG, "")
    else:
        _adopt(page)


def _adopt(page: HomePage) -> None:
    """Puts the proposed days into the ledger and shows them, to be changed there."""
    store = page.window_.store
    if store is not None and messages.ask(page, "Lấy làm lịch nộp của đơn vị?", PROPOSED, "Lấy làm lịch", safe=True):
        adopt_proposed(store)
        page.whole.ways.show_list("report_due")
