"""Every form empty, to be written in by hand: what the form says is there, what the ledger says is not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from exports.bundle import report_of, titles
from exports.document import Report, ReportDocument
from exports.empty import DOTS, LINES, emptied
from exports.form_shelf import forms
from exports.made import fitting_period
from exports.render.wording import DAY_TO_FILL_IN
from exports.run import hand_out
from models.ledger.file import create
from models.ledger.interchange import load
from models.ledger.store import Store
from models.periods import period_from
from models.records.unit import new_own_unit

EXAMPLE = Path(__file__).parent.parent / "data" / "worked_example.jsonl"
QUARTER = period_from("2026-Q1")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    made = create(
        tmp_path_factory.mktemp("so") / "so.socd", new_own_unit("CĐCS Mẫu", "LĐLĐ tỉnh Tây Ninh", "MAU", "Mỹ Tho")
    )
    load(made, EXAMPLE)
    yield made
    made.close()


def filled(store: Store, name: str) -> Report | ReportDocument:
    period = fitting_period(forms()[name], QUARTER) if name in forms() else QUARTER
    return report_of(store, name, period, signed_on=date(2026, 4, 2))


def documents(report: Report | ReportDocument) -> tuple[ReportDocument, ...]:
    return report.documents if isinstance(report, Report) else (report,)


def words(path: Path) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


@pytest.mark.parametrize("name", titles())
def test_no_figure_stands_in_an_empty_form_and_its_own_words_do(store: Store, name: str) -> None:
    before = filled(store, name)
    for empty, full in zip(documents(emptied(before)), documents(before), strict=True):
        assert not list(empty.figures())
        assert (empty.title, empty.subtitle, empty.note, empty.issuer) == (
            full.title,
            full.subtitle,
            full.note,
            full.issuer,
        )
        for table in empty.tables:
            (same,) = [each for each in full.tables if each.id == table.id]
            assert table.columns == same.columns and table.rows
            texts = {cell.value for row in same.rows for cell in row.cells}
            assert {cell.value for row in table.rows for cell in row.cells} <= texts | {None}
            assert not any(cell.expected or cell.formula or cell.by_hand for row in table.rows for cell in row.cells)


@pytest.mark.parametrize("name", titles())
def test_an_empty_form_is_a_pdf_and_a_workbook(store: Store, tmp_path: Path, name: str) -> None:
    empty = emptied(filled(store, name))
    hand_out(empty, tmp_path / "trong.pdf")
    hand_out(empty, tmp_path / "trong.xlsx")
    said = words(tmp_path / "trong.pdf")
    assert " ".join(empty.title.split()) in said
    assert "ngày 02 tháng 4 năm 2026" not in said
    assert (DAY_TO_FILL_IN in said) == ("ngày 02 tháng 4 năm 2026" in _said_when_filled(store, name, tmp_path))


def _said_when_filled(store: Store, name: str, folder: Path) -> str:
    hand_out(filled(store, name), folder / "day.pdf")
    return words(folder / "day.pdf")


def test_a_list_has_lines_to_write_in_instead_of_its_records(store: Store, tmp_path: Path) -> None:
    (table,) = documents(emptied(filled(store, "B4")))[0].tables
    assert [row.roomy for row in table.rows] == [True] * LINES + [False]
    assert table.rows[-1].cells[2].value == "Tổng cộng (số hoạt động, lượt người)"
    hand_out(emptied(filled(store, "B4")), tmp_path / "b4.xlsx")
    sheet = load_workbook(tmp_path / "b4.xlsx")["B4"]
    ((height, count),) = Counter(each.height for each in sheet.row_dimensions.values()).most_common(1)
    assert count == LINES and height > 30, "points, room for a hand"


def test_the_criteria_keep_the_points_they_are_worth(store: Store) -> None:
    criteria, outcome = documents(emptied(filled(store, "G1")))[0].tables
    assert criteria.rows[-1].cells[2].value and criteria.rows[-1].total
    assert all(row.cells[3].value is None for row in criteria.rows)
    assert outcome.rows[0].cells[1].value == "Tổng điểm đạt"


def test_a_report_in_words_keeps_its_headings_over_dotted_lines(store: Store) -> None:
    empty = emptied(filled(store, "A1"))
    assert isinstance(empty, Report)
    text = [each.text for each in empty.paragraphs]
    assert "II. KẾT QUẢ HOẠT ĐỘNG CÔNG ĐOÀN" in text and "6. Công tác nữ công" in text
    assert text[text.index("6. Công tác nữ công") + 1] == DOTS
    assert not list(empty.pieces)
    assert text[-1].startswith("Trên đây là báo cáo")
