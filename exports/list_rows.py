"""The rows of a list of records: texts, days and numbers of each, every number with the way back to its record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from exports.document import Cell, Column, Formula, Row, Shape
from exports.form import FormColumn, FormTable
from exports.long_rows import LongRows, Packing, Plain, plain_of
from models.indicators.figure import Figure, Reference
from models.ledger.store import Store
from models.lists.catalogue import RECORD_LISTS
from models.periods import Period

FEW = 2000  # rows that are simply kept as they are


def rows_of_records(store: Store, table: FormTable, period: Period) -> LongRows:
    """The list of a table in a period; its rows are numbered 1, 2, …, headings have codes of their own."""
    listed = RECORD_LISTS[table.records]
    contents = [column.content for column in table.columns]

    def plain() -> Iterator[Plain]:
        number = 0
        for line in listed.lines(store, period):
            number += not line.code
            yield plain_of(line, line.code or str(number), contents)

    days = tuple(4 + at for at, column in enumerate(table.columns) if column.shape is Shape.DATE)
    figured = tuple(column.figure is not None and bool(column.by) for column in table.columns)
    merged = tuple(column.merged for column in table.columns)

    def cell(each: Plain, at: int) -> Cell:
        return _cell(each, at, table.columns[at], period)

    def row(each: Plain) -> Row:
        code, uid, level, over, *values = each
        cells = tuple(cell(each, at) for at in range(len(values)))
        record = (listed.record, str(uid)) if uid else None
        return Row(str(code), cells, int(str(level)), over=int(str(over)), record=record)

    packing = Packing(days, figured, merged, row, cell)
    return LongRows(plain(), packing, len(table.columns))


def with_total(body: LongRows | None, rows: Sequence[Row], columns: Sequence[Column]) -> Sequence[Row]:
    """The list with the rows below it; a total that is the sum of its column becomes a formula in a workbook."""
    if body is None:
        return tuple(rows)
    body.tail = tuple(_with_formulas(row, body.sums, columns) for row in rows)
    return body if len(body) > FEW else tuple(body)


def _cell(plain: Plain, at: int, column: FormColumn, period: Period) -> Cell:
    _code, uid, _level, over = plain[:4]
    value = plain[4 + at]
    if column.figure is None or not column.by or not uid or (column.merged and not over):
        return Cell(value, column.shape)
    return _figure_cell(value if isinstance(value, int | float) else None, column, str(uid), period)


def _figure_cell(value: int | float | None, column: FormColumn, uid: str, period: Period) -> Cell:
    assert column.figure is not None
    reference = Reference(column.figure.indicator, (*column.figure.where, (column.by, uid)), column.figure.span)
    return Cell(value, column.shape, Figure(reference, period, value), expected=True)


def _with_formulas(row: Row, sums: Sequence[int | float | None], columns: Sequence[Column]) -> Row:
    cells = (
        replace(cell, formula=Formula("column", ()))
        if cell.figure is not None and column.shape is not Shape.CODE and cell.value is not None and cell.value == total
        else cell
        for cell, total, column in zip(row.cells, sums, columns, strict=True)
    )
    return replace(row, cells=tuple(cells))
