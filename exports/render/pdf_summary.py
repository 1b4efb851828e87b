"""The summary for a meeting: key figures in large type, plots, short lists. One or two pages, black on white."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import accumulate

from reportlab.graphics import renderPDF

from exports.document import Column, ReportDocument, Row, Table
from exports.plot import Plot
from exports.render import wording
from exports.render.pdf_columns import Sizes
from exports.render.pdf_flow import Strip
from exports.render.pdf_sheet import Sheet
from exports.render.pdf_table import table_strips
from exports.render.pdf_text import Block, Frame
from exports.render.pdf_type import BOLD, ITALIC, REGULAR
from exports.render.plot_drawing import draw_plot, height_of
from exports.render.style import STYLE, points

SIZES = Sizes(STYLE.summary_least_pt, STYLE.summary_least_pt, STYLE.summary_least_pt)
FIGURE = "so_luong"  # the column that is set large
TITLE_BEFORE_PT = 12.0


def summary_strips(document: ReportDocument, frame: Frame) -> Iterator[Strip]:
    """Everything from the unit's name to the last list."""
    yield from _head(document, frame)
    key_figures, *lists = document.tables
    yield from _key_figures(key_figures, frame)
    for line in plot_lines(document.plots):
        yield _plots(line, frame)
    for table in lists:
        if table.rows:
            yield from table_strips(table, frame, STYLE.text_height_pt(document.landscape), False, SIZES)
    for remark in document.remarks:
        yield Block(frame, centred=False).add(remark, REGULAR, STYLE.summary_least_pt).strip(STYLE.body_before_pt)


def plot_lines(plots: Sequence[Plot]) -> list[tuple[Plot, ...]]:
    """Plots as they stand beside each other: two halves that follow each other share a line."""
    lines: list[tuple[Plot, ...]] = []
    for plot in plots:
        if plot.half and lines and len(lines[-1]) == 1 and lines[-1][0].half:
            lines[-1] = (*lines[-1], plot)
        else:
            lines.append((plot,))
    return lines


def _head(document: ReportDocument, frame: Frame) -> Iterator[Strip]:
    block = Block(frame).add(document.issuer.head_2, BOLD, STYLE.unit_pt)
    block.add(document.title, BOLD, STYLE.title_pt + 2, TITLE_BEFORE_PT / 2)
    block.add(document.subtitle, BOLD, STYLE.title_pt)
    if document.note:
        block.add(document.note, ITALIC, STYLE.summary_least_pt)
    yield block.strip()


def _key_figures(table: Table, frame: Frame) -> Iterator[Strip]:
    """Rows between thin lines: what it is, how much now in large type, and what to compare it with."""
    edges = _edges(table.columns, frame)
    size = STYLE.summary_least_pt
    titles = [frame.type.balanced(each.title, BOLD, size, _inner(edges, at)) for at, each in enumerate(table.columns)]
    height = max(map(len, titles)) * STYLE.pitch_pt(size) + 2 * STYLE.cell_above_pt
    draw = partial(_draw_titles, frame=frame, columns=table.columns, edges=edges, titles=titles, height=height)
    yield Strip(height, draw, before=TITLE_BEFORE_PT, keep=True)
    for at, row in enumerate(table.rows):
        lines = frame.type.lines(wording.text_of(row.cells[0]), REGULAR, STYLE.summary_body_pt, _inner(edges, 0))
        tall = max(STYLE.summary_row_pt, len(lines) * STYLE.pitch_pt(STYLE.summary_body_pt) + 2 * STYLE.cell_above_pt)
        draw = partial(_draw_row, frame=frame, row=row, table=table, edges=edges, lines=lines, height=tall)
        yield Strip(tall, draw, keep=at < len(table.rows) - 1)


def _edges(columns: Sequence[Column], frame: Frame) -> tuple[float, ...]:
    given = sum(column.width for column in columns)
    return tuple(accumulate((column.width * frame.width / given for column in columns), initial=frame.left))


def _inner(edges: tuple[float, ...], at: int) -> float:
    return edges[at + 1] - edges[at] - points(STYLE.cell_side_mm)


def _draw_titles(
    sheet: Sheet,
    top: float,
    *,
    frame: Frame,
    columns: Sequence[Column],
    edges: tuple[float, ...],
    titles: Sequence[Sequence[str]],
    height: float,
) -> None:
    size = STYLE.summary_least_pt
    for at, lines in enumerate(titles):
        baseline = top + height - STYLE.cell_above_pt - (len(lines) - STYLE.ascent) * STYLE.pitch_pt(size)
        for line in lines:
            if at:
                sheet.flush_right(edges[at + 1], baseline, line, BOLD, size)
            else:
                sheet.text(edges[at], baseline, line, BOLD, size)
            baseline += STYLE.pitch_pt(size)
    sheet.rule(frame.left, top + height, frame.right, top + height, 2 * STYLE.grid_pt)


def _draw_row(
    sheet: Sheet,
    top: float,
    *,
    frame: Frame,
    row: Row,
    table: Table,
    edges: tuple[float, ...],
    lines: Sequence[str],
    height: float,
) -> None:
    size = STYLE.summary_body_pt
    middle = top + height / 2
    baseline = middle - len(lines) * STYLE.pitch_pt(size) / 2 + size * STYLE.ascent
    for line in lines:
        sheet.text(edges[0], baseline, line, REGULAR, size)
        baseline += STYLE.pitch_pt(size)
    for at, (column, cell) in enumerate(zip(table.columns, row.cells, strict=True)):
        if at == 0:
            continue
        large = column.key == FIGURE
        letters, face = (STYLE.summary_figure_pt, BOLD) if large else (size, REGULAR)
        text = wording.text_of(cell)
        while letters > STYLE.summary_least_pt and sheet.type.width(text, face, letters) > _inner(edges, at):
            letters -= 1
        sheet.flush_right(edges[at + 1], middle + letters * 0.33, text, face, letters)
    sheet.rule(frame.left, top + height, frame.right, top + height, STYLE.grid_pt)


def _plots(line: tuple[Plot, ...], frame: Frame) -> Strip:
    """Plots beside each other, each under its title."""
    gap = points(STYLE.summary_gap_mm)
    width = (frame.width - gap) / 2 if line[0].half else frame.width
    title = STYLE.pitch_pt(STYLE.summary_least_pt) + STYLE.plot_before_pt
    height = max(map(height_of, line))

    def draw(sheet: Sheet, top: float) -> None:
        for at, plot in enumerate(line):
            left = frame.left + at * (width + gap)
            sheet.text(left, top + STYLE.summary_least_pt * STYLE.ascent, plot.title, BOLD, STYLE.summary_least_pt)
            drawing = draw_plot(plot, frame.type, width, height_of(plot))
            renderPDF.draw(drawing, sheet.canvas, left, sheet.height - top - title - height_of(plot))

    return Strip(title + height, draw, before=STYLE.plot_before_pt)
