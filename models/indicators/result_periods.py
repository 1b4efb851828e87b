"""Periods written in records (`2026-Q1`, or the uid of a report period) against the period of a report."""

from __future__ import annotations

import sqlalchemy as sa

from models.errors import UserError
from models.ledger import rows
from models.periods import Period, period_from
from models.records.movement import MovementResult
from models.records.period import ReportPeriod
from models.records.target import Target
from models.tables import table_of


def texts_inside(connection: sa.Connection, period: Period) -> list[str]:
    """The period texts and uids used in movement results that lie wholly inside `period`, by their last day."""
    used = sa.select(table_of(MovementResult).c.period).distinct()
    spans = {text: _span(connection, text) for text in connection.execute(used).scalars() if text}
    inside = {text: span for text, span in spans.items() if span and period.contains(span.first, span.last)}
    return sorted(inside, key=lambda text: (inside[text].last, text))


def texts_of_year(connection: sa.Connection, period: Period) -> list[str]:
    """The period texts and uids used in targets that mean the whole year in which `period` ends."""
    used = sa.select(table_of(Target).c.period).distinct()
    spans = {text: _span(connection, text) for text in connection.execute(used).scalars() if text}
    return sorted(
        text
        for text, span in spans.items()
        if span and span.kind in ("nam", "nam_hoc") and span.contains(period.last, period.last)
    )


def period_of(record: ReportPeriod) -> Period:
    """A report period of the ledger as a period; the year adds up from 1 January, a school year from 1 September."""
    first, last = record.first_on, record.last_on
    start = first if record.kind == "nam_hoc" else last.replace(month=1, day=1)
    label = record.label_text or f"{first:%d/%m/%Y}–{last:%d/%m/%Y}"
    return Period(record.kind, first, last, record.cutoff, label, min(start, first), record.uid, record.due_on)


def _span(connection: sa.Connection, text: str) -> Period | None:
    try:
        return period_from(text)
    except UserError:
        return next((period_of(each) for each in rows.load(connection, ReportPeriod, [text])), None)
