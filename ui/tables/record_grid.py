"""The table of a log that is typed into: a known row is saved cell by cell, a new one when it is left."""

from __future__ import annotations

from array import array

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication

from models.ledger.store import Store
from models.record import Record
from ui import messages
from ui.editing.cell_keys import CellKeys
from ui.editing.cells import CellEditors
from ui.tables.cursor import put_cursor
from ui.tables.grid_columns import GridColumns, chosen_columns
from ui.tables.grid_painting import PaintedTable
from ui.tables.grid_rows import GridRows
from ui.tables.unsaved import Unsaved

_QUIET = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
_CONTROL = Qt.KeyboardModifier.ControlModifier


class RecordGrid(PaintedTable):
    """Emits `card_wished` with a row that is to be finished in its form, `marked` when another selection was made."""

    rows: GridRows
    card_wished = Signal(object)
    marked = Signal()

    def __init__(self, record: type[Record]) -> None:
        super().__init__(record, GridRows(record, chosen_columns(record)))
        self.keys = CellKeys(self, self.rows, lambda: self.rows.store, record, CellEditors)
        self.keys.leaves_from_empty_row = self.keys.takes_blocks = False
        self.keys.editors.closeEditor.connect(lambda *_how: QTimer.singleShot(0, self._mind_focus))
        self.columns = GridColumns(self, self.finish)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.DoubleClicked)
        self.setObjectName("grid")
        self.rows.failed.connect(lambda error: messages.refuse(self, error))
        self.selectionModel().currentRowChanged.connect(self._leave_row)
        self.selectionModel().selectionChanged.connect(lambda *_ranges: self.marked.emit())

    @property
    def unsaved(self) -> Unsaved | None:
        """What is not saved yet of the row that the cursor is in."""
        return self.rows.unsaved_at(self.currentIndex().row()) if self.rows.unsaved else None

    def show_numbers(
        self, store: Store | None, numbers: array[int], *, is_whole: bool = True, is_again: bool = False
    ) -> None:
        row, column = self.unsaved, self.currentIndex().column()
        super().show_numbers(store, numbers, is_whole=is_whole, is_again=is_again)
        if row is not None and row.is_new and row.uid in self.rows.unsaved:
            put_cursor(self, self.rows.index(self.rows.row_of_unsaved(row), column))

    def finish(self) -> None:
        """Takes over a cell that is being typed into, and saves every row that is complete."""
        focused = QApplication.focusWidget()
        if focused is not None and focused is not self and self.isAncestorOf(focused):
            self.setFocus()
            if self.state() == QAbstractItemView.State.EditingState:  # a window that is not active tells no focus
                self.commitData(focused)
                self.closeEditor(focused, CellEditors.EndEditHint.NoHint)
        self._save(self.rows.new_rows)

    def give_up(self, key: int) -> bool:
        """Forgets what is not saved of the row: with Esc of a known one, with Ctrl+Delete of a new one too."""
        row = self.unsaved
        if row is None or (row.is_new and key == Qt.Key.Key_Escape):
            return False
        self.rows.drop(row)
        return True

    def go_to(self, row: Unsaved) -> bool:
        """Puts the cursor into the first cell of a row that needs something; False if the row is not shown."""
        place = self.rows.row_of_unsaved(row)
        keys = [column.key for column in self.rows.columns]
        column = next((keys.index(key) for key in keys if key in row.faults), 0)
        if place >= 0:
            put_cursor(self, self.rows.index(place, column))
            self.setFocus()
        return place >= 0

    def go_to_empty_row(self) -> None:
        """Puts the cursor where a new row begins."""
        put_cursor(self, self.rows.index(self.rows.rowCount() - 1, 0))
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & _CONTROL)
        if event.key() == Qt.Key.Key_S and control:
            self.finish()
        elif event.key() == Qt.Key.Key_E and control and self.unsaved is not None:
            self.card_wished.emit(self.unsaved)
        elif event.key() == Qt.Key.Key_Escape or (event.key() == Qt.Key.Key_Delete and control):
            self.give_up(event.key())
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Ctrl+E belongs to the table while the row is not saved: the menu opens records of the ledger."""
        is_claim = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride
        if is_claim and event.key() in (Qt.Key.Key_E, Qt.Key.Key_Delete) and self.unsaved is not None:  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _QUIET:
            QTimer.singleShot(0, self._mind_focus)

    def hideEvent(self, event: QHideEvent) -> None:
        self.finish()
        super().hideEvent(event)

    def _mind_focus(self) -> None:
        focused = QApplication.focusWidget()
        if focused is not None and focused is not self and not self.isAncestorOf(focused):
            self._save(self.rows.new_rows)

    def _leave_row(self, _current: QModelIndex, left: QModelIndex) -> None:
        self.viewport().update()  # the row with the cursor is painted softly
        row = self.rows.unsaved_at(left.row()) if left.isValid() and self.rows.unsaved else None
        if row is not None and row.is_new:
            QTimer.singleShot(0, lambda: self._save([row]))

    def _save(self, rows: list[Unsaved]) -> None:
        waiting = [row for row in rows if row.uid in self.rows.unsaved]
        if waiting and self.rows.store is not None:
            self.rows.save(waiting)

    def _open(self, index: QModelIndex) -> None:
        """A double click opens the cell, not the record."""
