"""SQL text straight to the driver: the path of every record, where SQLAlchemy would cost more than the work.

Only inside `Store.reading` and `Store.write`, which have begun a transaction and tell of errors.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa


def asked(connection: sa.Connection, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    """The rows that a question gives."""
    rows: list[tuple[Any, ...]] = _driver(connection).execute(sql, values).fetchall()
    return rows


def put(connection: sa.Connection, sql: str, rows: Iterable[Sequence[Any]]) -> None:
    """Carries a statement out for each of the rows."""
    _driver(connection).executemany(sql, rows)


def added(connection: sa.Connection, sql: str, values: Sequence[Any]) -> int:
    """Inserts one row; returns its number."""
    return int(_driver(connection).execute(sql, values).lastrowid)


def marks(count: int) -> str:
    """Places for so many values: "?, ?, ?"."""
    return ", ".join("?" * count)


def _driver(connection: sa.Connection) -> Any:
    return connection.connection.driver_connection
