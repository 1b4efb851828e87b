"""Since when the ledger tells of anything: the day of its earliest record."""

from __future__ import annotations

from models.ledger.connection import Connection
from models.ledger.plain import first
from models.record import Record
from models.records import CATALOGUE


def first_day(connection: Connection, *passed_over: type[Record]) -> str | None:
    """The day (2026-01-12) of the earliest record, each by the date it counts by; None in an empty ledger."""
    kinds = [each for each in CATALOGUE if each.dated_by and each not in passed_over]
    days = [f'SELECT min("{each.dated_by}") AS day FROM "{each.table_name}"' for each in kinds]
    day = first(connection, f"SELECT min(day) FROM ({' UNION ALL '.join(days)})")
    return str(day)[:10] if day else None
