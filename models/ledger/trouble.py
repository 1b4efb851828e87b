"""What SQLite and the disk may refuse, in the user's words: the one place that turns their errors into sentences."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlcipher3 import dbapi2 as driver

from models.errors import UserError


class LedgerError(UserError):
    """The file cannot be opened or used as a ledger."""


class DamagedLedger(LedgerError):
    """The file's content is damaged."""


_DAMAGED = (
    "Sổ “{name}” bị hỏng nên không đọc tiếp, để không mất thêm. Tệp được giữ nguyên. Hãy mở bản sao lưu gần nhất, hoặc "
    "gửi tệp này cho người hỗ trợ."
)
_BUSY = "Sổ “{name}” đang bận vì một chương trình khác đang đọc hoặc ghi. Hãy chờ một lát rồi làm lại."
_SAID = {  # the first byte of SQLite's error code
    5: _BUSY,
    6: _BUSY,
    7: "Máy không còn đủ bộ nhớ để làm việc này. Hãy đóng bớt chương trình rồi làm lại; sổ vẫn nguyên vẹn.",
    8: "Sổ “{name}” hoặc thư mục chứa nó chỉ cho phép đọc nên chưa ghi được. Hãy bỏ thuộc tính “chỉ đọc” rồi làm lại.",
    10: "Ổ đĩa chứa sổ “{name}” báo lỗi hoặc đã đầy nên chưa ghi được. Hãy xem lại ổ đĩa, xóa bớt tệp rồi làm lại.",
    11: _DAMAGED,
    13: "Ổ đĩa chứa sổ “{name}” đã đầy nên việc này chưa được ghi. Hãy xóa bớt tệp cho có chỗ trống rồi làm lại.",
    14: "Không mở được sổ “{name}”. Hãy kiểm tra thư mục chứa sổ và ổ đĩa còn nối với máy không, rồi làm lại.",
    19: "Thay đổi này trái với quy tắc của sổ nên chưa được ghi. Hãy kiểm tra lại các bản ghi liên quan.",
    26: _DAMAGED,
}


_UNREADABLE = "Could not decode to UTF-8"  # an error without a code, of the driver itself


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turns errors of SQLite and the disk within the block into a LedgerError that says what to do."""
    try:
        yield
    except driver.Error as error:
        if _UNREADABLE in str(error):
            raise damaged(path) from None  # not from `error`, which quotes what it could not read
        sentence = _SAID.get(_code(error))
        if sentence is None:
            raise
        kind = DamagedLedger if sentence is _DAMAGED else LedgerError
        raise kind(sentence.format(name=path.name)) from error


def damaged(path: Path) -> DamagedLedger:
    """The error of a ledger that is not whole."""
    return DamagedLedger(_DAMAGED.format(name=path.name))


def _code(error: driver.Error) -> int:
    """SQLite's error code without its details; 0 if there is none."""
    return int(getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF
