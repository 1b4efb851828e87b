"""Cells that are typed into: what their rows offer, and the field's own editor opened in a cell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, Protocol

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from models.ledger.store import Store
from models.record import Field, Part
from ui.editing.editor import LineEditor
from ui.editing.editors import editor_for

Index = QModelIndex | QPersistentModelIndex
ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class Typed(NamedTuple):
    """What was typed into a cell: a value, or a text that cannot be read with the reason."""

    row: int
    column: int
    value: Any
    unread: tuple[str, str] | None = None


class CellRows(Protocol):
    """Rows of cells. The last row is empty and ready for a new one."""

    def member(self, column: int) -> Field:
        """The field that a column shows."""

    def raw(self, index: Index) -> tuple[Any, str]:
        """The value of a cell, and the text in its place if it could not be read."""

    def take(self, cells: Sequence[Typed]) -> None:
        """Puts values in, all of them in one step; a row beyond the last one is a new one."""

    def hindrance(self, index: Index) -> str:
        """Why a cell is not typed into; "" if it is."""


class CellEditors(QStyledItemDelegate):
    """Opens the editor of the column's kind. Emits `ended` with the key by which typing was ended.

    Where a cell is not typed into it emits `hindered` with the reason.
    """

    ended = Signal(object)
    hindered = Signal(str)

    def __init__(
        self, table: QTableView, rows: CellRows, store: Callable[[], Store | None], of: type[Part] | None
    ) -> None:
        """`of` says whose fields they are, for what was typed in them before."""
        super().__init__(table)
        self._rows, self._store, self._of = rows, store, of

    def createEditor(  # type: ignore[override]
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> QWidget | None:
        store, hindrance = self._store(), self._rows.hindrance(index)
        if store is None or hindrance:
            self.hindered.emit(hindrance)
            return None
        member = self._rows.member(index.column())
        known = self._of if self._of is not None and self._of.fields.get(member.name) is member else None
        _editor, made = editor_for(store, member, of=known, in_table=True)
        made.setParent(parent)
        return made

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, LineEditor)
        value, unread = self._rows.raw(index)
        if unread:
            editor.setText(unread)
        else:
            editor.show_value(value)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, LineEditor)
        editor.tidy()
        try:
            value, unread = editor.value(), None
        except ValueError as error:
            value, unread = None, (editor.text(), str(error))
        former = self._rows.raw(index)
        if unread or former[1] or value != former[0]:
            self._rows.take([Typed(index.row(), index.column(), value, unread)])

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(option.rect)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QWidget) and isinstance(event, QKeyEvent) and _ends_typing(event):
            self.commitData.emit(watched)
            self.closeEditor.emit(watched, QStyledItemDelegate.EndEditHint.NoHint)
            self.ended.emit(event)
            return True
        return super().eventFilter(watched, event)


def _ends_typing(event: QKeyEvent) -> bool:
    is_pressed = event.type() == QEvent.Type.KeyPress and event.key() in ENDS
    return is_pressed and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
