"""Numbers in the year ("2026/0001") for records that have none, one after the other, also before they are written."""

from __future__ import annotations

import re

from models.ledger.connection import Connection
from models.ledger.plain import first
from models.record import Record

_NUMBER = re.compile(r"(\d{4})/(\d+)")


class Numbers:
    """The last numbers given in one write, by record type and year."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._last: dict[tuple[str, int], int] = {}

    def give(self, record: Record) -> None:
        """Gives a record that is numbered in the year (`numbered_by`) its next number, unless it has one."""
        if not record.numbered_by:
            return
        code: str | None = record.code  # type: ignore[attr-defined]
        day = getattr(record, record.numbered_by)
        if code:
            self._note(record, code)
        elif hasattr(day, "year"):
            last = self._last_of(record, day.year) + 1
            self._last[record.table_name, day.year] = last
            record.code = f"{day.year}/{last:04}"  # type: ignore[attr-defined]

    def _note(self, record: Record, code: str) -> None:
        if found := _NUMBER.fullmatch(code):
            year, number = int(found[1]), int(found[2])
            self._last[record.table_name, year] = max(number, self._last_of(record, year))

    def _last_of(self, record: Record, year: int) -> int:
        known = self._last.get((record.table_name, year))
        if known is not None:
            return known
        sql = f'SELECT max(CAST(substr(code, 6) AS INTEGER)) FROM "{record.table_name}" WHERE code GLOB ?'
        return int(first(self._connection, sql, (f"{year}/[0-9]*",)) or 0)
