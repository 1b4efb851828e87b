"""A sheet as a light grid to draw: what each cell shows, how it looks, what is merged, how wide and high."""

from __future__ import annotations

from dataclasses import dataclass

from exports.official.places import Box, Place
from exports.official.reading import shown, stored_value
from exports.official.styles import Look
from exports.official.workbook import Sheet, Workbook
from exports.official.xml import attributes_of

MOST_DRAWN = 50_000  # cells; a sheet with more is drawn as far as these go
WIDTH, HEIGHT = 8.43, 15.0  # letters and points, where the sheet says nothing


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell to draw."""

    text: str
    formula: str  # "" where there is none
    look: Look
    is_number: bool


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet to draw; widths in letters, heights in points, 0 where hidden."""

    name: str
    rows: int
    columns: int
    cells: dict[Place, GridCell]
    merges: tuple[Box, ...]
    widths: dict[int, float]
    heights: dict[int, float]

    def width(self, column: int) -> float:
        """How wide a column is."""
        return self.widths.get(column, WIDTH)

    def height(self, row: int) -> float:
        """How high a row is."""
        return self.heights.get(row, HEIGHT)


def grid_of(workbook: Workbook, sheet: Sheet) -> Grid:
    """The grid of a sheet. BadWorkbook if the sheet cannot be read."""
    text = workbook.text_of(sheet)
    cells = {}
    for spot in list(text.cells)[:MOST_DRAWN]:
        look = workbook.look(text.style(spot))
        value = stored_value(workbook, text, spot)
        formula = text.formulas[spot].text if spot in text.formulas else ""
        number = isinstance(value, int | float) and not isinstance(value, bool)
        cells[Place(*spot)] = GridCell(shown(workbook, value, look), formula, look, number)
    merges = tuple(text.merges)
    rows = max([place.row for place in cells] + [box.bottom for box in merges], default=1)
    columns = max([place.column for place in cells] + [box.right for box in merges], default=1)
    widths = {
        column: 0.0 if span.hidden else span.width or WIDTH
        for span in text.columns
        for column in range(span.first, min(span.last, columns) + 1)
    }
    heights = {}
    for row, found in text.rows.items():
        said = attributes_of(found[1])
        if said.get("hidden") in ("1", "true"):
            heights[row] = 0.0
        elif "ht" in said:
            heights[row] = _decimal(said["ht"])
    return Grid(sheet.name, rows, columns, cells, merges, widths, heights)


def _decimal(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return HEIGHT
