"""What an indicator is: which rows it adds up, when they count, and so both its value and the records behind it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlalchemy.sql.base import ReadOnlyColumnCollection
from sqlalchemy.sql.elements import KeyedColumnElement

from models.indicators.figure import Number

Columns = ReadOnlyColumnCollection[str, KeyedColumnElement[Any]]
Bool = sa.ColumnElement[bool]
ANY = "*"  # a filter's value for "whichever"


@dataclass(frozen=True, eq=False)
class Source:
    """Rows that indicators add up. `record` is the type that stands behind them; rows carry its uid as `uid`."""

    record: str
    rows: sa.FromClause
    filters: Mapping[str, Callable[[Columns, Any], Bool]] = field(default_factory=dict)

    def filtered(self, columns: Columns, name: str, value: Any) -> Bool:
        """The condition of a filter of a reference: one of the named filters, else a column equal to the value.

        Of several values, one has to fit.
        """
        if name in self.filters:
            values = value if isinstance(value, tuple) else (value,)
            return sa.or_(sa.false(), *(self.filters[name](columns, each) for each in values))
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
    when: Callable[[Columns], Bool]
    value: Callable[[Columns], sa.ColumnElement[Any]] | None = None
    only: Callable[[Columns], Bool] | None = None
    distinct: bool = False
    complete: bool = False
    nothing: Number | None = 0

    def condition(self, columns: Columns, where: tuple[tuple[str, Any], ...]) -> Bool:
        """What holds of a row, beside `when`, for it to count under these filters."""
        parts = [self.source.filtered(columns, name, value) for name, value in where]
        if self.only is not None:
            parts.append(self.only(columns))
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
    """`factor` × the sum of some indicators ÷ the sum of others, to so many `places`; empty without a divisor."""

    key: str
    label: str
    unit: str
    of: tuple[str, ...]
    by: tuple[str, ...]
    factor: int = 100
    places: int = 1  # 0: whole đồng


@dataclass(frozen=True, eq=False)
class Sum:
    """Indicators over different rows, added."""

    key: str
    label: str
    unit: str
    of: tuple[str, ...]


AnyIndicator = Indicator | Rate | Sum
