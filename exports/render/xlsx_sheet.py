"""Draws a planned sheet with openpyxl: texts, merged cells, widths, heights, paper. Table bodies are left out."""

from __future__ import annotations

import io
from itertools import product

from openpyxl.drawing.image import Image
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from exports.render.pdf_type import Typesetter
from exports.render.plot_drawing import draw_plot
from exports.render.plot_picture import png_of
from exports.render.xlsx_plan import Picture, SheetPlan, Span
from exports.render.xlsx_styles import FONT, style_name
from exports.render.xlsx_text import escaped

DIGIT = 8.0  # pixels of a digit of Times New Roman 12, the unit of column widths
PIXELS_PER_MM = 96 / 25.4
A4 = 9
PAGE_NUMBER_SIZE = 13


def draw(sheet: Worksheet, plan: SheetPlan) -> None:
    """Everything of a sheet but the rows of its tables."""
    for at, width in enumerate(plan.widths, start=1):
        sheet.column_dimensions[get_column_letter(at)].width = round(width * PIXELS_PER_MM / DIGIT, 2)
    for span in plan.spans:
        _draw_span(sheet, span)
    for row, height in plan.heights.items():
        sheet.row_dimensions[row].height = height
    for picture in plan.pictures:
        _draw_picture(sheet, picture)
    _freeze(sheet, plan)
    _set_paper(sheet, plan)


def _draw_span(sheet: Worksheet, span: Span) -> None:
    style = style_name(span.style)
    for row, column in product(range(span.row, span.last_row + 1), range(span.first, span.last + 1)):
        sheet.cell(row, column).style = style
    cell = sheet.cell(span.row, span.first)
    cell.value = (escaped(span.value) if isinstance(span.value, str) else span.value) or None
    if isinstance(span.value, str):
        cell.data_type = "s"  # whatever it begins with, it is no formula
    else:
        cell.style = style  # openpyxl gives dates a format of its own
    if span.link:
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{span.link}'!A1")
        cell.style = style
    if (span.row, span.first) != (span.last_row, span.last):
        sheet.merge_cells(start_row=span.row, end_row=span.last_row, start_column=span.first, end_column=span.last)


def _draw_picture(sheet: Worksheet, picture: Picture) -> None:
    drawing = draw_plot(picture.plot, Typesetter(), picture.width, picture.height)
    image = Image(io.BytesIO(png_of(drawing)))
    image.width, image.height = round(picture.width * 96 / 72), round(picture.height * 96 / 72)
    sheet.add_image(image, f"A{picture.row}")


def _freeze(sheet: Worksheet, plan: SheetPlan) -> None:
    if plan.frozen:
        sheet.freeze_panes = f"A{plan.frozen}"
    if plan.repeated:
        sheet.print_title_rows = f"{plan.repeated[0]}:{plan.repeated[1]}"


def _set_paper(sheet: Worksheet, plan: SheetPlan) -> None:
    """A4, as wide as the page, margins of Decree 30/2020 in inches, page number above the text but not on page 1."""
    sheet.sheet_view.showGridLines = False
    sheet.page_setup.paperSize = A4
    sheet.page_setup.orientation = "landscape" if plan.landscape else "portrait"
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    # Each form is counted from 1, as an appendix is.
    sheet.page_setup.firstPageNumber, sheet.page_setup.useFirstPageNumber = 1, True
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    for row in plan.breaks:
        sheet.row_breaks.append(Break(id=row))
    margins = sheet.page_margins
    margins.top, margins.bottom, margins.left, margins.right = 0.787, 0.787, 1.181, 0.591
    margins.header = margins.footer = 0.394
    sheet.HeaderFooter.differentFirst = True
    sheet.HeaderFooter.oddHeader = HeaderFooterItem(
        center=_HeaderFooterPart("&P", font=f"{FONT},Regular", size=PAGE_NUMBER_SIZE)
    )
    sheet.print_area = f"A1:{get_column_letter(len(plan.widths))}{plan.last_row}"
