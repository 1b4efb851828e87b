"""Records told by hand, written as interchange lines: the shortest way to say exactly what a record holds."""

from __future__ import annotations

import json
from typing import TypeVar

from models.record import Record, read_line
from models.sample.scene import Scene

R = TypeVar("R", bound=Record)


def told(record: type[R], text: str) -> list[R]:
    """The records of one type in a JSON list. ValueError, naming the record, if a line cannot be read."""
    found: list[R] = []
    for line in json.loads(text):
        each = record(uid=line.get("uid", "-"))
        if faults := [str(fault) for fault in read_line(record, line, each)]:
            raise ValueError(f"{line}: {faults}")
        found.append(each)
    return found


def since_first(scene: Scene, records: list[R], day: str) -> list[R]:
    """Those whose day, in the field called so, is empty or not before the story begins."""
    return [each for each in records if not getattr(each, day) or str(getattr(each, day))[:10] >= str(scene.first)]
