"""Is the file a ledger of ours, of a version we know, writable and whole? Asked before anything is written to it."""

from __future__ import annotations

import hashlib
import os
import stat
import struct
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as driver

from models.errors import reason_of
from models.ledger.connection import APPLICATION_ID, looked_at
from models.ledger.file_system import MAGIC
from models.ledger.search import INDEX, index_statement
from models.ledger.trouble import DamagedLedger, LedgerError, damaged
from models.migrations.known import SHAPES

_OBJECTS = "SELECT type, name FROM sqlite_schema WHERE name NOT LIKE 'sqlite#_%' ESCAPE '#'"


class NotALedger(LedgerError):
    """The file is something else."""


class NewerLedger(LedgerError):
    """A later version of the program wrote the file."""


class ReadOnlyLedger(LedgerError):
    """The file or its folder may not be written."""


class StrangeLedger(DamagedLedger):
    """Its tables are not those of a ledger of its version; there may be commands in it that somebody planted."""


def require_file(path: Path) -> None:
    """Raises LedgerError if there is no such file."""
    if path.is_dir():
        raise NotALedger(f"“{path}” là một thư mục, không phải sổ. Hãy chọn tệp .socd.")
    if not path.exists():
        raise LedgerError(f"Không tìm thấy sổ “{path}”. Hãy kiểm tra lại đường dẫn.")


def require_writable(path: Path) -> None:
    """Raises ReadOnlyLedger if the file or its folder may not be written, by its mode or by us."""
    anyone = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
    for each in (path, path.parent):
        if not (each.stat().st_mode & anyone and os.access(each, os.W_OK)):
            raise ReadOnlyLedger(
                f"Sổ “{path.name}” hoặc thư mục chứa nó chỉ cho phép đọc nên không ghi được. Hãy chép sổ sang thư mục "
                "của bạn hoặc bỏ thuộc tính “chỉ đọc” rồi mở lại."
            )


def require_ledger(path: Path, current: int) -> None:
    """Raises NotALedger or NewerLedger by the file's header, read without SQLite.

    Only with the lock held: closing the file would let go of the locks that SQLite has on it in this program.
    """
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as error:
        raise LedgerError(f"Không đọc được “{path}”: {reason_of(error)}. Hãy kiểm tra ổ đĩa rồi mở lại.") from None
    if len(head) < 100 or not head.startswith(MAGIC):
        raise NotALedger(f"“{path.name}” không phải là sổ của Sổ Công đoàn (tệp .socd). Hãy chọn tệp khác.")
    version, application = struct.unpack(">I", head[60:64])[0], struct.unpack(">I", head[68:72])[0]
    if application != APPLICATION_ID:
        raise NotALedger(
            f"“{path.name}” là cơ sở dữ liệu của chương trình khác, không phải sổ .socd. Hãy chọn tệp khác."
        )
    require_known(path, version, current)


def require_known(path: Path, version: int, current: int) -> None:
    """Raises NewerLedger if a later version of the program wrote the file."""
    if version > current:
        raise NewerLedger(
            f"Sổ “{path.name}” được ghi bằng phiên bản mới hơn của chương trình (cấu trúc {version}, phiên bản này đọc "
            f"được đến {current}). Hãy cập nhật Sổ Công đoàn rồi mở lại; sổ vẫn nguyên vẹn."
        )


def require_sound(path: Path, current: int, *, thorough: bool) -> int:
    """The schema number of a whole ledger, whose tables are ours; raises DamagedLedger. Only reads.

    `thorough` looks at every index too: after an unclean end.
    """
    try:
        connection = looked_at(path, alone=not thorough)
        try:
            version = int(connection.execute("PRAGMA user_version").fetchone()[0])
            require_known(path, version, current)
            _require_our_tables(path, connection, SHAPES.get(version))
            check = "integrity_check" if thorough else "quick_check"
            found = [row[0] for row in connection.execute(f"PRAGMA {check}(3)")]
        finally:
            connection.close()
    except (driver.Error, UnicodeDecodeError):
        raise damaged(path) from None
    if found != ["ok"]:
        raise damaged(path)
    return version


def shape_of(connection: Any) -> str:
    """A digest of the names of every table, column and index."""
    columns = "SELECT m.name, c.name FROM sqlite_schema m JOIN pragma_table_xinfo(m.name) c WHERE m.type = 'table'"
    names = [
        *connection.execute(_OBJECTS),
        *connection.execute(f"{columns} AND m.name NOT LIKE 'sqlite#_%' ESCAPE '#'"),
    ]
    return hashlib.sha256("\n".join(sorted(".".join(pair) for pair in names)).encode()).hexdigest()


def _require_our_tables(path: Path, connection: Any, shape: str | None) -> None:
    """No trigger, view or strange virtual table, and exactly the tables, columns and indexes of the version."""
    objects = set(connection.execute(_OBJECTS))
    virtual = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND rootpage = 0").fetchall()
    strange = virtual != [(INDEX, index_statement())] or any(kind not in ("table", "index") for kind, _name in objects)
    if strange or shape != shape_of(connection):
        raise StrangeLedger(
            f"Sổ “{path.name}” có cấu trúc lạ, không đúng với phiên bản này, nên chưa mở. Tệp được giữ nguyên. "
            "Hãy mở bản sao lưu gần nhất, hoặc gửi tệp này cho người hỗ trợ."
        )
