"""What stands in the cells of a filled sheet, read a second time, by another reader than the one that wrote them."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from exports.official.edit import Value
from exports.official.places import letters, place_from
from exports.official.sheet import Spot
from exports.official.xml import whole_number


def other_values(root: etree._Element, wanted: Mapping[Spot, Value]) -> list[Spot]:
    """The cells that do not hold what they should."""
    named = {f"{letters(column)}{row}": value for (row, column), value in wanted.items()}
    space = str(root.tag).removesuffix("worksheet")
    if named.items() <= _numbers(root, space).items():
        return []
    found = _values_in(root, space, dict(zip(named, wanted, strict=True)))
    return [spot for spot, value in wanted.items() if found[spot] != value]


def _values_in(root: etree._Element, space: str, names: Mapping[str, Spot]) -> dict[Spot, Value]:
    """The values of cells, one by one; a row or cell that does not say where it is is counted on."""
    found: dict[Spot, Value] = dict.fromkeys(names.values())
    row, cells = 0, f"{space}c"
    for each in root.iterfind(f"{space}sheetData/{space}row"):
        row, column = whole_number(each.get("r")) or row + 1, 0
        for cell in each.iterchildren(cells):
            name = cell.get("r", "")
            spot = names.get(name) or (row, _column(name) or column + 1)
            column = spot[1]
            if spot in found:
                found[spot] = _value(cell, space)
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


def _value(cell: etree._Element, space: str) -> Value:
    if cell.get("t") == "inlineStr":
        return "".join(part.text or "" for part in cell.iter(f"{space}t")).replace("_x005F_", "_")
    stored = next((part.text or "" for part in cell if part.tag == f"{space}v"), None)
    try:
        return None if stored is None else float(stored)
    except ValueError:
        return stored
