"""What of the paper is seen: zoom, scrolling, the columns and heads that stay, and what lies under the mouse."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF

from ui.reports.grid import Grid
from ui.reports.layout import Layout

DESK = 14.0  # of the desk around the paper
MOST_FROZEN = 0.5  # of the window's width


class Place(NamedTuple):
    """A cell: which table, which row, which column."""

    grid: int
    row: int
    column: int


class Sight:
    """Turns places on the paper into places in the window, and back."""

    def __init__(self, layout: Layout, window: QSizeF, zoom: float, scrolled: QPointF) -> None:
        self.layout = layout
        self.window = window
        self.zoom = zoom
        width = layout.width * zoom
        self.left = max(DESK, (window.width() - width) / 2) - scrolled.x()
        self.top = DESK - scrolled.y()

    def extent(self) -> QSizeF:
        """How much there is to scroll over: the paper and the desk around it."""
        return QSizeF(
            self.layout.width * self.zoom + 2 * DESK,
            self.layout.height * self.zoom + 2 * DESK,
        )

    def paper(self) -> QRectF:
        """Where the paper lies."""
        return QRectF(self.left, self.top, self.layout.width * self.zoom, self.layout.height * self.zoom)

    def shift(self, grid: Grid) -> float:
        """How far, in pixels of the paper, the first columns of a table are moved to stay in sight."""
        hidden = -self.left / self.zoom - grid.edges[0]
        count = grid.frozen()
        if (
            hidden <= 0
            or not count
            or (grid.edges[count] - grid.edges[0]) * self.zoom > MOST_FROZEN * self.window.width()
        ):
            return 0.0
        return hidden

    def drop(self, grid: Grid) -> float:
        """How far, in pixels of the paper, the head of a table is moved down to stay in sight."""
        hidden = -self.top / self.zoom - grid.head_top
        most = grid.tops[-1] - grid.tops[0]
        return min(max(hidden, 0.0), max(most, 0.0))

    def rows(self, grid: Grid) -> range:
        """The rows in sight."""
        first, last = -self.top / self.zoom, (self.window.height() - self.top) / self.zoom
        start = max(bisect_right(grid.tops, first) - 1, 0)
        while start and start < len(grid.table.rows) and not grid.table.rows[start].over:
            start -= 1  # merged cells are drawn with their first row
        return range(start, min(bisect_right(grid.tops, last), len(grid.tops) - 1))

    def room(self, place: Place) -> QRectF:
        """Where a cell lies in the window."""
        grid = self.layout.grids[place.grid]
        x = grid.edges[place.column] + (self.shift(grid) if place.column < grid.frozen() else 0.0)
        width = grid.edges[place.column + 1] - grid.edges[place.column]
        top, bottom = grid.tops[place.row], grid.bottom(place.row, place.column)
        return QRectF(
            self.left + x * self.zoom, self.top + top * self.zoom, width * self.zoom, (bottom - top) * self.zoom
        )

    def place(self, point: QPointF) -> Place | None:
        """The cell at a point of the window; None in heads and beside tables."""
        x, y = (point.x() - self.left) / self.zoom, (point.y() - self.top) / self.zoom
        for number, grid in enumerate(self.layout.grids):
            if grid.tops[0] + self.drop(grid) <= y < grid.tops[-1]:
                row = bisect_right(grid.tops, y) - 1
                column = self._column(grid, x)
                return Place(number, grid.first_of(row, column), column) if column is not None else None
        return None

    def at_a_column(self, number: int, scrolled: float) -> float:
        """The next scrolling at which no column is cut in two by those that stay, so that no number is misread."""
        grid = self.layout.grids[number]
        stays = grid.edges[grid.frozen()]
        found = (DESK + (grid.edges[0] + edge - stays) * self.zoom for edge in grid.edges[grid.frozen() : -1])
        return next((each for each in found if each >= scrolled - 1), scrolled)

    def hidden_by(self, place: Place) -> QPointF:
        """How much of the window's left and top the columns and heads that stay take away from this cell's table."""
        grid = self.layout.grids[place.grid]
        count = grid.frozen()
        width = (grid.edges[count] - grid.edges[0]) * self.zoom
        stays = 0 < count <= place.column and width <= MOST_FROZEN * self.window.width()
        return QPointF(width if stays else 0.0, grid.head_height * self.zoom)

    def _column(self, grid: Grid, x: float) -> int | None:
        shift, count = self.shift(grid), grid.frozen()
        if shift and x < grid.edges[count] + shift:
            x -= shift
        return bisect_right(grid.edges, x) - 1 if grid.edges[0] <= x < grid.edges[-1] else None
