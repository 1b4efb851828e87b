"""The rows of a long list, kept small: a hundred thousand of them take a few megabytes, and are unpacked as needed.

They are read from the ledger once, so that what is written, proven and shown is the same list.
"""

from __future__ import annotations

import marshal
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import islice
from types import NoneType
from typing import overload

from exports.document import Cell, Row
from models.lists.line import Line, Said

BATCH = 500
QUICKLY = 1  # zlib's least effort: texts of a list are alike
ORDINARY = Row("", ())  # as `is_ordinary` rows stand, whatever they say
Plain = tuple[Said, ...]  # code, uid, level, over, then the value of each column


@dataclass(frozen=True, slots=True)
class Packing:
    """How the lines of a list become rows: which columns hold days, and what a row is made of."""

    days: tuple[int, ...]  # places in a plain row
    figured: tuple[bool, ...]  # of each column: a figure belongs into its cells
    merged: tuple[bool, ...]  # of each column: one cell for all rows that tell of the same record
    row: Callable[[Plain], Row]
    cell: Callable[[Plain, int], Cell]  # one cell of the row, by its column

    def figured_in(self, plain: Plain) -> tuple[bool, ...]:
        """Into which cells of a plain row a figure belongs: not into headings, nor below a merged cell."""
        if plain[1] and plain[3]:
            return self.figured
        return tuple(
            bool(plain[1]) and one and not merged for one, merged in zip(self.figured, self.merged, strict=True)
        )


class LongRows(Sequence[Row]):
    """The rows of a list in their order, then `tail`: its total."""

    def __init__(self, plain: Iterable[Plain], packing: Packing, n_columns: int) -> None:
        self.packing = packing
        self.tail: tuple[Row, ...] = ()
        self.sums: list[int | float | None] = [None] * n_columns
        self.numeric: set[int] = set()  # columns that hold more than texts
        self._packed: list[bytes] = []
        self._count = 0
        self._open: tuple[int, list[Row]] = (-1, [])
        left = iter(plain)
        while batch := list(islice(left, BATCH)):
            self._add(batch)

    def plain(self) -> Iterator[Plain]:
        """The rows without the tail as plain values, quicker than rows of cells."""
        for packed in self._packed:
            yield from self._unpacked(packed)

    def figures_in(self, plain: Plain) -> int:
        """How many figures, numbers and days a plain row has, those that were not collected too."""
        if is_ordinary(plain):
            always_figures, perhaps = self._counted
            return always_figures + sum(not isinstance(plain[place], str | None) for place in perhaps)
        always = self.packing.figured_in(plain)
        return sum(
            always[at] or not isinstance(plain[4 + at], str | None)
            for at in range(len(always))
            if always[at] or at in self.numeric
        )

    @cached_property
    def _counted(self) -> tuple[int, tuple[int, ...]]:
        """In an ordinary row: how many cells are figures whatever stands there, and the places of those to look at."""
        figured = self.packing.figured
        return sum(figured), tuple(4 + at for at in sorted(self.numeric) if not figured[at])

    def __len__(self) -> int:
        return self._count + len(self.tail)

    def __iter__(self) -> Iterator[Row]:
        yield from map(self.packing.row, self.plain())
        yield from self.tail

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Row]: ...
    def __getitem__(self, at: int | slice) -> Row | Sequence[Row]:
        if isinstance(at, slice):
            return [self[place] for place in range(*at.indices(len(self)))]
        place = range(len(self))[at]
        if place >= self._count:
            return self.tail[place - self._count]
        number, inside = divmod(place, BATCH)
        if self._open[0] != number:
            self._open = number, [self.packing.row(each) for each in self._unpacked(self._packed[number])]
        return self._open[1][inside]

    def _add(self, batch: list[Plain]) -> None:
        columns: list[Sequence[Said]] = list(zip(*batch, strict=True))
        for place, values in enumerate(columns[4:]):
            kinds = set(map(type, values)) - {str, NoneType}
            if kinds:
                self.numeric.add(place)
            if kinds & {int, float}:
                self.sums[place] = (self.sums[place] or 0) + sum(
                    each for each in values if isinstance(each, int | float)
                )
        for place in self.packing.days:
            columns[place] = [each.toordinal() if isinstance(each, date) else each for each in columns[place]]
        self._packed.append(zlib.compress(marshal.dumps(columns), QUICKLY))
        self._count += len(batch)

    def _unpacked(self, packed: bytes) -> Iterator[Plain]:
        columns = marshal.loads(zlib.decompress(packed))
        for place in self.packing.days:
            columns[place] = [date.fromordinal(each) if type(each) is int else each for each in columns[place]]
        return zip(*columns, strict=True)


def plain_of(line: Line, code: str, contents: Sequence[str]) -> Plain:
    """A line as plain values; `row` is the running number of the list."""
    says = line.says
    values = [says.get(name) if name != "row" else int(code) for name in contents]
    return (code, line.uid, line.level, line.over, *(None if value == "" else value for value in values))


def is_ordinary(plain: Plain) -> bool:
    """True for a row of its own record: no heading, no part, nothing merged."""
    return plain[2] == 1 and plain[3] == 1 and bool(plain[1])
