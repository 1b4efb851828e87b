"""A subject of the work: its kinds of record side by side, one list shown at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget

from models.ledger.store import Store
from models.periods import Period
from models.records.attachment import OWNERS
from ui.evidence.desk import EvidenceDesk, serve
from ui.pages.extras import Extra, extra_of
from ui.pages.page import Page, Window
from ui.pages.record_desk import RecordDesk
from ui.pages.record_list import RecordList
from ui.pages.subjects import Subject
from ui.theme import STEP
from ui.widgets.room import when_narrow
from ui.widgets.segments import Segments
from ui.widgets.small import button, column, label, row


class SubjectPage(Page):
    """Lists of one subject; a list is made when it is first looked at."""

    def __init__(self, window: Window, subject: Subject) -> None:
        super().__init__(window)
        self.subject, self.title = subject, subject.title
        self.help = subject.help
        self._period = window.period
        self._store: Store | None = None
        self._stale: set[str] = set()
        self.lists: dict[str, RecordList] = {}
        self.extras: dict[str, Extra] = {}
        self._stack = QStackedWidget()
        self.segments = Segments([shelf.title for shelf in subject.shelves])
        self.segments.chosen.connect(self.show_shelf)
        self.add_button = button("Thêm", self._add, look="primary", sign="plus")
        self.add_button.setToolTip("Ctrl+N")
        self._head = row(label(self.title, name="heading"), self.segments, None, self.add_button, spacing=2 * STEP)
        self._column = column(into=self, margin=2 * STEP, spacing=STEP + 4)
        self._column.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, 2 * STEP)
        self._column.addLayout(self._head)
        self._column.addWidget(self._stack, 1)
        when_narrow(
            self, _room_of_head(self._head, self.segments, self.add_button, subject) + 6 * STEP, self._place_segments
        )
        self._desk = RecordDesk(window, self, self._select)
        self._place = 0

    @property
    def current(self) -> RecordList:
        """The list shown."""
        return self._list(self.subject.shelves[self._place].kind)

    def show_ledger(self, store: Store | None) -> None:
        self._store = store
        for each in self.lists.values():
            each.show_ledger(store)
        self.show_shelf(self._place)

    def reload(self, kinds: frozenset[str]) -> None:
        self._stale |= {
            kind for kind, each in self.lists.items() if kinds & _concerning(each) and not each.table.rows.is_writing
        }
        for kind, extra in self.extras.items():
            if kinds & _concerning(self.lists[kind]):
                self.lists[kind].line.quick.count(self._store)
                extra.follow()
        if self.isVisible():
            self._catch_up()

    def period_changed(self, period: Period) -> None:
        self._period = period
        for each in self.lists.values():
            each.show_period(period)

    def commands(self) -> Mapping[str, Callable[[], object]]:
        if self._store is None:
            return {}
        uid = self.current.table.chosen
        found: dict[str, Callable[[], object]] = {"add": self._add, "find": self.current.filter.setFocus}
        if uid:
            found |= {
                "edit": lambda: self._desk.edit(self.current.shelf.kind, uid),
                "duplicate": lambda: self._desk.duplicate(self.current.shelf.kind, uid),
                "remove": lambda: self._desk.remove(self.current.shelf.kind, uid),
                "life": lambda: self._desk.show_life(self.current.shelf.kind, uid),
            }
        extra = self.extras.get(self.current.shelf.kind)
        return found | dict(extra.deeds()) if extra is not None else found

    def show_list(self, kind: str) -> RecordList:
        """Shows the list of that kind."""
        self.show_shelf([shelf.kind for shelf in self.subject.shelves].index(kind))
        return self.current

    def show_shelf(self, place: int) -> None:
        """Shows the list of that place."""
        self._place = place
        self.segments.show_chosen(place)
        self.add_button.setText(f"Thêm {self.subject.shelves[place].noun}")
        self._stack.setCurrentWidget(self.current)
        self._catch_up()
        self.current.counted.emit(self.current.count_text)
        if self.isVisible():
            self.current.table.setFocus()
        self.window_.refresh_commands()

    def _list(self, kind: str) -> RecordList:
        if kind not in self.lists:
            shelf = next(shelf for shelf in self.subject.shelves if shelf.kind == kind)
            made = RecordList(shelf, self.window_.jobs)
            if (extra := extra_of(self.window_, made)) is not None:
                self.extras[kind] = extra
            made.show_period(self._period)
            made.show_ledger(self._store)
            made.counted.connect(lambda text: self._tell_count(kind, text))
            made.selection_changed.connect(self.window_.refresh_commands)
            made.add_wished.connect(self._add)
            made.edit_wished.connect(lambda uid: self._desk.edit(kind, uid))
            made.duplicate_wished.connect(lambda uid: self._desk.duplicate(kind, uid))
            made.unsaved_wished.connect(lambda row: self._desk.finish(kind, row))
            made.typing.said.connect(self.window_.say)
            made.removal_wished.connect(lambda uid: self._desk.remove(kind, uid))
            made.life_wished.connect(lambda uid: self._desk.show_life(kind, uid))
            serve(made, EvidenceDesk(self.window_, self))
            self.lists[kind] = made
            self._stack.addWidget(made)
        return self.lists[kind]

    def _tell_count(self, kind: str, text: str) -> None:
        """Lists count anew when the period changes, also while another page or list is seen."""
        if self.isVisible() and kind == self.current.shelf.kind:
            self.window_.show_count(text)

    def _place_segments(self, narrow: bool) -> None:
        """Beside the title, or below it where there is little room."""
        if narrow:
            self._column.insertWidget(1, self.segments, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            self._head.insertWidget(1, self.segments)

    def _catch_up(self) -> None:
        kind = self.current.shelf.kind
        if kind in self._stale:
            self._stale.discard(kind)
            self.current.refresh()

    def _select(self, kind: str, uid: str) -> bool:
        """A record whose form was saved: what was begun of it in the list stands in the ledger now."""
        shown = self.lists.get(kind)
        if shown is not None and uid in shown.table.rows.unsaved:
            shown.table.rows.drop(shown.table.rows.unsaved[uid])
        return shown is not None and shown.show_uid(uid)

    def _add(self) -> None:
        self._desk.add(self.subject.shelves[self._place].kind)

    def showEvent(self, event: QShowEvent) -> None:
        self._catch_up()
        self.window_.show_count(self.current.count_text)
        self.current.table.setFocus()
        super().showEvent(event)


def _room_of_head(head: QHBoxLayout, segments: Segments, add: QPushButton, subject: Subject) -> int:
    """The width that the first line needs, whichever list is shown."""
    add.setText(f"Thêm {max((shelf.noun for shelf in subject.shelves), key=len)}")
    for each in (add, *segments.findChildren(QPushButton)):
        each.ensurePolished()
    head.invalidate()
    return head.minimumSize().width()


def _concerning(shown: RecordList) -> set[str]:
    """The kinds whose change a list shows: its own, those its columns name, and evidence."""
    named = {name for column in shown.table.rows.columns for name in getattr(column.kind, "to", ())}
    evidence = {"attachment"} if shown.shelf.kind in OWNERS else set()
    return {shown.shelf.kind, *named, *evidence}
