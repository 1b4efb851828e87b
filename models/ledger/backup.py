"""A copy of a whole ledger that counts only when it was read again and found whole."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as driver

from models.errors import UserError, reason_of
from models.ledger.connection import Connections, looked_at
from models.ledger.file_system import beside, sync_folder, take_away
from models.ledger.trouble import told


def verified_copy(source: Connections | Path, target: Path) -> str:
    """Copies a ledger, open (its connections) or closed (its path), to `target`; returns the copy's SHA-256.

    The copy appears under its name only when integrity, links and the number of rows of every table are right.
    UserError if it could not be made; what stood at `target` before is then still there.
    """
    if not target.parent.is_dir():
        raise UserError(f"Không có thư mục “{target.parent}”. Hãy tạo thư mục trước hoặc chọn nơi khác.")
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with told(target):
            _copy(source, draft)
        digest = _synced_digest(draft)
        draft.replace(target)
        sync_folder(target.parent)
        return digest
    except OSError as error:
        raise UserError(f"Không ghi được bản sao “{target}” ({reason_of(error)}). Hãy chọn nơi khác.") from None
    finally:
        take_away(draft)


def _copy(source: Connections | Path, draft: Path) -> None:
    take_away(draft)
    with _reading(source) as original, closing(driver.connect(str(draft), isolation_level=None)) as copy:
        counts = _counts(original)
        original.backup(copy)
        copy.execute("PRAGMA trusted_schema=OFF")
        copy.execute("PRAGMA journal_mode=DELETE")  # one file, that opens on a read-only stick too
        if copy.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            raise UserError("Bản sao không nguyên vẹn nên không được giữ. Hãy chạy kiểm tra sổ, rồi sao lưu lại.")
        if copy.execute("PRAGMA foreign_key_check").fetchall() or _counts(copy) != counts:
            raise UserError("Bản sao không khớp với sổ nên không được giữ. Hãy chạy kiểm tra sổ, rồi sao lưu lại.")


@contextmanager
def _reading(source: Connections | Path) -> Iterator[Any]:
    if isinstance(source, Path):
        with closing(looked_at(source, alone=not beside(source, "-wal").exists())) as connection:
            connection.execute("BEGIN")
            yield connection
    else:
        with source.reading() as connection:
            yield connection.plain


def _counts(connection: Any) -> dict[str, int]:
    named = "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 ORDER BY name"
    tables = [row[0] for row in connection.execute(named)]
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in tables}


def _synced_digest(path: Path) -> str:
    """SHA-256 of the file, read again after it was handed to the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())
        return hashlib.file_digest(file, "sha256").hexdigest()
