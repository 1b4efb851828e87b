"""A form as a provincial federation sends it: merged titles, a head of two rows, forty cells to fill, colours."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.worksheet import Worksheet

SHEET = "Biểu quý"
FIRST = 11  # row
LINES = (
    ("I", "Tổ chức, đoàn viên", ""),
    ("1", "Tổng số lao động", "người"),
    ("", "- Trong đó: nữ", "người"),
    ("2", "Tổng số đoàn viên", "người"),
    ("3", "Đoàn viên kết nạp mới trong kỳ", "người"),
    ("II", "Tuyên truyền, giáo dục", ""),
    ("4", "Số buổi tuyên truyền", "buổi"),
    ("5", "Tổng lượt người tham dự", "lượt"),
    ("6", "Số buổi tuyên truyền cải cách hành chính (chuyên đề)", "buổi"),
    ("7", "Số cuộc thi, hội thi", "cuộc"),
    ("III", "Thi đua, sáng kiến", ""),
    ("8", "Số sáng kiến được công nhận", "sáng kiến"),
    ("9", "Khen thưởng của công đoàn các cấp", "lượt"),
    ("IV", "Ý kiến, kiến nghị", ""),
    ("10", "Số ý kiến, kiến nghị tiếp nhận", "ý kiến"),
    ("11", "Số ý kiến đã giải quyết, trả lời", "ý kiến"),
    ("12", "Buổi chiếu phim, văn nghệ lưu động", "buổi"),
)
_THIN = Side(style="thin", color="808080")
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_HEAD = PatternFill("solid", fgColor="DDEBF7")
_PART = PatternFill("solid", fgColor="FFF2CC")
_CENTRE = Alignment(horizontal="center", vertical="center", wrap_text=True)


def province_form(path: Path) -> Path:
    """Writes the form."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = SHEET
    for letter, width in zip("ABCDEFG", (5, 46, 11, 13, 13, 13, 16), strict=True):
        sheet.column_dimensions[letter].width = width
    _titles(sheet)
    _head(sheet)
    for number, line in enumerate(LINES, FIRST):
        _line(sheet, number, line)
    last = FIRST + len(LINES)
    sheet.cell(last, 2, "Cộng các buổi tuyên truyền và cuộc thi").font = Font("Times New Roman", 12, bold=True)
    for column in "DEF":
        sheet[f"{column}{last}"] = f"={column}{FIRST + 6}+{column}{FIRST + 9}"
    for cell in sheet[last][:7]:
        cell.border = _BOX
    sheet.merge_cells(start_row=last + 2, start_column=5, end_row=last + 2, end_column=7)
    sheet.cell(last + 2, 5, "TM. BAN CHẤP HÀNH").alignment = _CENTRE
    book.save(path)
    return path


def _titles(sheet: Worksheet) -> None:
    for box, text, bold in (
        ("A1:C1", "LIÊN ĐOÀN LAO ĐỘNG TỈNH MẪU", False),
        ("A2:C2", "Đơn vị báo cáo: ……………………………", True),
        ("D1:G1", "Biểu số 03/BC-LĐLĐ", False),
        ("A4:G4", "BÁO CÁO KẾT QUẢ HOẠT ĐỘNG CÔNG ĐOÀN CƠ SỞ", True),
        ("A5:G5", "Quý I năm 2026", False),
    ):
        sheet.merge_cells(box)
        cell = sheet[box.split(":", maxsplit=1)[0]]
        cell.value = text
        cell.font = Font("Times New Roman", 14 if box.startswith("A4") else 12, bold=bold)
        cell.alignment = _CENTRE if box[0] == "D" or box.startswith(("A4", "A5")) else Alignment(vertical="center")
    sheet.row_dimensions[4].height = 26


def _head(sheet: Worksheet) -> None:
    for box, text in (
        ("A8:A9", "TT"),
        ("B8:B9", "Nội dung"),
        ("C8:C9", "Đơn vị tính"),
        ("D8:F8", "Kết quả"),
        ("D9", "Trong kỳ"),
        ("E9", "Lũy kế từ đầu năm"),
        ("F9", "Cùng kỳ năm trước"),
        ("G8:G9", "Ghi chú"),
    ):
        if ":" in box:
            sheet.merge_cells(box)
        cell = sheet[box.split(":", maxsplit=1)[0]]
        cell.value = text
    for row in sheet["A8:G9"]:
        for cell in row:
            cell.font, cell.fill, cell.border, cell.alignment = (
                Font("Times New Roman", 12, bold=True),
                _HEAD,
                _BOX,
                _CENTRE,
            )
    sheet.row_dimensions[9].height = 34
    for column in range(1, 8):
        cell = sheet.cell(10, column, f"({column})")
        cell.font, cell.border, cell.alignment = Font("Times New Roman", 10, italic=True), _BOX, _CENTRE


def _line(sheet: Worksheet, number: int, line: tuple[str, str, str]) -> None:
    for column, text in enumerate(line, 1):
        sheet.cell(number, column, text)
    is_part = not line[2]
    for column, cell in enumerate(sheet[number][:7], 1):
        cell.border, cell.font = _BOX, Font("Times New Roman", 12, bold=is_part)
        if is_part:
            cell.fill = _PART
        if column in (1, 3):
            cell.alignment = _CENTRE
        elif column == 2:
            cell.alignment = Alignment(vertical="center", wrap_text=True)
        elif column < 7:
            cell.number_format = "#,##0"
