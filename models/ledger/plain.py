"""SQL text straight to the driver: the path of every record, where SQLAlchemy would cost more than the work.

Only inside `Store.reading` and `Store.write`, which have begun a transaction and tell of errors.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from models.ledger.connection import Connection


def asked(connection: Connection, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    """The rows that a question gives."""
    rows: list[tuple[Any, ...]] = connection.plain.execute(sql, values).fetchall()
    return rows


def each(connection: Connection, sql: str, values: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
    """The rows that a question gives, one after the other; whoever has enough of them may stop."""
    cursor = connection.plain.execute(sql, values)
    try:
        yield from cursor
    finally:
        cursor.close()


def first(connection: Connection, sql: str, values: Sequence[Any] = ()) -> Any:
    """The first value of the first row; None if there is no row."""
    row = connection.plain.execute(sql, values).fetchone()
    return None if row is None else row[0]


def put(connection: Connection, sql: str, rows: Iterable[Sequence[Any]]) -> None:
    """Carries a statement out for each of the rows."""
    connection.plain.executemany(sql, rows)


def added(connection: Connection, sql: str, values: Sequence[Any]) -> int:
    """Inserts one row; returns its number."""
    return int(connection.plain.execute(sql, values).lastrowid)


def marks(count: int) -> str:
    """Places for so many values: "?, ?, ?"."""
    return ", ".join("?" * count)


def named(columns: Iterable[str], then: str = "") -> str:
    """Names as SQL wants them: `"from", "to"`."""
    return ", ".join(f'"{key}"{then}' for key in columns)
