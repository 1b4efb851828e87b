"""Making and opening ledgers: the checks before the first page is read, an older file brought up to date."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa

from models.errors import UserError
from models.ledger import connection
from models.ledger.lock import Lock
from models.ledger.store import Store
from models.records.unit import OrgUnit
from models.tables import METADATA

SCHEMA = 1
ENDING = ".socd"


def create(path: Path, unit: OrgUnit) -> Store:
    """A new, empty ledger for a unit; fails if the file exists."""
    if path.exists():
        raise UserError(f"“{path}” đã có. Hãy chọn tên khác, hoặc mở sổ đó.")
    if not path.parent.is_dir():
        raise UserError(f"Không có thư mục “{path.parent}”. Hãy tạo thư mục trước hoặc chọn nơi khác.")
    store: Store | None = None
    try:
        store = _made(path)
        unit.is_own = True
        with store.write(f"Lập sổ của {unit.name_full}") as write:
            write.save(unit)
    except (OSError, sa.exc.OperationalError):
        _discard(path, store)
        raise UserError(f"Không ghi được vào thư mục “{path.parent}”. Hãy chọn thư mục khác.") from None
    except BaseException:
        _discard(path, store)
        raise
    return store


def open_ledger(path: Path) -> Store:
    """Opens a ledger for reading and writing. Raises a LedgerError, the file untouched, if that cannot be."""
    version = connection.header_version(path, SCHEMA)
    connection.require_writable(path)
    lock = Lock(path)
    try:
        connection.require_sound(path)
        engine = connection.engine_for(path)
        if version < SCHEMA:
            from models.migrations.upgrade import bring_up_to_date

            bring_up_to_date(path, engine, version)
        return Store(path, engine, lock)
    except BaseException:
        lock.release()
        raise


def _made(path: Path) -> Store:
    lock = Lock(path)
    try:
        engine = connection.engine_for(path)
        with engine.connect().execution_options(writing=True) as opened, opened.begin():
            METADATA.create_all(opened, checkfirst=False)
            opened.exec_driver_sql(f"PRAGMA application_id={connection.APPLICATION_ID}")
            opened.exec_driver_sql(f"PRAGMA user_version={SCHEMA}")
        return Store(path, engine, lock)
    except BaseException:
        lock.release()
        raise


def _discard(path: Path, store: Store | None) -> None:
    if store is not None:
        store.close()
    for ending in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
