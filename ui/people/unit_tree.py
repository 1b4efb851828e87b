"""How the units hang together: superiors above, groups and units below, with their members; Enter goes to one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from models.ledger.store import Store
from models.organisation import UnitBelow, units_as_tree
from models.records.unit import OrgUnit
from models.values import grouped
from ui.theme import STEP, wide
from ui.widgets.room import fit
from ui.widgets.small import button, card, column, label, row


class UnitTree(QDialog):
    """Emits `chosen` with the uid of a unit."""

    chosen = Signal(str)

    def __init__(self, store: Store, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Sơ đồ tổ chức")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fit(self, wide(900), wide(600))
        self.tree = QTreeWidget()
        self.tree.setHeaderLabels(["Tổ chức", "Loại", "Đoàn viên"])
        self.tree.setAlternatingRowColors(False)
        head = self.tree.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.itemActivated.connect(lambda _item, _column: self.go())
        for each in units_as_tree(store):
            self.tree.addTopLevelItem(_item(each))
        self.tree.expandAll()
        said = label("Đơn vị đã giải thể không hiện ở đây. Số đoàn viên gồm cả các tổ bên dưới.", muted=True, wrap=True)
        layout = column(label("Sơ đồ tổ chức", name="title"), said, into=self, margin=3 * STEP, spacing=STEP + 4)
        layout.addWidget(card(self.tree, margin=1), 1)
        go = button("Đến đơn vị này", self.go, look="primary", sign="check")
        layout.addLayout(row(None, button("Đóng", self.reject), go))
        self.tree.setCurrentIndex(self.tree.model().index(0, 0))
        self.tree.setFocus()

    def go(self) -> None:
        """Closes and shows the unit chosen in the list."""
        item = self.tree.currentItem()
        if item is not None:
            self.chosen.emit(item.data(0, Qt.ItemDataRole.UserRole))
            self.accept()


def _item(below: UnitBelow) -> QTreeWidgetItem:
    unit: OrgUnit = below.unit
    own = "  (đơn vị của sổ)" if unit.is_own else ""
    made = QTreeWidgetItem([unit.name_full + own, unit.shown("kind"), grouped(below.members) if below.members else ""])
    made.setData(0, Qt.ItemDataRole.UserRole, unit.uid)
    made.setToolTip(0, unit.name_full)
    made.setTextAlignment(2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    if unit.is_own:
        font = made.font(0)
        font.setBold(True)
        made.setFont(0, font)
    made.addChildren([_item(each) for each in below.below])
    return made
