"""The rows of a long list, kept small: a hundred thousand of them take a few megabytes, and are unpacked as needed.

They are read from the ledger once, so that what is written, proven and shown is the same list.
"""

from __future__ import annotations

import marshal
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import overload

from exports.document import Row
from models.lists.line import Line, Said

BATCH = 500
QUICKLY = 1  # zlib's least effort: texts of a list are alike
Plain = tuple[Said, ...]  # code, uid, level, over, then the value of each column


@dataclass(frozen=True, slots=True)
class Packing:
    """How the lines of a list become rows: which columns hold days, and what a row is made of."""

    days: tuple[int, ...]  # places in a plain row
    figured: tuple[bool, ...]  # of each column: a figure belongs into its cells
    merged: tuple[bool, ...]  # of each column: one cell for all rows that tell of the same record
    row: Callable[[Plain], Row]

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
        always = self.packing.figured_in(plain)
        return sum(
            always[at] or not isinstance(plain[4 + at], str | None)
            for at in range(len(always))
            if always[at] or at in self.numeric
        )

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
        for place, values in enumerate(list(zip(*batch, strict=True))[4:]):
            numbers = [value for value in values if isinstance(value, int | float)]
            if any(not isinstance(value, str | None) for value in values):
                self.numeric.add(place)
            if numbers:
                self.sums[place] = (self.sums[place] or 0) + sum(numbers)
        stored = [self._storable(each) for each in batch] if self.packing.days else batch
        self._packed.append(zlib.compress(marshal.dumps(stored), QUICKLY))
        self._count += len(batch)

    def _storable(self, plain: Plain) -> Plain:
        changed = list(plain)
        for place in self.packing.days:
            day = changed[place]
            changed[place] = day.toordinal() if isinstance(day, date) else day
        return tuple(changed)

    def _unpacked(self, packed: bytes) -> Iterator[Plain]:
        for stored in marshal.loads(zlib.decompress(packed)):
            values = list(stored)
            for place in self.packing.days:
                if type(values[place]) is int:
                    values[place] = date.fromordinal(values[place])
            yield tuple(values)


def plain_of(line: Line, code: str, contents: Sequence[str]) -> Plain:
    """A line as plain values; `row` is the running number of the list."""
    says = line.says
    values = [says.get(name) if name != "row" else int(code) for name in contents]
    return (code, line.uid, line.level, line.over, *(None if value == "" else value for value in values))
