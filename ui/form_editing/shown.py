"""A row of the form as the panel shows it: its words, what it counts, and its first number on the form filled."""

from __future__ import annotations

from exports.document import Table
from exports.form import HEADING, PART, FormRow, FormTable
from exports.own.rows import numbers_written
from exports.own.sources import Kind, source_of
from exports.sum_rows import NUMBERS
from ui.form_editing.row_panel import ShownRow
from ui.form_editing.row_ticks import Ticked
from ui.form_editing.words import Said, said_of_row
from ui.reports.words import value_of

TOTAL_CODE = "total"
TOTAL = Said("Dòng tổng cộng", "Tính theo các dòng thuộc danh mục của biểu; dòng thêm riêng không cộng vào đây.")


def shown_row(table: FormTable, at: int) -> ShownRow:
    """The row of that place; after the last one stands the total."""
    if at == len(table.rows):
        return ShownRow(table.total, None, None, HEADING, Kind.NONE, TOTAL, is_total=True)
    row = table.rows[at]
    has_unit = any(column.content == "unit" for column in table.columns)
    number = row.code if row.printed is None else row.printed
    return ShownRow(
        label=row.label,
        unit=row.unit if has_unit else None,
        number=number if numbers_written(table) else None,
        level=row.level,
        kind=_kind(table, row),
        said=said_of_row(table, row),
        entered=row.entered,
        others=[_ticked(each, row) for each in table.rows if each.code != row.code],
    )


def code_at(table: FormTable, at: int) -> str:
    """The code of the row of that place; after the last one stands the total."""
    return table.rows[at].code if at < len(table.rows) else TOTAL_CODE


def value_in(table: Table, code: str) -> tuple[tuple[int, int] | None, str]:
    """Row and column of the first number in a row of a filled table, and the number with its unit."""
    at = next((place for place, row in enumerate(table.rows) if row.code == code), None)
    for place, cell in enumerate(table.rows[at].cells) if at is not None else ():
        if cell.figure is not None or cell.expected or (cell.value is not None and cell.shape in NUMBERS):
            return (at or 0, place), value_of(cell)
    return (at, 0) if at is not None else None, ""


def place_of_column(table: Table, key: str) -> tuple[int, int] | None:
    """A cell of a column of a filled table."""
    keys = [column.key for column in table.columns]
    return (0, keys.index(key)) if key in keys and table.rows else None


def _kind(table: FormTable, row: FormRow) -> Kind:
    """Where the numbers come from; a row that has none yet is offered those of the ledger, a heading is not."""
    kind = source_of(table, row).kind
    return Kind.FIGURE if kind is Kind.NONE and row.level > HEADING else kind


def _ticked(each: FormRow, row: FormRow) -> Ticked:
    label = each.label.removeprefix("- ")
    return Ticked(each.code, f"    {label}" if each.level >= PART else label, each.code in row.sum_of)
