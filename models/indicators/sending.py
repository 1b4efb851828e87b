"""Which report each unit below sent for a period, and how its sending stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from models.indicators.result_periods import span_of
from models.indicators.submissions import COUNTED
from models.ledger import rows
from models.ledger.store import Store
from models.periods import Period
from models.records.submission import Submission
from models.tables import table_of

MISSING, ON_TIME, LATE, RETURNED = "Chưa nộp", "Đã nộp đúng hạn", "Nộp muộn", "Trả lại"


@dataclass(frozen=True, slots=True)
class Sending:
    """The newest report of a unit, or none, and how often it was returned."""

    newest: Submission | None = None
    n_returned: int = 0

    def due_on(self, period: Period) -> date | None:
        """Its own due date, else the period's."""
        return (self.newest.due_on if self.newest is not None else None) or period.due_on

    def state(self, period: Period) -> str:
        """How it stands; a report on a day that nobody set a date for is on time."""
        if self.newest is None or self.newest.state == "chua_nop":
            return MISSING
        if self.newest.state not in COUNTED:
            return RETURNED
        received, due = self.newest.received_on, self.due_on(period)
        return LATE if received is not None and due is not None and received > due else ON_TIME

    @property
    def is_in(self) -> bool:
        """True if it was sent and not returned."""
        return self.newest is not None and self.newest.state in COUNTED


def sendings(store: Store, form: str, period: Period) -> Mapping[str, Sending]:
    """By unit, the reports of this form for exactly these days."""
    table = table_of(Submission)
    with store.reading() as connection:
        found = connection.execute(sa.select(table.c.uid, table.c.period).where(table.c.form == form)).all()
        spans = {text: span_of(connection, text) for text in {text for _uid, text in found}}
        uids = [uid for uid, text in found if (span := spans[text]) and _days(span) == _days(period)]
        by_unit: dict[str, list[Submission]] = defaultdict(list)
        for each in rows.load(connection, Submission, uids):
            by_unit[each.unit].append(each)
    return {unit: _sending(mine) for unit, mine in by_unit.items()}


def _sending(mine: Sequence[Submission]) -> Sending:
    newest = max(mine, key=lambda each: (each.n or 1, each.uid))
    return Sending(newest, max(newest.n_returned or 0, sum(each.state == "tra_lai" for each in mine)))


def _days(period: Period) -> tuple[date, date]:
    return period.first, period.last
