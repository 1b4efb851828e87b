"""How the cells of a log are painted: the row with the cursor softly, sums greyed."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QStyleOptionViewItem, QTableView

from ui.editing.cells import CellEditors
from ui.theme import TONES

Index = QModelIndex | QPersistentModelIndex


class GridCells(CellEditors):
    """Paints and edits the cells of a log."""

    def ground(self, index: Index) -> Any:
        table, marked = self.parent(), super().ground(index)
        is_here = isinstance(table, QTableView) and table.currentIndex().row() == index.row()
        return QColor(TONES.accent_faint) if marked is None and is_here else marked

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if "." in self._rows.member(index.column()).key:
            option.palette.setColor(QPalette.ColorRole.Text, QColor(TONES.muted))
