"""Lists of records for the screen: which ones, in which order, and a page of their cells at a time."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from models.ledger.connection import Connection
from models.ledger.order import learn_words, ranked
from models.ledger.plain import asked, first, marks
from models.ledger.question import Question
from models.ledger.rows import chunks
from models.ledger.search import matching
from models.ledger.store import Store
from models.ledger.values import in_memory
from models.masks import MASK, rule, without
from models.record import Record
from models.records import record_type
from models.values import WHOLE, Decimal, Kind, Link, Text, Whole

FILTER = ""
_NEVER = "9999-12-32"
_PORTION = 50_000  # letters
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
class Condition:
    """A field has this value, as the ledger stores it."""

    field: str  # its key; FILTER for one of the record type's own filters, named by `value`
    value: str | int


@dataclass(frozen=True, slots=True)
class Choice:
    """Which records a list shows and in which order."""

    record: type[Record]
    text: str = ""
    first: date | None = None
    last: date | None = None
    order: str = ""  # a column key; "" = latest first
    descending: bool = False
    conditions: tuple[Condition, ...] = ()  # of several values for one field any will do


def columns_of(record: type[Record], names: Sequence[str] | None = None) -> list[ListColumn]:
    """The columns a list of these records shows: those named, else those marked; its sums beside its numbers."""
    chosen = [member for name, member in record.fields.items() if (name in names if names else member.column)]
    columns = [ListColumn(each.key, each.label, each.kind, each.name == record.title_field) for each in chosen]
    sums = [ListColumn(f"{lines}.{name}", label, WHOLE) for label, (lines, name) in record.summed.items()]
    after = max((place for place, column in enumerate(columns, 1) if column.numeric), default=len(columns))
    return columns[:after] + sums + columns[after:]


def ids(store: Store, choice: Choice, question: Question | None = None, limit: int = -1) -> array[int]:
    """The numbers of the records chosen, in order, the first `limit` of them; cheap for 100 000.

    SQLite hands them over in one step: it would otherwise give way to the window at each of them. Raises Dropped if the
    question is dropped.
    """
    condition, values = where(choice)
    listed = f'SELECT id FROM "{choice.record.table_name}" AS listed WHERE {condition}'
    sql = f"SELECT group_concat(id) FROM ({listed} ORDER BY {order_of(choice)} LIMIT ?)"
    with store.reading() as connection, (question or Question()).asked(connection):
        _learn_words(connection, choice)
        return _numbers(first(connection, sql, [*values, limit]) or "")


def is_among(store: Store, choice: Choice, number: int) -> bool:
    """True if the record of that number is one of those chosen."""
    condition, values = where(choice)
    sql = f'SELECT 1 FROM "{choice.record.table_name}" AS listed WHERE id = ? AND {condition}'
    with store.reading() as connection:
        return first(connection, sql, [number, *values]) is not None


def has_any(store: Store, record: type[Record], more_than: int = 0) -> bool:
    """True if the ledger has records of that type; with `more_than`, if there may be more than so many."""
    with store.reading() as connection:
        return int(first(connection, f'SELECT max(id) FROM "{record.table_name}"') or 0) > more_than


def where(choice: Choice) -> tuple[str, list[Any]]:
    """The condition (SQL and its values) of the records chosen."""
    record = choice.record
    condition, values = matching(record.table_name, choice.text)
    if record.dated_by and (choice.first or choice.last):
        after = choice.last + timedelta(days=1) if choice.last and choice.last < date.max else None
        condition += f' AND "{record.dated_by}" >= ? AND "{record.dated_by}" < ?'  # a day, or a moment of a day
        values = [*values, (choice.first or date.min).isoformat(), after.isoformat() if after else _NEVER]
    wanted: dict[str, list[str | int]] = {}
    for each in choice.conditions:
        wanted.setdefault(each.field, []).append(each.value)
    for name in wanted.pop(FILTER, ()):
        condition += f" AND ({record.filters[str(name)].rule})"
    for key, allowed in wanted.items():
        condition += f' AND coalesce("{key}", 0) IN ({marks(len(allowed))})'
        condition += f" AND NOT {hides}" if (hides := rule(record, key)) else ""  # it would tell who it is
        values = [*values, *allowed]
    return condition, values


def order_of(choice: Choice) -> str:
    """The SQL of the order of a choice."""
    record = choice.record
    if not choice.order:
        return f'"{record.dated_by}" DESC, id DESC' if record.dated_by else "ordering, id"
    column = _ordered_by(choice)
    value = ranked(column.kind, _masked(record, column, "NULL", of_target="ordering"))
    if column.title and isinstance(column.kind, Text):
        value = "ordering"
    return f"{value} {'DESC' if choice.descending else 'ASC'}, id"


def cells(
    store: Store, record: type[Record], columns: Sequence[ListColumn], wanted: Sequence[int]
) -> list[tuple[str, list[str]]]:
    """(uid, texts as shown) of each of these numbers; "" and empty texts where the record is gone."""
    names = [_name(record, key) for key in record.persons]
    values = ", ".join(["id", "uid", *names, *(_masked(record, column, f"'{MASK}'") for column in columns)])
    found = {}
    with store.reading() as connection:
        for chunk in chunks(wanted):
            sql = f'SELECT {values} FROM "{record.table_name}" AS listed WHERE id IN ({marks(len(chunk))})'
            found.update({row[0]: row for row in asked(connection, sql, chunk)})
    first_cell = 2 + len(names)
    gone = (None, "", *([None] * (len(names) + len(columns))))
    rows = (found.get(number, gone) for number in wanted)
    return [
        (row[1], [_shown(*pair, row[2:first_cell]) for pair in zip(columns, row[first_cell:], strict=True)])
        for row in rows
    ]


def sums(store: Store, record: type[Record], columns: Sequence[ListColumn], wanted: Sequence[int]) -> list[float]:
    """The sum of each of these columns over the records with these numbers."""
    values = ", ".join(f"coalesce(sum({_value(record, column)}), 0)" for column in columns)
    total = [0.0] * len(columns)
    with store.reading() as connection:
        for chunk in chunks(wanted):
            sql = f'SELECT {values} FROM "{record.table_name}" AS listed WHERE id IN ({marks(len(chunk))})'
            total = [before + each for before, each in zip(total, asked(connection, sql, chunk)[0], strict=True)]
    return total


def counts_by_filter(store: Store, record: type[Record]) -> dict[str, int]:
    """How many records each filter of a record type would show, whatever their day."""
    counts = ", ".join(f"coalesce(sum({each.rule}), 0)" for each in record.filters.values())
    with store.reading() as connection:
        found = asked(connection, f'SELECT {counts} FROM "{record.table_name}"')[0]
    return dict(zip(record.filters, found, strict=True))


def titles(store: Store, record_types: Sequence[str], text: str = "", limit: int = 200) -> list[tuple[str, str]]:
    """(uid, title) of records that a link may point to, ordered by name."""
    found: list[tuple[str, str]] = []
    with store.reading() as connection:
        for name in record_types:
            condition, values = matching(name, text)
            sql = f'SELECT uid, named FROM "{name}" WHERE {condition} ORDER BY ordering LIMIT ?'
            found += [(row[0], row[1]) for row in asked(connection, sql, [*values, limit])]
    return found


def title_of(store: Store, record_types: Sequence[str], uid: str) -> str:
    """The title of the record that a link points to; the uid if it is gone."""
    with store.reading() as connection:
        for name in record_types:
            if (found := first(connection, f'SELECT named FROM "{name}" WHERE uid = ?', (uid,))) is not None:
                return str(found)
    return uid


def _value(record: type[Record], column: ListColumn, *, of_target: str = "named") -> str:
    """The SQL of a cell of the row `listed`; of a link what `of_target` says of the record pointed to."""
    lines, _, name = column.key.rpartition(".")
    if lines:
        part = record.lists[lines].part.table_name
        return f'(SELECT sum("{name}") FROM "{part}" WHERE owner = listed.id)'
    if isinstance(column.kind, Link):
        return f'(SELECT {of_target} FROM "{column.kind.to[0]}" AS target WHERE target.uid = listed."{column.key}")'
    return f'listed."{column.key}"'


def _masked(record: type[Record], column: ListColumn, mask: str, *, of_target: str = "named") -> str:
    """The SQL of a cell as a list shows it: what was said in confidence is no sight for everyone who passes."""
    value, hides = _value(record, column, of_target=of_target), rule(record, column.key)
    return f"CASE WHEN {hides} THEN iif({value} IS NULL, NULL, {mask}) ELSE {value} END" if hides else value


def _name(record: type[Record], key: str) -> str:
    """The SQL of a name that may not be said; NULL where it may."""
    member = record.fields[key]
    value = _value(record, ListColumn(key, member.label, member.kind))
    return f"CASE WHEN {rule(record, key)} THEN {value} END"


def _shown(column: ListColumn, stored: Any, names: Sequence[str | None]) -> str:
    if stored is None:
        return ""
    if isinstance(column.kind, Link) or stored == MASK:
        return str(stored)
    shown = column.kind.shown(in_memory(column.kind, stored))
    return without(shown, names) if isinstance(column.kind, Text) else shown


def _ordered_by(choice: Choice) -> ListColumn:
    return next(each for each in columns_of(choice.record, tuple(choice.record.fields)) if each.key == choice.order)


def _learn_words(connection: Connection, choice: Choice) -> None:
    if choice.order and isinstance((column := _ordered_by(choice)).kind, Text) and not column.title:
        learn_words(connection, choice.record.table_name, column.key)


def _numbers(text: str) -> array[int]:
    """The numbers in "5,12,7". A portion at a time: reading a million at once would hold the window up."""
    found, start = array("q"), 0
    while start < len(text):
        end = text.find(",", start + _PORTION)
        end = len(text) if end < 0 else end
        found.extend(map(int, text[start:end].split(",")))
        start = end + 1
    return found


def number_of(store: Store, record: type[Record], uid: str) -> int:
    """The number under which `ids` names this record; 0 if it is gone."""
    with store.reading() as connection:
        return int(first(connection, f'SELECT id FROM "{record.table_name}" WHERE uid = ?', (uid,)) or 0)


def latest_day(store: Store, until: date) -> date | None:
    """The last day, `until` included, on which work was logged; plans do not count. None if there is none yet."""
    days = []
    with store.reading() as connection:
        for name, planned in _LOGS.items():
            day = f'substr("{record_type(name).dated_by}", 1, 10)'
            done = " AND ".join([f"{day} <= ?", *(f'"{key}" <> ?' for key in planned)])
            sql = f'SELECT max({day}) FROM "{name}" WHERE {done}'
            days.append(first(connection, sql, (until.isoformat(), *planned.values())))
    return max((date.fromisoformat(day) for day in days if day), default=None)
