"""Forms worded by others: most cells are proposed right, and none that is ticked beforehand is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from exports.form_shelf import forms
from exports.official.grid import grid_of
from exports.official.map import MapOfWorkbook
from exports.official.places import Place
from exports.official.placing import Placing
from exports.official.propose import proposals
from exports.official.wording import synonyms
from exports.official.workbook import read_workbook
from tests.exports.official.strange_forms import FORMS, district


@pytest.mark.parametrize("name", FORMS)
def test_four_cells_in_five_are_proposed_right_and_no_ticked_one_is_wrong(name: str, tmp_path: Path) -> None:
    truth = FORMS[name](tmp_path / "a.xlsx")
    book = read_workbook(tmp_path / "a.xlsx")
    found = {str(each.place): each for each in proposals(book, book.sheets[0]) if each.entry.value}
    right = [at for at, value in truth.items() if at in found and found[at].entry.value == value]
    assert len(right) >= 0.8 * len(truth)
    wrong = [(at, each.entry.value) for at, each in found.items() if each.chosen and truth.get(at) != each.entry.value]
    assert wrong == []
    assert sum(each.chosen for each in found.values()) >= 0.5 * len(truth)


def test_names_of_unit_and_superior_are_proposed_where_the_form_asks_for_them(tmp_path: Path) -> None:
    district(tmp_path / "a.xlsx")
    book = read_workbook(tmp_path / "a.xlsx")
    found = {str(each.place): each.entry.text for each in proposals(book, book.sheets[0]) if each.entry.text}
    assert found == {"B1": "{cap_tren}", "A2": "Đơn vị báo cáo: {don_vi}"}


def test_what_is_proposed_can_be_used_as_it_is(tmp_path: Path) -> None:
    district(tmp_path / "a.xlsx")
    book = read_workbook(tmp_path / "a.xlsx")
    entries = tuple(each.entry for each in proposals(book, book.sheets[0]))
    placing = Placing(book, MapOfWorkbook(entries))
    assert placing.faults == []
    assert len(placing.targets) == len(entries) > 80


def test_a_cell_with_a_formula_or_words_is_left_alone(tmp_path: Path) -> None:
    district(tmp_path / "a.xlsx")
    book = load_workbook(tmp_path / "a.xlsx")
    book["BC"]["E10"], book["BC"]["F10"], book["BC"]["G10"] = "=1+1", "xem phụ lục", "……"
    book.save(tmp_path / "a.xlsx")
    read = read_workbook(tmp_path / "a.xlsx")
    found = {str(each.place) for each in proposals(read, read.sheets[0])}
    assert found & {"D10", "E10", "F10", "G10"} == {"D10", "G10"}


def test_every_other_word_belongs_to_a_row_or_column_of_a_form() -> None:
    tables = {table.id: table for form in forms().values() for table in form.tables}
    for name, rows in synonyms()["rows"].items():
        assert set(rows) <= {row.code for row in tables[name].rows}
    for name, columns in synonyms()["columns"].items():
        assert set(columns) <= {column.key for column in tables[name].columns}


def test_a_sheet_is_read_as_a_grid_to_draw(tmp_path: Path) -> None:
    FORMS["topics"](tmp_path / "a.xlsx")
    book = load_workbook(tmp_path / "a.xlsx")
    sheet = book["TT"]
    sheet["C6"], sheet["C7"], sheet["C12"] = 1234.5, 0.5, "=SUM(C6:C11)"
    sheet["C6"].number_format, sheet["C7"].number_format = "#,##0.0", "0%"
    sheet.column_dimensions["B"].width = 40
    sheet.row_dimensions[5].height, sheet.row_dimensions[9].hidden = 30, True
    book.save(tmp_path / "a.xlsx")
    read = read_workbook(tmp_path / "a.xlsx")
    grid = grid_of(read, read.sheets[0])
    assert [grid.cells[Place(row, 3)].text for row in (6, 7)] == ["1.234,5", "50%"]
    assert grid.cells[Place(12, 3)].formula == "SUM(C6:C11)"
    assert (grid.rows, grid.columns, grid.width(2), grid.height(5), grid.height(9)) == (12, 8, 40, 30, 0)
    assert str(grid.merges[-1].first) in ("A4", "B4", "C4", "D4", "E4", "H4")
