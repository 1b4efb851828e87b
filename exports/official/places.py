"""Cells by their names: D12 is row 12, column 4; ranges; and the largest sheet there can be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

Spot = tuple[int, int]  # row and column: a Place by another name, quicker to make
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
_NAME = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})", re.ASCII)


class Place(NamedTuple):
    """A cell of a sheet; both counted from 1."""

    row: int
    column: int

    def __str__(self) -> str:
        return f"{letters(self.column)}{self.row}"


class Box(NamedTuple):
    """A rectangle of cells; first and last row and column are both in it."""

    top: int
    left: int
    bottom: int
    right: int

    def holds(self, row: int, column: int) -> bool:
        """True if a cell lies in it."""
        return self.top <= row <= self.bottom and self.left <= column <= self.right

    @property
    def first(self) -> Place:
        """Its upper left cell."""
        return Place(self.top, self.left)

    def cells(self) -> Iterator[Place]:
        """Its cells, row by row."""
        return (Place(r, c) for r in range(self.top, self.bottom + 1) for c in range(self.left, self.right + 1))

    def meets(self, other: Box) -> bool:
        """True if they share a cell."""
        return (
            self.top <= other.bottom
            and other.top <= self.bottom
            and self.left <= other.right
            and other.left <= self.right
        )


@lru_cache(maxsize=2048)
def letters(column: int) -> str:
    """The letters of a column: 28 is AB."""
    name = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


@lru_cache(maxsize=2048)
def column_number(name: str) -> int:
    """The number of a column: AB is 28."""
    number = 0
    for letter in name.upper():
        number = 26 * number + ord(letter) - 64
    return number


def place_from(text: str) -> Place | None:
    """The cell that a name means; None if it is no name of a cell."""
    found = _NAME.fullmatch(text.strip())
    if found is None:
        return None
    place = Place(int(found[2]), column_number(found[1]))
    return place if place.row <= LAST_ROW and place.column <= LAST_COLUMN else None


def box_from(text: str) -> Box | None:
    """The rectangle that "A1:C3" or "B2" means; None if it means none."""
    first, _colon, last = text.partition(":")
    start, end = place_from(first), place_from(last or first)
    if start is None or end is None:
        return None
    rows, columns = sorted((start.row, end.row)), sorted((start.column, end.column))
    return Box(rows[0], columns[0], rows[1], columns[1])
