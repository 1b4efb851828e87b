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


_TROUBLES: Mapping[int, str] = {
    errno.ENAMETOOLONG: "vì tên tệp hoặc đường dẫn quá dài. Hãy đặt tên ngắn hơn",
    errno.EACCES: "vì bạn không có quyền ở đó. Hãy chọn thư mục khác",
    errno.EPERM: "vì bạn không có quyền ở đó. Hãy chọn thư mục khác",
    errno.ENOENT: "vì không còn ở đó. Hãy kiểm tra lại đường dẫn",
    errno.ENOTDIR: "vì không có thư mục đó. Hãy kiểm tra lại đường dẫn",
    errno.ELOOP: "vì lối tắt dẫn vòng quanh. Hãy chọn đúng tệp",
    errno.EROFS: "vì ổ đĩa chỉ cho đọc. Hãy chọn ổ đĩa khác",
    errno.ENOSPC: "vì ổ đĩa đã đầy. Hãy xóa bớt tệp không cần hoặc chọn ổ đĩa khác",
    errno.EIO: "vì ổ đĩa báo lỗi. Hãy xem lại ổ đĩa",
}


def trouble_with_file(error: Exception) -> str:
    """What is said of a file that the system does not open or write; "" for any other error."""
    if not isinstance(error, OSError) or error.filename is None or error.errno is None:
        return ""
    said = _TROUBLES.get(error.errno)
    return f"Không dùng được “{error.filename}” {said} rồi làm lại." if said else ""
