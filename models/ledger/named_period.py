"""The period that a person names: by its text (`2026-Q1`), or by the uid or name of a report period in the ledger."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from models.indicators.result_periods import period_of
from models.ledger.plain import first
from models.ledger.store import Store
from models.periods import Period, calendar_form, period_from
from models.records.period import ReportPeriod


def named_period(store: Store, text: str) -> Period:
    """The period named; a report period's year adds up from the first period of its kind and year.

    A report period with nothing but the days of the calendar one is that one.

    UserError, saying what can be written, if there is none.
    """
    with store.reading() as connection:
        uid = first(connection, "SELECT uid FROM report_period WHERE ?1 IN (uid, named)", (text,))
        if uid is None:
            return period_from(text)
        record = store.read(ReportPeriod, uid)
        same_year = 'SELECT min("from") FROM report_period WHERE year = ? AND kind = ?'
        opening = str(first(connection, same_year, (record.year, record.kind)))
    period = period_of(record)
    return calendar_form(replace(period, year_start=min(period.year_start, date.fromisoformat(opening))))
