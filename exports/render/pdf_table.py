"""Tables: rows that are never split, under a head that every page repeats."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from exports.document import Row, Shape, Table
from exports.render import wording
from exports.render.pdf_columns import Grid, face_of, fit
from exports.render.pdf_flow import Strip
from exports.render.pdf_sheet import Sheet
from exports.render.pdf_table_head import table_head
from exports.render.pdf_text import Block, Frame
from exports.render.pdf_type import BOLD, ITALIC, Typesetter
from exports.render.style import STYLE, points

CENTRED = (Shape.CODE, Shape.DATE)
FLUSH_RIGHT = (Shape.WHOLE, Shape.DECIMAL, Shape.POINTS)
NO_ROWS = "(Không có số liệu trong kỳ)"


@dataclass(frozen=True, slots=True)
class _SetRow:
    """A row broken into lines: for each filled cell its column, how it stands, and its lines."""

    face: str
    count: int  # lines of the tallest cell
    cells: tuple[tuple[int, Shape, float, tuple[str, ...]], ...]  # column, shape, indent, lines


def table_strips(table: Table, frame: Frame, room: float, keep_end: bool) -> Iterator[Strip]:
    """The table as strips; `room` is the height of a page in points, `keep_end`: its end stays with what follows."""
    grid = fit(table, frame)
    head = table_head(table, grid, frame.type)
    if table.title:
        title = Block(frame, centred=False).add(table.title, BOLD, STYLE.table_title_pt).space(STYLE.cell_above_pt)
        yield title.strip(before=STYLE.table_before_pt)
    yield replace(head, before=0.0 if table.title else STYLE.table_before_pt)
    if not table.rows:
        yield _no_rows(grid, keep_end)
    free = room - head.height - 2 * STYLE.cell_above_pt
    most_lines = max(int(free / STYLE.pitch_pt(grid.size)), 1)
    for at, row in enumerate(table.rows):
        keep = _kept(table.rows, at, keep_end)
        parts = _parts(_set(row, table, grid, frame.type), most_lines)
        for number, part in enumerate(parts, 1):
            yield _row_strip(part, grid, head, keep and number == len(parts))


def _kept(rows: tuple[Row, ...], at: int, keep_end: bool) -> bool:
    """True if a row stays with the next: a heading with its rows, two rows with a total and with the foot."""
    left = len(rows) - 1 - at
    if left == 0:
        return keep_end
    if left == 1:
        return True
    following = rows[at + 1]
    return following.total or (rows[at].level == 0 and following.level > 0) or (left == 2 and rows[-1].total)


def _set(row: Row, table: Table, grid: Grid, type_: Typesetter) -> _SetRow:
    face, count = face_of(row), 1
    cells = []
    for at, cell in enumerate(row.cells):
        text = wording.text_of(cell)
        if not text:
            continue
        left, right = grid.inner(at)
        indent = points(STYLE.part_indent_mm) if row.level > 1 and at == grid.part_column else 0.0
        lines = type_.lines(text, face, grid.size, right - left - indent)
        count = max(count, len(lines))
        cells.append((at, wording.shape_of(cell, table.columns[at]), indent, lines))
    return _SetRow(face, count, tuple(cells))


def _parts(row: _SetRow, most_lines: int) -> list[_SetRow]:
    """The row itself; only one that is taller than a whole page goes on over several."""
    if row.count <= most_lines:
        return [row]
    parts = []
    for start in range(0, row.count, most_lines):
        end = min(start + most_lines, row.count)
        cells = ((at, shape, indent, lines[start:end]) for at, shape, indent, lines in row.cells)
        parts.append(_SetRow(row.face, end - start, tuple(cells)))
    return parts


def _row_strip(row: _SetRow, grid: Grid, head: Strip, keep: bool) -> Strip:
    height = row.count * STYLE.pitch_pt(grid.size) + 2 * STYLE.cell_above_pt
    return Strip(height, partial(_draw_row, row=row, grid=grid, height=height), keep=keep, above=head)


def _draw_row(sheet: Sheet, top: float, row: _SetRow, grid: Grid, height: float) -> None:
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
    sheet.row_lines(grid.edges, top, top + height)


def _no_rows(grid: Grid, keep: bool) -> Strip:
    height = STYLE.pitch_pt(grid.size) + 2 * STYLE.cell_above_pt

    def draw(sheet: Sheet, top: float) -> None:
        baseline = top + STYLE.cell_above_pt + grid.size * STYLE.ascent
        sheet.centred((grid.edges[0] + grid.edges[-1]) / 2, baseline, NO_ROWS, ITALIC, grid.size)
        sheet.row_lines((grid.edges[0], grid.edges[-1]), top, top + height)

    return Strip(height, draw, keep=keep)
