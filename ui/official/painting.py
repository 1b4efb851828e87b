"""Draws what is seen of a form: its cells nearly as the spreadsheet shows them, and what is mapped over them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from exports.official.grid import GridCell
from exports.official.places import Box, Place, letters
from exports.official.styles import PLAIN
from ui.official.geometry import HEAD_HEIGHT, HEAD_WIDTH, PIXELS_PER_POINT, Geometry
from ui.official.marks import COATS, Mark, Marks
from ui.reports.paper import Face, paper_font
from ui.theme import LIGHT, TONES
from ui.theme import letters as window_letters

SIDE = 3.0  # between a cell's line and its text
CORNER = 7.0  # of the mark at a cell where she said something
OVERFLOW = 20  # columns that a text may reach over
_ACROSS = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "right": Qt.AlignmentFlag.AlignRight,
    "center": Qt.AlignmentFlag.AlignHCenter,
    "centerContinuous": Qt.AlignmentFlag.AlignHCenter,
    "justify": Qt.AlignmentFlag.AlignLeft,
}
_UPRIGHT = {"top": Qt.AlignmentFlag.AlignTop, "center": Qt.AlignmentFlag.AlignVCenter}


class FormDrawing:
    """One drawing of a sheet."""

    def __init__(
        self, painter: QPainter, geometry: Geometry, marks: Marks, window: QSizeF, scrolled: QPointF, zoom: float
    ) -> None:
        self._painter, self._geometry, self._marks = painter, geometry, marks
        self._window, self._zoom = window, zoom
        self._seen = QRectF(scrolled / zoom, (window - QSizeF(HEAD_WIDTH, HEAD_HEIGHT)) / zoom)
        self._rows = geometry.rows_in(self._seen.top(), self._seen.bottom())
        self._columns = geometry.columns_in(self._seen.left(), self._seen.right())

    def draw(self) -> None:
        """Draws everything in sight."""
        painter = self._painter
        painter.fillRect(QRectF(QPointF(), self._window), QColor(TONES.line))
        painter.save()
        painter.setClipRect(QRectF(HEAD_WIDTH, HEAD_HEIGHT, self._window.width(), self._window.height()))
        painter.translate(HEAD_WIDTH, HEAD_HEIGHT)
        painter.scale(self._zoom, self._zoom)
        painter.translate(-self._seen.left(), -self._seen.top())
        sheet = QRectF(0, 0, self._geometry.width, self._geometry.height).intersected(self._seen)
        painter.fillRect(sheet, QColor(LIGHT.surface))
        self._grid_lines()
        boxes = list(self._boxes())
        for step in (self._ground, self._text, self._lines, self._mark):
            for box, room in boxes:
                step(box, room)
        self._current()
        painter.restore()
        self._heads()

    def _boxes(self) -> Iterator[tuple[Box, QRectF]]:
        """The cells in sight, and those left of it whose text may reach into it; merged ones once."""
        merges = list(self._geometry.merges_in(self._rows))
        covered = {place for box in merges if _is_small(box) for place in box.cells()}
        large = [box for box in merges if not _is_small(box)]
        yield from ((box, self._geometry.room(box)) for box in merges)
        first = max(1, self._columns.start - OVERFLOW)
        for row in self._rows:
            for column in range(first, self._columns.stop):
                if (row, column) not in covered and not any(box.holds(row, column) for box in large):
                    box = Box(row, column, row, column)
                    yield box, self._geometry.room(box)

    def _cell(self, box: Box) -> GridCell | None:
        return self._geometry.grid.cells.get(box.first)

    def _grid_lines(self) -> None:
        self._painter.setPen(QPen(QColor(LIGHT.raised), 0))
        for row in self._rows:
            bottom = self._geometry.room(Box(row, 1, row, 1)).bottom()
            self._painter.drawLine(QLineF(self._seen.left(), bottom, self._seen.right(), bottom))
        for column in self._columns:
            right = self._geometry.room(Box(1, column, 1, column)).right()
            self._painter.drawLine(QLineF(right, self._seen.top(), right, self._seen.bottom()))

    def _ground(self, box: Box, room: QRectF) -> None:
        cell = self._cell(box)
        merged = box.bottom > box.top or box.right > box.left
        if cell is not None and cell.look.fill is not None:
            self._painter.fillRect(room, QColor(f"#{cell.look.fill}"))
        elif merged:
            self._painter.fillRect(room, QColor(LIGHT.surface))

    def _text(self, box: Box, room: QRectF) -> None:
        cell = self._cell(box)
        if cell is None or not cell.text or box.first in self._marks.values or not room.height():
            return
        look, painter = cell.look, self._painter
        painter.setFont(_letters(look.size, look.bold, look.italic))
        painter.setPen(QColor(f"#{look.colour}" if look.colour else LIGHT.text))
        usual = Qt.AlignmentFlag.AlignRight if cell.is_number else Qt.AlignmentFlag.AlignLeft
        flags = _ACROSS.get(look.across, usual) | _UPRIGHT.get(look.upright, Qt.AlignmentFlag.AlignBottom)
        if look.wraps:
            painter.drawText(room.adjusted(SIDE, 0, -SIDE, 0), int(flags) | int(Qt.TextFlag.TextWordWrap), cell.text)
            return
        if usual in flags and not cell.is_number:
            room = QRectF(room.topLeft(), QPointF(self._free_until(box), room.bottom()))
        painter.save()
        painter.setClipRect(room, Qt.ClipOperation.IntersectClip)
        painter.drawText(room.adjusted(SIDE, 0, -SIDE, 0), int(flags), cell.text)
        painter.restore()

    def _free_until(self, box: Box) -> float:
        """How far to the right a text may reach: over empty cells."""
        column = box.right
        while column - box.right < OVERFLOW and column < self._geometry.columns:
            beside = self._geometry.grid.cells.get(Place(box.top, column + 1))
            if (beside is not None and beside.text) or Place(box.top, column + 1) in self._marks.marks:
                break
            column += 1
        return self._geometry.room(Box(box.top, box.left, box.bottom, column)).right()

    def _lines(self, box: Box, room: QRectF) -> None:
        cell = self._cell(box)
        sides = cell.look.lines if cell is not None else PLAIN.lines
        if not sides:
            return
        self._painter.setPen(QPen(QColor(LIGHT.muted), 0))
        ends = {
            "l": (room.topLeft(), room.bottomLeft()),
            "t": (room.topLeft(), room.topRight()),
            "r": (room.topRight(), room.bottomRight()),
            "b": (room.bottomLeft(), room.bottomRight()),
        }
        for side in sides:
            self._painter.drawLine(QLineF(*ends[side]))

    def _mark(self, box: Box, room: QRectF) -> None:
        mark = self._marks.marks.get(box.first)
        if mark is None:
            return
        coat, painter = COATS[mark], self._painter
        inside = room.adjusted(1.5, 1.5, -1.5, -1.5)
        if mark is not Mark.WAITING:
            painter.fillRect(inside, QColor(coat.ground))
        painter.setPen(QPen(QColor(coat.line), 1, coat.style))
        painter.drawRect(inside)
        if box.first in self._marks.worded:
            corner = inside.topRight()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(LIGHT.hint))
            painter.drawPolygon([corner, corner - QPointF(CORNER, 0), corner + QPointF(0, CORNER)])
            painter.setBrush(Qt.BrushStyle.NoBrush)
        value = self._marks.values.get(box.first, "")
        if value:
            across = Qt.AlignmentFlag.AlignRight if box.first in self._marks.numbers else Qt.AlignmentFlag.AlignLeft
            cell = self._cell(box)
            look = cell.look if cell is not None else PLAIN
            painter.setFont(_letters(look.size, mark is Mark.MAPPED, False))
            painter.setPen(QColor(coat.letters))
            room = inside.adjusted(SIDE, 0, -SIDE, 0)
            text = painter.fontMetrics().elidedText(value, Qt.TextElideMode.ElideRight, int(room.width()))
            painter.drawText(room, int(across | Qt.AlignmentFlag.AlignVCenter), text)

    def _current(self) -> None:
        room = self._geometry.room(self._geometry.box(self._marks.current))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        colour = LIGHT.accent if self._marks.focused else LIGHT.muted
        self._painter.setPen(QPen(QColor(colour), 2.5, j=Qt.PenJoinStyle.MiterJoin))
        self._painter.drawRect(room)

    def _heads(self) -> None:
        """The names of columns and rows, as every spreadsheet shows them."""
        current = self._geometry.box(self._marks.current)
        self._painter.setFont(window_letters(9.0))
        for column in self._columns:
            room = self._geometry.room(Box(1, column, 1, column))
            left = HEAD_WIDTH + (room.left() - self._seen.left()) * self._zoom
            head = QRectF(left, 0, room.width() * self._zoom, HEAD_HEIGHT)
            self._head(head, letters(column), current.left <= column <= current.right)
        for row in self._rows:
            room = self._geometry.room(Box(row, 1, row, 1))
            top = HEAD_HEIGHT + (room.top() - self._seen.top()) * self._zoom
            head = QRectF(0, top, HEAD_WIDTH, room.height() * self._zoom)
            self._head(head, str(row), current.top <= row <= current.bottom)
        self._head(QRectF(0, 0, HEAD_WIDTH, HEAD_HEIGHT), "", False)

    def _head(self, room: QRectF, text: str, chosen: bool) -> None:
        self._painter.fillRect(room, QColor(TONES.accent_soft if chosen else TONES.raised))
        self._painter.setPen(QPen(QColor(TONES.edge), 0))
        self._painter.drawRect(room)
        self._painter.setPen(QColor(TONES.accent_pressed if chosen else TONES.muted))
        self._painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), text)


def _is_small(box: Box) -> bool:
    return (box.bottom - box.top + 1) * (box.right - box.left + 1) <= 4096


@lru_cache(maxsize=64)
def _letters(points: float, bold: bool, italic: bool) -> QFont:
    return paper_font(Face(max(round(points * PIXELS_PER_POINT), 1), bold, italic))
