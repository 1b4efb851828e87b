"""A line of a list: what its columns may ask for by name, the record it tells of, how it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa

from models.indicators.catalogue import INDICATORS
from models.indicators.indicator import Indicator
from models.indicators.moments import Moments
from models.ledger import rows
from models.ledger.connection import Connection
from models.ledger.plain import asked, marks
from models.periods import Period
from models.record import Record
from models.tables import table_of

Said = str | int | float | date | None
BATCH = 500  # records whose child lists are read together: a list of any length takes little memory


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a list; a heading above several of them has a code of its own and level 0."""

    says: Mapping[str, Said]
    uid: str = ""
    code: str = ""
    level: int = 1
    over: int = 1  # how many lines tell of the same record, on the first of them; 0 on the others


def uids_behind(connection: Connection, key: str, period: Period) -> list[str]:
    """The records that an indicator counts in a period: so a list and the figure it explains never differ."""
    indicator = INDICATORS[key]
    assert isinstance(indicator, Indicator)
    columns = indicator.source.rows.c
    counted = sa.select(columns.uid).where(indicator.when(columns), indicator.condition(columns, ()))
    return list(connection.execute(counted.distinct(), Moments(period, connection)).scalars())


def names_of(connection: Connection, record: type[Record], uids: Sequence[str | None]) -> dict[str | None, str]:
    """What the records with these uids are called by."""
    wanted = sorted({uid for uid in uids if uid})
    found: dict[str | None, str] = {}
    for chunk in rows.chunks(wanted):
        sql = f'SELECT uid, named FROM "{record.table_name}" WHERE uid IN ({marks(len(chunk))})'
        found.update((uid, name) for uid, name in asked(connection, sql, chunk))
    return found


def parts_of(connection: Connection, part: type[Any], owners: Sequence[int], *keys: str) -> Iterator[tuple[Any, ...]]:
    """The lines of a child list: owner, then the columns asked for, in the order in which she entered them."""
    columns = ", ".join(f'"{key}"' for key in ("owner", *keys))
    sql = f'SELECT {columns} FROM "{table_of(part).name}" WHERE owner IN ({marks(len(owners))}) ORDER BY owner, place'
    yield from asked(connection, sql, owners)


def joined(parts: Sequence[str | None], by: str = ", ") -> str:
    """The parts that say something, each once, in their order."""
    if len(parts) < 2:
        return (parts[0] or "") if parts else ""
    return by.join(dict.fromkeys(part for part in parts if part))
