"""The keys of a table that is typed into, as Excel has them: moving, F2, Delete, copies, Ctrl+D, Ctrl+; and blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime, time
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView

from models.ledger.store import Store
from models.masks import MASK
from models.record import Part
from models.values import Day, Moment, YesNo
from ui.editing.block import Block, cells_of, text_of
from ui.editing.cell_block import CellBlocks
from ui.editing.cells import ENDS, CellEditors, CellRows, Typed
from ui.editing.editor import LineEditor
from ui.editing.marked_cells import MarkedCells
from ui.editing.reading import CellReader
from ui.settings import ENTER
from ui.tables.cursor import put_cursor

_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_NONE, _KEYPAD = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier
Act = Callable[[], object]


class CellKeys(QObject):
    """Serves one table. Emits `said` with what a person should know, `pasted` with a block and where it begins.

    Whoever wants to check a block before it is taken sets `takes_blocks` to False and listens to `pasted`.
    """

    said = Signal(str)
    pasted = Signal(int, int, list)

    def __init__(
        self,
        table: QTableView,
        rows: CellRows,
        store: Callable[[], Store | None],
        of: type[Part] | None = None,
        editors: type[CellEditors] = MarkedCells,
    ) -> None:
        super().__init__(table)
        self._table, self._rows = table, rows
        self.reader = CellReader(table, store)
        self._blocks = CellBlocks(rows, self.reader)
        self.leaves_from_empty_row = True
        self.takes_blocks = True
        self._acts: dict[tuple[Any, Any], Act] = {
            (Qt.Key.Key_F2, _NONE): self._edit,
            (Qt.Key.Key_Delete, _NONE): self.clear,
            (Qt.Key.Key_C, _CONTROL): self.copy,
            (Qt.Key.Key_Insert, _CONTROL): self.copy,
            (Qt.Key.Key_X, _CONTROL): self.cut,
            (Qt.Key.Key_V, _CONTROL): self.paste,
            (Qt.Key.Key_Insert, _SHIFT): self.paste,
            (Qt.Key.Key_D, _CONTROL): self.fill_down,
            (Qt.Key.Key_Semicolon, _CONTROL): self._put_today,
            (Qt.Key.Key_Space, _NONE): self._edit,
        }
        self.editors = editors(table, rows, store, of)
        self.editors.ended.connect(self._go_on)
        self.editors.hindered.connect(self.said)
        table.setItemDelegate(self.editors)
        table.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._table or not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        act = self._acts.get((Qt.Key(event.key()), event.modifiers() & ~_KEYPAD))
        if act is not None:
            if self._table.state() != QAbstractItemView.State.EditingState:  # else left over by an open cell
                act()
        elif event.key() in ENDS and not event.modifiers() & _CONTROL:
            self._go_on(event)
        elif event.text().isprintable() and event.text() and not event.modifiers() & _CONTROL:
            return self._is_box()
        else:
            return False
        return True

    def copy(self) -> None:
        """Puts what is selected on the clipboard."""
        chosen = {(each.row(), each.column()): each for each in self._table.selectedIndexes()}
        if not chosen:
            return
        rows, columns = (sorted({place[axis] for place in chosen}) for axis in (0, 1))
        block = [[self._blocks.text(chosen.get((row, column))) for column in columns] for row in rows]
        alone = len(chosen) == 1 and "\n" not in block[0][0]
        QGuiApplication.clipboard().setText(block[0][0] if alone else text_of(block))

    def cut(self) -> None:
        """Puts what is selected on the clipboard and empties it."""
        self.copy()
        self.clear()

    def clear(self) -> None:
        """Empties the cells selected."""
        self._take(Typed(each.row(), each.column(), None) for each in self._editable())

    def paste(self) -> None:
        """Takes over the clipboard, from the current cell on; a single cell fills all that are selected."""
        block, start = cells_of(QGuiApplication.clipboard().text()), self._table.currentIndex()
        if not block or not start.isValid():
            return
        chosen = self._editable()
        if len(block) == len(block[0]) == 1 and len(chosen) > 1:
            self._take(self._blocks.read(each.row(), each.column(), block[0][0]) for each in chosen)
            return
        first = min(chosen or [start], key=lambda each: (each.row(), each.column()))
        if self.takes_blocks:
            self.take_block(first.row(), first.column(), block)
        else:
            self.pasted.emit(first.row(), first.column(), block)

    def take_block(self, row: int, column: int, block: Block) -> None:
        """Puts a block in, its first cell at this place; what is wider than the table is left out."""
        breadth = self._table.model().columnCount() - column
        self._take(self._blocks.typed(row, column, [line[:breadth] for line in block]))

    def fill_down(self) -> None:
        """Fills what is selected with its first row; a single row takes over the cells above it."""
        chosen = self._editable()
        rows = sorted({each.row() for each in chosen})
        if not rows or rows[-1] == 0:
            return
        source = rows[0] if len(rows) > 1 else rows[0] - 1
        model = self._table.model()
        found = {each.column(): self._rows.raw(model.index(source, each.column())) for each in chosen}
        self._take(
            Typed(each.row(), each.column(), found[each.column()][0])
            for each in chosen
            if each.row() != source and not found[each.column()][1]
            if model.index(source, each.column()).data() != MASK  # what is kept back is not handed on
        )

    def _put_today(self) -> None:
        current = self._table.currentIndex()
        kind = self._rows.member(current.column()).kind if current.isValid() else None
        if isinstance(kind, Day | Moment) and not self._is_hindered():
            today = date.today()
            self._take([Typed(current.row(), current.column(), _fitting(kind, today))])

    def _edit(self) -> None:
        current = self._table.currentIndex()
        if not current.isValid() or self._is_hindered():
            return
        if isinstance(self._rows.member(current.column()).kind, YesNo):
            self._take([Typed(current.row(), current.column(), not self._rows.raw(current)[0])])
            return
        self._table.edit(current)
        if isinstance(opened := QApplication.focusWidget(), LineEditor):
            opened.end(False)

    def _is_hindered(self) -> bool:
        current = self._table.currentIndex()
        hindrance = self._rows.hindrance(current) if current.isValid() else ""
        if hindrance:
            self.said.emit(hindrance)
        return bool(hindrance)

    def _is_box(self) -> bool:
        """A letter does nothing to a box; Qt would look through all rows for one that begins with it."""
        current = self._table.currentIndex()
        return current.isValid() and isinstance(self._rows.member(current.column()).kind, YesNo)

    def _go_on(self, event: QKeyEvent) -> None:
        """To the next cell, as the key says; past the ends of the table to the next field."""
        current, model = self._table.currentIndex(), self._table.model()
        backward = event.key() == Qt.Key.Key_Backtab or bool(event.modifiers() & _SHIFT)
        step, columns = -1 if backward else 1, model.columnCount()
        is_tab = event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        place = current.row() * columns + current.column() + step
        if ENTER.value == "down" and not is_tab:
            place = (current.row() + step) * columns + current.column()
        from_empty = is_tab and self.leaves_from_empty_row and current.row() == model.rowCount() - 1 and not backward
        if is_tab and (from_empty or not 0 <= place < model.rowCount() * columns):
            self._table.focusNextPrevChild(not backward)
        elif 0 <= place < model.rowCount() * columns:
            put_cursor(self._table, model.index(place // columns, place % columns))

    def _editable(self) -> list[QModelIndex]:
        return [each for each in self._table.selectedIndexes() if not self._rows.hindrance(each)]

    def _take(self, cells: Iterable[Typed]) -> None:
        if taken := list(cells):
            self._rows.take(taken)


def _fitting(kind: Day | Moment, day: date) -> date:
    return datetime.combine(day, time()) if isinstance(kind, Moment) else day
