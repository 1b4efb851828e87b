"""A form with colours of its theme, a figure and a list, as an authority sends it."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.colors import Color
from openpyxl.worksheet.worksheet import Worksheet

SHEET, LIST = "Biểu số liệu", "Danh sách"
HEADS = ("STT", "Ngày tháng", "Tên hoạt động", "Địa điểm", "Tổng số lượt người")
FREE = 4
_THIN = Side(style="thin")
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)


def list_road(path: Path) -> Path:
    """Writes the form."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = SHEET
    _figures(sheet)
    _list(book.create_sheet(LIST))
    book.save(path)
    return path


def _figures(sheet: Worksheet) -> None:
    for letter, width in zip("ABCDE", (6, 48, 12, 14, 20), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet["A1"], sheet["A3"] = "Đơn vị: ", "BÁO CÁO CÔNG TÁC TUYÊN TRUYỀN"
    sheet["A3"].font = Font("Times New Roman", 14, bold=True, color=Color(theme=3))
    _heads(sheet, 5, ("TT", "Nội dung", "Đơn vị tính", "Trong kỳ", "Ghi chú"))
    lines = (
        ("Số buổi tuyên truyền", "buổi"),
        ("Tổng lượt người tham dự", "lượt"),
        ("Số sáng kiến được công nhận", "sáng kiến"),
        ("Buổi chiếu phim lưu động", "buổi"),
    )
    for number, (words, unit) in enumerate(lines, 1):
        for column, value in enumerate((number, words, unit, None, None), 1):
            sheet.cell(5 + number, column, value).border = _BOX


def _list(sheet: Worksheet) -> None:
    for letter, width in zip("ABCDE", (6, 14, 44, 24, 14), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet["A1"] = "DANH SÁCH HOẠT ĐỘNG TRONG KỲ"
    sheet["A1"].font = Font("Times New Roman", 13, bold=True, color=Color(theme=3))
    _heads(sheet, 3, HEADS)
    for row in range(4, 4 + FREE):
        for column in range(1, 6):
            sheet.cell(row, column).border = _BOX
        sheet.cell(row, 2).number_format = "dd/mm/yyyy"
    sheet.cell(4 + FREE, 3, "Cộng").border = _BOX
    sheet.cell(4 + FREE, 5, f"=SUM(E4:E{3 + FREE})").border = _BOX


def _heads(sheet: Worksheet, row: int, heads: tuple[str, ...]) -> None:
    for column, head in enumerate(heads, 1):
        cell = sheet.cell(row, column, head)
        cell.font, cell.border = Font("Times New Roman", 11, bold=True, color=Color(theme=0)), _BOX
        cell.fill = PatternFill("solid", fgColor=Color(theme=4, tint=-0.249977111117893))
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
