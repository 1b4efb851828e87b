"""A row of a table on paper: its cells broken into lines; rows that tell of one record as one piece."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import accumulate, pairwise

from exports.document import Row, Shape, Table
from exports.render import wording
from exports.render.pdf_columns import Grid, face_of
from exports.render.pdf_flow import Strip
from exports.render.pdf_sheet import Sheet
from exports.render.pdf_type import Typesetter
from exports.render.style import STYLE, points

CENTRED = (Shape.CODE, Shape.DATE)
FLUSH_RIGHT = (Shape.WHOLE, Shape.DECIMAL, Shape.POINTS)


@dataclass(frozen=True, slots=True)
class SetRow:
    """A row broken into lines: for each filled cell its column, how it stands, and its lines."""

    face: str
    count: int  # lines of the tallest cell
    cells: tuple[tuple[int, Shape, float, tuple[str, ...]], ...]  # column, shape, indent, lines

    def height(self, size: float) -> float:
        """What it needs on paper, in points."""
        return self.count * STYLE.pitch_pt(size) + 2 * STYLE.cell_above_pt


def set_row(row: Row, table: Table, grid: Grid, type_: Typesetter, without: Collection[int] = ()) -> SetRow:
    """The row broken into lines, `without` the cells of some columns."""
    face, count = face_of(row), 2 if row.roomy else 1
    cells = []
    for at, cell in enumerate(row.cells):
        text = wording.text_of(cell)
        if not text or at in without:
            continue
        left, right = grid.inner(at)
        indent = points(STYLE.part_indent_mm) if row.level > 1 and at == grid.part_column else 0.0
        lines = type_.lines(text, face, grid.size, right - left - indent)
        count = max(count, len(lines))
        cells.append((at, wording.shape_of(cell, table.columns[at]), indent, lines))
    return SetRow(face, count, tuple(cells))


def parts_of(row: SetRow, most_lines: int) -> list[SetRow]:
    """The row itself; only one that is taller than a whole page goes on over several."""
    if row.count <= most_lines:
        return [row]
    parts = []
    for start in range(0, row.count, most_lines):
        end = min(start + most_lines, row.count)
        cells = ((at, shape, indent, lines[start:end]) for at, shape, indent, lines in row.cells)
        parts.append(SetRow(row.face, end - start, tuple(cells)))
    return parts


def row_strip(row: SetRow, grid: Grid, head: Strip, keep: bool) -> Strip:
    """The row as a strip under the head of its table."""
    height = row.height(grid.size)
    return Strip(height, partial(_draw_row, row=row, grid=grid, height=height), keep=keep, above=head)


def merged_strip(portion: Sequence[Row], table: Table, grid: Grid, type_: Typesetter, head: Strip) -> Strip:
    """Rows that tell of one record as one strip: the merged cells of the first reach over all of them."""
    merged = [at for at, column in enumerate(table.columns) if column.merged]
    alone = [at for at in range(len(table.columns)) if at not in merged]
    whole = set_row(portion[0], table, grid, type_, without=alone)
    lines = [set_row(row, table, grid, type_, without=merged) for row in portion]
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
    pitch = STYLE.pitch_pt(grid.size)
    for at, shape, indent, lines in row.cells:
        left, right = grid.inner(at)
        baseline = top + (height - len(lines) * pitch) / 2 + grid.size * STYLE.ascent
        for line in lines:
            if shape in FLUSH_RIGHT:
                sheet.flush_right(right, baseline, line, row.face, grid.size)
            elif shape in CENTRED:
                sheet.centred((left + right) / 2, baseline, line, row.face, grid.size)
            else:
                sheet.text(left + indent, baseline, line, row.face, grid.size)
            baseline += pitch
