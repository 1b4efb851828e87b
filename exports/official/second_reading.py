"""What stands in the cells of a filled sheet, read a second time, by another reader than the one that wrote them."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from exports.official.edit import Result, Value
from exports.official.places import Spot, letters, place_from
from exports.official.xml import whole_number
from exports.render.xlsx_text import clean


def other_values(root: etree._Element, wanted: Mapping[Spot, Value]) -> list[Spot]:
    """The cells that do not hold what they should."""
    named = {f"{letters(column)}{row}": value for (row, column), value in wanted.items()}
    space = str(root.tag).removesuffix("worksheet")
    if named.items() <= _numbers(root, space).items():
        return []
    found = _cells_in(root, space, dict(zip(named, wanted, strict=True)))
    return [spot for spot, value in wanted.items() if _value(found[spot], space) != value]


def other_results(root: etree._Element, wanted: Mapping[Spot, Result | None]) -> list[Spot]:
    """The cells of formulas that do not store the result they should."""
    space = str(root.tag).removesuffix("worksheet")
    found = _cells_in(root, space, {f"{letters(column)}{row}": (row, column) for row, column in wanted})
    stored = {
        spot: ("", None) if cell is None else (cell.get("t", ""), _stored(cell, space)) for spot, cell in found.items()
    }
    return [spot for spot, result in wanted.items() if not is_stored(result, *stored[spot])]


def is_stored(result: Result | None, kind: str, said: str | None) -> bool:
    """True if a cell of this kind, with this stored in it, shows that result of its formula."""
    if result is None or said is None:
        return result is None and said is None
    value = result.value
    if result.is_error or isinstance(value, bool):
        return (kind, said) == (("e", value) if result.is_error else ("b", str(int(value))))
    if isinstance(value, str):
        return kind == "str" and said.replace("_x005F_", "_") == clean(value)
    try:
        return kind in ("", "n") and float(said) == value
    except ValueError:
        return False


def _cells_in(root: etree._Element, space: str, names: Mapping[str, Spot]) -> dict[Spot, etree._Element | None]:
    """Cells by their names, one by one; a row or cell that does not say where it is is counted on."""
    found: dict[Spot, etree._Element | None] = dict.fromkeys(names.values())
    row, cells = 0, f"{space}c"
    for each in root.iterfind(f"{space}sheetData/{space}row"):
        row, column = whole_number(each.get("r")) or row + 1, 0
        for cell in each.iterchildren(cells):
            name = cell.get("r", "")
            spot = names.get(name) or (row, _column(name) or column + 1)
            column = spot[1]
            if spot in found:
                found[spot] = cell
    return found


def _numbers(root: etree._Element, space: str) -> dict[str | None, Value]:
    """The numbers of cells that say their name and hold nothing else; none if that is not plain to see."""
    found: dict[str | None, Value] = {}
    for number in root.iter(f"{space}v"):
        cell = number.getparent()
        if cell is not None and len(cell) == 1 and cell.get("t") is None:
            try:
                found[cell.get("r")] = float(number.text or "")
            except ValueError:
                return {}
    return found


def _column(name: str) -> int:
    place = place_from(name)
    return place.column if place is not None else 0


def _value(cell: etree._Element | None, space: str) -> Value:
    if cell is None:
        return None
    if cell.get("t") == "inlineStr":
        return "".join(part.text or "" for part in cell.iter(f"{space}t")).replace("_x005F_", "_")
    stored = _stored(cell, space)
    try:
        return None if stored is None else float(stored)
    except ValueError:
        return stored


def _stored(cell: etree._Element, space: str) -> str | None:
    return next((part.text or "" for part in cell if part.tag == f"{space}v"), None)
