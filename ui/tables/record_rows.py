"""Records as rows: their numbers in order, and the cells a page of 64 at a time, only where someone looks."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Container, Iterable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from models.ledger import listing
from models.ledger.listing import ListColumn
from models.ledger.store import Store
from models.record import Record
from models.values import PeriodText, YesNo
from ui.tables.alignment import ALIGN_LEFT, ALIGN_RIGHT
from ui.tables.period_words import period_label

Index = QModelIndex | QPersistentModelIndex
Row = tuple[str, list[str]]  # uid and texts
NOWHERE = QModelIndex()
PAGE = 64
PAGES_KEPT = 48


class RecordRows(QAbstractTableModel):
    """The records of these numbers; 100 000 of them cost an array of numbers."""

    def __init__(self, record: type[Record], columns: list[ListColumn] | None = None) -> None:
        super().__init__()
        self.record = record
        self.columns: list[ListColumn] = columns or listing.columns_of(record)
        self._store: Store | None = None
        self.is_whole = True
        self._ids: array[int] = array("q")
        self._pages: OrderedDict[int, list[Row]] = OrderedDict()

    def show(self, store: Store | None, numbers: array[int], *, is_whole: bool = True, is_again: bool = False) -> None:
        """Shows the records of these numbers. If they are not all, `grow` brings the others.

        `is_again`: the same was asked before; until the rest is known it stays as it was.
        """
        self.beginResetModel()
        self._store = store
        self._pages.clear()
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
            self._pages.pop(shown // PAGE, None)
            self.endInsertRows()
        self.is_whole = True
        return True

    def reread(self, uids: Container[str]) -> None:
        """Forgets the cells of these records, which have changed; all others stay as they were read."""
        for number in [number for number, page in self._pages.items() if any(uid in uids for uid, _texts in page)]:
            del self._pages[number]

    def show_columns(self, columns: list[ListColumn]) -> None:
        """Shows these columns in place of the former ones."""
        self.beginResetModel()
        self.columns = columns
        self._pages.clear()
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
        return self._row(row)[0] if 0 <= row < len(self._ids) else ""

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

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].label
        return _alignment(self.columns[section]) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(index)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(self.columns[index.column()])
        if role == Qt.ItemDataRole.ToolTipRole:
            text = self._text(index)
            return text if len(text) > 30 else None
        return None

    def _text(self, index: Index) -> str:
        text = self._row(index.row())[1][index.column()]
        kind = self.columns[index.column()].kind
        if isinstance(kind, PeriodText):
            return period_label(text)
        if isinstance(kind, YesNo):
            return "✓" if text else ""
        return text.replace("\n", " ")

    def _row(self, row: int) -> Row:
        number = row // PAGE
        page = self._pages.get(number)
        if page is None:
            page = self._read(number)
            self._pages[number] = page
            if len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(number)
        place = row % PAGE
        return page[place] if place < len(page) else ("", [""] * len(self.columns))

    def _read(self, number: int) -> list[Row]:
        if self._store is None:
            return []
        wanted = self._ids[number * PAGE : (number + 1) * PAGE]
        return listing.cells(self._store, self.record, self.columns, wanted)


def _followed(first: array[int], before: array[int]) -> array[int]:
    """The first records as they are now, then the rest as it was before."""
    count, known = len(first), set(first)
    near = array("q", (each for each in before[count - 1 : 2 * count] if each not in known))
    return first + near + before[2 * count :]


def _alignment(column: ListColumn) -> Qt.AlignmentFlag:
    if isinstance(column.kind, YesNo):
        return Qt.AlignmentFlag.AlignCenter
    return ALIGN_RIGHT if column.numeric else ALIGN_LEFT
