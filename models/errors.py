"""Errors meant for the reader: what is wrong, where, and what to do."""

from __future__ import annotations

import errno
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


class UserError(Exception):
    """Shown to the user as it is: a polite Vietnamese sentence that says what to do."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with a record: the field (by name and label), the reason, the line of the file it came from."""

    reason: str
    field: str = ""
    label: str = ""
    line: int | None = None

    def __str__(self) -> str:
        where = f"Dòng {self.line}: " if self.line is not None else ""
        name = f"{self.label} ({self.field}): " if self.label and self.line is not None else ""
        return f"{where}{name or (self.label + ': ' if self.label else '')}{self.reason}"


class Refused(UserError):
    """A record or a file of records that may not enter; names every fault at once."""

    def __init__(self, faults: Sequence[Fault], heading: str = "") -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join([heading] * bool(heading) + [str(fault) for fault in self.faults]))


_TROUBLES: Mapping[int, tuple[str, str]] = {  # why, and what to do
    errno.ENAMETOOLONG: ("tên tệp hoặc đường dẫn quá dài", "Hãy đặt tên ngắn hơn"),
    errno.EACCES: ("bạn không có quyền ở đó", "Hãy chọn thư mục khác"),
    errno.EPERM: ("bạn không có quyền ở đó", "Hãy chọn thư mục khác"),
    errno.ENOENT: ("không có ở đó", "Hãy kiểm tra lại đường dẫn"),
    errno.EISDIR: ("đó là một thư mục", "Hãy chọn một tệp"),
    errno.ENOTDIR: ("không có thư mục đó", "Hãy kiểm tra lại đường dẫn"),
    errno.EEXIST: ("tên này đã có", "Hãy đặt tên khác"),
    errno.ELOOP: ("lối tắt dẫn vòng quanh", "Hãy chọn đúng tệp"),
    errno.EBUSY: ("một chương trình khác đang dùng", "Hãy đóng chương trình đó"),
    errno.EROFS: ("ổ đĩa chỉ cho đọc", "Hãy chọn ổ đĩa khác"),
    errno.ENOSPC: ("ổ đĩa đã đầy", "Hãy xóa bớt tệp không cần hoặc chọn ổ đĩa khác"),
    errno.EDQUOT: ("ổ đĩa đã đầy", "Hãy xóa bớt tệp không cần hoặc chọn ổ đĩa khác"),
    errno.EIO: ("ổ đĩa báo lỗi", "Hãy xem lại ổ đĩa"),
}


def reason_of(error: OSError) -> str:
    """What the system refused, in her words: its own are English."""
    return _TROUBLES.get(error.errno or 0, (f"lỗi số {error.errno} của máy",))[0]


def trouble_with_file(error: Exception) -> str:
    """What is said of a file that the system does not open or write; "" for any other error."""
    if not isinstance(error, OSError) or error.filename is None or error.errno is None:
        return ""
    if error.errno not in _TROUBLES:
        return ""
    why, remedy = _TROUBLES[error.errno]
    return f"Không dùng được “{error.filename}” vì {why}. {remedy} rồi làm lại."
