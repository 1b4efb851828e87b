"""Formulas taken apart: numbers, texts, functions, and which cells, names and tables they speak of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from exports.official.places import LAST_COLUMN, LAST_ROW, Box, column_number

_WORD = r"A-Za-z0-9_.\\\u0080-\uffff"
_CELL = r"\$?[A-Za-z]{1,3}\$?[0-9]{1,7}"
_AREA = rf"(?:{_CELL}(?::{_CELL})?|\$?[A-Za-z]{{1,3}}:\$?[A-Za-z]{{1,3}}|\$?[0-9]{{1,7}}:\$?[0-9]{{1,7}})"
_SHEET = rf"(?:'(?:[^']|'')+'|(?:\[[^\]]*\])?[{_WORD}]+(?::[{_WORD}]+)?|\[[^\]]*\])"
_TOKEN = re.compile(
    rf"""(?P<blank>\s+)
    |(?P<text>"(?:[^"]|"")*")
    |(?P<error>\#(?:NULL!|DIV/0!|VALUE!|REF!|NAME\?|NUM!|N/A|GETTING_DATA|SPILL!|CALC!))
    |(?:(?P<sheet>{_SHEET})!)?(?P<area>{_AREA})(?![{_WORD}(\[!])
    |(?P<number>(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)
    |(?P<function>[A-Za-z_\\][{_WORD}]*)\(
    |(?:(?P<home>{_SHEET})!)?(?P<name>[A-Za-z_\\\u0080-\uffff][{_WORD}?]*)(?P<columns>\[)?
    |(?P<sign><>|<=|>=|[-+*/^&=<>%():,;{{}}@\#!\[])""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Area:
    """Cells a formula speaks of: the sheets from..to (None: its own), the box, and which of its sides do not move."""

    sheets: tuple[str, str] | None
    box: Box
    fixed: tuple[bool, bool, bool, bool]  # top, left, bottom, right

    def moved(self, rows: int, columns: int) -> Area:
        """As a copy of the formula so many rows and columns further sees it."""
        by = (rows, columns, rows, columns)
        sides = [side if stays else side + step for side, stays, step in zip(self.box, self.fixed, by, strict=True)]
        return Area(self.sheets, Box(*sides), self.fixed)


@dataclass(frozen=True, slots=True)
class Token:
    """One piece: its kind, as written, and for an area the cells it means."""

    kind: str  # text, error, area, number, function, name, table, sign, outside, odd
    text: str
    area: Area | None = None
    home: str = ""  # the sheet that a name belongs to, where the formula says it


@lru_cache(maxsize=4096)
def tokens(formula: str) -> tuple[Token, ...]:
    """The pieces of a formula; what cannot be made out is of the kind "odd"."""
    return tuple(_tokens(formula.removeprefix("=")))


def is_relative(formula: str) -> bool:
    """True if it means other cells wherever it stands, as the text of a name may."""
    return any(each.area is not None and not all(each.area.fixed) for each in tokens(formula))


def _tokens(formula: str) -> Iterator[Token]:
    at = 0
    while at < len(formula):
        found = _TOKEN.match(formula, at)
        if found is None:
            yield Token("odd", formula[at:])
            return
        at = found.end()
        kind = found.lastgroup or "blank"
        if found["area"] is not None:
            yield _area(found)
        elif found["columns"] is not None:
            end = _closed(formula, at - 1)
            yield Token("table", found["name"] + formula[at - 1 : end])
            at = end
        elif found["name"] is not None:
            home = (_sheets(found["home"]) or ("",))[0]
            yield Token("outside", found[0]) if "[" in home else Token("name", found["name"], home=home)
        elif kind != "blank":
            yield Token(kind, found[kind])


def _closed(formula: str, at: int) -> int:
    """Where the bracket opened at `at` is closed."""
    depth = 0
    while at < len(formula):
        if formula[at] == "'":
            at += 1
        elif formula[at] == "[":
            depth += 1
        elif formula[at] == "]":
            depth -= 1
            if depth == 0:
                return at + 1
        at += 1
    return len(formula)


def _area(found: re.Match[str]) -> Token:
    sheets = _sheets(found["sheet"])
    first, _colon, last = found["area"].partition(":")
    start, end = _corner(first), _corner(last or first)
    (top, top_stays), (left, left_stays) = start
    (bottom, bottom_stays), (right, right_stays) = end
    box = Box(top or 1, left or 1, bottom or LAST_ROW, right or LAST_COLUMN)
    fixed = (top_stays or not top, left_stays or not left, bottom_stays or not bottom, right_stays or not right)
    if box.top > box.bottom:
        box, fixed = Box(box.bottom, box.left, box.top, box.right), (fixed[2], fixed[1], fixed[0], fixed[3])
    if box.left > box.right:
        box, fixed = Box(box.top, box.right, box.bottom, box.left), (fixed[0], fixed[3], fixed[2], fixed[1])
    return Token("area", found[0], Area(sheets, box, fixed))


def _corner(text: str) -> tuple[tuple[int, bool], tuple[int, bool]]:
    """Row and column of a corner, each with whether it stays; 0 where a whole row or column is meant."""
    column, row = re.fullmatch(r"(\$?[A-Za-z]{0,3})(\$?[0-9]{0,7})", text).groups()  # type: ignore[union-attr]
    if column == "$":
        column, row = "", "$" + row
    number = int(row.lstrip("$") or 0)
    return (number, row.startswith("$")), (column_number(column.lstrip("$")), column.startswith("$"))


def _sheets(text: str | None) -> tuple[str, str] | None:
    if text is None:
        return None
    bare = text[1:-1].replace("''", "'") if text.startswith("'") else text
    first, _colon, last = bare.partition(":")
    return first, last or first
