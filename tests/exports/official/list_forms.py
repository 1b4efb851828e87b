"""A form with a list's free rows, and the map for it."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Border, Side

from models.periods import period_from

HEADS = ("TT", "Ngày", "Tên hoạt động", "Số lượt")
COLUMNS = '{ A = "B4:1", B = "B4:2", C = "B4:3", D = "B4:8" }'
QUARTER = period_from("2026-Q1")
PACKAGE_PARTS = {"xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml"}


def form(path: Path, free: int) -> Path:
    """A form with so many free rows from the sixth on, and a total below them."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Biểu 3"
    sheet["A1"] = "SỔ THEO DÕI HOẠT ĐỘNG"
    line = Border(left=Side("thin"), right=Side("thin"), top=Side("thin"), bottom=Side("thin"))
    for column, head in enumerate(HEADS, 1):
        for row, text in ((4, head), (5, f"({column})")):
            sheet.cell(row, column, text).border = line
    for row in range(6, 6 + free):
        for column in range(1, 5):
            sheet.cell(row, column).border = line
        sheet.cell(row, 2).number_format = "dd/mm/yyyy"
    sheet.cell(6 + free, 3, "Cộng")
    sheet.cell(6 + free, 4, f"=SUM(D6:D{5 + free})")
    sheet.column_dimensions["C"].width = 40
    book.create_sheet("Khác")["A1"] = "giữ nguyên"
    book.save(path)
    return path


def chart(path: Path, free: int, **changed: str) -> Path:
    said = {"sheet": '"Biểu 3"', "first": '"A6"', "rows": str(free), "columns": COLUMNS, **changed}
    path.write_text("[[list]]\n" + "\n".join(f"{key} = {value}" for key, value in said.items()), encoding="utf-8")
    return path
