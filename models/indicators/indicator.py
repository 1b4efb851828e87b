"""What an indicator is: which rows it adds up, when they count, and so both its value and the records behind it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

import sqlalchemy as sa
from sqlalchemy.sql.base import ReadOnlyColumnCollection
from sqlalchemy.sql.elements import KeyedColumnElement

from models.indicators.figure import Number
from models.indicators.result_periods import texts_inside
from models.periods import Period

Columns = ReadOnlyColumnCollection[str, KeyedColumnElement[Any]]
Bool = sa.ColumnElement[bool]
ANY = "*"  # a filter's value for "whichever"


class Scope:
    """A period as conditions see it, with the ledger at hand."""

    def __init__(self, period: Period, connection: sa.Connection) -> None:
        self.period = period
        self.connection = connection

    @property
    def first(self) -> str:
        """The first day, as stored."""
        return self.period.first.isoformat()

    @property
    def last(self) -> str:
        """The last day that still counts: the period's last day or its cut-off, whichever is earlier."""
        return min(self.period.last, self.period.cutoff).isoformat()

    @property
    def cutoff(self) -> str:
        """The day for which stocks are told."""
        return self.period.cutoff.isoformat()

    @property
    def year(self) -> tuple[str, str]:
        """First and last day of the year that the period ends in."""
        return date(self.period.last.year, 1, 1).isoformat(), date(self.period.last.year, 12, 31).isoformat()

    @cached_property
    def result_periods(self) -> list[str]:
        """The texts and uids of periods that lie wholly inside this one."""
        return texts_inside(self.connection, self.period)

    def within(self, day: sa.ColumnElement[Any]) -> Bool:
        """True for a day in the period and not after its cut-off."""
        return day.between(self.first, self.last)


@dataclass(frozen=True, eq=False)
class Source:
    """Rows that indicators add up. `record` is the type that stands behind them; rows carry its uid as `uid`."""

    record: str
    rows: Callable[[Scope], sa.FromClause]
    filters: Mapping[str, Callable[[Columns, Any], Bool]] = field(default_factory=dict)

    def filtered(self, columns: Columns, name: str, value: Any) -> Bool:
        """The condition of a filter of a reference: one of the named filters, else a column equal to the value."""
        if name in self.filters:
            return self.filters[name](columns, value)
        if value == ANY:
            return columns[name].is_not(None)
        return columns[name].in_(value) if isinstance(value, tuple) else columns[name] == value


@dataclass(frozen=True, eq=False)
class Indicator:
    """Adds up `value` of the rows for which `when` and `only` hold; without `value` it counts records.

    A sum over no row is 0 (`nothing`); over rows whose value is empty everywhere it is empty. `distinct`: each value is
    counted once. `complete`: and only if every row has one.
    """

    key: str
    label: str
    unit: str
    source: Source
    when: Callable[[Columns, Scope], Bool]
    value: Callable[[Columns], sa.ColumnElement[Any]] | None = None
    only: Callable[[Columns, Scope], Bool] | None = None
    distinct: bool = False
    complete: bool = False
    nothing: Number | None = 0

    def condition(self, columns: Columns, scope: Scope, where: tuple[tuple[str, Any], ...]) -> Bool:
        """What holds of a row, beside `when`, for it to count under these filters."""
        parts = [self.source.filtered(columns, name, value) for name, value in where]
        if self.only is not None:
            parts.append(self.only(columns, scope))
        return sa.and_(sa.true(), *parts)

    def total(self, columns: Columns, condition: Bool) -> sa.ColumnElement[Any]:
        """The SQL expression of its value over the rows for which a condition holds."""
        number = sa.func.count().filter(condition)
        if self.value is None:
            return number
        value = self.value(columns)
        if self.distinct:
            different = sa.func.count(sa.distinct(value)).filter(condition)
            return (
                sa.case((number == sa.func.count(value).filter(condition), different)) if self.complete else different
            )
        return sa.case((number == 0, self.nothing), else_=sa.func.sum(value).filter(condition))


@dataclass(frozen=True, eq=False)
class Rate:
    """`factor` × the sum of some indicators ÷ the sum of others, to one decimal; empty without a divisor."""

    key: str
    label: str
    unit: str
    of: tuple[str, ...]
    by: tuple[str, ...]
    factor: int = 100


@dataclass(frozen=True, eq=False)
class Sum:
    """Indicators over different rows, added."""

    key: str
    label: str
    unit: str
    of: tuple[str, ...]


AnyIndicator = Indicator | Rate | Sum
