"""Every cell of a report as it was sent; Enter or a double click opens the records that stood behind it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QTreeWidget, QTreeWidgetItem, QWidget

from models.ledger.store import Store
from models.records import record_type
from models.sealing.read import cells_of
from models.sealing.seal import Seal, SealedCell
from models.vietnamese import folded
from ui.pages.page import Window
from ui.theme import STEP
from ui.widgets.room import fit
from ui.widgets.small import button, column, label, row

WIDTH, HEIGHT = 900, 560
COLUMNS = (500, 240)
HER_WORDS = "report_cell"


class SentCells(QDialog):
    """The cells that held something, in reading order."""

    def __init__(self, window: Window, store: Store, seal: Seal, parent: QWidget) -> None:
        from exports.differences import shown

        super().__init__(parent)
        self.setWindowTitle("Số liệu đã gửi")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fit(self, WIDTH, HEIGHT)
        self._window, self._store = window, store
        self.sought = QLineEdit(placeholderText="Gõ vài chữ để tìm ô, không cần dấu")
        self.sought.textChanged.connect(self.narrow)
        self.tree = QTreeWidget()
        self.tree.setRootIsDecorated(False)
        self.tree.setHeaderLabels(["Ô của biểu", "Đã gửi", "Bản ghi"])
        for at, width in enumerate(COLUMNS):
            self.tree.header().resizeSection(at, width)
        self.tree.itemActivated.connect(lambda item: self.open_records(item))
        for cell in cells_of(store, seal):
            if cell.value is not None:
                counted = [origin for origin in cell.records if origin[0] != HER_WORDS]
                item = QTreeWidgetItem(self.tree, [cell.label, shown(cell.value), str(len(counted) or "")])
                item.setData(0, Qt.ItemDataRole.UserRole, cell)
                item.setToolTip(0, cell.label)
                item.setToolTip(1, shown(cell.value))
        said = label("Bấm đúp một dòng để mở các bản ghi đứng sau số ấy lúc gửi.", muted=True)
        layout = column(label(seal.title, name="title", wrap=True), said, into=self, margin=3 * STEP, spacing=2 * STEP)
        layout.addWidget(self.sought)
        layout.addWidget(self.tree, 1)
        layout.addLayout(row(None, button("Đóng", self.accept, look="primary")))

    def narrow(self, text: str) -> None:
        """Leaves the cells that have every word typed."""
        words = folded(text).split()
        for at in range(self.tree.topLevelItemCount()):
            item = self.tree.topLevelItem(at)
            if item is not None:
                said = folded(f"{item.text(0)} {item.text(1)}")
                item.setHidden(not all(word in said for word in words))

    def open_records(self, item: QTreeWidgetItem) -> None:
        """Shows the records behind a cell that are still in the ledger."""
        cell: SealedCell = item.data(0, Qt.ItemDataRole.UserRole)
        counted = sorted(origin for origin in cell.records if origin[0] != HER_WORDS)
        kind = counted[0][0] if counted else ""
        asked = [uid for each, uid in counted if each == kind]
        present = [each.uid for each in self._store.read_many(record_type(kind), asked)] if kind else []
        if not present:
            self._window.say("Các bản ghi ấy không còn trong sổ." if counted else "Ô này không đếm bản ghi nào.")
        elif len(present) == 1:
            self._window.open_record(kind, present[0])
        else:
            self._window.show_records(cell.label, kind, present)
