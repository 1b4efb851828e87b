"""Records as rows: their numbers in order, the cells only of those that someone looks at."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from models.ledger import listing
from models.ledger.listing import ListColumn
from models.ledger.store import Store
from models.periods import period_label
from models.record import Record
from models.values import FormKey, PeriodText, YesNo
from ui.tables.alignment import ALIGN_LEFT, ALIGN_RIGHT
from ui.tables.form_words import form_words
from ui.tables.row_pages import Row, RowPages

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
_DISPLAY, _ALIGNMENT = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.TextAlignmentRole)


class RecordRows(QAbstractTableModel):
    """The records of these numbers; 100 000 of them cost an array of numbers."""

    def __init__(self, record: type[Record], columns: list[ListColumn] | None = None) -> None:
        super().__init__()
        self.record = record
        self.columns: list[ListColumn] = columns or listing.columns_of(record)
        self._alignments = [_alignment(column) for column in self.columns]
        self._store: Store | None = None
        self.is_whole = True
        self._ids: array[int] = array("q")
        self._pages = RowPages(self._read)

    def show(self, store: Store | None, numbers: array[int], *, is_whole: bool = True, is_again: bool = False) -> None:
        """Shows the records of these numbers. If they are not all, `grow` brings the others.

        `is_again`: the same was asked before; until the rest is known it stays as it was.
        """
        self.beginResetModel()
        self._store = store
        self._pages.forget()
        self._ids = _followed(numbers, self._ids) if is_again and not is_whole else array("q", numbers)
        self.is_whole = is_whole
        self.endResetModel()

    def grow(self, numbers: array[int]) -> bool:
        """Adds the rest below what is shown, now that all are known; False if those shown do not stand above it."""
        shown = len(self._ids)
        if numbers[:shown] != self._ids:
            return False
        if len(numbers) > shown:
            self.beginInsertRows(QModelIndex(), shown, len(numbers) - 1)
            self._ids = array("q", numbers)
            self._pages.forget_page_of(shown)
            self.endInsertRows()
        self.is_whole = True
        return True

    def show_columns(self, columns: list[ListColumn]) -> None:
        """Shows these columns in place of the former ones."""
        self.beginResetModel()
        self.columns = columns
        self._alignments = [_alignment(column) for column in columns]
        self._pages.forget()
        self.endResetModel()

    @property
    def store(self) -> Store | None:
        """The ledger shown."""
        return self._store

    @property
    def count(self) -> int:
        """How many records of the ledger are shown."""
        return len(self._ids)

    def numbers(self, rows: Iterable[int]) -> list[int]:
        """The ledger's own numbers of these rows; rows without a record are left out."""
        return [self._ids[row] for row in rows if 0 <= row < len(self._ids)]

    def uid(self, row: int) -> str:
        """The uid of a row; "" if it is gone."""
        return self._pages.row(row)[0] if 0 <= row < len(self._ids) else ""

    def number(self, row: int) -> int:
        """The ledger's own number of a row, by which it is found again after a reload."""
        return self._ids[row] if 0 <= row < len(self._ids) else 0

    def row_of(self, number: int) -> int:
        """Where the record of that number stands now; -1 if it does not."""
        try:
            return self._ids.index(number)
        except ValueError:
            return -1

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].label
        return self._alignments[section] if role == _ALIGNMENT else None

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if role == _DISPLAY:
            return self._pages.row(index.row())[1][index.column()]
        if role == _ALIGNMENT:
            return self._alignments[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            text = self._pages.row(index.row())[1][index.column()]
            return text if len(text) > 30 else None
        return None

    def _read(self, first: int, end: int) -> list[Row]:
        if self._store is None:
            return []
        found = listing.cells(self._store, self.record, self.columns, self._ids[first:end])
        return [(uid, list(map(_in_cell, self.columns, texts))) for uid, texts in found]


def _followed(first: array[int], before: array[int]) -> array[int]:
    """The first records as they are now, then the rest as it was before."""
    count, known = len(first), set(first)
    near = array("q", (each for each in before[count - 1 : 2 * count] if each not in known))
    return first + near + before[2 * count :]


def _in_cell(column: ListColumn, text: str) -> str:
    if isinstance(column.kind, PeriodText):
        return period_label(text)
    if isinstance(column.kind, FormKey):
        return form_words(column.kind, text)
    if isinstance(column.kind, YesNo):
        return "✓" if text else ""
    return text.replace("\n", " ")


def _alignment(column: ListColumn) -> Qt.AlignmentFlag:
    if isinstance(column.kind, YesNo):
        return Qt.AlignmentFlag.AlignCenter
    return ALIGN_RIGHT if column.numeric else ALIGN_LEFT
