"""Opening the data file: is it a ledger of ours, whole and writable, and does SQLite keep what it acknowledges?

Facts: `WAL` with `synchronous=FULL` lost nothing in power-cut trials and needs SQLite 3.51.3 or later on a fixed local
disk; anywhere else the rollback journal `TRUNCATE` with `FULL`. Every setting is read back; on a difference we do not go on.
"""

from __future__ import annotations

import os
import stat
import struct
import sys
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlcipher3 import dbapi2 as driver

from models.errors import UserError
from models.ledger.storage import is_fixed_local_disk

APPLICATION_ID = 0x534F4344  # "SOCD"
SAFE_WAL = (3, 51, 3)
_MAGIC = b"SQLite format 3\x00"


class LedgerError(UserError):
    """The file cannot be opened as a ledger; it was left as it is."""


class NotALedger(LedgerError):
    """The file is something else."""


class NewerLedger(LedgerError):
    """A later version of the program wrote the file."""


class DamagedLedger(LedgerError):
    """The file's content is damaged."""


class ReadOnlyLedger(LedgerError):
    """The file or its folder may not be written."""


def header_version(path: Path, current: int) -> int:
    """The schema number in the file's header, read without SQLite. Raises a LedgerError that says what is wrong with the file."""
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except FileNotFoundError:
        raise LedgerError(f"Không tìm thấy sổ “{path}”. Hãy kiểm tra lại đường dẫn.") from None
    except OSError as error:
        raise LedgerError(f"Không đọc được “{path}”: {error.strerror}.") from None
    if len(head) < 100 or not head.startswith(_MAGIC):
        raise NotALedger(f"“{path.name}” không phải là sổ của Sổ Công đoàn (tệp .socd). Hãy chọn tệp khác.")
    version, application = struct.unpack(">I", head[60:64])[0], struct.unpack(">I", head[68:72])[0]
    if application != APPLICATION_ID:
        raise NotALedger(
            f"“{path.name}” là cơ sở dữ liệu của chương trình khác, không phải sổ .socd. Hãy chọn tệp khác."
        )
    if version > current:
        raise NewerLedger(
            f"Sổ “{path.name}” được ghi bằng phiên bản mới hơn của chương trình (cấu trúc {version}, phiên bản này đọc "
            f"được đến {current}). Hãy cập nhật Sổ Công đoàn rồi mở lại; sổ vẫn nguyên vẹn."
        )
    return int(version)


def require_writable(path: Path) -> None:
    """Raises ReadOnlyLedger if the file or its folder may not be written."""
    mode = path.stat().st_mode
    if not (
        mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)
        and os.access(path, os.W_OK)
        and os.access(path.parent, os.W_OK)
    ):
        raise ReadOnlyLedger(
            f"Sổ “{path.name}” hoặc thư mục chứa nó chỉ cho phép đọc nên không ghi được. Hãy chép sổ sang thư mục của bạn "
            "hoặc bỏ thuộc tính “chỉ đọc” rồi mở lại."
        )


def require_sound(path: Path) -> None:
    """Raises DamagedLedger if SQLite finds the file damaged or strange SQL in it; looks at it without writing."""
    alone = not path.with_name(path.name + "-wal").exists() and not path.with_name(path.name + "-journal").exists()
    try:
        connection = driver.connect(f"file:{_quoted(path)}?mode=ro{'&immutable=1' if alone else ''}", uri=True)
        try:
            connection.execute("PRAGMA trusted_schema=OFF")
            found = [row[0] for row in connection.execute("PRAGMA quick_check(3)")]
            foreign = connection.execute(
                "SELECT count(*) FROM sqlite_schema WHERE type IN ('trigger', 'view')"
            ).fetchone()[0]
        finally:
            connection.close()
    except driver.DatabaseError as error:
        found, foreign = [str(error)], 0
    if found != ["ok"] or foreign:
        raise DamagedLedger(
            f"Sổ “{path.name}” bị hỏng nên chưa mở, để không mất thêm dữ liệu. Tệp được giữ nguyên. "
            "Hãy mở bản sao lưu gần nhất, hoặc gửi tệp này cho người hỗ trợ."
        )


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
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine


def _settle(connection: Any, journal: str) -> None:
    wanted = {
        "trusted_schema": 0,
        "journal_mode": journal,
        "synchronous": 2,
        "foreign_keys": 1,
        "cell_size_check": 1,
        "mmap_size": 0,
        "secure_delete": 1,
        "recursive_triggers": 0,
    }
    for name, value in wanted.items():
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
