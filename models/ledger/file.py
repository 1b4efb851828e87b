"""Making and opening ledgers: the checks before the first page is read, an older file brought up to date."""

from __future__ import annotations

import os
from pathlib import Path

from models.errors import UserError, reason_of
from models.ledger import connection, inspection
from models.ledger.file_system import BESIDE, beside, sync_folder, take_away
from models.ledger.leftovers import settle_leftovers
from models.ledger.lock import Lock
from models.ledger.plain import asked
from models.ledger.store import Store
from models.ledger.trouble import LedgerError, told
from models.records.unit import OrgUnit

SCHEMA = 1


def create(path: Path, unit: OrgUnit) -> Store:
    """A new, empty ledger for a unit; fails if the file exists. It takes its name only when it is complete."""
    if path.exists():
        raise UserError(f"“{path}” đã có. Hãy chọn tên khác, hoặc mở sổ đó.")
    if not path.parent.is_dir():
        raise UserError(f"Không có thư mục “{path.parent}”. Hãy tạo thư mục trước hoặc chọn nơi khác.")
    path = path.resolve()
    lock = Lock(path)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with told(path):
            _make(draft, unit)
        for ending in BESIDE:
            beside(path, ending).unlink(missing_ok=True)  # of a ledger that is gone
        if path.exists():
            raise UserError(f"“{path}” đã có. Hãy chọn tên khác, hoặc mở sổ đó.")
        draft.rename(path)
        sync_folder(path.parent)
        return Store(path, connection.Connections(path), lock)
    except OSError as error:
        lock.release()
        raise UserError(
            f"Không ghi được vào thư mục “{path.parent}” ({reason_of(error)}). Hãy chọn thư mục khác."
        ) from None
    except BaseException:
        lock.release()
        raise
    finally:
        take_away(draft)


def open_ledger(path: Path) -> Store:
    """Opens a ledger for reading and writing. Raises a UserError, the file untouched, if that cannot be."""
    inspection.require_file(path)
    path = path.resolve()  # one lock, whatever link leads here
    inspection.require_writable(path)
    lock = Lock(path)
    try:
        return Store(path, _opened(path), lock)
    except OSError as error:
        lock.release()
        raise LedgerError(f"Không đọc được “{path}”: {reason_of(error)}. Hãy kiểm tra ổ đĩa rồi mở lại.") from None
    except BaseException:
        lock.release()
        raise


def _opened(path: Path) -> connection.Connections:
    inspection.require_ledger(path, SCHEMA)
    unclean = settle_leftovers(path)
    version = inspection.require_sound(path, SCHEMA, thorough=unclean)
    connections = connection.Connections(path)
    if version < SCHEMA:
        from models.migrations.upgrade import bring_up_to_date

        bring_up_to_date(connections, version)
    with told(path), connections.reading():
        return connections


def _make(draft: Path, unit: OrgUnit) -> None:
    """A complete ledger under another name, closed."""
    from models.tables import METADATA

    connections = connection.Connections(draft)
    store = Store(draft, connections, Lock(draft))
    try:
        with connections.writing() as opened:
            METADATA.create_all(opened.expressions, checkfirst=False)
            asked(opened, f"PRAGMA application_id={connection.APPLICATION_ID}")
            asked(opened, f"PRAGMA user_version={SCHEMA}")
        unit.is_own = True
        with store.write(f"Lập sổ của {unit.name_full}") as write:
            write.save(unit)
    finally:
        store.close()
