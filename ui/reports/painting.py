"""Draws what is seen of the paper: the sheet on its desk, tables, the columns and heads that stay, the chosen cell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPen

from exports.document import Cell, Shape
from exports.render.wording import shape_of
from ui.reports.grid import NUMERIC, Grid, face_of, indent_of
from ui.reports.paper import CELL_SIDE, CENTRED, LEFT, RIGHT, paper_font
from ui.reports.sight import Place, Sight
from ui.theme import LIGHT, TONES

SHADOW = 12.0
CORNER = 9.0
VEIL = 150  # over a sheet that is being brought up to date; 255 would hide it


@dataclass(slots=True)
class Marks:
    """What is marked on the sheet."""

    current: Place | None = None
    hovered: Place | None = None
    focused: bool = False
    dim: bool = False


class SheetDrawing:
    """One drawing of the sheet."""

    def __init__(self, painter: QPainter, sight: Sight, marks: Marks) -> None:
        self._painter = painter
        self._sight = sight
        self._marks = marks
        self._rule = QPen(QColor(LIGHT.muted), 0)

    def draw(self) -> None:
        """Draws everything in sight."""
        painter, sight = self._painter, self._sight
        painter.fillRect(QRectF(0, 0, sight.window.width(), sight.window.height()), QColor(TONES.line))
        self._paper()
        painter.translate(sight.left, sight.top)
        painter.scale(sight.zoom, sight.zoom)
        seen = QRectF(0, -sight.top / sight.zoom, sight.layout.width, sight.window.height() / sight.zoom)
        for words in sight.layout.words:
            if words.room.intersects(seen):
                painter.setFont(paper_font(words.face))
                painter.setPen(QColor(LIGHT.text))
                painter.drawText(words.room, words.flags, words.text)
        for number, grid in enumerate(sight.layout.grids):
            if grid.head_top < seen.bottom() and grid.tops[-1] > seen.top():
                self._grid(number, grid)
        painter.resetTransform()
        if self._marks.dim:
            veil = QColor(LIGHT.surface)
            veil.setAlpha(VEIL)
            painter.fillRect(sight.paper(), veil)

    def _paper(self) -> None:
        paper = self._sight.paper()
        shadow = QColor(LIGHT.text)
        for spread, strength in ((4, 10), (2, 16), (1, 24)):
            shadow.setAlpha(strength)
            self._painter.fillRect(paper.adjusted(-spread, 1 - spread, spread, 1 + spread), shadow)
        self._painter.fillRect(paper, QColor(LIGHT.surface))

    def _grid(self, number: int, grid: Grid) -> None:
        columns = range(len(grid.edges) - 1)
        shift, drop = self._sight.shift(grid), self._sight.drop(grid)
        stays = range(grid.frozen())
        self._rows(number, grid, columns)
        self._mark(number, grid, columns)
        if shift:
            self._moved(grid, shift, 0, stays, lambda: self._rows(number, grid, stays))
            self._moved(grid, shift, 0, stays, lambda: self._mark(number, grid, stays))
        self._moved(grid, 0, drop, columns, lambda: self._head(grid))
        if shift:
            self._moved(grid, shift, drop, stays, lambda: self._head(grid))
            self._border(grid, grid.edges[stays.stop] + shift)

    def _moved(self, grid: Grid, x: float, y: float, columns: range, draw: Callable[[], None]) -> None:
        """Draws something of these columns, moved away from where it really stands."""
        painter = self._painter
        painter.save()
        painter.translate(x, y)
        left, right = grid.edges[columns.start], grid.edges[columns.stop]
        painter.setClipRect(QRectF(left - 1, grid.head_top - 1, right - left + 2, grid.tops[-1] - grid.head_top + 2))
        draw()
        painter.restore()

    def _border(self, grid: Grid, x: float) -> None:
        """A shadow where the other columns go under those that stay, so that a number cut there is not misread."""
        dark, clear = QColor(LIGHT.text), QColor(LIGHT.text)
        dark.setAlpha(60)
        clear.setAlpha(0)
        shadow = QLinearGradient(x, 0, x + SHADOW, 0)
        shadow.setColorAt(0, dark)
        shadow.setColorAt(1, clear)
        self._painter.fillRect(QRectF(x, grid.head_top, SHADOW, grid.tops[-1] - grid.head_top), shadow)

    def _head(self, grid: Grid) -> None:
        painter = self._painter
        for title in grid.head:
            room = title.room.translated(0, grid.head_top)
            painter.fillRect(room, QColor(LIGHT.ground))
            painter.setPen(self._rule)
            painter.drawRect(room)
            painter.setPen(QColor(LIGHT.text))
            painter.setFont(paper_font(title.face))
            painter.drawText(room.adjusted(CELL_SIDE, 0, -CELL_SIDE, 0), CENTRED, title.text)

    def _rows(self, number: int, grid: Grid, columns: range) -> None:
        painter, rows = self._painter, self._sight.rows(grid)
        if not rows:
            return
        left, right = grid.edges[columns.start], grid.edges[columns.stop]
        top, bottom = grid.tops[rows.start], grid.tops[rows.stop]
        painter.fillRect(QRectF(left, top, right - left, bottom - top), QColor(LIGHT.surface))
        for row in rows:
            self._row(number, grid, row, columns)
        painter.setPen(self._rule)
        painter.drawLines([line for row in rows for line in _row_rules(grid, row, columns)])
        painter.drawLine(QLineF(left, bottom, right, bottom))
        painter.drawLines([QLineF(x, top, x, bottom) for x in grid.edges[columns.start : columns.stop + 1]])

    def _row(self, number: int, grid: Grid, row: int, columns: range) -> None:
        painter, table, marks = self._painter, grid.table, self._marks
        line, top = table.rows[row], grid.tops[row]
        painter.setFont(paper_font(face_of(line)))
        painter.setPen(QColor(LIGHT.text))
        edges = list(pairwise(grid.edges))
        for column in columns:
            left, right = edges[column]
            bottom = grid.bottom(row, column)
            if marks.hovered == (number, row, column):
                painter.fillRect(QRectF(left, top, right - left, bottom - top), QColor(LIGHT.accent_soft))
            self._corners(line.cells[column], left, right, top)
            if text := grid.texts[row][column]:
                indent = indent_of(line, column, grid.label_column)
                room = QRectF(left + CELL_SIDE + indent, top, right - left - 2 * CELL_SIDE - indent, bottom - top)
                painter.drawText(room, _flags(grid, row, column), text)

    def _corners(self, cell: Cell, left: float, right: float, top: float) -> None:
        """A corner, as in Excel: on the right where she put another number, on the left where she said something."""
        for said, x, tone in ((cell.by_hand, right - CORNER, TONES.danger), (cell.remark, left, TONES.accent)):
            if said:
                outer = x if x == left else x + CORNER
                corner = [QPointF(x, top), QPointF(x + CORNER, top), QPointF(outer, top + CORNER)]
                self._painter.save()
                self._painter.setPen(Qt.PenStyle.NoPen)
                self._painter.setBrush(QColor(tone))
                self._painter.drawPolygon(corner)
                self._painter.restore()

    def _mark(self, number: int, grid: Grid, columns: range) -> None:
        place = self._marks.current
        if place is None or place.grid != number or place.column not in columns:
            return
        painter = self._painter
        left, right = grid.edges[place.column : place.column + 2]
        top, bottom = grid.tops[place.row], grid.bottom(place.row, place.column)
        pen = QPen(QColor(LIGHT.accent), 2.5 if self._marks.focused else 1.5)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.drawRect(QRectF(left, top, right - left, bottom - top).adjusted(1, 1, -1, -1))


def _row_rules(grid: Grid, row: int, columns: range) -> list[QLineF]:
    """The line above a row; inside a record it leaves out the merged cells."""
    y, inside = grid.tops[row], not grid.table.rows[row].over
    if not inside:
        return [QLineF(grid.edges[columns.start], y, grid.edges[columns.stop], y)]
    plain = (at for at in columns if not grid.table.columns[at].merged)
    return [QLineF(grid.edges[at], y, grid.edges[at + 1], y) for at in plain]


def _flags(grid: Grid, row: int, column: int) -> int:
    shape = shape_of(grid.table.rows[row].cells[column], grid.table.columns[column])
    if shape in NUMERIC:
        return RIGHT
    return LEFT if shape is Shape.TEXT else CENTRED
