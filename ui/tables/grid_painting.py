"""What is painted below and above the cells of a log: the row with the cursor softly, wrong cells marked, a frame.

Qt paints the cells themselves: each of them through Python would take as long as all of them do now.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QModelIndex, QRect
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyleOptionViewItem

from ui.editing.marked_cells import paint_frame
from ui.tables.record_table import RecordTable
from ui.tables.unsaved_rows import GROUND, UnsavedRows
from ui.theme import TONES


class PaintedTable(RecordTable):
    """A table of `UnsavedRows`."""

    rows: UnsavedRows

    def paintEvent(self, event: QPaintEvent) -> None:
        unsaved = list(_unsaved_cells(self, self.rows))
        _paint_below(self, unsaved)
        super().paintEvent(event)
        _paint_above(self, unsaved)


def _paint_below(table: PaintedTable, unsaved: Sequence[QModelIndex]) -> None:
    painter, row = QPainter(table.viewport()), table.currentIndex().row()
    if row >= 0:
        head = table.horizontalHeader()
        top, height = table.rowViewportPosition(row), table.rowHeight(row)
        painter.fillRect(QRect(-head.offset(), top, head.length(), height - 1), QColor(TONES.accent_faint))
    for index in unsaved:
        painter.fillRect(_inside(table, index), index.data(GROUND))
    painter.end()


def _paint_above(table: PaintedTable, unsaved: Sequence[QModelIndex]) -> None:
    """What is not saved stays marked though it is selected."""
    painter, option = QPainter(table.viewport()), QStyleOptionViewItem()
    table.initViewItemOption(option)
    for index in unsaved:
        if table.selectionModel().isSelected(index):
            option.rect = table.visualRect(index)
            painter.fillRect(_inside(table, index), index.data(GROUND))
            table.itemDelegate().paint(painter, option, index)
    if table.currentIndex().isValid():
        paint_frame(painter, table)
    painter.end()


def _unsaved_cells(table: PaintedTable, rows: UnsavedRows) -> Iterator[QModelIndex]:
    """The cells in sight of rows that are not saved."""
    if not rows.unsaved:
        return
    first, last = table.rowAt(0), table.rowAt(table.viewport().height() - 1)
    for row in range(first, (last if last >= 0 else rows.rowCount() - 1) + 1):
        if rows.unsaved_at(row) is not None:
            yield from (rows.index(row, column) for column in range(rows.columnCount()))


def _inside(table: PaintedTable, index: QModelIndex) -> QRect:
    return table.visualRect(index).adjusted(0, 0, 0, -1)
