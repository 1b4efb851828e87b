"""The period that a person names: by its text (`2026-Q1`), or by the uid or name of a report period in the ledger."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import sqlalchemy as sa

from models.indicators.result_periods import period_of
from models.ledger.store import Store
from models.periods import Period, period_from
from models.records.period import ReportPeriod
from models.tables import table_of


def named_period(store: Store, text: str) -> Period:
    """The period named; a report period's year adds up from the first period of its kind and year.

    UserError, saying what can be written, if there is none.
    """
    table = table_of(ReportPeriod)
    with store.reading() as connection:
        named = sa.or_(table.c.uid == text, table.c.named == text)
        uid = connection.execute(sa.select(table.c.uid).where(named)).scalar()
        if uid is None:
            return period_from(text)
        record = store.read(ReportPeriod, uid)
        same_year = sa.and_(table.c.year == record.year, table.c.kind == record.kind)
        opening = connection.execute(sa.select(sa.func.min(table.c["from"])).where(same_year)).scalar_one()
    period = period_of(record)
    return replace(period, year_start=min(period.year_start, date.fromisoformat(opening)))
