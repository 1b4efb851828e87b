"""Sheets written as nearly every program writes them take a shorter way, and it ends in the very same bytes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from exports.official.edit import Result, Value, write_cells
from exports.official.places import Spot
from exports.official.plain import plain_sheet
from exports.official.plain_proof import is_filled_right
from exports.official.sheet import SheetText
from exports.official.workbook import Workbook, read_workbook
from exports.official.xml import Unreadable
from tests.exports.official.raw_parts import sheet_xml
from tests.exports.official.strange_forms import FORMS
from tests.exports.official.workbooks import FEATURES

PLAIN = {"plain", "shared_formulas", "arrays", "tables", "guarded", "drawn", "boxed", "macros", "utf_16"}
PLAIN |= {"days_from_1904", "oddly_named", "empty_sheet", *FORMS}
MADE: dict[str, Callable[[Path], object]] = {**FEATURES, **FORMS}
VALUES: list[Value] = [7, 0.892, "Tổ <A> & _x0041_\nB", None, -3, 1e20]
WHOLE = '<row r="2" ht="15"><c r="B2" s="3" t="s"><v>0</v></c><c r="D2"/></row> <row r="4"/>'


def workbook(path: Path, name: str) -> Workbook:
    MADE[name](path)
    return read_workbook(path)


def sheet_with(rows: str) -> SheetText:
    return SheetText(sheet_xml(rows).encode())


def the_long_way(book: Workbook, part: str) -> SheetText:
    other = SheetText(book.package.part(part) or b"")
    other.plain = None
    return other


@pytest.mark.parametrize("name", MADE)
def test_both_ways_read_the_same(tmp_path: Path, name: str) -> None:
    book = workbook(tmp_path / "a.xlsx", name)
    texts = [book.text_of(sheet) for sheet in book.worksheets]
    assert {text.plain is not None for text in texts} == {name in PLAIN}
    for text, sheet in zip(texts, book.worksheets, strict=True):
        other = the_long_way(book, sheet.part)
        assert list(text.formulas.items()) == list(other.formulas.items())
        spots = [*other.cells, (1, 1), (12, 4), (500, 3), (12, 500)]
        for spot in spots:
            assert text.content(spot) == other.content(spot)
            assert text.style(spot) == other.style(spot)
            marks = [
                [(name, said) for name, said in each.attributes(spot).items() if name != "r"] for each in (text, other)
            ]
            assert marks[0] == marks[1]
            assert (text.cell(spot) is None) == (other.cell(spot) is None)


@pytest.mark.parametrize("name", sorted(PLAIN))
def test_both_ways_write_the_same_bytes(tmp_path: Path, name: str) -> None:
    book = workbook(tmp_path / "a.xlsx", name)
    results = [Result(5), Result("a<b"), Result(True), Result("#DIV/0!", is_error=True), None]
    for sheet in book.worksheets:
        text, other = book.text_of(sheet), the_long_way(book, sheet.part)
        there: list[Spot] = [spot for spot in other.cells if spot not in other.formulas]
        for missing in ([], [(900, 1)], [(12, 90), (1, 90)]):
            values = {spot: VALUES[at % len(VALUES)] for at, spot in enumerate([*there, *missing])}
            new = {spot: results[at % len(results)] for at, spot in enumerate(other.formulas)}
            raw = write_cells(text, values, new)
            assert raw == write_cells(other, values, new)
            assert is_filled_right(text, raw, values, new) == all(values[spot] is None for spot in missing)
            assert not is_filled_right(text, raw, {**values, (12, 4): 99}, new)


@pytest.mark.parametrize(
    "rows",
    [
        WHOLE.replace('r="B2" s="3"', 's="3" r="B2"'),
        WHOLE.replace('"B2"', "'B2'"),
        WHOLE.replace('r="B2"', 'r="b2"'),
        WHOLE.replace('r="B2"', 'r="E2"'),
        WHOLE.replace('<c r="D2"/>', "<c/>"),
        WHOLE.replace('<c r="D2"/>', '<c r="D2" cm="1"/>'),
        WHOLE.replace('<c r="D2"/>', '<c r="D2" />'),
        WHOLE.replace('<c r="D2"/>', "<!-- -->"),
        WHOLE.replace("<v>0</v>", "<v><![CDATA[0]]></v>"),
        WHOLE.replace("<v>0</v>", '<v>0</v><extLst><c r="C2"/></extLst>'),
        WHOLE.replace('r="4"', 'r="1"'),
        WHOLE.replace('<row r="4"/>', "<row/>"),
        WHOLE.replace('<row r="2" ht="15">', '<row ht="15" r="2">'),
        WHOLE.replace("<row r", "<row\nr"),
        WHOLE.replace("</c><c", "</c >\n<c"),
    ],
)
def test_an_unusual_sheet_goes_the_long_way(rows: str) -> None:
    assert sheet_with(WHOLE).plain is not None
    assert sheet_with(rows).plain is None


@pytest.mark.parametrize("names", [("B2", "D2"), ("D2", "AAAA2"), ("4", "2")])
def test_a_place_said_twice_or_beyond_the_sheet_is_not_plain_but_refused(names: tuple[str, str]) -> None:
    with pytest.raises(Unreadable):
        sheet_with(WHOLE.replace(f'r="{names[0]}"', f'r="{names[1]}"'))


def test_rows_that_do_not_close_where_they_should_are_not_plain() -> None:
    for rows in ('<row r="2"><c r="B2"/>', '<row r="2"><c r="B2"/></row></row>', '<row r="2"/><c r="B2"/></row>', "x"):
        assert plain_sheet(rows) is None
