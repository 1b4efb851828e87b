"""The period that a person names: by its text (`2026-Q1`), or by the uid or name of a report period in the ledger."""

from __future__ import annotations

import sqlalchemy as sa

from models.indicators.result_periods import period_of
from models.ledger.store import Store
from models.periods import Period, period_from
from models.records.period import ReportPeriod
from models.tables import table_of


def named_period(store: Store, text: str) -> Period:
    """The period named. UserError, saying what can be written, if there is none."""
    table = table_of(ReportPeriod)
    with store.reading() as connection:
        named = sa.or_(table.c.uid == text, table.c.named == text)
        uid = connection.execute(sa.select(table.c.uid).where(named)).scalar()
    return period_of(store.read(ReportPeriod, uid)) if uid is not None else period_from(text)
