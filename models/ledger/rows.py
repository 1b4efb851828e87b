"""Between rows of the tables and records as values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

import sqlalchemy as sa

from models.record import Part, Record
from models.tables import table_of
from models.values import Code, Text
from models.vietnamese import folded

R = TypeVar("R", bound=Record)
CHUNK = 500


def load(connection: sa.Connection, record: type[R], uids: Sequence[str]) -> Iterator[R]:
    """The records with these uids, child lists filled, in no particular order; unknown uids are passed over."""
    table = table_of(record)
    for start in range(0, len(uids), CHUNK):
        found = sa.select(table).where(table.c.uid.in_(uids[start : start + CHUNK]))
        yield from _filled(connection, record, connection.execute(found).mappings().all())


def load_all(connection: sa.Connection, record: type[R]) -> Iterator[R]:
    """Every record of a type, by uid."""
    table = table_of(record)
    last = ""
    while True:
        page = sa.select(table).where(table.c.uid > last).order_by(table.c.uid).limit(CHUNK)
        rows = connection.execute(page).mappings().all()
        if not rows:
            return
        yield from _filled(connection, record, rows)
        last = rows[-1]["uid"]


def insert(connection: sa.Connection, records: Sequence[Record]) -> None:
    """Writes new records of one type, with their child lists."""
    table = table_of(type(records[0]))
    start = connection.execute(sa.select(sa.func.coalesce(sa.func.max(table.c.id), 0))).scalar_one() + 1
    numbered = [(start + place, record) for place, record in enumerate(records)]
    connection.execute(table.insert(), [{"id": number, **_row(record)} for number, record in numbered])
    _insert_children(connection, type(records[0]), numbered)


def update(connection: sa.Connection, record: Record) -> None:
    """Writes a known record anew, with its child lists."""
    table = table_of(type(record))
    number = connection.execute(sa.select(table.c.id).where(table.c.uid == record.uid)).scalar_one()
    connection.execute(table.update().where(table.c.id == number), _row(record))
    for child_list in record.lists.values():
        part = table_of(child_list.part)
        connection.execute(part.delete().where(part.c.owner == number))
    _insert_children(connection, type(record), [(number, record)])


def delete(connection: sa.Connection, record: type[Record], uid: str) -> None:
    """Takes a record and its child lists out of the tables."""
    table = table_of(record)
    connection.execute(table.delete().where(table.c.uid == uid))


def known(connection: sa.Connection, record: type[Record], uids: Sequence[str]) -> set[str]:
    """Which of these uids are records of this type."""
    table = table_of(record)
    found: set[str] = set()
    for start in range(0, len(uids), CHUNK):
        part = uids[start : start + CHUNK]
        found.update(connection.execute(sa.select(table.c.uid).where(table.c.uid.in_(part))).scalars())
    return found


def _filled(connection: sa.Connection, record: type[R], rows: Sequence[Mapping[str, Any]]) -> Iterator[R]:
    owners = {row["id"]: record(uid=row["uid"]) for row in rows}
    for row in rows:
        _restore(owners[row["id"]], row)
    for name, child_list in record.lists.items():
        part = table_of(child_list.part)
        lines = sa.select(part).where(part.c.owner.in_(owners)).order_by(part.c.owner, part.c.place)
        for row in connection.execute(lines).mappings():
            line = child_list.part()
            _restore(line, row)
            getattr(owners[row["owner"]], name).append(line)
    yield from owners.values()


def _restore(part: Part, row: Mapping[str, Any]) -> None:
    for name, member in part.fields.items():
        stored = row[member.key]
        setattr(part, name, None if stored is None else member.kind.read(stored))


def _row(record: Record) -> dict[str, Any]:
    return {
        "uid": record.uid,
        **_stored(record),
        "named": record.title_text,
        "folded": folded(" ".join(_words(record))),
        "ordering": record.order_text(),
    }


def _stored(part: Part) -> dict[str, Any]:
    row = {}
    for name, member in part.fields.items():
        value = getattr(part, name)
        row[member.key] = int(value) if isinstance(value, bool) else member.kind.stored(value)
    return row


def _insert_children(connection: sa.Connection, record: type[Record], numbered: Sequence[tuple[int, Record]]) -> None:
    for name, child_list in record.lists.items():
        rows = [
            {"owner": number, "place": place, **_stored(line)}
            for number, owner in numbered
            for place, line in enumerate(getattr(owner, name))
        ]
        if rows:
            connection.execute(table_of(child_list.part).insert(), rows)


def _words(part: Part) -> Iterator[str]:
    """What searching finds a record by: its texts and code labels, those of its child lists too."""
    for name, member in part.fields.items():
        if isinstance(member.kind, Text | Code) and (value := getattr(part, name)) is not None:
            yield member.kind.shown(value)
    for name in part.lists:
        for line in getattr(part, name):
            yield from _words(line)
