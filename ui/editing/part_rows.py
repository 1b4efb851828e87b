"""The lines of a child list as rows of a small table, with an empty one at the end that is always ready."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from models.errors import Fault
from models.ledger.store import Store
from models.record import Children, Field, Part
from models.values import Decimal, Whole, YesNo
from ui.editing.cells import Typed
from ui.tables.alignment import ALIGN_LEFT, ALIGN_RIGHT
from ui.tables.shown import shown_value
from ui.theme import TONES

Index = QModelIndex | QPersistentModelIndex
Cell = tuple[int, str]
NOWHERE = QModelIndex()


class PartRows(QAbstractTableModel):
    """Parts as rows, fields as columns. A text that cannot be read stays in its cell, marked."""

    edited = Signal()

    def __init__(self, store: Store, child_list: Children) -> None:
        super().__init__()
        self.child_list = child_list
        self.members: list[Field] = list(child_list.part.fields.values())
        self.parts: list[Part] = []
        self._unread: dict[Cell, tuple[str, str]] = {}  # text typed and reason, by (id of part, field)
        self._marked: dict[Cell, str] = {}
        self._store = store

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Puts these lines in."""
        self.beginResetModel()
        self.parts = list(parts)
        self._unread.clear()
        self._marked.clear()
        self.endResetModel()

    def faults(self) -> list[Fault]:
        """What could not be read."""
        name, found = self.child_list.name, []
        for place, part in enumerate(self.parts):
            for member in self.members:
                if unread := self._unread.get((id(part), member.name)):
                    label = f"{self.child_list.label}, dòng {place + 1}, {member.label.lower()}"
                    found.append(Fault(unread[1], f"{name}[{place}].{member.key}", label))
        return found

    def mark(self, faults: dict[tuple[int, str], str]) -> None:
        """Marks cells, given by row and key of the field, with reasons."""
        keys = {member.key: member.name for member in self.members}
        self._marked = {
            (id(self.parts[place]), keys[key]): reason
            for (place, key), reason in faults.items()
            if place < len(self.parts) and key in keys
        }
        if self.parts:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.parts) - 1, len(self.members) - 1))

    def remove(self, row: int) -> None:
        """Takes a line out."""
        if row < len(self.parts):
            self.beginRemoveRows(QModelIndex(), row, row)
            del self.parts[row]
            self.endRemoveRows()
            self.edited.emit()

    def take(self, cells: Sequence[Typed]) -> None:
        """Puts values, or texts that could not be read, into cells; a row beyond the last one is a new line."""
        for cell in cells:
            is_there = cell.row < len(self.parts)
            if not is_there and cell.value in (None, "", False) and cell.unread is None:
                continue
            while len(self.parts) <= cell.row:
                self.beginInsertRows(QModelIndex(), len(self.parts) + 1, len(self.parts) + 1)
                self.parts.append(self.child_list.part())
                self.endInsertRows()
            part, member = self.parts[cell.row], self.members[cell.column]
            self._marked.pop((id(part), member.name), None)
            self._unread.pop((id(part), member.name), None)
            if cell.unread is not None:
                self._unread[id(part), member.name] = cell.unread
            setattr(part, member.name, member.default if cell.value is None else cell.value)
            index = self.index(cell.row, cell.column)
            self.dataChanged.emit(index, index)
        self.edited.emit()

    def member(self, column: int) -> Field:
        """The field that a column shows."""
        return self.members[column]

    def hindrance(self, index: Index) -> str:
        """Every cell is typed into."""
        return ""

    def raw(self, index: Index) -> tuple[Any, str]:
        """The value of a cell, and the text in its place if it could not be read."""
        if index.row() >= len(self.parts):
            return None, ""
        part, member = self.parts[index.row()], self.members[index.column()]
        return getattr(part, member.name), self._unread.get((id(part), member.name), ("", ""))[0]

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.parts) + 1

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.members)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if isinstance(self.members[index.column()].kind, YesNo):
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags | Qt.ItemFlag.ItemIsEditable

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return short_label(self.members[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(self.members[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(self.members[index.column()])
        if index.row() >= len(self.parts):
            return None
        member = self.members[index.column()]
        if role == Qt.ItemDataRole.CheckStateRole and isinstance(member.kind, YesNo):
            return Qt.CheckState.Checked if self.raw(index)[0] else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole) and not isinstance(member.kind, YesNo):
            value, unread = self.raw(index)
            return unread or shown_value(self._store, member, value)
        cell = id(self.parts[index.row()]), member.name
        return _marked(self._marked.get(cell) or self._unread.get(cell, ("", ""))[1], role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role == Qt.ItemDataRole.CheckStateRole:
            self.take([Typed(index.row(), index.column(), Qt.CheckState(value) == Qt.CheckState.Checked)])
            return True
        return False


def _marked(reason: str, role: int) -> Any:
    if reason and role == Qt.ItemDataRole.BackgroundRole:
        return QColor(TONES.danger_soft)
    return reason if reason and role == Qt.ItemDataRole.ToolTipRole else None


def _alignment(member: Field) -> Qt.AlignmentFlag:
    return ALIGN_RIGHT if isinstance(member.kind, Whole | Decimal) else ALIGN_LEFT


def short_label(member: Field) -> str:
    """A field's name as the head of a narrow column."""
    name = member.label.removeprefix("Trong đó: ")
    return name[:1].upper() + name[1:] + (" *" if member.required else "")
