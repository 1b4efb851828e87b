"""One program at a time on a ledger: a lock that the system takes back when the program ends, however it ends."""

from __future__ import annotations

import getpass
import json
import os
import sys
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from models.errors import UserError, reason_of
from models.ledger.file_system import LOCK, beside

_FAR = 1 << 30  # Windows locks a byte beyond the text, so that others can read who holds it


class LedgerInUse(UserError):
    """Another program has the ledger open."""


class Lock:
    """Held from opening to closing a ledger; the file beside it says who has it and since when."""

    def __init__(self, ledger: Path) -> None:
        self._path = beside(ledger, LOCK)
        self._file = self._taken(ledger)

    def _taken(self, ledger: Path) -> int:
        while True:
            file = self._opened(ledger)
            if not _locked(file):
                text = os.read(file, 1000)
                os.close(file)
                raise LedgerInUse(f"Sổ “{ledger.name}” đang được mở{_holder(text)}. Hãy đóng sổ ở đó rồi mở lại.")
            if sys.platform == "win32" or _same_file(file, self._path):
                break
            os.close(file)  # the former holder took the file away between our opening and locking it
        _sign(file)
        return file

    def _opened(self, ledger: Path) -> int:
        try:
            return os.open(self._path, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:
            raise UserError(
                f"Không giữ chỗ được cho sổ “{ledger.name}” trong thư mục “{ledger.parent}” ({reason_of(error)}). "
                "Hãy chép sổ sang thư mục của bạn rồi mở lại."
            ) from None

    def release(self) -> None:
        """Lets the next program in; a second call changes nothing."""
        if self._file < 0:
            return
        if sys.platform != "win32":
            self._path.unlink(missing_ok=True)
        os.close(self._file)
        self._file = -1


def _sign(file: int) -> None:
    """Says in the file who holds it; on a full disk it says nothing, and holds all the same."""
    holder = {
        "user": _user(),
        "host": _machine(),
        "pid": os.getpid(),
        "since": f"{datetime.now():%H:%M %d/%m/%Y}",
    }
    with suppress(OSError):
        os.ftruncate(file, 0)
        os.write(file, json.dumps(holder, ensure_ascii=False).encode())


def _holder(text: bytes) -> str:
    try:
        who = json.loads(text)
        return f" bởi {who['user']} trên máy {who['host']} từ {who['since']}"
    except (ValueError, KeyError, TypeError):
        return " ở một cửa sổ khác"


def _machine() -> str:
    """The name of this machine, without the libraries of the network, which take long to import."""
    return os.environ.get("COMPUTERNAME", "") if sys.platform == "win32" else os.uname().nodename


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "người dùng khác"


def _same_file(file: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file), path.stat())
    except FileNotFoundError:
        return False


def _locked(file: int) -> bool:
    if sys.platform == "win32":
        import msvcrt

        os.lseek(file, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(file, 0, os.SEEK_SET)
        return True
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
