"""What she says at a figure of a report: one sentence that is printed, or another number with the reason for it."""

from __future__ import annotations

from collections.abc import Mapping

import sqlalchemy as sa

from models.ledger import rows
from models.ledger.store import Store
from models.periods import Period
from models.records.report import ReportCell, cell_uid
from models.tables import table_of

Spot = tuple[str, str, str]  # table, row code, column key


def amendments(store: Store, form: str, period: Period) -> Mapping[Spot, ReportCell]:
    """What stands at the figures of a form in a period; of two at one figure the one written last."""
    table = table_of(ReportCell)
    mine = sa.select(table.c.uid).where(table.c.form_code == form, table.c.period == period.text).order_by(table.c.id)
    with store.reading() as connection:
        uids = list(connection.execute(mine).scalars())
        found = {each.uid: each for each in rows.load(connection, ReportCell, uids)}
    return {(each.table_code, each.row_code, each.col_code): each for each in (found[uid] for uid in uids)}


def cell_at(store: Store, form: str, period: Period, spot: Spot) -> ReportCell:
    """What stands at a figure; an empty one, not kept yet, if nothing does."""
    known = amendments(store, form, period).get(spot)
    table, row, column = spot
    return known or ReportCell(
        cell_uid(form, table, period.text, row, column),
        form_code=form,
        table_code=table,
        period=period.text,
        row_code=row,
        col_code=column,
    )


def keep_cell(store: Store, cell: ReportCell, named: str) -> int | None:
    """Keeps what is said at a figure, or takes it out where nothing is said any more; the number of the write.

    `named` is the figure in her words. Refused without a reason for another number; None if there was nothing to do.
    """
    empty = cell.override is None and not cell.remark
    with store.write(f"{'Bỏ' if empty else 'Sửa'} ghi chú, số tay: {named}") as write:
        if empty:
            write.remove_all(ReportCell, [cell.uid])
        else:
            write.save(cell)
    return write.number if write.kinds else None
