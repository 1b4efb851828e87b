"""Figures of a ledger: many at once in few questions to SQLite, and the records behind any one of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite.base import SQLiteDialect
from sqlalchemy.sql.compiler import SQLCompiler

from models.indicators.catalogue import INDICATORS
from models.indicators.figure import Contribution, Figure, Number, Reference
from models.indicators.first_day import first_day
from models.indicators.indicator import Indicator, Rate, Source, Sum
from models.indicators.moments import Moments
from models.ledger.connection import Connection
from models.ledger.plain import asked
from models.ledger.store import Store
from models.periods import Period, before
from models.records import record_type
from models.tables import table_of

Wanted = tuple[str, tuple[tuple[str, Any], ...], Period]  # indicator, filters, the period after its span
Leaf = tuple[str, tuple[tuple[str, Any], ...]]  # an indicator with its filters
Values = dict[Wanted, Number | None]


def figures(store: Store, period: Period, references: Sequence[Reference]) -> list[Figure]:
    """The figures of these references in a period, in their order."""
    with store.reading() as connection:
        wanted = {
            reference: (reference.indicator, reference.where, spanned(period, reference.span))
            for reference in references
        }
        values = _values(connection, {leaf for each in wanted.values() for leaf in leaves_of(each)})
        silent = _silent(connection, period, references)
        return [
            Figure(each, period, None if each.span in silent else _value(values, wanted[each])) for each in references
        ]


@lru_cache(maxsize=64)
def spanned(period: Period, span: str) -> Period:
    """The period that a span of a figure reference speaks of."""
    if span == "ky_truoc":
        return before(period)
    return {"luy_ke": period.cumulative, "cung_ky": period.year_before}.get(span, lambda: period)()


def behind(store: Store, figure: Figure) -> list[Contribution]:
    """The records behind a figure with their shares; those of a rate are the records of both its sides."""
    reference = figure.reference
    wanted = (reference.indicator, reference.where, spanned(figure.period, reference.span))
    found: list[Contribution] = []
    with store.reading() as connection:
        for leaf in leaves_of(wanted):
            found += contributions(connection, leaf)
    return found


def ratio(factor: int, part: Number | None, whole: Number | None, places: int = 1) -> Number | None:
    """`factor` × part ÷ whole, rounded half up; empty if either is, or if there is nothing to divide by."""
    if part is None or not whole:
        return None
    exact = Decimal(factor) * Decimal(str(part)) / Decimal(str(whole))
    rounded = exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return float(rounded) if places else int(rounded)


def _silent(connection: Connection, period: Period, references: Iterable[Reference]) -> set[str]:
    """Spans of earlier days up to whose end the ledger holds nothing: what is not collected is not 0."""
    earlier = {reference.span for reference in references} & {"cung_ky", "ky_truoc"}
    if not earlier:
        return set()
    first = first_day(connection)
    return {span for span in earlier if first is None or first > spanned(period, span).last.isoformat()}


def leaves_of(wanted: Wanted) -> list[Wanted]:
    """The indicators from which a figure is made."""
    key, where, period = wanted
    indicator = INDICATORS[key]
    if isinstance(indicator, Indicator):
        return [wanted]
    parts = indicator.of + (indicator.by if isinstance(indicator, Rate) else ())
    return [leaf for part in parts for leaf in leaves_of((part, where, period))]


def _value(values: Values, wanted: Wanted) -> Number | None:
    key, where, period = wanted
    indicator = INDICATORS[key]
    if isinstance(indicator, Indicator):
        return values[wanted]
    of = _sum(_value(values, (part, where, period)) for part in indicator.of)
    if isinstance(indicator, Sum):
        return of
    by = _sum(_value(values, (part, where, period)) for part in indicator.by)
    return ratio(indicator.factor, of, by, indicator.places)


def _sum(parts: Iterable[Number | None]) -> Number | None:
    filled = [part for part in parts if part is not None]
    return sum(filled) if filled else None


def _values(connection: Connection, leaves: Iterable[Wanted]) -> Values:
    """Leaves with the same rows, the same rule of time and the same period share one question."""
    together: dict[Any, list[Leaf]] = defaultdict(list)
    for key, where, period in sorted(leaves, key=lambda leaf: (leaf[0], str(leaf[1]))):
        indicator = counted_by(key)
        together[indicator.source, indicator.when, period].append((key, where))
    moments = {period: Moments(period, connection) for _source, _when, period in together}
    values: Values = {}
    for (source, when, period), group in together.items():
        question = _question(source, when, tuple(group))
        [row] = asked(connection, str(question), given(question, moments[period]))
        values.update({(key, where, period): value for (key, where), value in zip(group, row, strict=True)})
    return values


@lru_cache(maxsize=512)
def _question(source: Source, when: Any, leaves: tuple[Leaf, ...]) -> SQLCompiler:
    """One statement for several indicators over the same rows. Building and compiling it costs more than asking it."""
    columns = source.rows.c
    totals = [counted_by(key).total(columns, counted_by(key).condition(columns, where)) for key, where in leaves]
    return compiled(sa.select(*totals).select_from(source.rows).where(when(columns)))


def compiled(question: sa.Select[Any]) -> SQLCompiler:
    """A statement for `asked`, with `given` for its values."""
    made = question.compile(dialect=SQLiteDialect(paramstyle="qmark"), compile_kwargs={"render_postcompile": True})
    assert isinstance(made, SQLCompiler)
    return made


def given(question: SQLCompiler, moments: Moments) -> tuple[Any, ...]:
    """The values of a compiled statement in their order: those of the period, and its own constants."""
    constants = question.params
    return tuple(moments[name] if name in moments else constants[name] for name in question.positiontup or ())


def counted_by(key: str) -> Indicator:
    """The indicator of that key; one that counts records itself, as every leaf does."""
    indicator = INDICATORS[key]
    assert isinstance(indicator, Indicator)
    return indicator


def contributions(connection: Connection, leaf: Wanted) -> list[Contribution]:
    """The records that an indicator counts, with their shares."""
    key, where, period = leaf
    indicator = counted_by(key)
    rows = indicator.source.rows
    value = indicator.value(rows.c) if indicator.value is not None else None
    once = indicator.distinct and value is not None
    share: sa.ColumnElement[Any] = sa.func.count() if value is None else sa.func.sum(value)
    if once:
        share = sa.literal(1)
    counted = sa.select(sa.func.min(rows.c.uid).label("uid"), share.label("share")).where(
        indicator.when(rows.c), indicator.condition(rows.c, where)
    )
    shares = counted.group_by(value if once and value is not None else rows.c.uid).subquery()
    return _named(connection, indicator.source.record, shares, Moments(period, connection))


def _named(connection: Connection, kind: str, shares: sa.Subquery, moments: Moments) -> list[Contribution]:
    """The records that shares belong to, with their names, by date or else by name."""
    record = record_type(kind)
    table = table_of(record)
    order = table.c[record.dated_by] if record.dated_by else table.c.ordering
    found = sa.select(shares.c.uid, shares.c.share, table.c.named).join(table, table.c.uid == shares.c.uid)
    return [Contribution(kind, *row) for row in connection.execute(found.order_by(order, table.c.uid), moments)]
