"""The workbook of a report: what a reader of the file sees, whatever the texts are and however long the list is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from exports.document import (
    Cell,
    Column,
    Formula,
    Issuer,
    Report,
    ReportDocument,
    Row,
    Shape,
    Signature,
    Table,
    type_of_value,
)
from exports.proof import compare
from exports.render.xlsx import write_xlsx
from models.indicators.figure import Figure, Reference
from models.periods import quarter

PERIOD = quarter(2026, 1)
ISSUER = Issuer(
    "CS001",
    "CĐCS Công ty TNHH Mẫu A",
    "LIÊN ĐOÀN LAO ĐỘNG TỈNH TÂY NINH",
    "CĐCS CÔNG TY TNHH MẪU A",
    "Liên đoàn Lao động tỉnh Tây Ninh",
    "Tây Ninh",
)
GROUP = "Số lượt người tham dự"
COLUMNS = (
    Column("1", "TT", Shape.CODE, 12, None, "(1)"),
    Column("2", "Nội dung", Shape.TEXT, 70, None, "(2)"),
    Column("3", "Số buổi", Shape.WHOLE, 20, None, "(3)"),
    Column("4", "Tổng số", Shape.WHOLE, 20, GROUP, "(4)"),
    Column("5", "Nữ", Shape.WHOLE, 20, GROUP, "(5)"),
    Column("6", "Tỷ lệ (%)", Shape.DECIMAL, 20, None, "(6)"),
    Column("7", "Ngày", Shape.DATE, 24, None, "(7)"),
)
HOSTILE = [
    *("=1+1", "=cmd|' /C calc'!A0", '=HYPERLINK("http://x","y")', "+84 90 123", "-1-1", "@SUM(A1)", "\t=1+1", "'=1"),
    *(
        "#N/A",
        "#REF!",
        "TRUE",
        "1e5",
        "00012",
        "12/3",
        "_x0041_",
        "<v>1</v>",
        "]]>",
        "&amp;",
        "  hai đầu  ",
        "dòng\n=2",
    ),
]


def figure(value: int | float | None, shape: Shape = Shape.WHOLE, formula: Formula | None = None) -> Cell:
    return Cell(value, shape, Figure(Reference("x"), PERIOD, value), formula, expected=True)


def row(code: str, text: str, numbers: Sequence[int | None], day: date | None = None) -> Row:
    turns, women = numbers[1], numbers[2]
    rate = round(100 * women / turns, 1) if turns and women is not None else None
    formula = Formula("percent", ((code, "5"), (code, "4")))
    figures = (*map(figure, numbers), figure(rate, Shape.DECIMAL, formula))
    return Row(code, (Cell(code, Shape.CODE), Cell(text), *figures, Cell(day, Shape.DATE)))


def total(rows: Sequence[Row]) -> Row:
    codes = [one.code for one in rows]
    sums = []
    for at, key in ((2, "3"), (3, "4"), (4, "5")):
        numbers = [one.cells[at].value for one in rows if isinstance(one.cells[at].value, int)]
        value = sum(int(str(number)) for number in numbers) if numbers else None
        sums.append(figure(value, formula=Formula("sum", tuple((code, key) for code in codes))))
    return Row("total", (Cell(None, Shape.CODE), Cell("Tổng cộng"), *sums, Cell(), Cell()), total=True)


def document(rows: Sequence[Row], form: str = "B1", tables: Sequence[Table] = ()) -> ReportDocument:
    return ReportDocument(
        form,
        "2026.1",
        "Biểu số B1/TT",
        "bieu",
        "BIỂU TỔNG HỢP",
        "Quý I năm 2026",
        "(Số liệu tính đến ngày 31/3/2026)",
        landscape=False,
        issuer=ISSUER,
        period=PERIOD,
        signed_on=date(2026, 4, 5),
        tables=tuple(tables) or (Table(form, COLUMNS, tuple(rows)),),
        signature=Signature(name="Nguyễn Thị Thu Hà"),
    )


def small() -> ReportDocument:
    rows = [
        row("a", "Pháp luật lao động", (2, 160, 75), date(2026, 3, 15)),
        row("b", "An toàn, vệ sinh lao động", (1, 40, None)),
        row("c", "Biển, đảo", (0, 0, 0)),
    ]
    return document([*rows, total(rows)])


def opened(report: Report | ReportDocument, path: Path, values: bool = True) -> Workbook:
    write_xlsx(report, path)
    return load_workbook(path, data_only=values)


def head_row(sheet: Worksheet) -> int:
    return next(number for number in range(1, 30) if sheet.cell(number, 1).value == "TT")


def body(sheet: Worksheet, column: int, rows: int) -> list[object]:
    first = head_row(sheet) + 3
    return [sheet.cell(number, column).value for number in range(first, first + rows)]


def test_totals_and_rates_are_formulas_with_their_results_stored(tmp_path: Path) -> None:
    values = opened(small(), tmp_path / "b1.xlsx")["B1"]
    formulas = load_workbook(tmp_path / "b1.xlsx")["B1"]
    first = head_row(values) + 3
    assert body(values, 3, 4) == [2, 1, 0, 3]
    assert body(formulas, 3, 4)[3] == f"=SUM(C{first}:C{first + 2})"
    assert body(values, 6, 3) == [46.9, "-", "-"]
    assert body(formulas, 6, 1) == [
        f'=IF(COUNT(E{first},D{first})<2,"-",IF(D{first}=0,"-",ROUND(100*E{first}/D{first},1)))'
    ]


def test_a_sum_of_nothing_collected_stays_a_dash(tmp_path: Path) -> None:
    rows = [row("a", "Biển, đảo", (1, None, None)), row("b", "Khác", (1, None, None))]
    path = tmp_path / "b1.xlsx"
    assert body(opened(document([*rows, total(rows)]), path)["B1"], 4, 3) == ["-", "-", "-"]
    assert str(body(load_workbook(path)["B1"], 4, 3)[2]).startswith("=IF(COUNT(")


def test_cells_apart_are_added_one_by_one(tmp_path: Path) -> None:
    rows = [row(code, code, (1, 1, 1)) for code in "abcd"]
    apart = figure(3, formula=Formula("sum", (("a", "3"), ("b", "3"), ("d", "3"))))
    last = Row("total", (Cell(), Cell(), apart, *[Cell()] * 4))
    sheet = opened(document([*rows, last]), tmp_path / "b1.xlsx", values=False)["B1"]
    first = head_row(sheet) + 3
    assert body(sheet, 3, 5)[4] == f"=SUM(C{first}:C{first + 1},C{first + 3})"


def test_a_total_that_no_formula_would_give_is_written_as_a_number(tmp_path: Path) -> None:
    rows = [row("a", "Biển, đảo", (1, 2, 3)), row("b", "Khác", (1, 2, 3))]
    distinct = figure(1, formula=Formula("sum", (("a", "3"), ("b", "3"))))
    report = document([*rows, Row("total", (Cell(), Cell(), distinct, *[Cell()] * 4))])
    assert body(opened(report, tmp_path / "b1.xlsx", values=False)["B1"], 3, 3) == [1, 1, 1]


def test_numbers_and_dates_are_typed_and_formatted(tmp_path: Path) -> None:
    sheet = opened(small(), tmp_path / "b1.xlsx")["B1"]
    first = head_row(sheet) + 3
    assert sheet.cell(first, 3).number_format == "#,##0"
    assert sheet.cell(first, 6).number_format == "#,##0.0"
    day = sheet.cell(first, 7)
    assert (day.value, day.number_format) == (datetime(2026, 3, 15), "dd/mm/yyyy")
    missing = sheet.cell(first + 1, 5)
    assert (missing.value, missing.data_type, missing.alignment.horizontal) == ("-", "s", "right")
    assert {cell.font.name for line in sheet.iter_rows() for cell in line} == {"Times New Roman"}


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_is_never_a_formula(tmp_path: Path, text: str) -> None:
    report = replace(document([row("a", text, (1, 1, 1))]), remarks=(text,), note=text, unit_note=text)
    path = tmp_path / "b1.xlsx"
    sheet = opened(report, path, values=False)["B1"]
    shown = text.replace("_x0041_", "_x005F_x0041_")  # as Excel wants the text written
    found = [cell for line in sheet.iter_rows() for cell in line if cell.value == shown]
    assert len(found) == 4
    assert {cell.data_type for cell in found} == {"s"}
    assert compare(path, report).cells == 4


def test_control_characters_are_left_out_and_very_long_texts_cut(tmp_path: Path) -> None:
    rows = [row("a", "trước\x00\x0b\x1f\ufffe\ud800sau\r\nhết", (1, 1, 1)), row("b", "ă" * 40000, (1, 1, 1))]
    path = tmp_path / "b1.xlsx"
    report = document(rows)
    short, long = body(opened(report, path)["B1"], 2, 2)
    assert short == "trướcsau\nhết"
    assert len(str(long)) == 32767
    assert compare(path, report).cells == 8


def test_grouped_columns_have_a_head_of_two_rows(tmp_path: Path) -> None:
    sheet = opened(small(), tmp_path / "b1.xlsx")["B1"]
    head = head_row(sheet)
    merged = {str(area) for area in sheet.merged_cells.ranges}
    assert {f"A{head}:A{head + 1}", f"D{head}:E{head}", f"G{head}:G{head + 1}"} <= merged
    assert [sheet.cell(head, 4).value, sheet.cell(head + 1, 5).value] == [GROUP, "Nữ"]
    assert [sheet.cell(head + 2, at).value for at in range(1, 8)] == [f"({at})" for at in range(1, 8)]
    alignment = sheet.cell(head, 4).alignment
    assert (alignment.horizontal, alignment.vertical, alignment.wrap_text) == ("center", "center", True)
    assert sheet.cell(head + 1, 1).border.bottom.style == "thin"


def test_the_sheet_is_set_up_for_paper(tmp_path: Path) -> None:
    sheet = opened(small(), tmp_path / "b1.xlsx")["B1"]
    head = head_row(sheet)
    margins = sheet.page_margins
    assert (margins.top, margins.bottom, margins.left, margins.right) == (0.787, 0.787, 1.181, 0.591)
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "portrait")
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows == f"${head}:${head + 2}"
    assert sheet.freeze_panes == f"A{head + 3}"
    assert sheet.oddHeader is not None
    assert sheet.oddHeader.center.text == "&P"


def test_more_than_eight_columns_lie_across_the_page(tmp_path: Path) -> None:
    columns = tuple(Column(str(at), f"Cột {at}", Shape.WHOLE, 20) for at in range(9))
    table = Table("C1", columns, (Row("1", tuple(figure(at) for at in range(9))),))
    sheet = opened(document([], "C1", [table]), tmp_path / "c1.xlsx")["C1"]
    assert sheet.page_setup.orientation == "landscape"


def test_several_tables_stand_below_each_other(tmp_path: Path) -> None:
    rows = small().tables[0].rows
    tables = [Table(name, COLUMNS, rows, name) for name in ("D3-field", "D3-level", "D3-channel")]
    report = document([], "D3", tables)
    path = tmp_path / "d3.xlsx"
    sheet = opened(report, path)["D3"]
    titles = [cell.value for cell in sheet["A"] if str(cell.value).startswith("D3-")]
    assert titles == ["D3-field", "D3-level", "D3-channel"]
    assert sheet.freeze_panes is None
    assert compare(path, report).cells == compare(path, report).of == 3 * 16


def test_a_bundle_has_a_cover_a_sheet_for_each_form_and_the_code_lists(tmp_path: Path) -> None:
    report = Report(
        "Q",
        "BÁO CÁO",
        "Số liệu quý I năm 2026",
        "Số: 05/BC-CĐCS",
        "Ban Thường vụ",
        ("Như trên", "Lưu: VT"),
        (),
        (small(), replace(small(), form="B2"), replace(small(), form="B2")),
    )
    path = tmp_path / "q.xlsx"
    write_xlsx(report, path, lists=[("Hình thức", [("hoi_nghi", "Hội nghị")])])
    workbook = load_workbook(path)
    assert workbook.sheetnames == ["BC", "B1", "B2", "B2 2", "DM"]
    cover = workbook["BC"]
    texts = [cell.value for line in cover.iter_rows() for cell in line if cell.value]
    assert {"Số: 05/BC-CĐCS", "Kính gửi: Ban Thường vụ", "Quý I/2026"} <= set(map(str, texts))
    assert [value.date() for value in texts if isinstance(value, datetime)][:2] == [PERIOD.first, PERIOD.last]
    links = [cell.hyperlink.location for line in cover.iter_rows() for cell in line if cell.hyperlink]
    assert links == ["'B1'!A1", "'B2'!A1", "'B2 2'!A1"]
    assert [sheet.title for sheet in workbook.worksheets if sheet.sheet_view.tabSelected] == ["BC"]
    assert str(compare(path, report)) == f"đã đối chiếu {compare(path, report).of}/{compare(path, report).of} ô"


def test_the_file_says_whose_it_is(tmp_path: Path) -> None:
    workbook = opened(small(), tmp_path / "b1.xlsx")
    own: dict[str, type_of_value] = {one.name: one.value for one in workbook.custom_doc_props}  # type: ignore[attr-defined]
    assert own["unit_code"] == "CS001"
    assert (own["form"], own["form_version"], own["period"]) == ("B1", "2026.1", "2026-Q1")
    assert (own["period_from"], own["period_to"], own["cutoff"]) == ("2026-01-01", "2026-03-31", "2026-03-31")
    assert len(str(own["checksum"])) == 64
    assert workbook.properties.creator == ISSUER.name


def test_the_same_report_gives_the_same_bytes(tmp_path: Path) -> None:
    write_xlsx(small(), tmp_path / "one.xlsx")
    write_xlsx(small(), tmp_path / "two.xlsx")
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()
