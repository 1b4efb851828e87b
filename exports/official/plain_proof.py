"""Proves a filled sheet that is plain: each cell holds its value, and with what was there before it is the original."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape

from exports.official.edit import Result, Value
from exports.official.places import Spot
from exports.official.plain import PlainCell, PlainRow, PlainSheet, cut
from exports.official.second_reading import is_stored
from exports.official.sheet import SheetText
from exports.official.xml import PartText, Unreadable

_NUMBER = re.compile(r"><v>(-?[0-9]++(?:\.[0-9]++)?(?:[eE][-+]?[0-9]++)?)</v></c>")
_TEXT = re.compile(r' t="inlineStr"><is><t xml:space="preserve">([^<\r]*+)</t></is></c>')
_STORED = re.compile(r"<v>([^<\r]*+)</v>|<v/>|<is>.*?</is>", re.DOTALL)


def is_filled_right(
    old: SheetText, raw: bytes, values: Mapping[Spot, Value], results: Mapping[Spot, Result | None]
) -> bool:
    """True if a well-formed part is the old sheet but for these values, and these results of its formulas.

    False says nothing: the sheet may be right and not plain.
    """
    rows = _rows_of(old, raw)
    if old.plain is None or rows is None:
        return False
    try:
        if not _values_are_right(old.plain, rows, values) or not _results_are_right(old.plain, rows, results):
            return False
    except ValueError:
        return False
    return all(row.cells == rows[row.number].cells for row in old.plain.rows)


def _rows_of(old: SheetText, raw: bytes) -> dict[int, PlainRow] | None:
    """The rows of a part that is the old sheet up to what its cells hold; None if it is not."""
    try:
        text, was = PartText(raw).text, old.part.text
        first, end = old.opened.end(), len(text) - len(was) + old.last
        if old.plain is None or text[:first] != was[:first] or text[end:] != was[old.last :] or end < first:
            return None
        before, rows = cut(text[first:end])
    except (Unreadable, ValueError):
        return None
    frames = [[(row.mark, row.columns) for row in each] for each in (old.plain.rows, rows)]
    return {row.number: row for row in rows} if before == old.plain.before and frames[0] == frames[1] else None


def _values_are_right(plain: PlainSheet, rows: Mapping[int, PlainRow], values: Mapping[Spot, Value]) -> bool:
    """True if every value is in its cell; puts back what was there before."""
    for spot, value in values.items():
        found = plain.find(spot)
        if found is None:
            if value is not None:
                return False
            continue
        was, at, cell = found
        cells = rows[spot[0]].cells
        is_seen = type(value) is int and cells[at] == f"{cell.style}><v>{value}</v></c>{cell.behind}"
        if not is_seen and not _holds(cells[at], cell, value):
            return False
        cells[at] = was.cells[at]
    return True


def _holds(now: str, was: PlainCell, value: Value) -> bool:
    """True if a cell, by its text from the name on, looks as it did and holds this value."""
    end = len(now) - len(was.behind)
    if not now.startswith(was.style) or now[end:] != was.behind:
        return False
    held = now[len(was.style) : end]
    if value is None:
        return held == "/>"
    found = (_TEXT if isinstance(value, str) else _NUMBER).fullmatch(held)
    if found is None:
        return False
    return (unescape(found[1]).replace("_x005F_", "_") if isinstance(value, str) else float(found[1])) == value


def _results_are_right(plain: PlainSheet, rows: Mapping[int, PlainRow], results: Mapping[Spot, Result | None]) -> bool:
    """True if the cells of these formulas differ in their results alone; puts back what was there before."""
    for spot, result in results.items():
        found = plain.find(spot)
        if found is None:
            return False
        was, at, cell = found
        cells = rows[spot[0]].cells
        now = plain.parsed(cells[at])
        formulas = [_STORED.sub("", each.inside or "") for each in (cell, now)]
        if now.style != cell.style or now.behind != cell.behind or formulas[0] != formulas[1]:
            return False
        stored = _STORED.search(now.inside or "")
        if not is_stored(result, now.kind[len(' t="') : -1], unescape(stored[1] or "") if stored else None):
            return False
        cells[at] = was.cells[at]
    return True
