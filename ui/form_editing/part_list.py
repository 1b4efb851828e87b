"""The rows or columns of a form in their order: choose one, move it with Alt and the arrows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QListView

from ui.theme import letters

INDENT = "      "  # of a part, under the row that it is a part of
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_Index = QModelIndex | QPersistentModelIndex


class Part(NamedTuple):
    """A line of the list."""

    text: str
    strong: bool = False
    inside: bool = False


class _Parts(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.parts: Sequence[Part] = ()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.parts)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        part = self.parts[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{INDENT if part.inside else ''}{part.text or '(chưa có tên)'}"
        if role == Qt.ItemDataRole.FontRole:
            return letters(bold=part.strong)
        return part.text if role == Qt.ItemDataRole.ToolTipRole else None


class PartList(QListView):
    """Emits `chosen` with a place, `moved` with how far, `removed`, `added`, `entered` for on to its words."""

    chosen = Signal(int)
    moved = Signal(int)
    removed = Signal()
    added = Signal()
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setAccessibleName("Các dòng của biểu")
        self._parts = _Parts()
        self.setModel(self._parts)
        self._quiet = False
        self.selectionModel().currentChanged.connect(
            lambda index: None if self._quiet else self.chosen.emit(index.row())
        )
        self.doubleClicked.connect(lambda _index: self.entered.emit())

    @property
    def at(self) -> int:
        """The place chosen; -1 if there is none."""
        return self.currentIndex().row()

    def show_parts(self, parts: Sequence[Part], at: int) -> None:
        """Shows these, one of them chosen; does not emit."""
        self._quiet = True
        self._parts.beginResetModel()
        self._parts.parts = parts
        self._parts.endResetModel()
        self.setCurrentIndex(self._parts.index(min(at, len(parts) - 1)) if parts else QModelIndex())
        self._quiet = False

    def choose(self, at: int) -> None:
        """Chooses a place."""
        self.setCurrentIndex(self._parts.index(at))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.scheduleDelayedItemsLayout()  # measured before, without the looks of the program

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _MOVES and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(_MOVES[key])
        elif key == Qt.Key.Key_Delete:
            self.removed.emit()
        elif key == Qt.Key.Key_Insert:
            self.added.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.entered.emit()
        else:
            super().keyPressEvent(event)
