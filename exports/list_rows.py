"""The rows of a list of records: texts, days and numbers of each, every number with the way back to its record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from exports.document import Cell, Column, Formula, Row, Shape
from exports.form import FormColumn, FormTable
from models.indicators.figure import Figure, Reference
from models.ledger.store import Store
from models.lists.catalogue import RECORD_LISTS
from models.lists.line import Line
from models.periods import Period


def rows_of_records(store: Store, table: FormTable, period: Period) -> Sequence[Row]:
    """The list of a table in a period; its rows are numbered 1, 2, …, headings have codes of their own."""
    listed = RECORD_LISTS[table.records]
    rows: list[Row] = []
    number = 0
    for line in listed.lines(store, period):
        number += not line.code
        rows.append(_row(line, line.code or str(number), listed.record, table.columns, period))
    return tuple(rows)


def added_up(body: Sequence[Row], rows: Sequence[Row], columns: Sequence[Column]) -> Sequence[Row]:
    """The list with the rows below it; a total that is the sum of its column becomes a formula in a workbook."""
    if not body:
        return tuple(rows)
    sums = [_sum([row.cells[place].value for row in body]) for place in range(len(columns))]
    ends = body[0].code, body[-1].code
    return (*body, *(_with_formulas(row, sums, columns, ends) for row in rows))


def _row(line: Line, code: str, record: str, columns: Sequence[FormColumn], period: Period) -> Row:
    cells = tuple(_cell(line, column, period, code) for column in columns)
    return Row(code, cells, line.level, over=line.over, record=(record, line.uid) if line.uid else None)


def _cell(line: Line, column: FormColumn, period: Period, code: str) -> Cell:
    said = line.says.get(column.content) if column.content != "row" else int(code)
    value = None if said == "" else said
    if column.figure is None or not column.by or not line.uid or (column.merged and not line.over):
        return Cell(value, column.shape)
    reference = Reference(column.figure.indicator, (*column.figure.where, (column.by, line.uid)), column.figure.span)
    number = value if isinstance(value, int | float) else None
    return Cell(value, column.shape, Figure(reference, period, number), expected=True)


def _sum(values: Sequence[str | int | float | date | None]) -> int | float | None:
    numbers = [value for value in values if isinstance(value, int | float)]
    return sum(numbers) if numbers else None


def _with_formulas(
    row: Row, sums: Sequence[int | float | None], columns: Sequence[Column], ends: tuple[str, str]
) -> Row:
    first, last = ends
    cells = (
        replace(cell, formula=Formula("column", ((first, column.key), (last, column.key))))
        if cell.figure is not None and column.shape is not Shape.CODE and cell.value is not None and cell.value == total
        else cell
        for cell, total, column in zip(row.cells, sums, columns, strict=True)
    )
    return replace(row, cells=tuple(cells))
