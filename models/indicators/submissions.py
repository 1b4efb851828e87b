"""What the units below sent, added up: each cell of their reports, months merged to a quarter where they came singly.

Of a unit's reports inside the period those count that no other one covers or replaces: a quarter hides its months, the
newest of one span hides those before it. Amounts add up; a stock is the last value, a backlog the first one.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from models.indicators.figure import Number, Reference
from models.indicators.indicator import Columns, Indicator, Source
from models.indicators.moments import Moments, sent_pair
from models.ledger.store import Store
from models.periods import Period
from models.records.submission import Submission, SubmissionCell
from models.tables import table_of

ADDED, LATEST, FIRST = "sent_added", "sent_latest", "sent_first"
COUNTED = ("da_nop", "hop_le")
_SUBMISSION, _CELL = table_of(Submission), table_of(SubmissionCell)
Sent = dict[tuple[str, str], Number]  # by unit and row


def _another(*stands: sa.ColumnElement[bool], other: sa.FromClause) -> sa.Exists:
    """Another counted report of the same unit and form, of which this holds."""
    mine = sa.select(1).where(
        other.c.unit == _SUBMISSION.c.unit, other.c.form == _SUBMISSION.c.form, other.c.state.in_(COUNTED), *stands
    )
    return mine.correlate(_SUBMISSION).exists()


def _valid() -> sa.ColumnElement[bool]:
    """Counted reports inside the period that no other one covers or replaces."""
    other = _SUBMISSION.alias()
    turn = [sa.tuple_(sa.func.coalesce(each.c.n, 1), each.c.uid) for each in (other, _SUBMISSION)]
    newer = sa.and_(sent_pair("sent_same", _SUBMISSION.c.period, other.c.period), turn[0] > turn[1])
    covering = sent_pair("sent_covered", _SUBMISSION.c.period, other.c.period)
    inside = sent_pair("sent_same", _SUBMISSION.c.period, _SUBMISSION.c.period)
    return sa.and_(_SUBMISSION.c.state.in_(COUNTED), inside, ~_another(sa.or_(newer, covering), other=other))


def _source(further: str = "") -> Source:
    """Their cells; `further` leaves out reports to which another one of the unit stands so."""
    condition = _valid()
    if further:
        other = _SUBMISSION.alias()
        condition = sa.and_(condition, ~_another(sent_pair(further, _SUBMISSION.c.period, other.c.period), other=other))
    names = (_SUBMISSION.c[name] for name in ("id", "uid", "form", "unit"))
    reports = sa.select(*names).where(condition).cte(f"reports{further}").prefix_with("MATERIALIZED")
    cells = sa.select(reports, _CELL.c.row_code, _CELL.c.col_code, _CELL.c.value).select_from(
        reports.join(_CELL, _CELL.c.owner == reports.c.id)
    )
    names_of_filters = {"report": "form", "sender": "unit", "row": "row_code", "column": "col_code"}
    filters = {name: _equal(column) for name, column in names_of_filters.items()}
    return Source("submission", cells.where(_CELL.c.value.is_not(None)).subquery(), filters)


def _equal(name: str) -> Any:
    def equal(columns: Columns, value: Any) -> sa.ColumnElement[bool]:
        return columns[name].in_(value) if isinstance(value, tuple) else columns[name] == value

    return equal


def _always(_columns: Columns) -> sa.ColumnElement[bool]:
    return sa.true()


SENT = tuple(
    Indicator(key, label, "", _source(further), _always, lambda columns: columns.value, nothing=None)
    for key, label, further in (
        (ADDED, "Số liệu các đơn vị đã gửi", ""),
        (LATEST, "Số liệu các đơn vị đã gửi, lấy số mới nhất", "sent_before"),
        (FIRST, "Số liệu các đơn vị đã gửi, lấy số đầu kỳ", "sent_after"),
    )
)


def sent(store: Store, period: Period, rule: str, form: str, column: str) -> Sent:
    """Every figure of a column of the form, by unit and row, in one question; `rule` is ADDED, LATEST or FIRST."""
    rows = next(each for each in SENT if each.key == rule).source.rows
    chosen = sa.select(rows.c.unit, rows.c.row_code, sa.func.sum(rows.c.value))
    chosen = chosen.where(rows.c.form == form, rows.c.col_code == column).group_by(rows.c.unit, rows.c.row_code)
    with store.reading() as connection:
        found = connection.execute(chosen, Moments(period, connection)).all()
    return {(unit, row): int(value) if float(value).is_integer() else value for unit, row, value in found}


def sent_reference(rule: str, form: str, row: str, column: str, units: tuple[str, ...]) -> Reference:
    """Names the figure that these units sent, so that it opens their reports."""
    return Reference(rule, (("report", form), ("row", row), ("column", column), ("sender", units)))
