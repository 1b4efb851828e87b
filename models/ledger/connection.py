"""Connections to the data file, with the settings under which SQLite keeps what it acknowledged.

Facts: `WAL` with `synchronous=FULL` lost nothing in power-cut trials and needs SQLite 3.51.3 or later on a fixed local
disk; anywhere else the rollback journal `TRUNCATE` with `FULL`. Every setting is read back; if one differs we do not go
on.

SQLAlchemy takes longer to import than a bare window to show, so it comes in only when somebody asks with its
expressions: the first records are on screen before.
"""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlcipher3 import dbapi2 as driver

from models.ledger.storage import is_fixed_local_disk
from models.ledger.trouble import LedgerError

if TYPE_CHECKING:
    import sqlalchemy as sa

APPLICATION_ID = 0x534F4344  # "SOCD"
SAFE_WAL = (3, 51, 3)
_WANTED: dict[str, int] = {
    "trusted_schema": 0,
    "synchronous": 2,
    "foreign_keys": 1,
    "cell_size_check": 1,
    "mmap_size": 0,
    "secure_delete": 1,
    "recursive_triggers": 0,
}


class Connection:
    """One transaction's view of a ledger: asked in plain SQL through `models.ledger.plain`, or with expressions."""

    def __init__(self, plain: Any) -> None:
        self.plain = plain

    @cached_property
    def expressions(self) -> sa.Connection:
        """SQLAlchemy's view of the same transaction."""
        from models.ledger.expressions import over

        return over(self.plain)

    def execute(
        self, statement: sa.Executable, values: Mapping[str, Any] | None = None
    ) -> sa.CursorResult[*tuple[Any, ...]]:
        """Asks with an expression of SQLAlchemy."""
        return self.expressions.execute(statement, values)


class Connections:
    """The connections of one ledger, kept for the next who asks."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._idle: deque[Connection] = deque()
        self._is_closed = False

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One state of the ledger from beginning to end."""
        with self._lent() as connection, _transaction(connection.plain, "BEGIN"):
            yield connection

    @contextmanager
    def writing(self, *, foreign_keys: bool = True) -> Iterator[Connection]:
        """All that is written in the block, or nothing. Without `foreign_keys` a table may be made anew: removing it
        does not remove what points to its rows."""
        with self._lent() as connection:
            if not foreign_keys:
                connection.plain.execute("PRAGMA foreign_keys=OFF")  # has no effect within a transaction
            try:
                with _transaction(connection.plain, "BEGIN IMMEDIATE"):
                    yield connection
            finally:
                if not foreign_keys:
                    connection.plain.execute("PRAGMA foreign_keys=ON")

    def close(self) -> None:
        """Closes every connection; one that is still in use, as soon as it is given back."""
        self._is_closed = True
        while self._idle:
            self._idle.pop().plain.close()

    @contextmanager
    def _lent(self) -> Iterator[Connection]:
        try:
            connection = self._idle.pop()
        except IndexError:
            connection = Connection(settled(self.path))
        try:
            yield connection
        finally:
            if self._is_closed:
                connection.plain.close()
            else:
                self._idle.append(connection)


@contextmanager
def _transaction(plain: Any, begin: str) -> Iterator[None]:
    plain.execute(begin)
    try:
        yield
        plain.execute("COMMIT")
    except BaseException:
        with suppress(driver.Error):  # a full disk may have rolled it back already
            plain.execute("ROLLBACK")
        raise


def settled(path: Path) -> Any:
    """A plain connection with the ledger's settings, read back."""
    wal = driver.sqlite_version_info >= SAFE_WAL and is_fixed_local_disk(path)
    connection = driver.connect(str(path), isolation_level=None, check_same_thread=False, timeout=5)
    try:
        _settle(connection, "wal" if wal else "truncate")
    except BaseException:
        connection.close()
        raise
    return connection


def looked_at(path: Path, *, alone: bool) -> Any:
    """A plain connection that only reads; `alone`: without what lies in a journal or `-wal` beside the file."""
    uri = f"file:{_quoted(path)}?mode=ro{'&immutable=1' if alone else ''}"
    connection = driver.connect(uri, uri=True, isolation_level=None)
    connection.execute("PRAGMA trusted_schema=OFF")
    connection.execute("PRAGMA cell_size_check=ON")
    return connection


def _settle(connection: Any, journal: str) -> None:
    for name, value in ({"journal_mode": journal} | _WANTED).items():
        connection.execute(f"PRAGMA {name}={value}").fetchall()
        row = connection.execute(f"PRAGMA {name}").fetchone()
        if row is not None and row[0] != value:
            raise LedgerError(
                f"Máy này không giữ được thiết lập an toàn của sổ ({name} = {row[0]}, cần {value}). "
                "Hãy chép sổ vào ổ đĩa cố định của máy rồi mở lại."
            )


def _quoted(path: Path) -> str:
    text = str(path.resolve())
    if sys.platform == "win32":
        text = "/" + text.replace("\\", "/")
    return text.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
