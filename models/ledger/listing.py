"""Lists of records for the screen: which ones, in which order, and a page of their cells at a time."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa

from models.ledger.rows import chunks
from models.ledger.search import matching
from models.ledger.store import Store
from models.ledger.values import in_memory
from models.record import Record
from models.records import record_type
from models.tables import table_of
from models.values import WHOLE, Code, Decimal, Kind, Link, Text, Whole
from models.vietnamese import order_key

# The daily logs, and what marks a line of theirs as not done yet.
_LOGS: dict[str, dict[str, str]] = {"activity": {"status": "ke_hoach"}, "media_product": {}, "feedback": {}}


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A column of a list: a field, or the sum of a child list's field."""

    key: str
    label: str
    kind: Kind
    title: bool = False  # what the record is called by

    @property
    def numeric(self) -> bool:
        """True if it stands on the right."""
        return isinstance(self.kind, Whole | Decimal)


@dataclass(frozen=True, slots=True)
class Choice:
    """Which records a list shows and in which order."""

    record: type[Record]
    text: str = ""
    first: date | None = None
    last: date | None = None
    order: str = ""  # a column key; "" = latest first
    descending: bool = False


def columns_of(record: type[Record], names: Sequence[str] | None = None) -> list[ListColumn]:
    """The columns a list of these records shows: those named, else those marked; its sums beside its numbers."""
    chosen = [member for name, member in record.fields.items() if (name in names if names else member.column)]
    columns = [ListColumn(each.key, each.label, each.kind, each.name == record.title_field) for each in chosen]
    sums = [ListColumn(f"{lines}.{name}", label, WHOLE) for label, (lines, name) in record.summed.items()]
    after = max((place for place, column in enumerate(columns, 1) if column.numeric), default=len(columns))
    return columns[:after] + sums + columns[after:]


def ids(store: Store, choice: Choice) -> array[int]:
    """The numbers of the records chosen, in order; cheap for 100 000."""
    table = table_of(choice.record)
    found = sa.select(table.c.id).where(matching(table, choice.text))
    if choice.record.dated_by and (choice.first or choice.last):
        dated = sa.func.substr(table.c[choice.record.dated_by], 1, 10)
        found = found.where(
            dated >= (choice.first or date.min).isoformat(), dated <= (choice.last or date.max).isoformat()
        )
    with store.reading() as connection:
        _teach_order(connection)
        return array("q", connection.execute(found.order_by(*_order(choice, table))).scalars())


def cells(
    store: Store, record: type[Record], columns: Sequence[ListColumn], wanted: Sequence[int]
) -> list[tuple[str, list[str]]]:
    """(uid, texts as shown) of the records with these numbers, in their order."""
    table = table_of(record)
    found = sa.select(table.c.id, table.c.uid, *(_value(record, table, column) for column in columns))
    rows = {}
    with store.reading() as connection:
        for chunk in chunks(wanted):
            rows.update({row[0]: row for row in connection.execute(found.where(table.c.id.in_(chunk)))})
    return [
        (rows[number][1], [_shown(*pair) for pair in zip(columns, rows[number][2:], strict=True)])
        for number in wanted
        if number in rows
    ]


def titles(store: Store, record_types: Sequence[str], text: str = "", limit: int = 200) -> list[tuple[str, str]]:
    """(uid, title) of records that a link may point to, ordered by name."""
    with store.reading() as connection:
        found: list[tuple[str, str]] = []
        for name in record_types:
            record = record_type(name)
            table = table_of(record)
            title = table.c.named
            rows = sa.select(table.c.uid, title).where(matching(table, text)).order_by(table.c.ordering).limit(limit)
            found += [(uid, str(shown or "")) for uid, shown in connection.execute(rows)]
    return found


def title_of(store: Store, record_types: Sequence[str], uid: str) -> str:
    """The title of the record that a link points to; the uid if it is gone."""
    for name in record_types:
        record = record_type(name)
        table = table_of(record)
        title = table.c.named
        with store.reading() as connection:
            if (found := connection.execute(sa.select(title).where(table.c.uid == uid)).scalar()) is not None:
                return str(found)
    return uid


def _value(record: type[Record], table: sa.Table, column: ListColumn) -> sa.ColumnElement[Any]:
    lines, _, name = column.key.rpartition(".")
    if lines:
        part = table_of(record.lists[lines].part)
        return sa.select(sa.func.sum(part.c[name])).where(part.c.owner == table.c.id).scalar_subquery()
    if isinstance(column.kind, Link):
        target = record_type(column.kind.to[0])
        other = table_of(target).alias()
        return sa.select(other.c.named).where(other.c.uid == table.c[column.key]).scalar_subquery()
    return table.c[column.key]


def _shown(column: ListColumn, stored: Any) -> str:
    if stored is None:
        return ""
    return str(stored) if isinstance(column.kind, Link) else column.kind.shown(in_memory(column.kind, stored))


def _order(choice: Choice, table: sa.Table) -> list[sa.ColumnElement[Any]]:
    record = choice.record
    if not choice.order:
        return [table.c[record.dated_by].desc(), table.c.id.desc()] if record.dated_by else [table.c.ordering]
    column = next(each for each in columns_of(record, tuple(record.fields)) if each.key == choice.order)
    value = _value(record, table, column)
    if column.title and isinstance(column.kind, Text):
        value = table.c.ordering
    elif isinstance(column.kind, Text | Link):
        value = sa.func.vi_order(value)
    elif isinstance(column.kind, Code):
        value = sa.case({key: place for place, key in enumerate(column.kind.list)}, value=value)
    return [value.desc() if choice.descending else value.asc(), table.c.id]


def _teach_order(connection: sa.Connection) -> None:
    plain: Any = connection.connection.driver_connection
    plain.create_function("vi_order", 1, lambda text: order_key(text) if text else "", deterministic=True)


def number_of(store: Store, record: type[Record], uid: str) -> int:
    """The number under which `ids` names this record; 0 if it is gone."""
    table = table_of(record)
    with store.reading() as connection:
        return connection.execute(sa.select(table.c.id).where(table.c.uid == uid)).scalar() or 0


def latest_day(store: Store, until: date) -> date | None:
    """The last day, `until` included, on which work was logged; plans do not count. None if there is none yet."""
    days = []
    with store.reading() as connection:
        for name, planned in _LOGS.items():
            table = table_of(record_type(name))
            day = sa.func.substr(table.c[record_type(name).dated_by], 1, 10)
            done = sa.and_(day <= until.isoformat(), *(table.c[key] != state for key, state in planned.items()))
            days.append(connection.execute(sa.select(sa.func.max(day)).where(done)).scalar())
    return max((date.fromisoformat(day) for day in days if day), default=None)
