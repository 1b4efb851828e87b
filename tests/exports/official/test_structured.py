"""Cells named by their table, and data tables: told apart, so that only results that are stale are touched."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.table import Table

from tests.exports.official.raw_parts import parts_of, raw_parts, sheet_xml, write_parts
from tests.exports.official.test_results import SESSIONS, book, results

Fill = Callable[..., Path]
COLUMNS: Mapping[str, tuple[str, object]] = {
    "of its row": ("Bang[[#This Row],[A]]+Bang[[#This Row],[B]]", 99),
    "of a mapped row": ("Bang[[#This Row],[A]]+Bang[[#This Row],[B]]", 25),
    "of a column": ("SUM(Bang[A])", 25),
    "of another": ("SUM(Bang[b])", 99),
    "of several": ("SUM(Bang[[A]:[B]])", 85),
    "of all rows": ("SUM(Bang[[#All],[A]])", 25),
    "of several marks": ("SUM(Bang[[#Headers],[#Data],[A]])", None),
    "unknown": ("SUM(Bang[C])", None),
}


def test_cells_named_by_their_table_are_told_apart(tmp_path: Path, filled: Fill) -> None:
    made = load_workbook(book(tmp_path / "a.xlsx", {name: formula for name, (formula, _) in COLUMNS.items()}))
    sheet = made["Biểu 1"]
    for column, (head, value) in enumerate((("A", 10), ("B", 20)), 1):
        sheet.cell(29, column, head)
        for row in (30, 31, 32):
            sheet.cell(row, column, value)
    sheet.add_table(Table(displayName="Bang", ref="A29:B32"))
    made.save(tmp_path / "b.xlsx")
    path = _with_results(tmp_path / "b.xlsx")
    done = filled(path, ("A31", SESSIONS[1]))
    found = dict(zip(COLUMNS, results(done, len(COLUMNS)), strict=True))
    assert found == {name: expected for name, (_, expected) in COLUMNS.items()}


def test_a_data_table_is_followed_to_its_sides_and_inputs(tmp_path: Path, filled: Fill) -> None:
    def table(at: int) -> str:
        inner = f'<f t="dataTable" ref="H{at + 1}:H{at + 2}" dt2D="0" dtr="0" r1="G{at}"/><v>2</v>'
        first = f'<row r="{at}"><c r="G{at}"><v>3</v></c><c r="H{at}"><f>G{at}*2</f><v>6</v></c></row>'
        second = f'<row r="{at + 1}"><c r="G{at + 1}"><v>1</v></c><c r="H{at + 1}">{inner}</c></row>'
        return first + second + f'<row r="{at + 2}"><c r="H{at + 2}"><v>4</v></c></row>'

    path = write_parts(tmp_path / "a.xlsx", raw_parts({"Biểu 1": sheet_xml(table(20) + table(30))}))
    sheet = load_workbook(filled(path, ("G30", SESSIONS[1])), data_only=True)["Biểu 1"]
    assert [sheet[f"H{row}"].value for row in (20, 21, 22, 30, 31, 32)] == [6, 2, 4, 10, None, None]


def _with_results(path: Path) -> Path:
    """The workbook with the result 99 stored at every formula."""
    parts = parts_of(path)
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = re.sub(rb"</f><v(?:\s*/>|></v>)", b"</f><v>99</v>", parts[sheet])
    return write_parts(path, parts)
