"""Where on the screen the cells of a form lie: edges of rows and columns, merged cells, what is under the mouse."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator
from math import ceil

from PySide6.QtCore import QRectF

from exports.official.grid import HEIGHT, Grid
from exports.official.places import Box, Place

LETTER, PADDING = 7.0, 5.0  # pixels of a letter of a column's width, and beside it
PIXELS_PER_POINT = 96 / 72
HEAD_WIDTH, HEAD_HEIGHT = 40.0, 24.0  # of the names of rows and columns
SPARE_ROWS, SPARE_COLUMNS = 6, 2  # shown beyond what the sheet holds
BLOCK = 64  # rows
USUAL_LETTERS, NARROW, LINE = 11.0, 0.92, 1.32  # points; a letter of running text against a digit; a line of letters


class Geometry:
    """The sheet at 100 %, without the names of rows and columns."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.rows, self.columns = grid.rows + SPARE_ROWS, grid.columns + SPARE_COLUMNS
        heights = grid.heights | _own_heights(grid)
        self._tops = _edges(self.rows, lambda row: heights.get(row, HEIGHT) * PIXELS_PER_POINT)
        self._lefts = _edges(self.columns, lambda column: _wide(grid.width(column)))
        self._merges: dict[int, list[Box]] = defaultdict(list)
        for box in grid.merges:
            for block in range(box.top // BLOCK, box.bottom // BLOCK + 1):
                self._merges[block].append(box)

    @property
    def width(self) -> float:
        """Of all columns."""
        return self._lefts[-1]

    @property
    def used_width(self) -> float:
        """Of the columns that the sheet holds."""
        return self._lefts[self.grid.columns]

    @property
    def height(self) -> float:
        """Of all rows."""
        return self._tops[-1]

    def box(self, place: Place) -> Box:
        """The cell with those merged into it."""
        found = (box for box in self._merges.get(place.row // BLOCK, ()) if box.holds(*place))
        return next(found, Box(*place, *place))

    def room(self, box: Box) -> QRectF:
        """Where some cells lie."""
        bottom, right = min(box.bottom, self.rows), min(box.right, self.columns)
        left, top = self._lefts[min(box.left, self.columns) - 1], self._tops[min(box.top, self.rows) - 1]
        return QRectF(left, top, self._lefts[right] - left, self._tops[bottom] - top)

    def place_at(self, x: float, y: float) -> Place | None:
        """The cell, or first of its merge, at a point; None beside the sheet."""
        if not (0 <= x < self.width and 0 <= y < self.height):
            return None
        return self.box(Place(bisect_right(self._tops, y), bisect_right(self._lefts, x))).first

    def rows_in(self, first: float, last: float) -> range:
        """The rows that lie between two heights."""
        return _between(self._tops, first, last)

    def columns_in(self, first: float, last: float) -> range:
        """The columns that lie between two breadths."""
        return _between(self._lefts, first, last)

    def merges_in(self, rows: range) -> Iterator[Box]:
        """The merged cells that reach into these rows, each once."""
        seen: set[Box] = set()
        for block in range(rows.start // BLOCK, rows.stop // BLOCK + 1):
            for box in self._merges.get(block, ()):
                if box not in seen and box.top < rows.stop and box.bottom >= rows.start:
                    seen.add(box)
                    yield box

    def beside(self, place: Place, down: int, right: int) -> Place:
        """The next cell in a direction that has some size; the same one at the edge."""
        box = self.box(place)
        row = box.bottom if down > 0 else box.top
        column = box.right if right > 0 else box.left
        while True:
            row, column = row + down, column + right
            if not (1 <= row <= self.rows and 1 <= column <= self.columns):
                return place
            room = self.room(Box(row, column, row, column))
            if room.width() > 0 and room.height() > 0:
                return self.box(Place(row, column)).first


def _edges(count: int, size: Callable[[int], float]) -> array[float]:
    edges = array("d", [0.0])
    for number in range(1, count + 1):
        edges.append(edges[-1] + size(number))
    return edges


def _own_heights(grid: Grid) -> dict[int, float]:
    """Rows that say no height are as high as their letters and wrapped texts need, as spreadsheets show them."""
    covered = {box.first for box in grid.merges}
    heights: dict[int, float] = {}
    for place, cell in grid.cells.items():
        if place.row in grid.heights:
            continue
        lines = 1
        if cell.look.wraps and place not in covered:
            room = max(grid.width(place.column) * USUAL_LETTERS / cell.look.size, 1.0)
            lines = sum(ceil(max(len(part), 1) * NARROW / room) for part in cell.text.splitlines() or [""])
        heights[place.row] = max(heights.get(place.row, HEIGHT), lines * cell.look.size * LINE)
    return heights


def _wide(letters: float) -> float:
    return letters * LETTER + PADDING if letters else 0.0


def _between(edges: array[float], first: float, last: float) -> range:
    start = max(bisect_right(edges, first), 1)
    return range(start, min(bisect_right(edges, last), len(edges) - 1) + 1)
