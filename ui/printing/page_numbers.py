"""Which pages to print, as she writes them: "1-3, 5"; nothing means all."""

from __future__ import annotations

import re

from models.errors import UserError

_RANGE = re.compile(r"(\d{1,6})(?:\s*[-–]\s*(\d{1,6}))?")


def page_numbers(text: str, count: int) -> tuple[int, ...]:
    """The pages named, the first is 0, each once and in their order.

    UserError, saying what can be written, for a text that names no page of the `count` there are.
    """
    wanted: set[int] = set()
    for part in filter(None, re.split(r"[,;\s]+", re.sub(r"\s*[-–]\s*", "-", text.strip()))):
        found = _RANGE.fullmatch(part)
        if found is None:
            raise UserError(f"Trang “{part}” không đọc được. Hãy viết như 1-3, 5 hoặc để trống để in tất cả.")
        first, last = int(found[1]), int(found[2] or found[1])
        if not 1 <= first <= last <= count:
            raise UserError(f"Không có trang “{part}”: bản in có {count} trang. Hãy sửa ô Trang.")
        wanted.update(range(first - 1, last))
    return tuple(sorted(wanted)) if wanted else tuple(range(count))
