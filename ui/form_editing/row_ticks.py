"""The rows that a sum adds up, with a box each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView


class Ticked(NamedTuple):
    """A row that a sum may add up."""

    code: str
    label: str
    ticked: bool


class RowTicks(QListView):
    """Emits `ticked` with the codes of all rows ticked, in their order."""

    ticked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("ticks")
        self.setAccessibleName("Các dòng được cộng")
        self._rows = QStandardItemModel(self)
        self._quiet = False
        self.setModel(self._rows)
        self._rows.itemChanged.connect(lambda _item: None if self._quiet else self.ticked.emit(self.codes))

    @property
    def codes(self) -> tuple[str, ...]:
        """The rows ticked."""
        return tuple(each.data() for each in self._items() if each.checkState() is Qt.CheckState.Checked)

    def show_rows(self, rows: Sequence[Ticked]) -> None:
        """Shows these rows; the cursor stays where it is as long as they are the same."""
        self._quiet = True
        if [row.code for row in rows] != [each.data() for each in self._items()]:
            self._rows.clear()
            for row in rows:
                self._rows.appendRow(_item(row.code))
        for item, row in zip(self._items(), rows, strict=True):
            item.setText(row.label)
            item.setCheckState(Qt.CheckState.Checked if row.ticked else Qt.CheckState.Unchecked)
        self._quiet = False

    def _items(self) -> list[QStandardItem]:
        return [self._rows.item(at) for at in range(self._rows.rowCount())]


def _item(code: str) -> QStandardItem:
    made = QStandardItem()
    made.setData(code)
    made.setEditable(False)
    made.setCheckable(True)
    return made
