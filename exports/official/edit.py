"""Writes values into a sheet's own text: the cell's look and every other letter of the sheet stay as they are."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from xml.sax.saxutils import escape

from exports.official.places import Box, Place, Spot, box_from
from exports.official.plain import PlainSheet
from exports.official.sheet import SheetText
from exports.official.xml import attributes_of, with_edits
from exports.render.xlsx_text import clean, escaped

_ODD_MARKS = ("t=", "m=", "ph=", " =", " <", "\n", "\r", "\t")  # without any of these nothing has lapsed
_LAPSED = re.compile(r"""\s+(?:(?:t|cm|vm|ph)\s*=\s*(?:"[^"]*"|'[^']*')|(?=<))""")
_TYPE_MARK = re.compile(r"""\s+t\s*=\s*("[^"]*"|'[^']*')""")
Edit = tuple[int, int, str]
Value = str | int | float | None


@dataclass(frozen=True, slots=True)
class Result:
    """What a formula comes to: a number, a text, a truth value, or an error such as "#DIV/0!"."""

    value: str | int | float | bool
    is_error: bool = False


def write_cells(sheet: SheetText, values: Mapping[Spot, Value], results: Mapping[Spot, Result | None]) -> bytes:
    """The sheet with these values in these cells, and these stored results of formulas; None: the result is dropped."""
    rows = _plain_rows(sheet.plain, values, results) if sheet.plain is not None else None
    if rows is not None:
        return sheet.part.edited([(sheet.opened.end(), sheet.last, rows)])
    edits = _replaced(sheet, [(sheet.cells[spot], value) for spot, value in values.items() if spot in sheet.cells])
    missing = [spot for spot, value in values.items() if value is not None and spot not in sheet.cells]
    edits += [_recalculated(sheet, spot, result) for spot, result in results.items()]
    edits += _inserted(sheet, sorted(missing), values)
    edits += _widened(sheet, missing)
    return sheet.part.edited(edits)


def _plain_rows(plain: PlainSheet, values: Mapping[Spot, Value], results: Mapping[Spot, Result | None]) -> str | None:
    """The rows of a plain sheet with these values and results; None if a cell has to be put in."""
    changed: dict[int, list[str]] = {}
    for spot, value in values.items():
        found = plain.find(spot)
        if found is not None:
            row, at, cell = found
            cells = changed.get(spot[0]) or changed.setdefault(spot[0], row.cells.copy())
            held = f"><v>{value}</v></c>" if type(value) is int else _value_xml("", value)  # nearly all are whole
            cells[at] = f"{cell.style}{held}{cell.behind}"
        elif value is not None:
            return None
    for spot, result in results.items():
        found = plain.find(spot)
        if found is None:
            return None
        row, at, cell = found
        cells = changed.get(spot[0]) or changed.setdefault(spot[0], row.cells.copy())
        inside = cell.inside or ""
        cells[at] = f"{cell.style}{_result_xml('', inside, inside, result)}{cell.behind}"
    return plain.text(changed)


def _replaced(sheet: SheetText, cells: Sequence[tuple[re.Match[str], Value]]) -> list[Edit]:
    marks, prefix = lasting_marks([found[3] for found, _value in cells]), sheet.part.prefix
    return [(*found.span(), cell_xml(prefix, said, value)) for (found, value), said in zip(cells, marks, strict=True)]


def lasting_marks(cells: Sequence[str]) -> list[str]:
    """The attributes of cells without those that speak of their values: all at once, a form has thousands."""
    said = "<".join([*cells, ""]).replace(' t="n"', "")  # no attribute holds a "<"
    if any(mark in said for mark in _ODD_MARKS):
        said = _LAPSED.sub("", said)
    return said.split("<")[:-1]


def cell_xml(prefix: str, said: str, value: Value) -> str:
    """A cell as the sheet holds it; `said` are its attributes without the kind of its value."""
    return f"<{prefix}c{said}{_value_xml(prefix, value)}"


def _value_xml(prefix: str, value: Value) -> str:
    """What follows the attributes of a cell with this value."""
    if value is None:
        return "/>"
    if not isinstance(value, str):
        return f"><{prefix}v>{_number(value)}</{prefix}v></{prefix}c>"
    text = escape(escaped(clean(value)))
    return f' t="inlineStr"><{prefix}is><{prefix}t xml:space="preserve">{text}</{prefix}t></{prefix}is></{prefix}c>'


def _recalculated(sheet: SheetText, spot: Spot, result: Result | None) -> Edit:
    """A formula's cell with another stored result, or with none: the formula itself stays letter by letter."""
    found, prefix = sheet.cells[spot], sheet.part.prefix
    said = _TYPE_MARK.sub("", found[3]).rstrip()
    return *found.span(), f"<{prefix}c{said}{_result_xml(prefix, sheet.content(spot), sheet.shadow(spot), result)}"


def _result_xml(prefix: str, content: str, shadow: str, result: Result | None) -> str:
    """What follows the attributes of a formula's cell with this result; `shadow` has nothing but marks in it."""
    stored = rf"<{prefix}(?:v|is)(?:\s*/>|>\s*</{prefix}(?:v|is)\s*>|[\s>].*?</{prefix}(?:v|is)\s*>)"
    edits = [(*each.span(), "") for each in re.finditer(stored, shadow, re.DOTALL)]
    kind = ""
    if result is not None:
        kind = {"number": "", "text": ' t="str"', "bool": ' t="b"', "error": ' t="e"'}[_kind(result)]
        formula = re.search(rf"<{prefix}f(?:\s[^<>]*/>|/>|[\s>].*?</{prefix}f\s*>)", shadow, re.DOTALL)
        at = formula.end() if formula else 0
        edits.append((at, at, f"<{prefix}v>{_stored(result)}</{prefix}v>"))
    return f"{kind}>{with_edits(content, edits)}</{prefix}c>"


def _kind(result: Result) -> str:
    if result.is_error:
        return "error"
    if isinstance(result.value, bool):
        return "bool"
    return "text" if isinstance(result.value, str) else "number"


def _stored(result: Result) -> str:
    if isinstance(result.value, bool):
        return str(int(result.value))
    if isinstance(result.value, str):
        return escape(escaped(clean(result.value)))
    return _number(result.value)


def _number(value: int | float) -> str:
    if type(value) is int:
        return str(value)
    return str(int(value)) if float(value).is_integer() and abs(value) < 1e15 else repr(value)


def _inserted(sheet: SheetText, spots: list[Spot], values: Mapping[Spot, Value]) -> list[Edit]:
    """Cells that the sheet does not have yet, put in at their place; rows too."""
    new_rows: dict[int, list[str]] = defaultdict(list)  # by where they go in
    edits: list[Edit] = []
    ordered = sorted(sheet.rows)
    for row, group in groupby(spots, key=lambda spot: spot[0]):
        within = list(group)
        if row in sheet.rows:
            edits += _inserted_in_row(sheet, row, within, values)
            continue
        after = next((each for each in ordered if each > row), None)
        at = sheet.rows[after].start() if after is not None else sheet.last
        prefix = sheet.part.prefix
        cells = "".join(_new_cell(sheet, spot, values[spot]) for spot in within)
        new_rows[at].append(f'<{prefix}row r="{row}">{cells}</{prefix}row>')
    return edits + [_opened(sheet, at, "".join(rows)) for at, rows in new_rows.items()]


def _opened(sheet: SheetText, at: int, rows: str) -> Edit:
    """New rows before `at`; an empty <sheetData/> is opened for them."""
    opened = sheet.opened
    if not opened[2]:
        return at, at, rows
    name = f"{sheet.part.prefix}sheetData"
    return opened.start(), opened.end(), f"<{name}{opened[1].rstrip()}>{rows}</{name}>"


def _inserted_in_row(sheet: SheetText, row: int, spots: list[Spot], values: Mapping[Spot, Value]) -> list[Edit]:
    found, prefix = sheet.rows[row], sheet.part.prefix
    if found[2]:
        cells = "".join(_new_cell(sheet, spot, values[spot]) for spot in spots)
        return [(found.start(), found.end(), f"<{prefix}row{found[1].rstrip()}>{cells}</{prefix}row>")]
    closed = re.compile(rf"</{prefix}row\s*>").search(sheet.part.shadow, found.end())
    end = closed.start() if closed else sheet.last
    there = sorted(column for at, column in sheet.cells if at == row)
    together: dict[int, str] = defaultdict(str)
    for spot in spots:
        after = next((each for each in there if each > spot[1]), None)
        at = sheet.cells[row, after].start() if after is not None else end
        together[at] += _new_cell(sheet, spot, values[spot])
    return [(at, at, cells) for at, cells in together.items()]


def _new_cell(sheet: SheetText, spot: Spot, value: Value) -> str:
    style = sheet.default_style(spot)
    said = f' r="{Place(*spot)}"' + (f' s="{style}"' if style else "")
    return cell_xml(sheet.part.prefix, said, value)


def _widened(sheet: SheetText, spots: Iterable[Spot]) -> list[Edit]:
    """Readers that trust the sheet's said extent would not see a cell put in outside of it."""
    found = sheet.part.tag("dimension")
    box = box_from(attributes_of(found[1]).get("ref", "")) if found else None
    outside = [spot for spot in spots if box is not None and not box.holds(*spot)]
    if found is None or box is None or not outside:
        return []
    rows, columns = zip(*outside, (box.top, box.left), (box.bottom, box.right), strict=True)
    wide = Box(min(rows), min(columns), max(rows), max(columns))
    said = re.sub(r"""ref\s*=\s*("[^"]*"|'[^']*')""", f'ref="{wide.first}:{Place(wide.bottom, wide.right)}"', found[1])
    return [(found.start(1), found.end(1), said)]
