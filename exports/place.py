"""Puts a finished, proven file in its place: the reader finds the old file or the new one, never half of one."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from models.errors import UserError, reason_of
from models.ledger.file_system import belongs_to_ledger

HELD_BY_ANOTHER_PROGRAM = (5, 32)  # Windows: access denied, sharing violation
LONGEST_WAIT = 2.5  # seconds that a virus scanner or an indexer may hold the old file
PAUSE = 0.1
LONGEST_STEM = 40

T = TypeVar("T")


class NotWritten(UserError):
    """A file could not be put in its place; whatever was there is as it was."""


def put_in_place(target: Path, write: Callable[[Path], None], prove: Callable[[Path], T]) -> T:
    """Write a file beside its place, prove it, and only then let it take the place; returns what the proof found.

    Raises UserError if anything fails: the old file is then untouched, and nothing is left beside it.
    """
    place = Path(os.path.realpath(target))
    _expect_a_place(target, place)
    draft = place.with_name(f".{place.stem[:LONGEST_STEM]}-{secrets.token_hex(4)}{place.suffix}")
    try:
        write(draft)
        found = prove(draft)
        _sync(draft)
        _take_over(draft, place)
        _sync_folder(place.parent)
    except OSError as error:
        raise NotWritten(_in_words(error, target)) from error
    finally:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
    return found


def _expect_a_place(target: Path, place: Path) -> None:
    if not place.parent.is_dir():
        raise NotWritten(f"Không có thư mục “{target.parent}”. Hãy chọn thư mục khác rồi xuất lại.")
    if belongs_to_ledger(place):
        raise NotWritten(
            f"“{target}” là sổ, hoặc có đuôi dành cho sổ, nên không ghi đè lên; sổ vẫn nguyên vẹn. "
            "Hãy đặt tên khác cho tệp rồi xuất lại."
        )
    if place.is_dir():
        raise NotWritten(f"“{target}” là một thư mục. Hãy đặt tên khác cho tệp rồi xuất lại.")


def _take_over(draft: Path, place: Path) -> None:
    """Try again for a while if another program holds the old file: scanners let go, Excel does not."""
    until = time.monotonic() + LONGEST_WAIT
    while True:
        try:
            os.replace(draft, place)  # noqa: PTH105 - the one call that tests make fail
        except OSError as error:
            if _windows_code(error) not in HELD_BY_ANOTHER_PROGRAM or time.monotonic() >= until:
                raise
            time.sleep(PAUSE)
        else:
            return


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """The new name lasts through a power cut too. Windows and some network folders know no such thing."""
    if os.name == "nt":
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):
            os.fsync(number)
    finally:
        os.close(number)


def _windows_code(error: OSError) -> int | None:
    return getattr(error, "winerror", None)


def _in_words(error: OSError, target: Path) -> str:
    if _windows_code(error) in HELD_BY_ANOTHER_PROGRAM:
        return (
            f"Không ghi được tệp “{target}” vì tệp đang mở trong chương trình khác hoặc bạn không có quyền ghi. "
            f"Hãy đóng “{target.name}” trong Excel rồi xuất lại, hoặc lưu với tên khác."
        )
    for codes, reason in _REASONS:
        if error.errno in codes:
            return f"Không ghi được tệp “{target}” {reason}"
    return f"Không ghi được tệp “{target}” ({reason_of(error)}). Hãy chọn thư mục khác rồi xuất lại."


_REASONS = (
    ((errno.ENOSPC, errno.EDQUOT), "vì ổ đĩa đã đầy. Hãy xóa bớt tệp không cần hoặc chọn ổ đĩa khác rồi xuất lại."),
    ((errno.EACCES, errno.EPERM), "vì bạn không có quyền ghi ở đó. Hãy chọn thư mục khác rồi xuất lại."),
    ((errno.EROFS,), "vì ổ đĩa chỉ cho đọc. Hãy chọn ổ đĩa khác rồi xuất lại."),
    ((errno.ENAMETOOLONG,), "vì tên tệp quá dài. Hãy đặt tên ngắn hơn rồi xuất lại."),
    ((errno.ENOENT, errno.ENOTDIR), "vì thư mục không còn nữa. Hãy chọn thư mục khác rồi xuất lại."),
)
