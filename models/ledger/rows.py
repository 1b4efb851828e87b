"""Between rows of the tables and records as values."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, TypeVar

from models.errors import UserError
from models.ledger import search_index
from models.ledger.connection import Connection
from models.ledger.kept_back import names_of, texts_of
from models.ledger.plain import asked, marks, named, put
from models.ledger.values import shape_of
from models.record import Part, Record
from models.vietnamese import folded

R = TypeVar("R", bound=Record)
T = TypeVar("T")
CHUNK = 500


def load(connection: Connection, record: type[R], uids: Sequence[str]) -> Iterator[R]:
    """The records with these uids, child lists filled, in no particular order; unknown uids are passed over."""
    for chunk in chunks(uids):
        sql = f"{_select_sql(record, 'uid')} WHERE uid IN ({marks(len(chunk))})"
        yield from _filled(connection, record, asked(connection, sql, chunk))


def load_all(connection: Connection, record: type[R]) -> Iterator[R]:
    """Every record of a type, by uid."""
    sql = f"{_select_sql(record, 'uid')} WHERE uid > ? ORDER BY uid LIMIT {CHUNK}"
    last = ""
    while rows := asked(connection, sql, (last,)):
        yield from _filled(connection, record, rows)
        if len(rows) < CHUNK:
            return
        last = rows[-1][1]


def insert(connection: Connection, records: Sequence[Record]) -> None:
    """Writes new records of one type, with their child lists."""
    record = type(records[0])
    last = asked(connection, f'SELECT max(id) FROM "{record.table_name}"')[0][0] or 0
    numbered = [(number, each) for number, each in enumerate(records, last + 1)]
    sql = _insert_sql(record, ("id", "uid", "named", "folded", "ordering"))
    names = names_of(connection, records)
    made = [(number, each.uid, *_row(each, names.get(each.uid, ()))) for number, each in numbered]
    put(connection, sql, made)
    search_index.enter(connection, record, [(row[0], row[3]) for row in made])
    _insert_children(connection, record, numbered)


def replace(connection: Connection, records: Sequence[Record]) -> None:
    """Writes known records of one type anew, with their child lists."""
    record = type(records[0])
    known = {uid: (number, text) for number, uid, text in _indexed(connection, record, [each.uid for each in records])}
    numbers = [number for number, _text in known.values()]
    numbered = [(known[each.uid][0], each) for each in records]
    names = names_of(connection, records)
    made = [(*_row(each, names.get(each.uid, ())), number) for number, each in numbered]
    put(connection, _update_sql(record), made)
    before = dict(known.values())
    reworded = [(row[-1], row[1]) for row in made if before[row[-1]] != row[1]]
    search_index.leave(connection, record, [(number, before[number]) for number, _text in reworded])
    search_index.enter(connection, record, reworded)
    for child_list in record.lists.values():
        for owners in chunks(numbers):
            sql = f'DELETE FROM "{child_list.part.table_name}" WHERE owner IN ({marks(len(owners))})'
            asked(connection, sql, owners)
    _insert_children(connection, record, numbered)


def delete(connection: Connection, record: type[Record], uids: Sequence[str]) -> None:
    """Takes records and their child lists out of the tables."""
    gone = [(number, text) for number, _uid, text in _indexed(connection, record, uids)]
    search_index.leave(connection, record, gone)
    for chunk in chunks(uids):
        sql = f'DELETE FROM "{record.table_name}" WHERE uid IN ({marks(len(chunk))})'
        asked(connection, sql, chunk)


def known(connection: Connection, record: type[Record], uids: Sequence[str]) -> set[str]:
    """Which of these uids are records of this type."""
    found: set[str] = set()
    for chunk in chunks(uids):
        sql = f'SELECT uid FROM "{record.table_name}" WHERE uid IN ({marks(len(chunk))})'
        found.update(row[0] for row in asked(connection, sql, chunk))
    return found


def _indexed(connection: Connection, record: type[Record], uids: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    """(number, uid, folded text) of the records that are there."""
    for chunk in chunks(uids):
        sql = f'SELECT id, uid, folded FROM "{record.table_name}" WHERE uid IN ({marks(len(chunk))})'
        yield from asked(connection, sql, chunk)


def chunks(values: Sequence[T]) -> Iterator[Sequence[T]]:
    """The values in portions that one question to SQLite can name."""
    for start in range(0, len(values), CHUNK):
        yield values[start : start + CHUNK]


def _filled(connection: Connection, record: type[R], rows: Sequence[tuple[Any, ...]]) -> Iterator[R]:
    if not rows:
        return
    owners = {row[0]: record(uid=row[1]) for row in rows}
    for row in rows:
        _fill(owners[row[0]], owners[row[0]], row)
    for name, child_list in record.lists.items():
        lines = f"{_select_sql(child_list.part, 'owner')} WHERE owner IN ({marks(len(owners))}) ORDER BY owner, place"
        for row in asked(connection, lines, tuple(owners)):
            line = child_list.part()
            _fill(line, owners[row[1]], row)
            getattr(owners[row[1]], name).append(line)
    yield from owners.values()


def _fill(part: Part, owner: Record, row: tuple[Any, ...]) -> None:
    try:
        shape_of(type(part)).fill(part, list(row[2:]))
    except (ValueError, TypeError) as error:
        raise UserError(
            f"{owner.label} “{owner.uid}” trong sổ không đọc được ({error}). Hãy mở bản sao lưu gần nhất, hoặc gửi sổ "
            "cho người hỗ trợ."
        ) from None


def _row(record: Record, names: Collection[str]) -> list[Any]:
    """Title, search text without these names, order, then the fields."""
    shape = shape_of(type(record))
    words = " ".join(text for _label, text in texts_of(record, names))
    return [record.title_text, folded(words), record.order_text(), *shape.row(record)]


def _insert_children(connection: Connection, record: type[Record], numbered: Iterable[tuple[int, Record]]) -> None:
    for name, child_list in record.lists.items():
        shape = shape_of(child_list.part)
        lines = [
            (number, place, *shape.row(line))
            for number, owner in numbered
            for place, line in enumerate(getattr(owner, name))
        ]
        if lines:
            put(connection, _insert_sql(child_list.part, ("owner", "place")), lines)


def _select_sql(part: type[Part], second: str) -> str:
    known = shape_of(part).sql
    if "SELECT" not in known:
        known["SELECT"] = f'SELECT id, {second}, {named(shape_of(part).keys)} FROM "{part.table_name}"'
    return known["SELECT"]


def _insert_sql(part: type[Part], first: tuple[str, ...]) -> str:
    known = shape_of(part).sql
    if "INSERT" not in known:
        columns = (*first, *shape_of(part).keys)
        known["INSERT"] = f'INSERT INTO "{part.table_name}" ({named(columns)}) VALUES ({marks(len(columns))})'
    return known["INSERT"]


def _update_sql(record: type[Record]) -> str:
    columns = ("named", "folded", "ordering", *shape_of(record).keys)
    return f'UPDATE "{record.table_name}" SET {named(columns, " = ?")} WHERE id = ?'
