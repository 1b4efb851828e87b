"""The card beside a list: the selected record, readable, with *Sửa*, *Nhân bản*, *Xóa*."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QTextBrowser

from models.errors import UserError
from models.ledger.store import Store
from models.record import Record
from models.records.attachment import OWNERS
from ui.evidence.strip import EvidenceStrip
from ui.pages.detail_text import detail_html
from ui.theme import STEP
from ui.widgets.small import button, column, label, row, rule


class DetailCard(QFrame):
    """Emits what is wished for the record shown."""

    edit_wished = Signal()
    duplicate_wished = Signal()
    removal_wished = Signal()
    life_wished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._text = QTextBrowser()
        self._text.setFrameShape(QFrame.Shape.NoFrame)
        self._text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._text.document().setDocumentMargin(2)
        self._text.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
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
        tools.addLayout(row(life, None))
        tools.addLayout(row(edit, copy, None, remove, spacing=6))
        self._line = rule()
        self.evidence = EvidenceStrip()
        column(self._nothing, self._text, self.evidence, self._line, self._tools, into=self, margin=2 * STEP)
        self.show_record(None, None, "")

    def show_record(self, store: Store | None, record: type[Record] | None, uid: str) -> None:
        """Shows this record; "" for none."""
        found: Record | None = None
        if store is not None and record is not None and uid:
            try:
                found = store.read(record, uid)
            except UserError:
                found = None
        for part in (self._text, self._line, self._tools):
            part.setVisible(found is not None)
        self._nothing.setVisible(found is None)
        takes_evidence = found is not None and found.table_name in OWNERS
        self.evidence.setVisible(takes_evidence)
        self.evidence.show_owner(store, uid if takes_evidence else "")
        if found is not None and store is not None:
            self._text.setHtml(detail_html(store, found))
