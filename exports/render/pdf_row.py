"""A row of a table on paper: its cells broken into lines; rows that tell of one record as one piece."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import accumulate, pairwise

from exports.by_value import ByValue
from exports.document import Cell, Row, Shape, Table
from exports.long_rows import ORDINARY, LongRows, Plain, is_ordinary
from exports.render import wording
from exports.render.pdf_columns import Grid, face_of
from exports.render.pdf_flow import Strip
from exports.render.pdf_ink import Stack
from exports.render.pdf_sheet import Sheet
from exports.render.pdf_type import Typesetter
from exports.render.style import STYLE, points

CENTRED = (Shape.CODE, Shape.DATE)
FLUSH_RIGHT = (Shape.WHOLE, Shape.DECIMAL, Shape.POINTS)


@dataclass(frozen=True, slots=True)
class SetRow:
    """A row broken into lines: what stands in each filled cell."""

    count: int  # lines of the tallest cell
    cells: Sequence[Stack]

    def height(self, size: float) -> float:
        """What it needs on paper, in points."""
        return self.count * STYLE.pitch_pt(size) + 2 * STYLE.cell_above_pt


class RowSetter:
    """Breaks the rows of a table into lines."""

    def __init__(self, table: Table, grid: Grid, type_: Typesetter) -> None:
        self.table = table
        self.grid = grid
        self._type = type_
        if isinstance(table.rows, LongRows):
            self._row = table.rows.packing.row
            self._by_value = ByValue(table.rows, lambda at, cell: self._cell(at, cell, ORDINARY))

    def set(self, row: Row | Plain, without: Collection[int] = ()) -> SetRow:
        """The row broken into lines, `without` the cells of some columns."""
        if isinstance(row, Row):
            cells = [self._cell(at, cell, row) for at, cell in enumerate(row.cells) if at not in without]
        elif is_ordinary(row):
            cells = self._by_value.of(row)
        else:
            return self.set(self._row(row), without)
        filled = [cell for cell in cells if cell is not None]
        least = 2 if isinstance(row, Row) and row.roomy else 1
        return SetRow(max([least, *(len(cell.lines) for cell in filled)]), filled)

    def _cell(self, at: int, cell: Cell, row: Row) -> Stack | None:
        text = wording.text_of(cell)
        if not text:
            return None
        size, face, (left, right) = self.grid.size, face_of(row), self.grid.inner(at)
        if row.level > 1 and at == self.grid.part_column:
            left += points(STYLE.part_indent_mm)
        lines = self._type.lines(text, face, size, right - left)
        shape = wording.shape_of(cell, self.table.columns[at])
        share = 1.0 if shape in FLUSH_RIGHT else 0.5 if shape in CENTRED else 0.0
        if shape in CENTRED or shape in FLUSH_RIGHT:
            left = self.grid.inner(at)[0]
        free = (right - left - self._type.width(line, face, size) for line in lines)
        return Stack(lines, tuple(left + share * each for each in free) if share else (left,) * len(lines), face, size)


def parts_of(row: SetRow, most_lines: int) -> list[SetRow]:
    """The row itself; only one that is taller than a whole page goes on over several."""
    if row.count <= most_lines:
        return [row]
    parts = []
    for start in range(0, row.count, most_lines):
        end = min(start + most_lines, row.count)
        cells = [cell.part(start, end) for cell in row.cells if len(cell.lines) > start]
        parts.append(SetRow(end - start, cells))
    return parts


def row_strip(row: SetRow, grid: Grid, head: Strip, keep: bool) -> Strip:
    """The row as a strip under the head of its table."""
    height = row.height(grid.size)
    return Strip(height, partial(_draw_row, row=row, grid=grid, height=height), keep=keep, above=head)


def merged_strip(portion: Sequence[Row], setter: RowSetter, head: Strip) -> Strip:
    """Rows that tell of one record as one strip: the merged cells of the first reach over all of them."""
    columns, grid = setter.table.columns, setter.grid
    merged = [at for at, column in enumerate(columns) if column.merged]
    alone = [at for at in range(len(columns)) if at not in merged]
    whole = setter.set(portion[0], without=alone)
    lines = [setter.set(row, without=merged) for row in portion]
    heights = [each.height(grid.size) for each in lines]
    heights[-1] += max(whole.height(grid.size) - sum(heights), 0.0)
    height = sum(heights)

    def draw(sheet: Sheet, top: float) -> None:
        _draw_cells(sheet, top, whole, grid, height)
        tops = list(accumulate(heights, initial=top))
        for (above, below), line in zip(pairwise(tops), lines, strict=True):
            _draw_cells(sheet, above, line, grid, below - above)
        for y in tops[1:-1]:
            for at in alone:
                sheet.rule(grid.edges[at], y, grid.edges[at + 1], y, STYLE.grid_pt)
        sheet.row_lines(grid.edges, top, top + height)

    return Strip(height, draw, above=head)


def _draw_row(sheet: Sheet, top: float, row: SetRow, grid: Grid, height: float) -> None:
    _draw_cells(sheet, top, row, grid, height)
    sheet.row_lines(grid.edges, top, top + height)


def _draw_cells(sheet: Sheet, top: float, row: SetRow, grid: Grid, height: float) -> None:
    pitch, first = STYLE.pitch_pt(grid.size), top + height / 2 + grid.size * STYLE.ascent
    for cell in row.cells:
        sheet.stack(first - len(cell.lines) * pitch / 2, cell)
