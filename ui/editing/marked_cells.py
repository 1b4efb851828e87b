"""Cells of a small table that is typed into: wrong ones are marked, the one with the cursor has a frame."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTableView

from ui.editing.cells import CellEditors, Index
from ui.theme import TONES


class MarkedCells(CellEditors):
    """Paints and edits the cells."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """A wrong cell stays marked though it is selected."""
        table, marked = self.parent(), index.data(Qt.ItemDataRole.BackgroundRole)
        shown = QStyleOptionViewItem(option)
        shown.state &= ~QStyle.StateFlag.State_HasFocus
        if marked is not None:
            shown.state &= ~QStyle.StateFlag.State_Selected
            painter.fillRect(option.rect.adjusted(0, 0, 0, -1), marked)
        super().paint(painter, shown, index)
        if isinstance(table, QTableView) and table.currentIndex() == index:
            paint_frame(painter, table)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.backgroundBrush = QBrush()  # painted above: the style sheet would cover it


def paint_frame(painter: QPainter, table: QTableView) -> None:
    """The frame of the cell with the cursor."""
    painter.save()
    painter.setPen(QPen(QColor(TONES.accent if table.hasFocus() else TONES.edge), 2))
    painter.drawRect(table.visualRect(table.currentIndex()).adjusted(1, 1, -1, -2))
    painter.restore()
