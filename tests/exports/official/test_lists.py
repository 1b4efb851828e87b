"""A list of ours in the free rows of an authority's form: what fits, what goes on behind, what is refused."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.styles import Alignment

from exports.build import build
from exports.form import FormTable
from exports.form_shelf import forms
from exports.official.appendix import free_name
from exports.official.carry import carry
from exports.official.fill import Filled, fill
from exports.official.map import map_from
from exports.official.map_writing import map_text
from exports.official.places import letters
from exports.official.workbook import read_workbook
from models.ledger.store import Store
from tests.exports.official.list_forms import HEADS, PACKAGE_PARTS, QUARTER, chart, form
from tests.exports.official.raw_parts import parts_of, raw_parts, sheet_xml, write_parts
from tests.exports.official.test_libreoffice import SOFFICE, converted
from tests.exports.official.workbooks import FEATURES


@pytest.fixture
def filled_list(store: Store, tmp_path: Path) -> Callable[[Path, int], Filled]:
    def run(workbook: Path, rows: int) -> Filled:
        return fill(store, workbook, chart(tmp_path / "ghep.toml", rows), QUARTER, tmp_path / "ra.xlsx")

    return run


def rows_in(path: Path, sheet: str, first: int, last: int) -> list[list[object]]:
    found = load_workbook(path, data_only=True)[sheet]
    return [[found.cell(row, column).value for column in range(1, 5)] for row in range(first, last + 1)]


def test_a_list_that_fits_fills_its_free_rows_and_empties_the_others(
    tmp_path: Path, filled_list: Callable[[Path, int], Filled]
) -> None:
    path = form(tmp_path / "a.xlsx", 5)
    book = load_workbook(path)
    book["Biểu 3"]["A10"] = 5  # a running number printed in a row that stays free
    book.save(path)
    done = filled_list(path, 5)
    rows = rows_in(done.path, "Biểu 3", 6, 11)
    assert [row[0] for row in rows] == [1, 2, 3, None, None, None]
    assert all(isinstance(row[1], datetime) and isinstance(row[2], str) for row in rows[:3])
    assert rows[3:5] == [[None] * 4] * 2
    assert rows[5] == [None, None, "Cộng", 465] == [None, None, "Cộng", sum(int(str(row[3])) for row in rows[:3])]
    assert load_workbook(done.path).sheetnames == ["Biểu 3", "Khác"]


def test_a_longer_list_goes_on_behind_and_the_last_free_row_says_so(
    tmp_path: Path, filled_list: Callable[[Path, int], Filled]
) -> None:
    whole = rows_in(filled_list(form(tmp_path / "a.xlsx", 3), 3).path, "Biểu 3", 6, 8)
    path = form(tmp_path / "b.xlsx", 2)
    done = filled_list(path, 2)
    rows = rows_in(done.path, "Biểu 3", 6, 8)
    assert rows[0] == whole[0]
    assert rows[1] == [None, None, "Cộng 2 dòng tiếp theo, xem trang “Phụ lục Biểu 3”", 345]
    assert rows[2] == [None, None, "Cộng", 465]  # the form's own total misses nothing
    behind = load_workbook(done.path)["Phụ lục Biểu 3"]
    assert [behind.cell(4, column).value for column in range(1, 5)] == list(HEADS)
    assert rows_in(done.path, "Phụ lục Biểu 3", 5, 7) == [
        *whole[1:],
        [None, None, "Cộng, đã đưa về trang “Biểu 3”", 345],
    ]
    assert behind["A2"].value == "Tiếp theo ô C7 của trang “Biểu 3”: còn 2 dòng"
    assert (behind["B5"].number_format, behind["C5"].border.left.style) == ("dd/mm/yyyy", "thin")
    assert behind.column_dimensions["C"].width == 40
    assert str(done.proof).endswith("phần tiếp theo ở trang “Phụ lục Biểu 3”")
    assert done.proof.cells == 8 + 2 + 4 + 12


def test_rows_of_the_new_sheet_are_as_high_as_their_texts(
    tmp_path: Path, filled_list: Callable[[Path, int], Filled]
) -> None:
    path = form(tmp_path / "a.xlsx", 2)
    book = load_workbook(path)
    book["Biểu 3"].column_dimensions["C"].width = 14
    book["Biểu 3"]["C6"].alignment = Alignment(wrap_text=True)
    book.save(path)
    heights = load_workbook(filled_list(path, 2).path)["Phụ lục Biểu 3"].row_dimensions
    assert 2 * heights[4].height < heights[5].height


def test_the_new_sheet_is_all_that_is_new(tmp_path: Path, filled_list: Callable[[Path, int], Filled]) -> None:
    path = form(tmp_path / "a.xlsx", 2)
    old, new = parts_of(path), parts_of(filled_list(path, 2).path)
    assert [*new] == [*old, "xl/worksheets/phu_luc_1.xml"]
    assert {name for name in old if old[name] != new[name]} == {*PACKAGE_PARTS, "xl/worksheets/sheet1.xml"}
    for name in PACKAGE_PARTS - {"xl/workbook.xml"}:  # letters were put in at one place, none taken away
        before, after = old[name], new[name]
        at = next(place for place in range(len(before)) if before[place] != after[place])
        assert before == after[:at] + after[at + len(after) - len(before) :]


def test_a_strict_workbook_with_a_sheet_of_the_wanted_name_gets_another(
    tmp_path: Path, filled_list: Callable[[Path, int], Filled]
) -> None:
    space = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    sheets = {name: sheet_xml("", main=space) for name in ("Biểu 3", "PHỤ LỤC BIỂU 3")}
    path = write_parts(tmp_path / "a.xlsx", raw_parts(sheets, strict=True, absolute=True))
    done = read_workbook(filled_list(path, 1).path)
    assert [sheet.name for sheet in done.worksheets] == [*sheets, "Phụ lục Biểu 3 (2)"]
    assert done.worksheets[-1].part == "xl/worksheets/phu_luc_1.xml"


@pytest.mark.parametrize("table", [table for each in forms().values() for table in each.tables if table.records])
def test_every_list_of_ours_can_go_into_free_rows(table: FormTable, store: Store, tmp_path: Path) -> None:
    path = write_parts(tmp_path / "a.xlsx", raw_parts({"Biểu 3": sheet_xml("")}))
    columns = {letters(at): f"{table.id}:{column.key}" for at, column in enumerate(table.columns, 1)}
    said = ", ".join(f'{name} = "{value}"' for name, value in columns.items())
    document = build(store, next(each for each in forms().values() if table in each.tables), QUARTER)
    rows = [row for row in next(each for each in document.tables if each.id == table.id).rows if not row.total]
    done = fill(store, path, chart(tmp_path / "ghep.toml", 1, columns=f"{{ {said} }}"), QUARTER, tmp_path / "ra.xlsx")
    book = load_workbook(done.path)
    assert len(book.sheetnames) == (2 if len(rows) > 1 else 1)
    if len(rows) > 1:
        behind = book.worksheets[-1]
        assert [behind.cell(4, at).value for at in range(1, len(columns) + 1)] == [each.title for each in table.columns]
        assert behind.max_row in (4 + len(rows), 5 + len(rows))


def test_names_of_sheets_are_such_as_a_workbook_may_have() -> None:
    assert free_name("Phụ lục " + "x" * 40, []) == "Phụ lục " + "x" * 23
    assert free_name("Phụ lục a/b:c", ["PHỤ LỤC A-B-C"]) == "Phụ lục a-b-c (2)"


def test_a_map_with_a_list_is_written_and_carried_to_a_new_form(tmp_path: Path) -> None:
    content, faults = map_from(chart(tmp_path / "a.toml", 3).read_bytes(), "a.toml")
    assert map_from(map_text(content).encode(), "a.toml") == (content, faults) == (content, [])
    old = read_workbook(form(tmp_path / "a.xlsx", 3))
    book = load_workbook(old.path)
    book["Biểu 3"].insert_rows(2, 2)
    book["Biểu 3"].insert_cols(3)
    book.save(tmp_path / "b.xlsx")
    (moved,) = carry(old, content, read_workbook(tmp_path / "b.xlsx")).chart.lists
    assert (moved.first, [name for name, _value in moved.columns]) == ("A8", ["A", "B", "D", "E"])
    book["Biểu 3"]["D6"] = "Một cột khác"
    book.save(tmp_path / "b.xlsx")
    found = carry(old, content, read_workbook(tmp_path / "b.xlsx"))
    assert (found.chart.lists, found.lost_lists) == ((), content.lists)


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed on this machine")
def test_libreoffice_opens_the_new_sheet_and_comes_to_the_same_total(
    tmp_path: Path, filled_list: Callable[[Path, int], Filled]
) -> None:
    done = filled_list(form(tmp_path / "a.xlsx", 2), 2).path
    (again,) = converted([done], "xlsx", tmp_path)
    for sheet, last in (("Biểu 3", 8), ("Phụ lục Biểu 3", 6)):
        assert rows_in(again, sheet, 1, last) == rows_in(done, sheet, 1, last)
    assert load_workbook(again).sheetnames == ["Biểu 3", "Khác", "Phụ lục Biểu 3"]


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed on this machine")
def test_every_kind_of_workbook_takes_a_new_sheet_that_libreoffice_reads(store: Store, tmp_path: Path) -> None:
    done = []
    for name, make in FEATURES.items():
        path = make(tmp_path / f"mau{'.xlsm' if name == 'macros' else '.xlsx'}")
        sheet = read_workbook(path).worksheets[0].name
        said = chart(tmp_path / "ghep.toml", 1, sheet=f'"{sheet}"', first='"A40"')
        done.append(fill(store, path, said, QUARTER, tmp_path / f"{name}{path.suffix}").path)
    for path, again in zip(done, converted(done, "ods", tmp_path), strict=True):
        name = read_workbook(path).sheets[-1].name
        with zipfile.ZipFile(again) as package:
            content = package.read("content.xml").decode()
        assert name.startswith("Phụ lục "), path.name
        (table,) = [each for each in content.split("<table:table ")[1:] if f'table:name="{name}"' in each[:200]]
        assert "còn 3 dòng" in table, path.name
        assert table.count('office:value-type="date"') == 0 < table.count("/2026"), path.name
