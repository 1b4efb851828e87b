"""Since when the ledger tells of anything: the day of its earliest record."""

from __future__ import annotations

import sqlalchemy as sa

from models.records import CATALOGUE
from models.tables import table_of


def first_day(connection: sa.Connection) -> str | None:
    """The day (2026-01-12) of the earliest record, each by the date it counts by; None in an empty ledger."""
    days = [sa.func.min(table_of(each).c[each.dated_by]) for each in CATALOGUE if each.dated_by]
    found = [connection.execute(sa.select(day)).scalar() for day in days]
    return min((str(day)[:10] for day in found if day), default=None)
