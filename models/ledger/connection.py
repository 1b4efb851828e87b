"""Connections to the data file, with the settings under which SQLite keeps what it acknowledged.

Facts: `WAL` with `synchronous=FULL` lost nothing in power-cut trials and needs SQLite 3.51.3 or later on a fixed local
disk; anywhere else the rollback journal `TRUNCATE` with `FULL`. Every setting is read back; if one differs we do not go
on.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlcipher3 import dbapi2 as driver

from models.ledger.storage import is_fixed_local_disk
from models.ledger.trouble import LedgerError

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


def engine_for(path: Path) -> sa.Engine:
    """An engine whose every connection has the ledger's settings, read back."""
    wal = driver.sqlite_version_info >= SAFE_WAL and is_fixed_local_disk(path)
    engine = sa.create_engine(
        sa.URL.create("sqlite", database=str(path)),
        module=driver,
        connect_args={"isolation_level": None, "check_same_thread": False, "timeout": 5},
        poolclass=sa.QueuePool,
        pool_size=2,
        hide_parameters=True,
    )

    @sa.event.listens_for(engine, "connect")
    def settle(connection: Any, _record: object) -> None:
        _settle(connection, "wal" if wal else "truncate")

    @sa.event.listens_for(engine, "begin")
    def begin(connection: sa.Connection) -> None:
        writing = connection.get_execution_options().get("writing", False)
        plain: Any = connection.connection.driver_connection
        plain.execute("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine


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
