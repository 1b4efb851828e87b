"""A long list written by hand, as a sheet and as pages: the least that such files cost (performance.md, 5 and 7)."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import chain, pairwise
from pathlib import Path
from xml.sax.saxutils import escape

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from exports.document import Column, ReportDocument, Shape
from exports.long_rows import LongRows
from exports.render.pdf_columns import Grid, fit
from exports.render.pdf_text import text_frame
from exports.render.pdf_type import BOLD, REGULAR, Typesetter
from exports.render.style import STYLE, points
from models.lists.line import Said

EPOCH = date(1899, 12, 30).toordinal()
FORMATS = {Shape.DATE: "dd/mm/yyyy", Shape.WHOLE: "#,##0"}
WORDS, CELLS = 50_000, 50_000  # that are remembered
Values = Sequence[tuple[Said, ...]]
Lines = list[str]


def values_of(document: ReportDocument) -> Values:
    """The rows without their total, all of them at hand: a floor does not look for them."""
    rows = document.tables[0].rows
    assert isinstance(rows, LongRows), "too few rows for a long list"
    return [plain[4:] for plain in rows.plain()]


def sheet_by_hand(columns: Sequence[Column], rows: Values, target: Path) -> None:
    """Styles and head by openpyxl, then one pattern filled for each row, deflated at level 6 on its way."""
    cells = "".join(f'<c r="{get_column_letter(at)}%d" s="{at}"%s</c>' for at in range(1, len(columns) + 1))
    frame = zipfile.ZipFile(_frame(columns))
    with frame, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as file:
        for name in frame.namelist():
            head, mark, end = frame.read(name).partition(b"</sheetData>")
            with file.open(name, "w", force_zip64=True) as part:
                part.write(head)
                for number, row in enumerate(rows if mark else (), 3):
                    filled = tuple(chain.from_iterable((number, _as_xml(value)) for value in row))
                    part.write(f'<row r="{number}">{cells % filled}</row>'.encode())
                part.write(mark + end)


def _as_xml(value: Said) -> str:
    if isinstance(value, str):
        return f' t="inlineStr"><is><t>{escape(value)}</t></is>'
    if value is None:
        return ">"
    return f"><v>{value.toordinal() - EPOCH if isinstance(value, date) else value}</v>"


def _frame(columns: Sequence[Column]) -> io.BytesIO:
    """A workbook with the titles and one row that shows how each column looks; openpyxl numbers the looks from 1."""
    workbook, thin = Workbook(), Side(style="thin")
    sheet = workbook.worksheets[0]
    for at, column in enumerate(columns, 1):
        sheet.cell(1, at, column.title)
        sample = sheet.cell(2, at)
        sample.font = Font(name="Times New Roman", size=12)
        sample.border = Border(left=thin, right=thin, top=thin, bottom=thin)
        sample.alignment = Alignment(wrap_text=True, vertical="center", indent=at)  # makes it a look of its own
        sample.number_format = FORMATS.get(column.shape, "@")
    file = io.BytesIO()
    workbook.save(file)
    return file


def pages_by_hand(document: ReportDocument, rows: Values, target: Path) -> Callable[[], None]:
    """The same columns, letters and paper as ours; each word is measured and each cell broken once."""
    columns = document.tables[0].columns
    grid = fit(document.tables[0], text_frame(Typesetter(), landscape=True))
    rooms = [right - left - 2 * grid.side for left, right in pairwise(grid.edges)]
    tall = STYLE.page_pt(landscape=True)[1] - points(STYLE.margin_top_mm)
    pitch = STYLE.pitch_pt(grid.size)

    def write() -> None:
        broken, canvas = _breaking(grid.size), Canvas(str(target), pageCompression=1, invariant=1)
        canvas.setPageSize(STYLE.page_pt(landscape=True))
        head = [broken(column.title, room) for column, room in zip(columns, rooms, strict=True)]
        page: list[list[Lines]] = [head]
        left = tall - max(map(len, head)) * pitch
        for row in rows:
            cells = [broken(text, room) for text, room in zip(_texts(row), rooms, strict=True)]
            height = max(map(len, cells)) * pitch + 2 * STYLE.cell_above_pt
            if left - height < points(STYLE.margin_bottom_mm):
                _draw(canvas, grid, page, tall)
                page, left = [head], tall - max(map(len, head)) * pitch
            page.append(cells)
            left -= height
        _draw(canvas, grid, page, tall)
        canvas.save()

    return write


def _breaking(size: float) -> Callable[[str, float], Lines]:
    """Texts into lines that fit a width."""
    width = lru_cache(WORDS)(lambda word: stringWidth(word, REGULAR, size))

    @lru_cache(CELLS)
    def broken(text: str, room: float) -> Lines:
        lines, used, space = [""], 0.0, width(" ")
        for word in text.split():
            if lines[-1] and used + space + width(word) > room:
                lines.append(word)
                used = width(word)
            else:
                lines[-1] = f"{lines[-1]} {word}".lstrip()
                used += space + width(word)
        return lines

    return broken


def _texts(row: tuple[Said, ...]) -> Iterator[str]:
    for value in row:
        if isinstance(value, str):
            yield value
        elif isinstance(value, date):
            yield f"{value:%d/%m/%Y}"
        else:
            yield "-" if value is None else f"{value:,}".replace(",", ".")


def _draw(canvas: Canvas, grid: Grid, rows: list[list[Lines]], y: float) -> None:
    """A page: one text object, one list of lines."""
    pitch, ink, rules = STYLE.pitch_pt(grid.size), canvas.beginText(), []
    top = y
    for number, cells in enumerate(rows):
        ink.setFont(BOLD if number == 0 else REGULAR, grid.size, pitch)
        for x, lines in zip(grid.edges, cells, strict=False):
            ink.setTextOrigin(x + grid.side, y - STYLE.cell_above_pt - grid.size * STYLE.ascent)
            for line in lines:
                ink.textLine(line)
        rules.append((grid.edges[0], y, grid.edges[-1], y))
        y -= max(map(len, cells)) * pitch + 2 * STYLE.cell_above_pt
    rules += [(x, top, x, y) for x in grid.edges]
    canvas.drawText(ink)
    canvas.setLineWidth(STYLE.grid_pt)
    canvas.lines([*rules, (grid.edges[0], y, grid.edges[-1], y)])
    canvas.drawRightString(grid.edges[-1], y / 2, str(canvas.getPageNumber()))
    canvas.showPage()
