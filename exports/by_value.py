"""What is worked out of the cells of a long list, once for each value: places, forms and groups come back often."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from typing import Generic, TypeVar

from exports.document import Cell
from exports.long_rows import LongRows, Plain
from models.lists.line import Said

REMEMBERED = 2000  # values of a column: titles need not be the same twice

T = TypeVar("T")


class ByValue(Generic[T]):
    """The answers of `work(column, cell)`, which must depend on nothing but these."""

    def __init__(self, rows: LongRows, work: Callable[[int, Cell], T]) -> None:
        self._cell = rows.packing.cell
        self._work = work
        self._known: list[dict[Said, T]] = [{} for _ in rows.sums]

    def of(self, plain: Plain) -> list[T]:
        """For each cell of a row that is like the others (`long_rows.is_ordinary`)."""
        found = []
        for known, value in zip(self._known, islice(plain, 4, None), strict=True):
            if value in known and type(value) is not float:  # 1.0 is not written as 1 everywhere
                found.append(known[value])
            else:
                found.append(self._worked_out(plain, len(found), value))
        return found

    def _worked_out(self, plain: Plain, at: int, value: Said) -> T:
        answer, known = self._work(at, self._cell(plain, at)), self._known[at]
        if len(known) >= REMEMBERED:
            known.clear()
        if type(value) is not float:
            known[value] = answer
        return answer
