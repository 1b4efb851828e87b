"""A gap: which rule found it in which record and field, why it matters, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa

from models.ledger.connection import Connection
from models.periods import Period
from models.record import Record
from models.tables import table_of

ERROR, WARNING = "error", "warning"
SEVERITIES = {ERROR: "Phải sửa", WARNING: "Nên xem lại"}


@dataclass(frozen=True, slots=True)
class Gap:
    """Something missing; `uid` is empty where a record is yet to be made, `field` where it is about the whole of it."""

    rule: str
    severity: str  # a key of SEVERITIES
    type: str  # record type
    uid: str
    field: str  # key of the field or name of the child list
    title: str  # what the record is called by
    reason: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Look:
    """What a rule looks at: the ledger at one moment, a period, and the day on which she asks."""

    connection: Connection
    period: Period
    today: date

    @property
    def first(self) -> str:
        """The first day of the period, as the ledger writes it."""
        return self.period.first.isoformat()

    @property
    def last(self) -> str:
        """The last day that counts."""
        return min(self.period.last, self.period.cutoff).isoformat()

    def inside(self, day: sa.ColumnElement[Any]) -> sa.ColumnElement[bool]:
        """True for a day of the period."""
        return day.between(self.first, self.last)


Rule = Callable[[Look], Iterator[Gap]]
Reason = str | Callable[[Any], str]


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule says of every record that it finds; `reason` may look at the row."""

    rule: str
    record: type[Record]
    field: str
    reason: Reason
    remedy: str
    severity: str = WARNING

    def rows(self, look: Look, condition: sa.ColumnElement[bool], *columns: sa.ColumnElement[Any]) -> Iterator[Gap]:
        """A gap for each record of the type for which a condition holds, in their order."""
        table = table_of(self.record)
        order = table.c[self.record.dated_by] if self.record.dated_by else table.c.ordering
        asked = sa.select(table.c.uid, table.c.named, *columns).where(condition).order_by(order, table.c.uid)
        for row in look.connection.execute(asked):
            yield self.gap(row.uid, row.named, row)

    def gap(self, uid: str, title: str, row: Any = None) -> Gap:
        """The gap of one record."""
        reason = self.reason if isinstance(self.reason, str) else self.reason(row)
        return Gap(self.rule, self.severity, self.record.table_name, uid, self.field, title, reason, self.remedy)


def shown_day(text: str | None) -> str:
    """A day of the ledger as she writes it: 05/03/2026."""
    return f"{date.fromisoformat(text[:10]):%d/%m/%Y}" if text else ""
