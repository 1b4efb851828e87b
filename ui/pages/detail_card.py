"""The card beside a list: the selected record, readable, with *Sửa*, *Nhân bản*, *Xóa*."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from models.errors import UserError
from models.ledger.store import Store
from models.record import Record
from models.records.attachment import OWNERS
from ui.evidence.strip import EvidenceStrip
from ui.pages.detail_text import detail_html
from ui.theme import STEP
from ui.widgets.room import when_low
from ui.widgets.small import button, column, label, row, rule

ROOM_FOR_TOOLS = 380


class DetailCard(QFrame):
    """Emits what is wished for the record shown."""

    edit_wished = Signal()
    duplicate_wished = Signal()
    removal_wished = Signal()
    life_wished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.text = QTextBrowser()
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text.document().setDocumentMargin(2)
        self.text.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._nothing = label("Chọn một dòng để xem đầy đủ ở đây.", muted=True, wrap=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        edit = button("Sửa", self.edit_wished.emit, sign="pencil")
        edit.setToolTip("Ctrl+E")
        copy = button("Nhân bản", self.duplicate_wished.emit, sign="copy")
        copy.setToolTip("Ctrl+Shift+D")
        life = button("Lịch sử bản ghi", self.life_wished.emit, look="flat", sign="clock")
        life.setToolTip("Ai đã sửa gì, lúc nào (Ctrl+H)")
        remove = button("Xóa", self.removal_wished.emit, look="danger", sign="trash")
        remove.setToolTip("Ctrl+Delete")
        self._tools = QFrame()
        tools = column(into=self._tools, spacing=6)
        self._own_tools = column(spacing=6)
        tools.addLayout(self._own_tools)
        self._life_line = row(life, None)
        tools.addLayout(self._life_line)
        tools.addLayout(row(edit, copy, None, remove, spacing=6))
        self._line = rule()
        self.evidence = EvidenceStrip()
        self._store: Store | None = None
        self._stop: Callable[[], None] = lambda: None  # following the safe of that ledger
        self.destroyed.connect(lambda: self._stop())
        self._record: Record | None = None
        self.above: Callable[[Record], str] = lambda _record: ""  # what a kind of record tells before its fields
        self._is_looked = False  # she asked for what is kept back
        column(self._nothing, self.text, self.evidence, self._line, self._tools, into=self, margin=2 * STEP)
        self.show_record(None, None, "")

    def show_record(self, store: Store | None, record: type[Record] | None, uid: str) -> None:
        """Shows this record; "" for none."""
        found: Record | None = None
        if store is not None and record is not None and uid:
            try:
                found = store.read(record, uid)
            except UserError:
                found = None
        for part in (self.text, self._line, self._tools):
            part.setVisible(found is not None)
        self._nothing.setVisible(found is None)
        takes_evidence = found is not None and found.table_name in OWNERS
        self.evidence.setVisible(takes_evidence)
        self.evidence.show_owner(store, uid if takes_evidence else "")
        self._follow_safe(store)
        self._store, self._record = store, found
        if found is not None:
            self._is_looked = False
            self._write()

    def show_hidden(self) -> None:
        """Shows what is kept secret of the record, until another one is shown."""
        self._is_looked = True
        self._write()

    def _follow_safe(self, store: Store | None) -> None:
        """Identity numbers are shown while they are unlocked, and no longer."""
        if store is not self._store:
            self._stop()
            self._stop = store.safe.on_turn(self._write) if store is not None else lambda: None

    def add_tools(self, tools: QWidget, in_one: QWidget) -> None:
        """Puts buttons of a kind of record of its own above the usual ones; `in_one` is for a card that is low."""
        self._own_tools.addWidget(tools)
        self._life_line.addWidget(in_one)

        def choose(is_low: bool) -> None:
            tools.setHidden(is_low)
            in_one.setVisible(is_low)

        when_low(self, ROOM_FOR_TOOLS, choose)

    def _write(self) -> None:
        if self._store is not None and self._record is not None:
            above = self.above(self._record)
            self.text.setHtml(detail_html(self._store, self._record, above, looked=self._is_looked))
