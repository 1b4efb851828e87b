"""Forms filled from a few records: the cells of a table by row and column."""

from __future__ import annotations

from exports.build import build
from exports.document import ReportDocument, Table, type_of_value
from exports.form_shelf import form_named
from models.ledger.store import Store
from models.periods import Period, period_from
from models.record import Record

QUARTER = period_from("2026-Q1")
Cells = list[dict[str, type_of_value]]


def add(store: Store, *records: Record) -> None:
    with store.write("Thêm") as write:
        write.add_all(list(records))


def filled(store: Store, form: str, period: Period = QUARTER) -> ReportDocument:
    return build(store, form_named(form), period)


def cells(table: Table) -> Cells:
    keys = [column.key for column in table.columns]
    return [
        {"code": row.code, **{key: cell.value for key, cell in zip(keys, row.cells, strict=True)}} for row in table.rows
    ]
