"""What every page of the window offers, and what it may ask of the window.

To write a page (`ui/pages/reports.py` is one): subclass `Page`, take the window as the only argument, pass it on, fill
`self`, which is a plain QWidget, with a layout of its own, and override what concerns you:

    class ReportsPage(Page):
        title = "Báo cáo"

        def __init__(self, window: Window) -> None:
            super().__init__(window)

        def show_ledger(self, store): ...     a ledger was opened (or closed: None); forget everything of the former one
        def reload(self, kinds): ...          records of these kinds ("activity", ...) were written, undo included
        def period_changed(self, period): ... another period was chosen in the bar on top
        def commands(self): ...               which entries of the menu "Bản ghi" work now, and what they do

A page is made when it is first opened, after the first paint: its module may import `models.*` at its top, but
openpyxl, reportlab, lxml and `exports.*` only when they are used. `period_changed` and `show_ledger` are called
before the page is first seen; `reload` comes on the window's own thread, and also while the page is hidden: then only
note it and read again in `showEvent`.

Long work goes to `self.window_.jobs` (see `ui/jobs.py`), messages and file choices to `ui.messages`, never to Qt
directly. Looks come from `ui/theme.py`: set the object name or the property named there ("card", "primary", "muted").
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from ui.actions import DEEDS

if TYPE_CHECKING:
    from models.ledger.store import Store
    from models.periods import Period
    from ui.jobs import Jobs

# The entries of the menus "Bản ghi", "Đoàn viên" and "Ý kiến", and *In*, that a page may answer to.
COMMANDS = ("add", "edit", "duplicate", "remove", "life", "find", "print", *DEEDS)


class Window(Protocol):
    """What a page may ask of the window it stands in."""

    @property
    def store(self) -> Store | None:
        """The open ledger."""

    @property
    def period(self) -> Period:
        """The period chosen in the bar on top."""

    @property
    def jobs(self) -> Jobs:
        """Where long work goes."""

    def choose_period(self, period: Period) -> None:
        """Puts another period into the bar on top; every page follows."""

    def say(self, text: str, undo: int | None = None) -> None:
        """Shows a short message for some seconds; with *Hoàn tác* for the write of that number."""

    def show_count(self, text: str) -> None:
        """Puts "12 hoạt động" and the like into the status bar."""

    def open_record(self, kind: str, uid: str, field: str = "") -> None:
        """Opens the form of a record over whatever page is shown, at a field; `kind` is its table_name.

        Without a uid it is the form of a new one.
        """

    def show_records(self, heading: str, kind: str, uids: Sequence[str]) -> None:
        """Shows exactly these records in a window of their own: the records behind a figure."""

    def refresh_commands(self) -> None:
        """Asks the page again for its `commands`, after a change of its selection."""


class Page(QWidget):
    """A page of the window."""

    title = ""
    help = "start"  # the topic of `resources/help` that F1 opens

    def __init__(self, window: Window) -> None:
        super().__init__()
        self.window_ = window

    @property
    def widget(self) -> QWidget:
        """What is shown."""
        return self

    def show_ledger(self, store: Store | None) -> None:
        """A ledger was opened, or closed (None)."""

    def reload(self, kinds: frozenset[str]) -> None:
        """Records of these kinds were written."""

    def period_changed(self, period: Period) -> None:
        """Another period was chosen."""

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Which of COMMANDS the page can carry out now, and how."""
        return {}
