"""The proof refuses a file that does not say what the report says."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

import pytest

from exports.document import Cell, Column, Issuer, ReportDocument, Row, Shape, Table
from exports.mismatch import Mismatch
from exports.proof import compare
from exports.render.pdf import write_pdf
from exports.render.xlsx import write_xlsx
from models.errors import UserError
from models.indicators.figure import Figure, Reference
from models.periods import quarter


def document(*values: int | None) -> ReportDocument:
    period = quarter(2026, 1)
    columns = (Column("1", "Nội dung", Shape.TEXT, 120), Column("2", "Số lượng", Shape.WHOLE, 45))
    figures = [Cell(value, Shape.WHOLE, Figure(Reference("x"), period, value), expected=True) for value in values]
    rows = tuple(Row(str(at), (Cell(f"Chỉ tiêu {at}"), cell)) for at, cell in enumerate(figures))
    issuer = Issuer("CS001", "CĐCS A", "LĐLĐ", "CĐCS A", "Liên đoàn", "Tây Ninh")
    tables = (Table("B1", columns, rows),)
    return ReportDocument("B1", "1", "", "bieu", "BIỂU", "", "", False, issuer, period, date(2026, 4, 5), tables)


def test_a_workbook_with_another_figure_is_refused_with_sheet_and_cell(tmp_path: Path) -> None:
    path = tmp_path / "b1.xlsx"
    write_xlsx(document(1737, 0), path)
    assert str(compare(path, document(1737, 0))) == "đã đối chiếu 2/2 ô"
    with pytest.raises(Mismatch, match=r"trang “B1”, ô B\d+: trên tệp là “1737”, trong báo cáo là “1738”"):
        compare(path, document(1738, 0))
    with pytest.raises(Mismatch, match="trên tệp là “0”, trong báo cáo là “-”"):
        compare(path, document(1737, None))


def test_a_workbook_that_lost_its_last_rows_is_refused(tmp_path: Path) -> None:
    write_xlsx(document(1, 2), tmp_path / "whole.xlsx")
    path = tmp_path / "cut.xlsx"
    with zipfile.ZipFile(tmp_path / "whole.xlsx") as whole, zipfile.ZipFile(path, "w") as cut:
        for name in whole.namelist():
            part = whole.read(name)
            if name.endswith("sheet2.xml"):
                last = part.rindex(b"<row", 0, part.index("Chỉ tiêu 1".encode()))
                part = part[:last] + part[part.index(b"</sheetData>") :]
            cut.writestr(name, part)
    with pytest.raises(Mismatch):
        compare(path, document(1, 2))


def test_a_pdf_has_every_figure_as_often_as_the_report(tmp_path: Path) -> None:
    path = tmp_path / "b1.pdf"
    write_pdf(document(1737, 1737, None), path)
    assert str(compare(path, document(1737, 1737, None))) == "đã đối chiếu 3/3 ô"
    with pytest.raises(Mismatch, match=r"số “1\.738”"):
        compare(path, document(1738, 1737, None))
    with pytest.raises(Mismatch, match="trên tệp là “2 lần”, trong báo cáo là “3 lần”"):
        compare(path, document(1737, 1737, 1737))


def test_half_a_pdf_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "b1.pdf"
    write_pdf(document(1), path)
    path.write_bytes(path.read_bytes()[:-2000])
    with pytest.raises(UserError, match="không phải là tệp PDF trọn vẹn"):
        compare(path, document(1))


def test_another_kind_of_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="Chưa đối chiếu được"):
        compare(tmp_path / "b1.odt", document(1))
