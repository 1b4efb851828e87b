"""What an unclean end left beside a ledger: taken in if it is the ledger's own, set aside if it is another file's.

SQLite writes a left-over `-wal` or journal into whatever file has the name, also into a backup that somebody put in the
place of the ledger. So before it may, the history of the file alone is compared with its history together with what was
left: of one ledger, one is the beginning of the other.
"""

from __future__ import annotations

import shutil
import tempfile
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as driver

from models.errors import reason_of
from models.ledger.connection import looked_at
from models.ledger.file_system import beside
from models.ledger.trouble import LedgerError

History = list[tuple[Any, ...]]
_STEPS = (
    "SELECT write.id, at, label, (SELECT uid FROM change WHERE change.write = write.id ORDER BY change.id LIMIT 1) "
    "FROM write ORDER BY write.id"
)


def settle_leftovers(path: Path) -> bool:
    """Sets aside what is not this ledger's own; True if something was left, so that a thorough check is due.

    SQLite itself takes in what stays, when the ledger is opened. LedgerError if there is no room to look at it.
    """
    wal, journal = beside(path, "-wal"), beside(path, "-journal")
    left = [each for each in (wal, journal) if each.exists() and each.stat().st_size]
    if not left:
        return False
    alone = _history(path, alone=True)
    together = _history(path, alone=False) if journal not in left else _after_rolling_back(path)
    if alone is not None and (together is None or not _of_one_ledger(alone, together)):
        for each in left:
            each.rename(each.with_name(f"{each.name}-khong-khop-{datetime.now():%Y%m%d-%H%M%S}"))
        beside(path, "-shm").unlink(missing_ok=True)
    elif together is not None and journal in left:
        with closing(_opened(path)) as connection:  # rolls it back: a connection that only reads could not
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    return True


def _of_one_ledger(alone: History, together: History) -> bool:
    common = min(len(alone), len(together))
    unbroken = [step[0] for step in together] == list(range(1, len(together) + 1))
    return unbroken and alone[:common] == together[:common]


def _history(path: Path, *, alone: bool) -> History | None:
    """The steps of a ledger's history; None if the ledger is not whole."""
    try:
        with closing(looked_at(path, alone=alone)) as connection:
            return _steps(connection)
    except (driver.Error, UnicodeDecodeError):
        return None


def _after_rolling_back(path: Path) -> History | None:
    """The history after SQLite has taken the journal in, tried on a copy."""
    try:
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".socd-") as folder:
            copy = Path(folder) / "copy"
            for ending in ("", "-journal"):
                shutil.copyfile(beside(path, ending), beside(copy, ending))
            with closing(_opened(copy)) as connection:
                return _steps(connection)
    except (driver.Error, UnicodeDecodeError):
        return None
    except OSError as error:
        raise LedgerError(
            f"Lần trước sổ “{path.name}” bị tắt giữa chừng; để khôi phục cần chỗ trống bằng cỡ tệp sổ "
            f"({reason_of(error)}). Hãy xóa bớt tệp trên ổ đĩa rồi mở lại; sổ vẫn nguyên vẹn."
        ) from None


def _opened(path: Path) -> Any:
    connection = driver.connect(str(path), isolation_level=None)
    connection.execute("PRAGMA trusted_schema=OFF")
    return connection


def _steps(connection: Any) -> History | None:
    if [row[0] for row in connection.execute("PRAGMA integrity_check(1)")] != ["ok"]:
        return None
    return [tuple(row) for row in connection.execute(_STEPS)]
