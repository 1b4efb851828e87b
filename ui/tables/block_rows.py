"""The rows of a copied block before they are taken: what each cell was understood as, and every one that is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, Qt, Signal
from PySide6.QtGui import QColor

from models.ledger.listing import ListColumn
from models.ledger.store import Store
from models.record import Field, Record
from ui.editing.cells import Typed
from ui.tables.alignment import ALIGN_LEFT, ALIGN_RIGHT
from ui.tables.grid_writing import records_of
from ui.tables.record_rows import NOWHERE, Index
from ui.tables.shown import shown_value
from ui.tables.unsaved import Unsaved, field_of, value_in
from ui.theme import TONES


class BlockRows(QAbstractTableModel):
    """Cells can be put right here. Emits `checked` whenever the faults were looked for again."""

    checked = Signal()

    def __init__(self, store: Store, rows: Sequence[Unsaved], columns: Sequence[ListColumn]) -> None:
        super().__init__()
        self._store = store
        self.rows = list(rows)
        self.columns = list(columns)
        self._befores: dict[str, Record] = {}
        self.check()

    @property
    def wrong(self) -> list[Unsaved]:
        """The rows with faults."""
        return [row for row in self.rows if row.faults]

    def check(self) -> None:
        """Looks for every fault of every row."""
        for row, before, record in records_of(self._store, self.rows):
            if before is not None:
                self._befores[row.uid] = before
            row.check(record)
        self.tell()

    def tell(self) -> None:
        """Shows the faults noted at the rows."""
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(self.columns) - 1))
        self.checked.emit()

    def member(self, column: int) -> Field:
        """The field that a column goes into."""
        return field_of(self.rows[0].type, self.columns[column].key)

    def raw(self, index: Index) -> tuple[Any, str]:
        """The value of a cell, and the text in its place if it could not be read."""
        row, key = self.rows[index.row()], self.columns[index.column()].key
        if key in row.typed:
            return None, row.typed[key][0]
        return value_in(row.record(self._befores.get(row.uid)), key), ""

    def take(self, cells: Sequence[Typed]) -> None:
        """Puts cells right; a text that stands wrong in other rows of the column is put right there too."""
        for cell in cells:
            if cell.row >= len(self.rows):
                continue
            key, row = self.columns[cell.column].key, self.rows[cell.row]
            former = row.typed.get(key, ("", ""))[0]
            same = [each for each in self.rows if former and each.typed.get(key, ("", ""))[0] == former]
            for each in same or [row]:
                each.put(key, cell.value, cell.unread)
        self.check()

    def hindrance(self, index: Index) -> str:
        """Every cell can be put right."""
        return ""

    def faults(self) -> list[tuple[str, tuple[int, int]]]:
        """Every fault in words, and the cell to go to: the same one of several rows is said once."""
        found: dict[tuple[str, str, str], list[int]] = {}
        for place, row in enumerate(self.rows):
            for key, reason in row.faults.items():
                found.setdefault((key, row.typed.get(key, ("", ""))[0], reason), []).append(place)
        keys = [column.key for column in self.columns]
        return [
            (
                _sentence(self.rows[places[0]], key, text, reason, places),
                (places[0], keys.index(key) if key in keys else 0),
            )
            for (key, text, reason), places in found.items()
        ]

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].label if orientation == Qt.Orientation.Horizontal else str(section + 1)
        return ALIGN_LEFT if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return ALIGN_RIGHT if self.columns[index.column()].numeric else ALIGN_LEFT
        reason = self.rows[index.row()].faults.get(self.columns[index.column()].key, "")
        if role == Qt.ItemDataRole.BackgroundRole:
            return QColor(TONES.danger_soft) if reason else None
        if role == Qt.ItemDataRole.ToolTipRole:
            return reason or None
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        value, unread = self.raw(index)
        return unread or shown_value(self._store, self.member(index.column()), value)


def _sentence(row: Unsaved, key: str, text: str, reason: str, places: Sequence[int]) -> str:
    named = ", ".join(str(place + 1) for place in places[:6]) + ("…" if len(places) > 6 else "")
    what = f", cột {field_of(row.type, key).label}" if key else ""
    said = "" if not text or text in reason else f"“{text}” "
    return f"Dòng {named}{what}: {said}{reason}"
