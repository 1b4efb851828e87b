"""Periods written in records (`2026-Q1`, or the uid of a report period) against the period of a report."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from models.errors import UserError
from models.ledger import rows
from models.ledger.connection import Connection
from models.ledger.plain import asked
from models.periods import Period, period_from
from models.records.period import ReportPeriod


def texts_inside(connection: Connection, period: Period) -> list[str]:
    """The period texts and uids used in movement results that lie wholly inside `period`, by their last day."""
    spans = _spans(connection, "movement_result")
    inside = {text: span for text, span in spans.items() if span and period.contains(span.first, span.last)}
    return sorted(inside, key=lambda text: (inside[text].last, text))


def texts_of_year(connection: Connection, period: Period) -> list[str]:
    """The period texts and uids used in targets that mean the whole year in which `period` ends.

    A school year and a calendar year are two plans, never added: the one that the report counts in comes first.
    """
    years = {text: span for text, span in _spans(connection, "target").items() if span and _is_year(span, period.last)}
    own = "nam_hoc" if period.kind == "nam_hoc" else "nam"
    counted = [text for text, span in years.items() if span.kind == own]
    return sorted(counted or years)


def _is_year(span: Period, day: date) -> bool:
    return span.kind in ("nam", "nam_hoc") and span.contains(day, day)


# How two spans of reports from below, both inside the period asked for, stand to each other: pairs "one|other".
SENT_PAIRS: Mapping[str, Callable[[Period, Period], bool]] = {
    "sent_same": lambda one, other: _days(one) == _days(other),
    "sent_covered": lambda one, other: _days(one) != _days(other) and other.contains(one.first, one.last),
    "sent_before": lambda one, other: one.last < other.last,
    "sent_after": lambda one, other: one.first > other.first,
}


def sent_pairs(connection: Connection, period: Period) -> dict[str, list[str]]:
    """By the names of SENT_PAIRS, the pairs of period texts used in reports from below and lying inside `period`."""
    used = _spans(connection, "submission")
    spans = {text: span for text, span in used.items() if span and period.contains(*_days(span))}
    return {
        name: [f"{one}|{other}" for one in spans for other in spans if stand(spans[one], spans[other])]
        for name, stand in SENT_PAIRS.items()
    }


def period_of(record: ReportPeriod) -> Period:
    """A report period of the ledger as a period; the year adds up from 1 January, a school year from 1 September."""
    first, last = record.first_on, record.last_on
    start = first if record.kind == "nam_hoc" else last.replace(month=1, day=1)
    label = record.label_text or f"{first:%d/%m/%Y}–{last:%d/%m/%Y}"
    return Period(record.kind, first, last, record.cutoff, label, min(start, first), record.uid, record.due_on)


def _spans(connection: Connection, table: str) -> dict[str, Period | None]:
    used = asked(connection, f'SELECT DISTINCT period FROM "{table}" WHERE period <> ""')
    return {text: span_of(connection, text) for (text,) in used}


def span_of(connection: Connection, text: str) -> Period | None:
    """The period that a text or uid written in a record means; None if it means none."""
    try:
        return period_from(text)
    except UserError:
        return next((period_of(each) for each in rows.load(connection, ReportPeriod, [text])), None)


def _days(period: Period) -> tuple[date, date]:
    return period.first, period.last
