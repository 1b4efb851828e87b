"""Rules that many records share: a part is never more than its whole, an end never before its beginning."""

from __future__ import annotations

from collections.abc import Iterator

from models.errors import Fault
from models.record import Part


def within(part: Part, whole: str, *names: str) -> Iterator[Fault]:
    """A fault for each of the numbers called `names` that is greater than the number called `whole`."""
    total = getattr(part, whole)
    for name in names:
        value = getattr(part, name)
        if value is not None and total is not None and value > total:
            said = f"“{part.fields[whole].label}” ({part.shown(whole)})"
            yield part.fault(name, f"là {part.shown(name)}, lớn hơn {said}; hãy sửa một trong hai số")


def in_order(part: Part, first: str, *names: str) -> Iterator[Fault]:
    """A fault for each of the days called `names` that lies before the day called `first`."""
    start = getattr(part, first)
    for name in names:
        day = getattr(part, name)
        if day is not None and start is not None and day < start:
            said = f"“{part.fields[first].label}” ({part.shown(first)})"
            yield part.fault(name, f"là {part.shown(name)}, trước {said}; hãy sửa một trong hai ngày")


def no_repeats(part: Part, list_name: str, name: str) -> Iterator[Fault]:
    """A fault for each line of a child list that repeats the value of an earlier one."""
    seen: set[object] = set()
    for place, line in enumerate(getattr(part, list_name), 1):
        value = getattr(line, name)
        if value is not None and value in seen:
            yield part.fault(list_name, f"dòng {place} lặp lại “{line.shown(name)}”; hãy bỏ dòng này")
        seen.add(value)


def not_itself(part: Part, *names: str) -> Iterator[Fault]:
    """A fault for each of the links called `names` that points to the record itself."""
    for name in names:
        if getattr(part, name) == getattr(part, "uid", ""):
            yield part.fault(name, "không thể là chính bản ghi này; hãy chọn bản ghi khác")


def joined(*texts: str) -> str:
    """The texts that are not empty, with commas between."""
    return ", ".join(text for text in texts if text)
