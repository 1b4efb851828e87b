"""What is done again and again and is due now: seen in the log itself, so that nothing need be set up.

Activities of one name (numbers aside: "tháng 2", "tháng 3"), one form and one organizer, held in each of three months
or quarters in a row, or in two years, are due again one such step after the last. What was not held again by the step
after that, or for six weeks, has ended.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from models.ledger.plain import asked
from models.ledger.store import Store
from models.vietnamese import folded

STEPS = {1: 3, 3: 3, 12: 2}  # months from one to the next: how many in a row make a habit
AHEAD, FORGOTTEN = timedelta(days=3), timedelta(days=45)  # from the day it is due
_LOOKED_BACK, _MOST = timedelta(days=800), 5000  # what lies further back is of another time
_SIGNS = re.compile(r"[\d/.,()-]+|\b[ivx]+\b")
_HELD = (
    "SELECT uid, title, form, organizer, substr(start_at, 1, 10) FROM activity"
    " WHERE status IN ('da_thuc_hien', 'ke_hoach') AND dated_on >= ? ORDER BY dated_on DESC LIMIT ?"
)


class Again(NamedTuple):
    """A habit: the last activity of it, and the day on which the next is due."""

    uid: str
    title: str
    due_on: date


def due_again(store: Store, today: date) -> list[Again]:
    """The habits that are due on a day and not in the log yet, the earliest first."""
    with store.reading() as connection:
        held = asked(connection, _HELD, (str(today - _LOOKED_BACK), _MOST))
    habits: dict[tuple[str, ...], list[tuple[date, str, str]]] = defaultdict(list)
    for uid, title, form, organizer, day in held:
        habits[_bare(title), form, organizer or ""].append((date.fromisoformat(day), uid, title))
    return sorted(_due(habits.values(), today), key=lambda each: (each.due_on, each.uid))


def next_day(store: Store, uid: str, today: date) -> date | None:
    """The day on which the activity is due again; None if it is not the last of a habit that is due."""
    return next((each.due_on for each in due_again(store, today) if each.uid == uid), None)


def _bare(title: str) -> str:
    return " ".join(_SIGNS.sub(" ", folded(title)).split())


def _due(habits: Iterable[Sequence[tuple[date, str, str]]], today: date) -> Iterator[Again]:
    for held in habits:
        last, uid, title = max(held)
        step = _step([day for day, *_named in held])
        if step is None:
            continue
        due_on, next_on = _later(last, step), _later(last, 2 * step)
        if due_on - AHEAD <= today < min(next_on, due_on + FORGOTTEN):
            yield Again(uid, title, due_on)


def _step(days: Sequence[date]) -> int | None:
    """The months from one to the next, if they make a habit."""
    for step, least in STEPS.items():
        spans = {(day.year * 12 + day.month - 1) // step for day in days}
        if all(max(spans) - back in spans for back in range(least)):
            return step
    return None


def _later(day: date, months: int) -> date:
    """The same day so many months later, or the last of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
