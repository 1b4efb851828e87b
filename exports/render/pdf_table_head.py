"""The head of a table: titles in one or two rows, and the row of column numbers; repeated on every page."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from exports.document import Column, Table
from exports.render.pdf_columns import Grid
from exports.render.pdf_flow import Strip
from exports.render.pdf_sheet import Sheet
from exports.render.pdf_type import BOLD, ITALIC, Typesetter
from exports.render.style import STYLE


@dataclass(frozen=True, slots=True)
class _Title:
    """A cell of the head: the columns it covers, its rows (0 upper, 1 lower) and its lines."""

    first: int
    last: int
    top_row: int
    bottom_row: int
    lines: tuple[str, ...]


def table_head(table: Table, grid: Grid, type_: Typesetter) -> Strip:
    """The whole head as one strip, kept with the first row under it."""
    titles = _titles(table.columns, grid, type_)
    upper, lower = _heights(titles, grid.head_size)
    numbered = any(column.number for column in table.columns)
    numbers = STYLE.pitch_pt(_number_size(grid)) + STYLE.cell_above_pt if numbered else 0.0
    tops = (0.0, upper, upper + lower)

    def draw(sheet: Sheet, top: float) -> None:
        for title in titles:
            _draw_title(sheet, grid, title, top + tops[title.top_row], top + tops[title.bottom_row + 1])
        if numbered:
            _draw_numbers(sheet, grid, table.columns, top + upper + lower, numbers)

    return Strip(upper + lower + numbers, lambda sheet, top: sheet.stamp(draw, top), keep=True)


def _titles(columns: tuple[Column, ...], grid: Grid, type_: Typesetter) -> list[_Title]:
    """Group titles over their columns; a column without group reaches over both rows."""
    two_rows = any(column.group for column in columns)
    titles: list[_Title] = []
    for group, members in groupby(enumerate(columns), key=lambda pair: pair[1].group):
        found = list(members)
        if group:
            first, last = found[0][0], found[-1][0]
            titles.append(_Title(first, last, 0, 0, _set(group, grid, type_, first, last)))
        for at, column in found:
            lines = _set(column.title, grid, type_, at, at)
            titles.append(_Title(at, at, 1 if group else 0, 1 if two_rows else 0, lines))
    return titles


def _set(text: str, grid: Grid, type_: Typesetter, first: int, last: int) -> tuple[str, ...]:
    left, right = grid.inner(first, last)
    return type_.balanced(text, BOLD, grid.head_size, right - left)


def _heights(titles: list[_Title], size: float) -> tuple[float, float]:
    """Heights in points of the upper and the lower row of titles."""

    def tallest(top_row: int, bottom_row: int) -> float:
        counts = [len(title.lines) for title in titles if (title.top_row, title.bottom_row) == (top_row, bottom_row)]
        return max(counts) * STYLE.pitch_pt(size) + 2 * STYLE.cell_above_pt if counts else 0.0

    upper, lower = tallest(0, 0), tallest(1, 1)
    return upper, max(lower, tallest(0, 1) - upper)


def _draw_title(sheet: Sheet, grid: Grid, title: _Title, top: float, bottom: float) -> None:
    left, right = grid.inner(title.first, title.last)
    size = grid.head_size
    baseline = (top + bottom - len(title.lines) * STYLE.pitch_pt(size)) / 2 + size * STYLE.ascent
    for at, line in enumerate(title.lines):
        sheet.centred((left + right) / 2, baseline + at * STYLE.pitch_pt(size), line, BOLD, size)
    sheet.box(grid.edges[title.first], top, grid.edges[title.last + 1], bottom, STYLE.grid_pt)


def _draw_numbers(sheet: Sheet, grid: Grid, columns: tuple[Column, ...], top: float, height: float) -> None:
    size = _number_size(grid)
    baseline = top + (height - STYLE.pitch_pt(size)) / 2 + size * STYLE.ascent
    for at, column in enumerate(columns):
        left, right = grid.inner(at)
        (number, *_) = sheet.type.lines(column.number or "", ITALIC, size, right - left)
        sheet.centred((left + right) / 2, baseline, number, ITALIC, size)
    sheet.row_lines(grid.edges, top, top + height)


def _number_size(grid: Grid) -> float:
    """Never larger than the titles above."""
    return min(STYLE.number_row_pt, grid.head_size)
