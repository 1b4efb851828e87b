"""Records, below them the rows that are not complete yet, and an empty row at the end that is always ready."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from models.ledger import listing
from models.ledger.listing import ListColumn
from models.ledger.store import Store
from models.record import Field, Record
from ui.editing.form_logic import new_record
from ui.tables.grid_writing import records_of
from ui.tables.record_rows import NOWHERE, Index, RecordRows
from ui.tables.shown import shown_value
from ui.tables.unsaved import Unsaved, field_of, value_in
from ui.theme import TONES

GROUND = int(Qt.ItemDataRole.UserRole)  # the colour below a cell that is not saved
_INK = int(Qt.ItemDataRole.ForegroundRole)
_SAID = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.TextAlignmentRole, Qt.ItemDataRole.ToolTipRole)
_ANSWERED = {*map(int, _SAID), _INK, GROUND}
_HINT = "Gõ dòng mới ở đây"
_NEEDED = "cần điền"


class UnsavedRows(RecordRows):
    """What was typed and is not saved stays visibly so. Emits `unfinished` when a row's state changes."""

    unfinished = Signal()

    def __init__(self, record: type[Record], columns: list[ListColumn]) -> None:
        super().__init__(record, columns)
        self.unsaved: dict[str, Unsaved] = {}  # by uid; the new ones stand below the records, in this order
        self.begin: Callable[[], Record] = lambda: new_record(record)  # what a new row begins as

    @property
    def new_rows(self) -> list[Unsaved]:
        """The rows that the ledger does not have yet."""
        return [row for row in self.unsaved.values() if row.is_new]

    def show(self, store: Store | None, numbers: array[int], *, is_whole: bool = True, is_again: bool = False) -> None:
        if store is not self._store:
            self.unsaved.clear()
        elif store is not None and self.unsaved:
            left = {row.uid for row, _before, _record in records_of(store, list(self.unsaved.values()))}
            self.unsaved = {uid: row for uid, row in self.unsaved.items() if uid in left}  # others were removed since
        super().show(store, numbers, is_whole=is_whole, is_again=is_again)

    def unsaved_at(self, row: int) -> Unsaved | None:
        """What is not saved yet of a row; None if nothing is."""
        if row < self.count:
            return self.unsaved.get(self.uid(row)) if self.unsaved else None
        new = self.new_rows
        return new[row - self.count] if row - self.count < len(new) else None

    def row_of_unsaved(self, row: Unsaved) -> int:
        """Where it stands; -1 if it is hidden."""
        if row.is_new:
            return self.count + self.new_rows.index(row)
        store = self._store
        return self.row_of(listing.number_of(store, self.record, row.uid)) if store is not None else -1

    def rowCount(self, parent: Index = NOWHERE) -> int:
        if parent.isValid() or self._store is None:
            return 0
        return self.count + len(self.new_rows) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in _ANSWERED:
            return None
        if not self.unsaved and index.row() < self.count:
            return super().data(index, role) if role != _INK else self._ink(index)
        row = self.unsaved_at(index.row())
        if row is not None:
            return self._unsaved_cell(row, index, role)
        if index.row() < self.count or role == Qt.ItemDataRole.TextAlignmentRole:
            return super().data(index, role) if role != _INK else self._ink(index)
        if role == _INK:
            return QColor(TONES.placeholder)
        return _HINT if index.column() == 0 and role == Qt.ItemDataRole.DisplayRole else None

    def _ink(self, index: Index) -> QColor | None:
        """Sums are greyed: they are worked out, not typed."""
        return QColor(TONES.muted) if "." in self.columns[index.column()].key else None

    def member(self, column: int) -> Field:
        """The field that a column shows."""
        return field_of(self.record, self.columns[column].key)

    def raw(self, index: Index) -> tuple[Any, str]:
        """The value of a cell, and the text in its place if it could not be read."""
        key, row = self.columns[index.column()].key, self.unsaved_at(index.row())
        if row is not None and key in row.typed:
            return None, row.typed[key][0]
        if row is not None and (row.is_new or key in row.changes):
            return (row.changes[key] if key in row.changes else value_in(row.record(), key)), ""
        uid = self.uid(index.row())
        if not uid or self._store is None:
            return None, ""
        return value_in(self._store.read(self.record, uid), key), ""

    def add(self, rows: Iterable[Unsaved]) -> None:
        """Shows rows that are not saved yet. The empty row becomes the new one, and another empty one follows."""
        for row in rows:
            place = self.count + len(self.new_rows) + 1
            if row.is_new:
                self.beginInsertRows(QModelIndex(), place, place)
            self.unsaved[row.uid] = row
            if row.is_new:
                self.endInsertRows()

    def drop(self, row: Unsaved) -> None:
        """Forgets what is not saved of a row."""
        if row.uid not in self.unsaved:
            return
        if row.is_new:
            place = self.row_of_unsaved(row)
            self.beginRemoveRows(QModelIndex(), place, place)
            del self.unsaved[row.uid]
            self.endRemoveRows()
        else:
            del self.unsaved[row.uid]
        self.repaint()

    def _unsaved_cell(self, row: Unsaved, index: Index, role: int) -> Any:
        key = self.columns[index.column()].key
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.faults.get(key) or None
        if role == GROUND:
            return QColor(TONES.danger_soft if key in row.faults else TONES.accent_faint)
        is_lacking = key in row.faults and key not in row.typed and self.raw(index)[0] is None
        if role == _INK:
            return QColor(TONES.danger) if is_lacking else self._ink(index)
        if role != Qt.ItemDataRole.DisplayRole or not (row.is_new or key in row.changes or key in row.typed):
            return super().data(index, role)
        value, unread = self.raw(index)
        return unread or (_NEEDED if is_lacking else shown_value(self._store, self.member(index.column()), value))

    def repaint(self) -> None:
        """Shows the state of every row anew."""
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
        self.unfinished.emit()
