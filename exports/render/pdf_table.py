"""Tables: rows that are never split, under a head that every page repeats."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from exports.document import Row, Table, together
from exports.render.pdf_columns import PLAIN, Grid, Sizes, fit
from exports.render.pdf_flow import Strip
from exports.render.pdf_row import merged_strip, parts_of, row_strip, set_row
from exports.render.pdf_sheet import Sheet
from exports.render.pdf_table_head import table_head
from exports.render.pdf_text import Block, Frame
from exports.render.pdf_type import BOLD, ITALIC
from exports.render.style import STYLE

NO_ROWS = "(Không có số liệu trong kỳ)"


def table_strips(table: Table, frame: Frame, room: float, keep_end: bool, sizes: Sizes = PLAIN) -> Iterator[Strip]:
    """The table as strips; `room` is the height of a page in points, `keep_end`: its end stays with what follows."""
    grid = fit(table, frame, sizes)
    head = table_head(table, grid, frame.type)
    if table.title:
        title = Block(frame, centred=False).add(table.title, BOLD, STYLE.table_title_pt).space(STYLE.cell_above_pt)
        yield title.strip(before=STYLE.table_before_pt)
    yield replace(head, before=0.0 if table.title else STYLE.table_before_pt)
    if not table.rows:
        yield _no_rows(grid, keep_end)
    free = room - head.height - 2 * STYLE.cell_above_pt
    most_lines = max(int(free / STYLE.pitch_pt(grid.size)), 1)
    at = -1
    for portion in together(table.rows):
        at += len(portion)
        keep = _kept(table.rows, at, keep_end)
        if len(portion) > 1 and (strip := merged_strip(portion, table, grid, frame.type, head)).height <= free:
            yield replace(strip, keep=keep)
            continue
        for row in portion:
            parts = parts_of(set_row(row, table, grid, frame.type), most_lines)
            for number, part in enumerate(parts, 1):
                yield row_strip(part, grid, head, keep and number == len(parts))


def _kept(rows: Sequence[Row], at: int, keep_end: bool) -> bool:
    """True if a row stays with the next: a heading with its rows, two rows with a total and with the foot."""
    left = len(rows) - 1 - at
    if left == 0:
        return keep_end
    if left == 1:
        return True
    following = rows[at + 1]
    return following.total or (rows[at].level == 0 and following.level > 0) or (left == 2 and rows[-1].total)


def _no_rows(grid: Grid, keep: bool) -> Strip:
    height = STYLE.pitch_pt(grid.size) + 2 * STYLE.cell_above_pt

    def draw(sheet: Sheet, top: float) -> None:
        baseline = top + STYLE.cell_above_pt + grid.size * STYLE.ascent
        sheet.centred((grid.edges[0] + grid.edges[-1]) / 2, baseline, NO_ROWS, ITALIC, grid.size)
        sheet.row_lines((grid.edges[0], grid.edges[-1]), top, top + height)

    return Strip(height, draw, keep=keep)
