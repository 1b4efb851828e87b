"""Cells named by their table and column, as Excel writes them: Bang[Số lượng], Bang[[#This Row],[Số lượng]]."""

from __future__ import annotations

import re

from exports.official.places import Box
from exports.official.workbook import NamedTable

_ITEM = re.compile(r"\[((?:[^\[\]']|'.)*)\]")
_ESCAPE = re.compile(r"'(.)")


def table_cells(table: NamedTable, said: str, row: int) -> Box | None:
    """The cells that `said` means to a formula in that row; None where it says more than is understood here."""
    inside = said.partition("[")[2].removesuffix("]")
    items = _ITEM.findall(inside) if "[" in inside else [inside] if inside else []
    rows = _rows(table, {each.casefold() for each in items if each.startswith("#")}, row)
    columns = _columns(table, [each for each in items if not each.startswith("#")], "]:[" in inside)
    return Box(rows[0], columns[0], rows[1], columns[1]) if rows and columns else None


def _rows(table: NamedTable, marks: set[str], row: int) -> tuple[int, int] | None:
    top, bottom = table.box.top, table.box.bottom
    data = (top + table.heads, bottom - table.totals)
    if len(marks) > 1:
        return None
    meant = {
        "": data,
        "#data": data,
        "#all": (top, bottom),
        "#headers": (top, top) if table.heads else None,
        "#totals": (bottom, bottom) if table.totals else None,
        "#this row": (row, row) if data[0] <= row <= data[1] else None,
    }
    return meant.get(next(iter(marks), ""))


def _columns(table: NamedTable, names: list[str], is_range: bool) -> tuple[int, int] | None:
    if not names:
        return table.box.left, table.box.right
    known = {name.casefold(): table.box.left + at for at, name in enumerate(table.columns)}
    found = [known.get(_ESCAPE.sub(r"\1", name).casefold()) for name in names]
    first, last = found[0], found[-1]
    if first is None or last is None or len(found) != 1 + is_range:
        return None
    return min(first, last), max(first, last)
