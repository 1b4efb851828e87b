"""The records behind a figure, in a window of their own; a double click opens one."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QWidget

from models.ledger.listing import number_of
from models.records import record_type
from models.values import grouped
from ui.pages.page import Window
from ui.pages.subjects import shelf_of
from ui.tables.record_table import RecordTable
from ui.theme import STEP, wide
from ui.widgets.room import fit
from ui.widgets.small import button, column, label, row


class RecordsBehind(QDialog):
    """Shows exactly the records given."""

    def __init__(self, window: Window, heading: str, kind: str, uids: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(heading)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fit(self, wide(980), wide(560))
        record, store = record_type(kind), window.store
        numbers = array("q", (number_of(store, record, uid) for uid in uids) if store is not None else ())
        self.table = RecordTable(record)
        self.table.setSortingEnabled(False)
        self.table.horizontalHeader().setSectionsClickable(False)
        self.table.show_numbers(store, numbers)
        self.table.opened.connect(lambda uid: window.open_record(kind, uid))
        frame = QFrame()
        frame.setObjectName("card")
        column(self.table, into=frame, margin=1)
        said = label(f"{grouped(len(numbers))} {shelf_of(kind).noun}. Bấm đúp để mở một dòng.", muted=True)
        layout = column(label(heading, name="title", wrap=True), said, frame, into=self, margin=3 * STEP)
        layout.addLayout(row(None, button("Đóng", self.accept, look="primary")))
