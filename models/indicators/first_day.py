"""Since when the ledger tells of anything: the day of its earliest record."""

from __future__ import annotations

import sqlalchemy as sa

from models.records import CATALOGUE
from models.tables import table_of


def first_day(connection: sa.Connection) -> str | None:
    """The day (2026-01-12) of the earliest record, each by the date it counts by; None in an empty ledger."""
    days = [sa.select(sa.func.min(table_of(each).c[each.dated_by]).label("day")) for each in CATALOGUE if each.dated_by]
    day = connection.execute(sa.select(sa.func.min(sa.union_all(*days).subquery().c.day))).scalar()
    return str(day)[:10] if day else None
