"""A sheet as nearly every program writes it, cut at its rows and cells without a look at each letter in between."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from operator import lt
from typing import NamedTuple

from exports.official.places import LAST_COLUMN, LAST_ROW, Spot, column_number

_COLUMN = re.compile(r"[A-Z]{1,3}")
_OPENS = re.compile(r'r="([1-9][0-9]{0,6})"(?: [A-Za-z0-9:]++="[^"<>]*+")*( ?/>|>)(\s*</row>)?\s*')
_CELL = re.compile(
    r'((?: s="[0-9]{1,9}")?)((?: t="[A-Za-z]++")?)'
    r"(?:/>|>(<v>[^<]*+</v>|(?:[^<]++|<(?!/?(?:c|row)[\s/>]))*)</c>)(\s*(?:</row>\s*)?)"
)


class PlainCell(NamedTuple):
    """A cell from its name on: its marks, what is inside (None if it is one empty mark), and what stands behind it."""

    style: str  # ' s="3"', or nothing
    kind: str  # ' t="s"', or nothing
    inside: str | None
    behind: str


@dataclass(slots=True)
class PlainRow:
    """A row: its number, its text up to the first cell, and each cell's column and its text from the name on."""

    number: int
    mark: str
    columns: tuple[str, ...]
    cells: list[str]
    places: dict[int, int]  # by column, how many cells stand before its own

    def text(self, cells: list[str]) -> str:
        """The row with these cells as it stands in the sheet, without the `<row ` that it begins with."""
        name = f'{self.number}"'
        named = [f"{column}{name}{cell}" for column, cell in zip(self.columns, cells, strict=True)]
        return '<c r="'.join([self.mark, *named])


class PlainSheet:
    """The rows of a sheet in which every row and every cell says its name first, in order, and nothing is hidden."""

    def __init__(self, before: str, rows: list[PlainRow]) -> None:
        self.before, self.rows = before, rows  # before: what stands in front of the first row
        self._known: dict[str, PlainCell] = {}  # by their texts: of the empty cells of a form few differ

    @cached_property
    def by_number(self) -> dict[int, PlainRow]:
        """The rows by their numbers."""
        return {row.number: row for row in self.rows}

    def parsed(self, text: str) -> PlainCell:
        """A cell by its text from the name on. ValueError if it is not plain."""
        if text not in self._known:
            found = _CELL.fullmatch(text)
            if found is None:
                raise ValueError(text)
            self._known[text] = PlainCell(*found.groups())
        return self._known[text]

    def find(self, spot: Spot) -> tuple[PlainRow, int, PlainCell] | None:
        """The row in which a cell stands, how many stand before it there, and the cell; None if there is none."""
        row = self.by_number.get(spot[0])
        at = row.places.get(spot[1]) if row is not None else None
        if row is None or at is None:
            return None
        text = row.cells[at]
        return row, at, self._known.get(text) or self.parsed(text)

    def text(self, changed: Mapping[int, list[str]]) -> str:
        """The rows as they stand in the sheet, with other cells in some rows."""
        rows = [row.text(changed[row.number]) if row.number in changed else row.text(row.cells) for row in self.rows]
        return "<row ".join([self.before, *rows])

    def with_formulas(self) -> Iterator[Spot]:
        """Where formulas stand."""
        for row in self.rows:
            for column, text in zip(row.columns, row.cells, strict=True):
                if "<f" in text:
                    yield row.number, column_number(column)


def plain_sheet(body: str) -> PlainSheet | None:
    """The rows in what stands between the marks of a sheet's rows; None if any of it is not plain."""
    try:
        before, rows = cut(body)
        sheet = PlainSheet(before, rows)
        return sheet if not before.strip() and _rows_are_plain(rows) and _cells_are_plain(sheet) else None
    except ValueError:
        return None


def cut(body: str) -> tuple[str, list[PlainRow]]:
    """What stands before the first row, and the rows, as they seem at first sight. ValueError if they seem no rows."""
    before, *rows = body.split("<row ")
    return before, [_row(text) for text in rows]


def _row(text: str) -> PlainRow:
    mark, *cells = text.split('<c r="')
    number = mark[3 : mark.index('"', 3)]
    name = f'{number}"'
    parts = [cell.partition(name) for cell in cells]
    columns = tuple([part[0] for part in parts])
    return PlainRow(int(number), mark, columns, [part[2] for part in parts], _places(columns))


def _rows_are_plain(rows: list[PlainRow]) -> bool:
    """True if every row and every cell names itself, in order."""
    for row in rows:
        opens = _OPENS.fullmatch(row.mark)
        if opens is None or opens[1] != str(row.number):
            return False
        if (opens[2] == ">" and opens[3] is None) != bool(row.columns):
            return False
    numbers = [row.number for row in rows]
    in_order = all(map(lt, [0, *numbers], [*numbers, LAST_ROW + 1]))
    return in_order and all(map(_are_in_order, {row.columns for row in rows}))


@lru_cache(maxsize=256)
def _places(names: tuple[str, ...]) -> dict[int, int]:
    return {column_number(name): at for at, name in enumerate(names)}


def _are_in_order(names: tuple[str, ...]) -> bool:
    columns = [column_number(name) if _COLUMN.fullmatch(name) else 0 for name in names]
    return all(map(lt, [0, *columns], [*columns, LAST_COLUMN + 1]))


def _cells_are_plain(sheet: PlainSheet) -> bool:
    """True if every cell holds no other, and the last one of a row, only it, closes the row."""
    last, others = set[str](), set[str]()
    for row in sheet.rows:
        last.update(row.cells[-1:])
        others.update(row.cells[:-1])
    closes = {sheet.parsed(text).behind.strip() for text in last}
    return closes <= {"</row>"} and not any(sheet.parsed(text).behind.strip() for text in others)
