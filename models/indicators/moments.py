"""The days of a period inside SQL: named values, so that one statement serves every period."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

import sqlalchemy as sa

from models.indicators.result_periods import SENT_PAIRS, sent_pairs, texts_inside, texts_of_year
from models.ledger.connection import Connection
from models.periods import Period

FIRST: sa.BindParameter[str] = sa.bindparam("first", "", type_=sa.Text)
LAST: sa.BindParameter[str] = sa.bindparam("last", "", type_=sa.Text)  # the last day that counts: not after the cut-off
CUTOFF: sa.BindParameter[str] = sa.bindparam("cutoff", "", type_=sa.Text)  # the day for which stocks are told
YEAR_FIRST: sa.BindParameter[str] = sa.bindparam("year_first", "", type_=sa.Text)
_INSIDE: sa.BindParameter[str] = sa.bindparam("inside", "", type_=sa.Text)
_OF_YEAR: sa.BindParameter[str] = sa.bindparam("of_year", "", type_=sa.Text)
_SENT: dict[str, sa.BindParameter[str]] = {name: sa.bindparam(name, "", type_=sa.Text) for name in SENT_PAIRS}
_TEXTS = ("inside", "of_year", *SENT_PAIRS)


def within(day: sa.ColumnElement[Any]) -> sa.ColumnElement[bool]:
    """True for a day in the period and not after its cut-off."""
    return day.between(FIRST, LAST)


def inside(period: sa.ColumnElement[Any]) -> sa.ColumnElement[bool]:
    """True for a period text or uid that means days wholly inside the period."""
    return period.in_(sa.select(_each(_INSIDE).c.value))


def of_the_year(period: sa.ColumnElement[Any]) -> sa.ColumnElement[bool]:
    """True for a period text or uid that means the year in which the period ends."""
    return period.in_(sa.select(_each(_OF_YEAR).c.value))


def sent_pair(name: str, one: sa.ColumnElement[Any], other: sa.ColumnElement[Any]) -> sa.ColumnElement[bool]:
    """True if two periods of reports from below stand to each other as SENT_PAIRS[name] says."""
    return (one + "|" + other).in_(sa.select(_each(_SENT[name]).c.value))


def rank_inside(period: sa.ColumnElement[Any]) -> sa.ScalarSelect[Any]:
    """How late a period inside ends: the later, the greater."""
    each = _each(_INSIDE)
    return sa.select(each.c.key).where(each.c.value == period).scalar_subquery()


class Moments(Mapping[str, str]):
    """The values of a period, by name."""

    def __init__(self, period: Period, connection: Connection) -> None:
        self._period = period
        self._connection = connection
        self._days = {
            "first": period.first.isoformat(),
            "last": min(period.last, period.cutoff).isoformat(),
            "cutoff": period.cutoff.isoformat(),
            "year_first": period.year_start.isoformat(),
        }

    def __getitem__(self, name: str) -> str:
        return self._days[name] if name in self._days else self._texts[name]

    def __contains__(self, name: object) -> bool:
        return name in (*self._days, *_TEXTS)

    def __iter__(self) -> Iterator[str]:
        yield from (*self._days, *_TEXTS)

    def __len__(self) -> int:
        return len(self._days) + len(_TEXTS)

    @cached_property
    def _texts(self) -> dict[str, str]:
        """Periods written in records, asked for only by the few statements that read them."""
        found = {
            "inside": texts_inside(self._connection, self._period),
            "of_year": texts_of_year(self._connection, self._period),
            **sent_pairs(self._connection, self._period),
        }
        return {name: json.dumps(texts) for name, texts in found.items()}


def _each(texts: sa.BindParameter[str]) -> sa.TableValuedAlias:
    return sa.func.json_each(texts).table_valued("key", "value")
