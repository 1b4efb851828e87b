"""Records as rows: their numbers in order, and the cells a page of 128 at a time, only where someone looks."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from models.ledger import listing
from models.ledger.listing import Choice, ListColumn
from models.ledger.store import Store
from models.record import Record
from models.values import PeriodText, YesNo
from ui.tables.alignment import ALIGN_LEFT, ALIGN_RIGHT
from ui.tables.period_words import period_label

Index = QModelIndex | QPersistentModelIndex
Row = tuple[str, list[str]]  # uid and texts
NOWHERE = QModelIndex()
PAGE = 128
PAGES_KEPT = 24


class RecordRows(QAbstractTableModel):
    """The records that a Choice names; 100 000 of them cost an array of numbers."""

    def __init__(self, record: type[Record], columns: list[ListColumn] | None = None) -> None:
        super().__init__()
        self.record = record
        self.columns: list[ListColumn] = columns or listing.columns_of(record)
        self._store: Store | None = None
        self._ids: array[int] = array("q")
        self._pages: OrderedDict[int, list[Row]] = OrderedDict()

    def show(self, store: Store | None, choice: Choice | None = None, only: array[int] | None = None) -> None:
        """Reads which records there are now; `only` shows exactly these instead."""
        self.beginResetModel()
        self._store = store
        self._pages.clear()
        if only is not None:
            self._ids = only
        else:
            self._ids = listing.ids(store, choice) if store is not None and choice is not None else array("q")
        self.endResetModel()

    def show_columns(self, columns: list[ListColumn]) -> None:
        """Shows these columns in place of the former ones."""
        self.beginResetModel()
        self.columns = columns
        self._pages.clear()
        self.endResetModel()

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


def _alignment(column: ListColumn) -> Qt.AlignmentFlag:
    if isinstance(column.kind, YesNo):
        return Qt.AlignmentFlag.AlignCenter
    return ALIGN_RIGHT if column.numeric else ALIGN_LEFT
