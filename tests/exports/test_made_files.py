"""Scoring sheets and the forms of an upper union as files: every cell of each is in xlsx, pdf and json."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from exports.form_shelf import forms
from exports.made import fitting_period, refuse_period
from exports.run import export
from models.errors import UserError
from models.ledger.store import Store
from models.periods import period_from
from models.records.rating import RatingScore, UnitRating
from models.records.target import Target
from tests.exports.gathering.upper_union import UNITS, add, report, upper_union

MADE = [form.id for form in forms().values() if form.made]
PERIODS = {"G1": "2026", "G2": "2025-2026", "G3": "2026", "F1": "2026-Q1", "F2": "2026-Q1"}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with upper_union(tmp_path_factory.mktemp("tinh")) as made:
        add(made, Target(indicator="III.1", period="2026", planned=100.0))
        for number, uid in enumerate(UNITS[:10], 1):
            counts = {"III.1": number, "III.2": 1234 * number, "II.7": 123_456_789 * number, "VII.2": 3, "VII.3": 2}
            add(made, report(uid, {**counts, "VII.1": 0, "III.1:cung_ky": 2}, due_on=date(2026, 4, number)))
        scores = [RatingScore(criterion=code, self_score=0.75, upper_score=0.5) for code in ("1a", "1", "I.1")]
        for place, (form, period) in enumerate(PERIODS.items()):
            if form.startswith("G"):
                mine = [score for score in scores if score.criterion == ("1a", "1", "I.1")[place]]
                add(made, UnitRating(scheme=form, period=period, disciplined="khong", scores=mine))
        yield made


def test_the_made_forms_are_those_of_scoring_and_gathering() -> None:
    assert sorted(PERIODS) == sorted(MADE)


@pytest.mark.parametrize("ending", ["xlsx", "pdf", "json"])
@pytest.mark.parametrize("form", MADE)
def test_every_cell_is_in_every_file(store: Store, tmp_path: Path, form: str, ending: str) -> None:
    done = export(store, form, period_from(PERIODS[form]), tmp_path / f"{form}.{ending}")
    assert done.proof.cells == done.proof.of > 20


def test_a_quarter_of_a_point_is_not_rounded(store: Store, tmp_path: Path) -> None:
    for ending in ("xlsx", "pdf", "json"):
        export(store, "G1", period_from("2026"), tmp_path / f"g1.{ending}")
    (table, *_more) = json.loads((tmp_path / "g1.json").read_text(encoding="utf-8"))["tables"]
    assert {row["code"]: row["cells"]["tu_cham"] for row in table["rows"]}["total"] == 0.75
    text = "\n".join(page.extract_text() for page in PdfReader(tmp_path / "g1.pdf").pages)
    assert "0,75" in text
    assert "Độc lập - Tự do - Hạnh phúc" in text
    assert "LĐLĐ" in text and "Báo cáo diễn giải" in text
    sheet = load_workbook(tmp_path / "g1.xlsx")["G1"]
    found = {(cell.value, cell.number_format) for row in sheet.iter_rows() for cell in row if cell.value == 0.75}
    assert found == {(0.75, "General")}
    formulas = [cell.value for row in sheet.iter_rows() for cell in row if str(cell.value).startswith("=SUM")]
    assert len(formulas) >= 6, "groups and totals add up their lines in the workbook"


def test_the_paper_is_dated_once_and_the_group_signs_its_own_sheet(store: Store, tmp_path: Path) -> None:
    export(store, "G2", period_from("2025-2026"), tmp_path / "g2.pdf")
    text = "\n".join(page.extract_text() for page in PdfReader(tmp_path / "g2.pdf").pages)
    assert text.count(", ngày ") == 1
    assert "TỔ TRƯỞNG" in text and "NGƯỜI LẬP BIỂU" not in text
    assert "NĂM HỌC 2025-2026" in text


def test_the_totals_of_all_units_are_formulas(store: Store, tmp_path: Path) -> None:
    export(store, "F1", period_from("2026-Q1"), tmp_path / "f1.xlsx")
    sheet = load_workbook(tmp_path / "f1.xlsx")["F1"]
    total = next(row for row in sheet.iter_rows() if row[1].value == "TỔNG CỘNG")
    assert str(total[4].value).startswith("=SUM(")
    before = next(row for row in sheet.iter_rows() if row[1].value == "So với cùng kỳ (%)")
    assert "ROUND(100*" in str(before[4].value)


@pytest.mark.parametrize(
    ("form", "allowed", "refused"),
    [
        ("G1", ["2026"], ["2026-Q1", "2026-03", "2025-2026", "2026-H1", "2026-9M"]),
        ("G2", ["2026", "2025-2026"], ["2026-Q4", "2026-01-01..2026-12-30"]),
        ("G3", ["2026", "2025-2026"], ["2026-H2"]),
        ("F1", ["2026", "2026-Q1", "2026-03", "2026-H1", "2026-9M", "2025-2026"], []),
        ("F2", ["2026", "2026-Q1", "2026-03"], []),
        ("E1", ["2026", "2026-H1", "2026-H2"], ["2026-9M", "2025-2026"]),
        ("E2", ["2026", "2026-H1"], ["2026-06-30..2026-07-01"]),
    ],
)
def test_each_form_knows_its_periods(form: str, allowed: list[str], refused: list[str]) -> None:
    for text in allowed:
        refuse_period(forms()[form], period_from(text))
        assert fitting_period(forms()[form], period_from(text)).text == text
    for text in refused:
        with pytest.raises(UserError, match=f"Biểu {form} không lập theo kỳ"):
            refuse_period(forms()[form], period_from(text))
        assert fitting_period(forms()[form], period_from(text)).text == str(period_from(text).year)


@pytest.mark.parametrize(
    ("form", "text", "fitting"),
    [("E1", "2026-Q1", "2026-H1"), ("E1", "2026-12", "2026-H2"), ("G2", "2025-2026", "2025-2026")],
)
def test_the_shortest_period_around_the_one_chosen_is_shown_instead(form: str, text: str, fitting: str) -> None:
    assert fitting_period(forms()[form], period_from(text)).text == fitting


def test_a_quarter_of_a_half_yearly_form_is_refused_with_an_example(store: Store, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"“Quý III/2026”.*6 tháng, năm \(ví dụ 2026-H2\)"):
        export(store, "E1", period_from("2026-Q3"), tmp_path / "e1.pdf")
    assert not (tmp_path / "e1.pdf").exists()
