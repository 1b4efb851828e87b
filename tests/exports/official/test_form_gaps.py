""" "Còn thiếu gì?" of an authority's form: what concerns it and nothing else, and what only such a form can lack."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from exports.official.form_gaps import gaps_of_form
from exports.official.map import Entry, MapOfWorkbook
from exports.official.map_list import ListEntry
from exports.official.propose import proposals
from exports.official.sharing import SharedForm
from exports.official.workbook import read_workbook
from models.ledger.store import Store
from tests.exports.official.list_forms import QUARTER, form
from tests.ui.official.province_form import SHEET, province_form


@pytest.fixture
def province(tmp_path: Path) -> SharedForm:
    """The federation's form, nothing mapped."""
    book = read_workbook(province_form(tmp_path / "a.xlsx"))
    return SharedForm("Biểu tỉnh", "", None, book, MapOfWorkbook(()), id="cap-tren:tinh")


def with_cells(form: SharedForm, *entries: Entry) -> SharedForm:
    return SharedForm(form.title, "", None, form.workbook, MapOfWorkbook(entries), id=form.id)


def rules(store: Store, form: SharedForm) -> list[str]:
    return [gap.rule for gap in gaps_of_form(store, form, QUARTER)]


def test_only_what_a_form_speaks_of_concerns_it(store: Store, province: SharedForm) -> None:
    events = rules(store, with_cells(province, Entry(SHEET, "D17", value="A2:III.1:so_luong")))
    awards = rules(store, with_cells(province, Entry(SHEET, "D17", value="A2:IV.9:so_luong")))
    assert "planned_but_past" in events
    assert not {"planned_but_past", "no_attendance"} & set(awards)
    assert "signer_missing" not in events
    signed = rules(store, with_cells(province, Entry(SHEET, "A3", text="{nguoi_ky}")))
    assert "signer_missing" in signed


def test_cells_that_nothing_goes_into_are_named_in_the_words_of_the_form(store: Store, province: SharedForm) -> None:
    found = {gap.title: gap for gap in gaps_of_form(store, province, QUARTER) if gap.rule == "form_cell_unmapped"}
    gap = found["Ô D17: Số buổi tuyên truyền – Trong kỳ"]
    assert gap.uid == f"cap-tren:tinh/{SHEET}/2026-Q1/17/D"
    mapped = with_cells(province, Entry(SHEET, "D17", value="A2:III.1:so_luong"))
    assert gap.title not in {each.title for each in gaps_of_form(store, mapped, QUARTER)}
    assert rules(store, mapped).count("form_cell_unmapped") == len(found) - 1


def test_a_formula_of_the_form_that_comes_to_another_number_is_named(
    store: Store, province: SharedForm, tmp_path: Path
) -> None:
    path = province_form(tmp_path / "b.xlsx")
    book = load_workbook(path)
    book[SHEET]["D17"] = "=D18+D19"
    book.save(path)
    other = SharedForm("Biểu tỉnh", "", None, read_workbook(path), MapOfWorkbook(()), id=province.id)
    cells = [each.entry for each in proposals(other.workbook, other.workbook.sheets[0]) if each.chosen]
    (gap,) = [
        each for each in gaps_of_form(store, with_cells(other, *cells), QUARTER) if each.rule == "form_total_differs"
    ]
    assert gap.title.startswith("Ô D17")
    assert gap.reason.endswith("chương trình tính 5")


def test_the_free_rows_of_a_list_are_not_missing_and_faults_come_first(store: Store, tmp_path: Path) -> None:
    rows = ListEntry("Biểu 3", "A6", 5, (("A", "B4:1"), ("C", "B4:3")))
    book = read_workbook(form(tmp_path / "a.xlsx", 5))
    sound = SharedForm("Sổ", "", None, book, MapOfWorkbook((), lists=(rows,)), id="cap-tren:so")
    found = gaps_of_form(store, sound, QUARTER)
    assert not [gap for gap in found if gap.rule == "form_cell_unmapped" and "A6" in gap.title]
    assert "planned_but_past" in {gap.rule for gap in found}
    wrong = Entry("Biểu 3", "D11", value="A2:III.1:so_luong")
    faulty = SharedForm("Sổ", "", None, book, MapOfWorkbook((wrong,), lists=(rows,)), id="cap-tren:so")
    first = gaps_of_form(store, faulty, QUARTER)[0]
    assert (first.rule, first.severity, first.title) == ("form_cell_faulty", "error", "ô D11, trang Biểu 3")
