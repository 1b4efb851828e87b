"""The rows of a log that is typed into: what is right goes into the ledger at once, where it was typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal

from models.errors import UserError
from models.ledger import listing
from models.masks import MASK
from models.values import Text, YesNo
from ui.editing.cells import Typed
from ui.tables.grid_writing import write_rows
from ui.tables.record_rows import Index
from ui.tables.unsaved import MANY_LINES, Unsaved
from ui.tables.unsaved_rows import UnsavedRows

_BOX = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
_TYPED = _BOX | Qt.ItemFlag.ItemIsEditable
_BACK = "Ô này được giữ kín; bấm Ctrl+E để mở thẻ và sửa."
_LINES = "Ô này có nhiều dòng chữ; bấm Ctrl+E để mở thẻ và sửa."


class GridRows(UnsavedRows):
    """Emits `entered` with the rows saved, `failed` with the error of a disk that failed; the rows then wait."""

    entered = Signal(list)
    failed = Signal(object)
    is_writing = False

    def flags(self, index: Index) -> Qt.ItemFlag:
        return _BOX if isinstance(self.columns[index.column()].kind, YesNo) else _TYPED

    def hindrance(self, index: Index) -> str:
        """Why a cell is not typed into: it holds several lines, or adds up several."""
        column = self.columns[index.column()]
        if index.row() >= self.count or self._store is None:
            return ""
        if self.data(index) == MASK:
            return _BACK
        lines = column.key.rpartition(".")[0]
        if isinstance(column.kind, Text) and column.kind.lines and "\n" in str(self.raw(index)[0]):
            return _LINES
        if lines and len(getattr(self._store.read(self.record, self.uid(index.row())), lines)) > 1:
            return MANY_LINES
        return ""

    def take(self, cells: Sequence[Typed]) -> None:
        """Puts values in. Known records are saved at once, in one write; new rows when they are left."""
        touched: dict[int, Unsaved] = {}
        for cell in cells:
            row = touched.get(cell.row) or self._row_to_type(cell)
            if row is not None:
                touched[cell.row] = row
                row.put(self.columns[cell.column].key, cell.value, cell.unread)
        for row in [row for row in touched.values() if row.is_new and row.is_empty]:
            self.drop(row)
        self.save([row for row in touched.values() if not row.is_new])

    def save(self, rows: Sequence[Unsaved], called: str = "", *, all_of_them: bool = False) -> list[Unsaved]:
        """Writes those of the rows that are right and shows them; the others stay as they are, with reasons."""
        assert self._store is not None
        self.is_writing = True
        try:
            saved = write_rows(self._store, rows, called, all_of_them=all_of_them) if rows else []
        except UserError as error:
            saved = []
            self.failed.emit(error)
        finally:
            self.is_writing = False
        self._settle(saved)
        return saved

    def _row_to_type(self, cell: Typed) -> Unsaved | None:
        row = self.unsaved_at(cell.row)
        if row is None and cell.row < self.count:
            row = Unsaved(self.record, self.uid(cell.row))
        elif row is None:
            if cell.value in (None, "", False) and cell.unread is None:
                return None
            row = Unsaved(self.record, base=self.begin())
        if row.uid not in self.unsaved:
            self.add([row])
        return row

    def _settle(self, saved: Sequence[Unsaved]) -> None:
        """Shows what was saved where it was typed: nothing is sorted anew under her hands."""
        for row in saved:
            if row.is_new:
                self._becomes_record(row)
            elif not row.typed:
                self.unsaved.pop(row.uid, None)
        if saved:
            self._pages.forget_records({row.uid for row in saved})
            self.entered.emit(list(saved))
        self.repaint()

    def _becomes_record(self, row: Unsaved) -> None:
        """The first of the unsaved rows is the next record without moving; others move up to its place."""
        assert self._store is not None
        first = self.count
        place = self.row_of_unsaved(row) if row.uid in self.unsaved else -1
        number = listing.number_of(self._store, self.record, row.uid)
        if place < 0:
            self.beginInsertRows(QModelIndex(), first, first)
        elif place > first:
            self.beginMoveRows(QModelIndex(), place, place, QModelIndex(), first)
        self.unsaved.pop(row.uid, None)
        self._ids.append(number)
        self._pages.forget_page_of(first)
        if place < 0:
            self.endInsertRows()
        elif place > first:
            self.endMoveRows()
