"""How the cells of a log are painted: the row she is in softly, the cell she is in with a frame, sums greyed."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTableView

from ui.editing.cells import CellEditors
from ui.theme import TONES

Index = QModelIndex | QPersistentModelIndex


class GridCells(CellEditors):
    """Paints and edits the cells of a log."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        table = self.parent()
        assert isinstance(table, QTableView)
        current = table.currentIndex()
        ground = index.data(Qt.ItemDataRole.BackgroundRole)
        if ground is None and current.row() == index.row():
            ground = QColor(TONES.accent_faint)
        if ground is not None:
            painter.fillRect(option.rect.adjusted(0, 0, 0, -1), ground)
        shown = QStyleOptionViewItem(option)
        shown.state &= ~QStyle.StateFlag.State_HasFocus
        super().paint(painter, shown, index)
        if index == current:
            pen = QPen(QColor(TONES.accent if table.hasFocus() else TONES.edge), 2)
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            painter.save()
            painter.setPen(pen)
            painter.drawRect(option.rect.adjusted(1, 1, -1, -2))
            painter.restore()

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.backgroundBrush = QBrush()  # painted above: the style sheet would cover it
        if "." in self._rows.member(index.column()).key:
            option.palette.setColor(QPalette.ColorRole.Text, QColor(TONES.muted))
