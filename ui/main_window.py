"""The window: subjects on the left, unit and period on top, one page at a time, and what was just done at the foot.

It is painted before anything of the ledger is imported; `painted` is emitted once, right after that.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from ui import settings
from ui.actions import NEED_LEDGER, Actions
from ui.icons import app_icon
from ui.page_stack import PageStack
from ui.pages.page import COMMANDS
from ui.pages.subjects import FIRST, HOME, SUBJECTS, subject_named
from ui.widgets.context_bar import ContextBar
from ui.widgets.foot import Foot
from ui.widgets.sidebar import Sidebar
from ui.widgets.small import column, row

if TYPE_CHECKING:
    from models.ledger.store import Store
    from models.periods import Period
    from ui.backups.desk import BackupDesk
    from ui.jobs import Jobs
    from ui.ledger_desk import LedgerDesk
    from ui.ways import Ways
    from ui.widgets.toast import Toast

_UNDO_WORDS = 50
_AFTER_THE_RECORDS = 150  # milliseconds; the first records are painted before anything else is looked for
_JUST_BEGUN = timedelta(days=20)
ROOM_FOR_WORDS = 1100  # pixels of the window below which the sidebar shows icons alone


def _new_backups(window: MainWindow) -> BackupDesk:
    from ui.backups.desk import BackupDesk

    return BackupDesk(window, window)


def _new_ways(window: MainWindow) -> Ways:
    from ui.ways import Ways

    return Ways(window, window)


class MainWindow(QMainWindow):
    """See `ui.pages.page.Window` for what pages may ask of it."""

    painted = Signal()
    crashed = Signal(object)  # an error of work beside the window that is not meant for the reader

    backups = cached_property(_new_backups)  # what is done with copies of the ledger
    ways = cached_property(_new_ways)  # to lists, reports and records

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Sổ Công đoàn")
        self._was_painted = False
        self.subject = subject_named(FIRST)
        self.bar = ContextBar()
        self.sidebar = Sidebar(SUBJECTS)
        self.pages = PageStack(self, self.subject)
        self.foot = Foot()
        self.menu = Actions(self)
        self.middle = QWidget()
        self.setCentralWidget(self.middle)
        _lay_out(self)
        _connect(self)

    @property
    def store(self) -> Store | None:
        """The open ledger."""
        return self.desk.store

    @property
    def period(self) -> Period:
        """The period chosen in the bar on top."""
        if self.bar.period is None:
            self.bar.show_period(_quarter_to_show(None, date.today()))
        assert self.bar.period is not None
        return self.bar.period

    @cached_property
    def jobs(self) -> Jobs:
        """Where long work goes."""
        from ui.jobs import Jobs

        made = Jobs(self)
        made.crashed.connect(self.crashed)
        return made

    @cached_property
    def desk(self) -> LedgerDesk:
        """What is done with the ledger as a whole."""
        from ui.ledger_desk import LedgerDesk

        made = LedgerDesk(self, self.jobs)
        made.opened.connect(lambda store: _show_ledger(self, store))
        made.changed.connect(lambda kinds: _follow(self, kinds))
        made.said.connect(self.say)
        made.begun.connect(lambda: self.show_subject(HOME))
        return made

    @cached_property
    def toast(self) -> Toast:
        """The message at the foot."""
        from ui.widgets.toast import Toast

        made = Toast(self.middle)
        made.undo_wished.connect(lambda number: self.desk.undo(number))
        return made

    def choose_period(self, period: Period) -> None:
        """Puts another period into the bar on top; every page follows."""
        self.bar.show_period(period)
        self.foot.show_period(period.label)
        self.pages.show_period(period)

    def say(self, text: str, undo: int | None = None) -> None:
        """Shows a short message for some seconds; with *Hoàn tác* for the write of that number."""
        self.toast.say(text, undo)

    def show_count(self, text: str) -> None:
        """Puts "12 hoạt động" and the like into the status bar."""
        self.foot.count.setText(text)

    def open_record(self, kind: str, uid: str, field: str = "") -> None:
        """Opens the form of a record over whatever page is shown, at a field; without a uid that of a new one."""
        from models.errors import Fault
        from ui.pages.record_desk import RecordDesk

        desk = RecordDesk(self, self, lambda _kind, _uid: True)
        form = desk.edit(kind, uid) if uid else desk.add(kind)
        if form is not None and field:
            form.form.focus_on(Fault("", field))

    def show_records(self, heading: str, kind: str, uids: Sequence[str]) -> None:
        """Shows exactly these records in a window of their own."""
        from ui.dialogs.records_behind import RecordsBehind

        if self.store is not None:
            RecordsBehind(self, heading, kind, uids, self).open()

    def refresh_commands(self) -> None:
        """Asks the page again for its commands, and the ledger for what can be taken back."""
        page, back, again = self.pages.page, *self.desk.steps()
        offered = page.commands() if page is not None else {}
        self.menu.allow({name: name in offered for name in COMMANDS})
        self.menu.allow(dict.fromkeys(NEED_LEDGER, self.store is not None))
        self.menu.allow({"undo": back is not None, "redo": again is not None})
        for name, words, step in (("undo", "&Hoàn tác", back), ("redo", "&Làm lại", again)):
            self.menu[name].setText(f"{words}: {_short(step.label)}" if step else words)

    def show_subject(self, name: str) -> None:
        """Shows the page of a subject, as soon as there is a ledger."""
        self.subject = subject_named(name)
        self.sidebar.show_chosen(name)
        self.foot.count.setText("")
        if self.store is not None:
            self.pages.show_subject(self.subject)
        self.refresh_commands()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        settings.remember_shape(self.saveGeometry())
        self.jobs.wait()
        if self.store is not None:
            self.pages.show_ledger(None)
            self.backups.make_on_closing()
            self.store.close()
            self.desk.store = None
        super().closeEvent(event)


def _short(text: str) -> str:
    return (text if len(text) <= _UNDO_WORDS else text[: _UNDO_WORDS - 1] + "…").replace("&", "&&")


def _lay_out(window: MainWindow) -> None:
    right = QWidget()
    column(window.bar, window.pages, into=right, spacing=0)
    row(window.sidebar, right, into=window.middle, spacing=0)
    window.setStatusBar(window.foot)
    window.sidebar.show_chosen(window.subject.name)
    window.setMinimumSize(800, 480)
    shape = settings.window_shape()
    if shape is None or not window.restoreGeometry(shape):
        room = window.screen().availableGeometry()
        window.resize(min(1366, room.width()), min(800, room.height() - 40))


def _mind_the_room(window: MainWindow) -> None:
    from ui.widgets.room import when_narrow

    when_narrow(window, ROOM_FOR_WORDS, window.sidebar.show_compact)


def _connect(window: MainWindow) -> None:
    window.painted.connect(lambda: _mind_the_room(window))
    window.sidebar.chosen.connect(window.show_subject)
    window.bar.period_chosen.connect(window.choose_period)
    window.painted.connect(lambda: _furnish(window))


def _furnish(window: MainWindow) -> None:
    """What the first painting does without."""
    window.setWindowIcon(app_icon())
    window.menu.draw_icons()
    window.sidebar.draw_icons(SUBJECTS)


def _show_ledger(window: MainWindow, store: Store | None) -> None:
    """Puts an opened ledger into bar, foot and pages."""
    from models.ledger.listing import latest_day

    today = date.today()
    _show_unit(window, store)
    if store is not None:
        window.choose_period(_quarter_to_show(latest_day(store, today), today))
    window.pages.show_ledger(store)
    window.show_subject(window.subject.name)
    window.foot.saved.setText("")
    QTimer.singleShot(_AFTER_THE_RECORDS, lambda: _offer_unfinished(window, store))


def _offer_unfinished(window: MainWindow, store: Store | None) -> None:
    """What was being typed when the program stopped, unless another ledger was opened since."""
    if store is not None and window.store is store:
        from ui.unfinished import offer_unfinished

        offer_unfinished(window, window, store)


def _quarter_to_show(latest: date | None, today: date) -> Period:
    """The present quarter; if nothing was logged in it, the last one whose log is more than just begun."""
    from models.periods import quarter_of

    if latest is None or quarter_of(latest) == quarter_of(today):
        return quarter_of(today)
    return quarter_of(latest - _JUST_BEGUN)


def _show_unit(window: MainWindow, store: Store | None) -> None:
    name = store.own_unit().name_full if store is not None else ""
    window.bar.show_unit(name)
    window.foot.show_unit(name)
    window.setWindowTitle(f"{name} – Sổ Công đoàn" if name else "Sổ Công đoàn")


def _follow(window: MainWindow, kinds: frozenset[str]) -> None:
    """Something was written: pages read again, the foot says that it is saved."""
    window.pages.reload(kinds)
    window.foot.show_saved()
    if "org_unit" in kinds:
        _show_unit(window, window.store)
    window.refresh_commands()
