"""Tables: rows that are never split, under a head that every page repeats."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, pairwise
from typing import TypeGuard

from exports.document import Row, Table, together
from exports.long_rows import LongRows, Plain
from exports.render.pdf_columns import PLAIN, Grid, Sizes, fit
from exports.render.pdf_flow import Strip
from exports.render.pdf_row import RowSetter, merged_strip, parts_of, row_strip
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
    setter = RowSetter(table, grid, frame.type)
    left, ends_in_total = len(table.rows), bool(table.rows) and table.rows[-1].total
    for portion, following in pairwise(chain(_portions(table), [None])):
        assert portion is not None
        left -= len(portion)
        keep = keep_end if following is None else _kept(portion[-1], following[0], left, ends_in_total)
        if _tells_of_one_record(portion) and (strip := merged_strip(portion, setter, head)).height <= free:
            yield replace(strip, keep=keep)
            continue
        for row in portion:
            parts = parts_of(setter.set(row), most_lines)
            for number, part in enumerate(parts, 1):
                yield row_strip(part, grid, head, keep and number == len(parts))


def _portions(table: Table) -> Iterator[Sequence[Row] | Sequence[Plain]]:
    """The rows, those that tell of the same record together; those of a long list stay plain."""
    rows = table.rows
    if isinstance(rows, LongRows) and not any(column.merged for column in table.columns):
        yield from ((plain,) for plain in rows.plain())
        rows = rows.tail
    yield from together(rows)


def _tells_of_one_record(portion: Sequence[Row] | Sequence[Plain]) -> TypeGuard[Sequence[Row]]:
    return len(portion) > 1


def _kept(row: Row | Plain, following: Row | Plain, left: int, ends_in_total: bool) -> bool:
    """True if a row stays with the next: a heading with its rows, two rows with a total and with the foot."""
    if left == 1 or (left == 2 and ends_in_total):
        return True
    return _is_total(following) or (_level(row) == 0 and _level(following) > 0)


def _is_total(row: Row | Plain) -> bool:
    return isinstance(row, Row) and row.total


def _level(row: Row | Plain) -> int:
    return row.level if isinstance(row, Row) else int(str(row[2]))


def _no_rows(grid: Grid, keep: bool) -> Strip:
    height = STYLE.pitch_pt(grid.size) + 2 * STYLE.cell_above_pt

    def draw(sheet: Sheet, top: float) -> None:
        baseline = top + STYLE.cell_above_pt + grid.size * STYLE.ascent
        sheet.centred((grid.edges[0] + grid.edges[-1]) / 2, baseline, NO_ROWS, ITALIC, grid.size)
        sheet.row_lines((grid.edges[0], grid.edges[-1]), top, top + height)

    return Strip(height, draw, keep=keep)
