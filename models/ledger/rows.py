"""Between rows of the tables and records as values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any, TypeVar

import sqlalchemy as sa

from models.errors import UserError
from models.ledger.values import shape_of
from models.record import Part, Record
from models.tables import table_of
from models.vietnamese import folded

R = TypeVar("R", bound=Record)
CHUNK = 500


def load(connection: sa.Connection, record: type[R], uids: Sequence[str]) -> Iterator[R]:
    """The records with these uids, child lists filled, in no particular order; unknown uids are passed over."""
    for chunk in chunks(uids):
        yield from _filled(connection, record, connection.execute(_of_uids(record), {"uids": chunk}).all())


def load_all(connection: sa.Connection, record: type[R]) -> Iterator[R]:
    """Every record of a type, by uid."""
    last = ""
    while rows := connection.execute(_page(record), {"last": last}).all():
        yield from _filled(connection, record, rows)
        last = rows[-1][1]


def insert(connection: sa.Connection, records: Sequence[Record]) -> None:
    """Writes new records of one type, with their child lists."""
    record = type(records[0])
    table = table_of(record)
    start = connection.execute(sa.select(sa.func.coalesce(sa.func.max(table.c.id), 0))).scalar_one() + 1
    numbered = [(start + place, each) for place, each in enumerate(records)]
    sql = _insert_sql(record, ("id", "uid", "named", "folded", "ordering"))
    connection.exec_driver_sql(sql, [(number, each.uid, *_row(each)) for number, each in numbered])
    _insert_children(connection, record, numbered)


def replace(connection: sa.Connection, records: Sequence[Record]) -> None:
    """Writes known records of one type anew, with their child lists."""
    record = type(records[0])
    table = table_of(record)
    numbers: dict[str, int] = {}
    for chunk in chunks([each.uid for each in records]):
        rows = connection.execute(sa.select(table.c.uid, table.c.id).where(table.c.uid.in_(chunk)))
        numbers.update((row[0], row[1]) for row in rows)
    numbered = [(numbers[each.uid], each) for each in records]
    connection.exec_driver_sql(_update_sql(record), [(*_row(each), number) for number, each in numbered])
    for child_list in record.lists.values():
        part = table_of(child_list.part)
        for owners in chunks([number for number, _each in numbered]):
            connection.execute(part.delete().where(part.c.owner.in_(owners)))
    _insert_children(connection, record, numbered)


def delete(connection: sa.Connection, record: type[Record], uids: Sequence[str]) -> None:
    """Takes records and their child lists out of the tables."""
    table = table_of(record)
    for chunk in chunks(uids):
        connection.execute(table.delete().where(table.c.uid.in_(chunk)))


def known(connection: sa.Connection, record: type[Record], uids: Sequence[str]) -> set[str]:
    """Which of these uids are records of this type."""
    table = table_of(record)
    found: set[str] = set()
    for chunk in chunks(uids):
        found.update(connection.execute(sa.select(table.c.uid).where(table.c.uid.in_(chunk))).scalars())
    return found


T = TypeVar("T")


def chunks(values: Sequence[T]) -> Iterator[Sequence[T]]:
    """The values in portions that one question to SQLite can name."""
    for start in range(0, len(values), CHUNK):
        yield values[start : start + CHUNK]


@cache
def _of_uids(record: type[Record]) -> sa.Select[Any]:
    table = table_of(record)
    return _columns(record, "uid").where(table.c.uid.in_(sa.bindparam("uids", expanding=True)))


@cache
def _page(record: type[Record]) -> sa.Select[Any]:
    table = table_of(record)
    return _columns(record, "uid").where(table.c.uid > sa.bindparam("last")).order_by(table.c.uid).limit(CHUNK)


@cache
def _of_owners(part: type[Part]) -> sa.Select[Any]:
    table = table_of(part)
    owned = table.c.owner.in_(sa.bindparam("owners", expanding=True))
    return _columns(part, "owner").where(owned).order_by(table.c.owner, table.c.place)


def _columns(part: type[Part], second: str) -> sa.Select[Any]:
    table = table_of(part)
    return sa.select(table.c.id, table.c[second], *(table.c[key] for key in shape_of(part).keys))


def _filled(connection: sa.Connection, record: type[R], rows: Sequence[sa.Row[Any]]) -> Iterator[R]:
    if not rows:
        return
    owners = {row[0]: record(uid=row[1]) for row in rows}
    for row in rows:
        _fill(owners[row[0]], owners[row[0]], row)
    for name, child_list in record.lists.items():
        for row in connection.execute(_of_owners(child_list.part), {"owners": list(owners)}):
            line = child_list.part()
            _fill(line, owners[row[1]], row)
            getattr(owners[row[1]], name).append(line)
    yield from owners.values()


def _fill(part: Part, owner: Record, row: sa.Row[Any]) -> None:
    try:
        shape_of(type(part)).fill(part, list(row[2:]))
    except (ValueError, TypeError) as error:
        raise UserError(
            f"{owner.label} “{owner.uid}” trong sổ không đọc được ({error}). Hãy mở bản sao lưu gần nhất, hoặc gửi sổ "
            "cho người hỗ trợ."
        ) from None


def _row(record: Record) -> list[Any]:
    """Title, search text and order, then the fields."""
    return [record.title_text, folded(" ".join(_words(record))), record.order_text(), *shape_of(type(record)).row(record)]


@cache
def _insert_sql(part: type[Part], first: tuple[str, ...]) -> str:
    columns = (*first, *shape_of(part).keys)
    named = ", ".join(f'"{key}"' for key in columns)
    return f'INSERT INTO "{part.table_name}" ({named}) VALUES ({", ".join("?" * len(columns))})'


@cache
def _update_sql(record: type[Record]) -> str:
    columns = ("named", "folded", "ordering", *shape_of(record).keys)
    named = ", ".join(f'"{key}" = ?' for key in columns)
    return f'UPDATE "{record.table_name}" SET {named} WHERE id = ?'


def _insert_children(
    connection: sa.Connection, record: type[Record], numbered: Iterable[tuple[int, Record]]
) -> None:
    for name, child_list in record.lists.items():
        shape = shape_of(child_list.part)
        lines = [
            (number, place, *shape.row(line))
            for number, owner in numbered
            for place, line in enumerate(getattr(owner, name))
        ]
        if lines:
            connection.exec_driver_sql(_insert_sql(child_list.part, ("owner", "place")), lines)


def _words(part: Part) -> Iterator[str]:
    """What searching finds a record by: its texts and code labels, those of its child lists too."""
    for name, kind in shape_of(type(part)).worded:
        if (value := getattr(part, name)) is not None:
            yield kind.shown(value)
    for name in part.lists:
        for line in getattr(part, name):
            yield from _words(line)
