"""A sheet as a plan: which text stands where, before there is a workbook.

Rows and columns count from 1. The writer draws a plan, the proof finds the figures by it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from openpyxl.utils import get_column_letter

from exports.document import Table
from exports.plot import Plot
from exports.render.xlsx_styles import LOOKS
from exports.render.xlsx_text import MM_PER_POINT, TALLEST_ROW, clean, height_of, height_of_row, lines_of

PORTRAIT = 165.0  # mm of text width on A4
LANDSCAPE = 252.0
PORTRAIT_HEIGHT = 720.0  # points of text height
LANDSCAPE_HEIGHT = 470.0
PICTURE_RIM = 8.0  # points of its row below a picture


@dataclass(frozen=True, slots=True)
class Span:
    """A text in a row, from column `first` to `last` (merged if these differ); `link` names the sheet it leads to."""

    row: int
    first: int
    last: int
    value: str | int | date | None
    style: str
    last_row: int
    link: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a table stands: its head rows (column numbers included) and the first row of its body."""

    table: Table
    head: int
    first: int

    @property
    def after(self) -> int:
        """The row below the table."""
        return self.first + len(self.table.rows)

    def merged(self) -> Iterator[str]:
        """The ranges of cells that reach over several rows: "A12:A14"."""
        letters = [get_column_letter(at) for at, column in enumerate(self.table.columns, 1) if column.merged]
        if letters:
            for number, row in enumerate(self.table.rows, self.first):
                if row.over > 1:
                    yield from (f"{letter}{number}:{letter}{number + row.over - 1}" for letter in letters)


@dataclass(frozen=True, slots=True)
class Picture:
    """A plot in the row that is as high as it is; sizes in points."""

    row: int
    plot: Plot
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """A sheet: its columns in mm, its texts, its tables, its rows in points (those of table bodies left out)."""

    name: str
    widths: tuple[float, ...]
    landscape: bool
    spans: tuple[Span, ...]
    places: tuple[Place, ...]
    heights: dict[int, float]
    last_row: int
    breaks: tuple[int, ...] = ()  # a page ends with each of these rows
    pictures: tuple[Picture, ...] = ()

    @property
    def frozen(self) -> int | None:
        """The row above which the sheet stands still: only where one head holds for the whole sheet."""
        return self.places[0].first if self.places and self._has_one_head() else None

    @property
    def repeated(self) -> tuple[int, int] | None:
        """The head rows to print on each page; of different heads the last, as heads repeat on the pages after them."""
        if not self.places:
            return None
        place = self.places[0] if self._has_one_head() else self.places[-1]
        return place.head, place.first - 1

    def _has_one_head(self) -> bool:
        return len(self.places) == 1


class PlanBuilder:
    """Lays a sheet out from top to bottom."""

    def __init__(self, name: str, widths: tuple[float, ...], landscape: bool = False) -> None:
        self.name = name
        self.widths = widths
        self.landscape = landscape
        self.row = 1
        self._spans: list[Span] = []
        self._places: list[Place] = []
        self._heights: dict[int, float] = {}
        self._breaks: list[int] = []
        self._pictures: list[Picture] = []

    @property
    def fits_on_a_page(self) -> bool:
        """True if what is laid out so far takes a page at most, by the heights reckoned here."""
        bodies = (height_of_row(row, self.widths) for place in self._places for row in place.table.rows)
        return sum(self._heights.values()) + sum(bodies) <= (LANDSCAPE_HEIGHT if self.landscape else PORTRAIT_HEIGHT)

    def break_page(self, before: int) -> None:
        """Begin a page with that row."""
        self._breaks.append(before - 1)

    @property
    def columns(self) -> int:
        """How many columns the sheet has."""
        return len(self.widths)

    def put(
        self, first: int, last: int, value: str | int | date | None, style: str, rows: int = 1, link: str = ""
    ) -> None:
        """A text in the current row, over so many rows; the rows grow as it needs."""
        value = clean(value) if isinstance(value, str) else value
        self._spans.append(Span(self.row, first, last, value, style, self.row + rows - 1, link))
        look = LOOKS[style]
        width = sum(self.widths[first - 1 : last])
        lines = lines_of(value, width, look.size, look.bold) if isinstance(value, str) else 1
        self._grow(self.row + rows - 1, height_of(lines, look.size) - self._above(rows))

    def line(self, value: str, style: str) -> None:
        """A text over the whole width in a row of its own."""
        self.put(1, self.columns, value, style)
        self.row += 1

    def gap(self, points: float = 8) -> None:
        """An empty row."""
        self._heights[self.row] = points
        self.row += 1

    def picture(self, plot: Plot, height: float) -> None:
        """A plot over the whole width, `height` points high."""
        self._pictures.append(Picture(self.row, plot, sum(self.widths) / MM_PER_POINT, height))
        self.gap(min(height + PICTURE_RIM, TALLEST_ROW))

    def body(self, table: Table, head: int) -> None:
        """The rows of a table, whose head began at row `head`; a row below it always follows."""
        self._places.append(Place(table, head, self.row))
        self.row += len(table.rows)
        self.gap()

    def plan(self) -> SheetPlan:
        """The sheet laid out so far."""
        return SheetPlan(
            self.name,
            self.widths,
            self.landscape,
            tuple(self._spans),
            tuple(self._places),
            dict(self._heights),
            self.row - 1,
            tuple(self._breaks),
            tuple(self._pictures),
        )

    def _above(self, rows: int) -> float:
        return sum(self._heights.get(row, 0.0) for row in range(self.row, self.row + rows - 1))

    def _grow(self, row: int, height: float) -> None:
        self._heights[row] = max(self._heights.get(row, 0.0), height)
