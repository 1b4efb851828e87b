"""A table of a form in a Word file: heads that every page repeats, rows that no page splits."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise

from exports.document import Column, Row, Shape, Table
from exports.render.docx_look import TABLE
from exports.render.docx_xml import cell, paragraph, row, run, table, twips, twips_mm
from exports.render.pdf_columns import PLAIN, Grid, Sizes, fit
from exports.render.pdf_text import Frame
from exports.render.style import STYLE
from exports.render.wording import shape_of, text_of

NO_ROWS = "(Không có số liệu trong kỳ)"
_CENTRED = (Shape.CODE, Shape.DATE)
_RIGHT = (Shape.WHOLE, Shape.DECIMAL, Shape.POINTS)


def table_xml(content: Table, frame: Frame, *, signed: bool = False, sizes: Sizes = PLAIN, large: str = "") -> str:
    """The table with the widths and letters that the PDF gives it; it carries its id, by which it is found again.

    `signed`: its last two rows stay with the signature below; `large`: the column set in the letters of key figures.
    """
    grid = fit(content, frame, sizes)
    widths = [twips(right - left) for left, right in pairwise(grid.edges)]
    kept = len(content.rows) - 2 if signed else len(content.rows)
    rows = list(_head(content.columns, widths, grid))
    rows += (_row(each, content, widths, grid, keep=at >= kept, large=large) for at, each in enumerate(content.rows))
    if not content.rows:
        empty = paragraph(run(NO_ROWS, italic=True), style=TABLE, rules='<w:jc w:val="center"/>')
        rows.append(row([cell(empty, sum(widths), span=len(widths))]))
    return table(rows, widths, name=content.id, border=STYLE.grid_pt, side=grid.side)


def _head(columns: tuple[Column, ...], widths: list[int], grid: Grid) -> Iterator[str]:
    if any(column.group for column in columns):
        yield row(_upper(columns, widths, grid), repeated=True)
        lower = (
            cell(_title(each.title, grid), width) if each.group else cell("", width, merge="continue")
            for each, width in zip(columns, widths, strict=True)
        )
        yield row(lower, repeated=True)
    else:
        yield row(
            (cell(_title(each.title, grid), width) for each, width in zip(columns, widths, strict=True)), repeated=True
        )
    if any(column.number for column in columns):
        numbers = (
            cell(_text(each.number or "", "center", STYLE.number_row_pt, italic=True, keep=True), width)
            for each, width in zip(columns, widths, strict=True)
        )
        yield row(numbers, repeated=True)


def _upper(columns: tuple[Column, ...], widths: list[int], grid: Grid) -> Iterator[str]:
    for group, members in groupby(zip(columns, widths, strict=True), key=lambda pair: pair[0].group):
        found = list(members)
        if group:
            yield cell(_title(group, grid), sum(width for _column, width in found), span=len(found))
        else:
            yield from (cell(_title(column.title, grid), width, merge="restart") for column, width in found)


def _row(content: Row, of: Table, widths: list[int], grid: Grid, *, keep: bool, large: str) -> str:
    bold, keep = content.level == 0 or content.total, keep or content.level == 0
    cells = []
    for at, (each, width) in enumerate(zip(content.cells, widths, strict=True)):
        across = _across(shape_of(each, of.columns[at]))
        part = content.level > 1 and at == grid.part_column
        key = of.columns[at].key == large
        size = STYLE.summary_figure_pt if key else grid.size
        said = _text(text_of(each), across, size, bold=bold or key, keep=keep or content.over != 1, part=part)
        cells.append(cell(said, width, merge=_merge(content, of.columns[at])))
    return row(cells)


def _merge(content: Row, column: Column) -> str:
    """One cell for all rows that tell of the same record."""
    if not column.merged or content.over == 1:
        return ""
    return "restart" if content.over > 1 else "continue"


def _across(shape: Shape) -> str:
    return "center" if shape in _CENTRED else "right" if shape in _RIGHT else "left"


def _title(text: str, grid: Grid) -> str:
    return _text(text, "center", grid.head_size, bold=True, keep=True)


def _text(
    text: str,
    across: str,
    size: float,
    *,
    bold: bool = False,
    italic: bool = False,
    keep: bool = False,
    part: bool = False,
) -> str:
    rules = "<w:keepNext/>" if keep else ""
    rules += f'<w:ind w:left="{twips_mm(STYLE.part_indent_mm)}"/>' if part else ""
    rules += f'<w:jc w:val="{across}"/>' if across != "left" else ""
    return paragraph(run(text, bold=bold, italic=italic, size=size) if text else "", style=TABLE, rules=rules)
