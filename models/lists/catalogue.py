"""Every list of records by the name that a form's file gives it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from models.ledger.store import Store
from models.lists.activities import log
from models.lists.awards import awards_given
from models.lists.initiatives import recognised_initiatives
from models.lists.line import Line
from models.lists.voices import book
from models.lists.voices_by_level import voices_by_level
from models.periods import Period


@dataclass(frozen=True, slots=True)
class RecordList:
    """The type of the records that a list tells of, and its lines in a period."""

    record: str
    lines: Callable[[Store, Period], Iterable[Line]]


RECORD_LISTS: Mapping[str, RecordList] = {
    "log": RecordList("activity", log),
    "recognised_initiatives": RecordList("initiative", recognised_initiatives),
    "awards_given": RecordList("award", awards_given),
    "voices": RecordList("feedback", book),
    "voices_by_level": RecordList("feedback", voices_by_level),
}
