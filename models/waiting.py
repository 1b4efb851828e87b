"""What waits for her on a day: feedback that is overdue, tasks that are due, activities that are planned."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

import sqlalchemy as sa

from models.indicators.figure import Figure, Reference
from models.indicators.figures import behind
from models.ledger.store import Store
from models.periods import quarter_of
from models.records.activity import Activity
from models.records.feedback import Feedback
from models.records.task import Task
from models.tables import table_of

AHEAD, _DAY = timedelta(days=14), timedelta(days=1)
_TO_DO = ("chua_thuc_hien", "dang_thuc_hien")


@dataclass(frozen=True, slots=True)
class Waiting:
    """Records of one kind that wait for the same."""

    name: str
    heading: str
    kind: str
    uids: tuple[str, ...]
    is_late: bool = False


def waiting(store: Store, today: date | None = None) -> list[Waiting]:
    """Everything that waits, what is late first; a kind of waiting without records is left out."""
    day = today or date.today()
    soon = f"trong {AHEAD.days} ngày tới"
    found = [
        Waiting("voices", "Ý kiến quá hạn trả lời", Feedback.table_name, _overdue_voices(store, day), is_late=True),
        Waiting("late_tasks", "Nhiệm vụ quá hạn", Task.table_name, _tasks(store, date.min, day - _DAY), is_late=True),
        Waiting("tasks", f"Nhiệm vụ đến hạn {soon}", Task.table_name, _tasks(store, day, day + AHEAD)),
        Waiting("plans", f"Hoạt động dự kiến {soon}", Activity.table_name, _plans(store, day, day + AHEAD)),
    ]
    return [each for each in found if each.uids]


def _overdue_voices(store: Store, day: date) -> tuple[str, ...]:
    """As every form counts them, on this day."""
    period = replace(quarter_of(day), cutoff=day)
    return tuple(each.uid for each in behind(store, Figure(Reference("voices_overdue"), period, None)))


def _tasks(store: Store, first: date, last: date) -> tuple[str, ...]:
    rows = table_of(Task).c
    return _between(store, rows.state.in_(_TO_DO), rows.due_on, first, last)


def _plans(store: Store, first: date, last: date) -> tuple[str, ...]:
    rows = table_of(Activity).c
    return _between(store, rows.status == "ke_hoach", rows.dated_on, first, last)


def _between(
    store: Store, condition: sa.ColumnElement[bool], day: sa.Column[str], first: date, last: date
) -> tuple[str, ...]:
    uid = day.table.c.uid
    asked = sa.select(uid).where(condition, day.between(str(first), str(last))).order_by(day, uid)
    with store.reading() as connection:
        return tuple(row.uid for row in connection.execute(asked))
