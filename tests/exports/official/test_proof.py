"""A filled workbook that is not what it should be is noticed, wherever it differs."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from exports.official.edit import Result, Value
from exports.official.fill import filled_package, results_of
from exports.official.package import Package
from exports.official.places import Spot
from exports.official.proof import Differs, prove
from exports.official.refusals import BadWorkbook
from exports.official.workbook import Workbook, read_workbook
from tests.exports.official.raw_parts import raw_parts, sheet_xml, write_parts

ROWS = (
    '<row r="2" ht="15"><c r="B2" s="3" t="s"><v>0</v></c><c r="D2"/></row> <row r="4"/>'
    '<row r="9"><c r="B9" s="1"><f>SUM(B2:D2)</f></c></row>'
)
FILLED = re.compile(rb' r="(?:B2|D2|B9)".*?</c>')
Form = tuple[Workbook, dict[int, dict[Spot, Value]], dict[int, dict[Spot, Result | None]], bytes]


def filled_form(path: Path, rows: str = ROWS) -> Form:
    """A form, what goes into its cells, what its total comes to, and the form with both."""
    book = read_workbook(write_parts(path, raw_parts({"Biểu 1": sheet_xml(rows)})))
    values: dict[int, dict[Spot, Value]] = {0: {(2, 2): 41, (2, 4): "Có & không"}}
    results = results_of(book, values)
    raw = filled_package(book, values, results)
    assert prove(book, raw, values, results).cells == 2
    return book, values, results, raw


def test_no_byte_of_the_file_may_be_another(tmp_path: Path) -> None:
    book, values, results, raw = filled_form(tmp_path / "a.xlsx")
    for at in range(len(raw)):
        changed = raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1 :]
        with pytest.raises((Differs, BadWorkbook)):
            prove(book, changed, values, results)


@pytest.mark.parametrize("other", [Result(40), Result("41"), Result(True), Result("#REF!", is_error=True), None])
@pytest.mark.parametrize("rows", [ROWS, ROWS.replace('r="B2" s="3"', 's="3" r="B2"')])
def test_a_total_that_is_not_what_it_comes_to_is_refused(tmp_path: Path, rows: str, other: Result | None) -> None:
    book, values, results, raw = filled_form(tmp_path / "a.xlsx", rows)
    assert results == {0: {(9, 2): Result(41)}}
    with pytest.raises(Differs):
        prove(book, filled_package(book, values, {0: {(9, 2): other}}), values, results)
    with pytest.raises(Differs):
        prove(book, raw, values, {0: {(9, 2): other}})


@pytest.mark.parametrize("rows", [ROWS, ROWS.replace('r="B2" s="3"', 's="3" r="B2"')])
def test_no_letter_of_a_filled_sheet_may_be_another(tmp_path: Path, rows: str) -> None:
    """Every letter in turn is changed, dropped, doubled: refused, or within a filled cell and read as it should be."""
    book, values, results, raw = filled_form(tmp_path / "a.xlsx", rows)
    filled, part = Package(book.path, raw), book.worksheets[0].part
    sheet = filled.part(part) or b""
    within = {at for found in FILLED.finditer(sheet) for at in range(*found.span())}
    assert len(within) > 100
    for at in range(len(sheet)):
        for other in (sheet[at : at + 1] * 2, b"", bytes([sheet[at] ^ 1])):
            changed = filled.written({part: sheet[:at] + other + sheet[at + 1 :]})
            try:
                prove(book, changed, values, results)
            except Differs:
                continue
            assert at in within
            assert read(changed) == read(raw)


def read(raw: bytes) -> list[object]:
    """The filled cells and the total as another program reads them."""
    sheet = load_workbook(BytesIO(raw), data_only=True).worksheets[0]
    return [(sheet[name].value, sheet[name].number_format) for name in ("B2", "D2", "B9")]
