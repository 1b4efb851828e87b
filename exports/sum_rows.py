"""Rows that are nothing but the sum of others, cell by cell, as far as numbers of different rows may be added."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from graphlib import TopologicalSorter

from exports.document import Cell, Formula, Row, Shape
from exports.form import FormColumn, FormTable
from models.indicators.catalogue import INDICATORS
from models.indicators.indicator import Indicator, Rate

Slot = tuple[int, int]  # row and column of a table
NUMBERS = (Shape.WHOLE, Shape.DECIMAL, Shape.POINTS)


def can_be_added(indicator: str) -> bool:
    """False for rates, and for things of which each is counted once however many rows have it."""
    found = INDICATORS[indicator]
    if isinstance(found, Indicator):
        return not found.distinct
    return not isinstance(found, Rate) and all(map(can_be_added, found.of))


def add_rows(
    table: FormTable, rows: Sequence[Row], added: Mapping[int, tuple[str, ...]], cells: dict[Slot, Cell]
) -> None:
    """Fills the cells of the rows `added` (by place, with the codes of their parts), sums of sums too."""
    places = {row.code: at for at, row in enumerate(rows)}
    parts = {at: [places[code] for code in codes] for at, codes in added.items()}
    for at in TopologicalSorter(parts).static_order():
        for place, column in enumerate(table.columns) if at in parts else ():
            of = [cells.get((part, place)) for part in parts[at]]
            if _holds_numbers(column) and _addable(of):
                formula = Formula("sum", tuple((code, column.key) for code in added[at]))
                numbers = [each.value for each in of if each is not None and isinstance(each.value, int | float)]
                total = sum(numbers) if numbers else None
                cells[at, place] = Cell(total, column.shape, formula=formula, expected=True)


def _holds_numbers(column: FormColumn) -> bool:
    return column.shape in NUMBERS and not column.content and column.percent is None


def _addable(cells: Sequence[Cell | None]) -> bool:
    filled = [each for each in cells if each is not None]
    figures = [each.figure.reference.indicator for each in filled if each.figure is not None]
    return bool(filled) and all(map(can_be_added, figures))
