"""Who is selected in a list, from above to below."""

from __future__ import annotations

from itertools import islice

from ui.tables.record_table import RecordTable


def chosen_uids(table: RecordTable, most: int | None = None) -> list[str]:
    """The uids of all rows that hold a selected cell; the row with the cursor if none does."""
    chosen = table.selectionModel().selection()
    ranges = [chosen.at(place) for place in range(chosen.count())]
    rows = sorted({row for each in ranges for row in range(each.top(), each.bottom() + 1)})
    uids = (table.rows.uid(row) for row in rows or [table.currentIndex().row()])
    return [uid for uid in islice(uids, most) if uid]
