"""Totals and rates as formulas of the sheet, so that the reader of a workbook sees how a figure came about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property

from openpyxl.utils import get_column_letter

from exports.document import Cell, Formula
from exports.long_rows import LongRows
from exports.render.xlsx_plan import Place

MOST_PARTS = 255  # what a spreadsheet function takes
CLOSE_ENOUGH = 1e-6

type_of_spot = tuple[int, int]


class Formulas:
    """The formulas of one table; knows at which address each of its cells stands."""

    def __init__(self, place: Place) -> None:
        table = place.table
        self._first = place.first
        self._rows = table.rows
        self._columns = {column.key: at for at, column in enumerate(table.columns)}
        rows = table.rows.tail if isinstance(table.rows, LongRows) else table.rows
        has_any = any(cell.formula and cell.formula.cells for row in rows for cell in row.cells)
        self._places = {row.code: at for at, row in enumerate(table.rows)} if has_any else {}

    def of(self, cell: Cell) -> str | None:
        """The formula of a cell; None where it has none, or where it would not give the figure of the report.

        A total that was overwritten, or counts something met in several rows once only, must not change by itself
        when a spreadsheet program calculates.
        """
        if cell.formula is None:
            return None
        if cell.formula.kind == "column":
            return self._column(cell)
        spots = self._spots(cell.formula)
        values = [self._rows[row].cells[column].value for row, column in spots]
        if cell.formula.kind == "sum":
            return self._sum(spots) if _same(cell.value, _total(values)) else None
        return self._percent(spots) if len(spots) == 2 and _same(cell.value, _rate(*values)) else None

    def _spots(self, formula: Formula) -> list[type_of_spot]:
        """Rows left out of the sheet have nothing to add."""
        return [
            (self._places[code], self._columns[key])
            for code, key in formula.cells
            if code in self._places and key in self._columns
        ]

    def _sum(self, spots: list[type_of_spot]) -> str | None:
        ranges = [self._range(first, last) for first, last in _runs(spots)]
        if not ranges or len(ranges) > MOST_PARTS:
            return None
        parts = ",".join(ranges)
        if all(self._rows[row].cells[column].value is None for row, column in spots):
            return f'IF(COUNT({parts})=0,"-",SUM({parts}))'
        return f"SUM({parts})"

    def _column(self, cell: Cell) -> str | None:
        """The sum of the rows above the last one, which the cell stands in."""
        last = len(self._rows) - 1
        column = next(at for at, each in enumerate(self._rows[last].cells) if each is cell)
        above = self._sums[column]
        return f"SUM({self._range((0, column), (last - 1, column))})" if _same(cell.value, above) else None

    @cached_property
    def _sums(self) -> Sequence[int | float | None]:
        if isinstance(self._rows, LongRows):
            return self._rows.sums
        columns = range(len(self._columns))
        return [_total(row.cells[column].value for row in self._rows[:-1]) for column in columns]

    def _percent(self, spots: list[type_of_spot]) -> str:
        part, whole = (self._range(spot, spot) for spot in spots)
        return f'IF(COUNT({part},{whole})<2,"-",IF({whole}=0,"-",ROUND(100*{part}/{whole},1)))'

    def _range(self, first: type_of_spot, last: type_of_spot) -> str:
        names = [f"{get_column_letter(column + 1)}{self._first + row}" for row, column in (first, last)]
        return names[0] if first == last else ":".join(names)


def _runs(spots: list[type_of_spot]) -> list[tuple[type_of_spot, type_of_spot]]:
    """Neighbours below or beside each other as (first, last)."""
    runs: list[tuple[type_of_spot, type_of_spot]] = []
    for spot in spots:
        if runs and _continues(*runs[-1], spot):
            runs[-1] = (runs[-1][0], spot)
        else:
            runs.append((spot, spot))
    return runs


def _continues(first: type_of_spot, last: type_of_spot, spot: type_of_spot) -> bool:
    below = spot == (last[0] + 1, last[1]) and first[1] == last[1]
    beside = spot == (last[0], last[1] + 1) and first[0] == last[0]
    return below or beside


def _total(values: Iterable[object]) -> int | float | None:
    numbers = [value for value in values if isinstance(value, int | float)]
    return sum(numbers) if numbers else None


def _rate(part: object, whole: object) -> float | None:
    if not isinstance(part, int | float) or not isinstance(whole, int | float) or whole == 0:
        return None
    rate = Decimal(100) * Decimal(str(part)) / Decimal(str(whole))
    return float(rate.quantize(Decimal("0.1"), ROUND_HALF_UP))


def _same(value: object, other: int | float | None) -> bool:
    if isinstance(value, int | float) and other is not None:
        return abs(value - other) < CLOSE_ENOUGH
    return value is None and other is None
