"""The names that may not be said of records, and the texts that are left of them to be found and shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from models.ledger.connection import Connection
from models.ledger.plain import asked, marks
from models.ledger.values import shape_of
from models.masks import hidden, without
from models.record import Part, Record
from models.values import Link


def names_of(connection: Connection, records: Iterable[Record]) -> Mapping[str, Collection[str]]:
    """By uid of the record, the names of those who must stay unknown; records without are left out."""
    found: dict[str, set[str]] = defaultdict(set)
    pointing: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))  # table -> uid -> records
    for each in records:
        for name in hidden(each).intersection(each.persons):
            kind, value = each.fields[name].kind, getattr(each, name)
            if isinstance(kind, Link) and value:
                pointing[kind.to[0]][value].add(each.uid)
            elif value:
                found[each.uid].add(value)
    for table, users in pointing.items():
        sql = f'SELECT uid, named FROM "{table}" WHERE uid IN ({marks(len(users))})'
        for uid, title in asked(connection, sql, tuple(users)):
            for user in users[uid]:
                found[user].add(title)
    return found


def texts_of(part: Part, names: Collection[str] = (), *, looked: bool = False) -> Iterator[tuple[str, str]]:
    """Every text of a record with the label of its field or child list: what searching reads and tells.

    What is kept back is left out, `names` too, unless somebody `looked`.
    """
    back = frozenset[str]() if looked else hidden(part)
    for name, kind in shape_of(type(part)).worded:
        if (value := getattr(part, name)) is not None and name not in back:
            yield part.fields[name].label, without(kind.shown(value), names)
    for name, child_list in part.lists.items():
        for line in getattr(part, name):
            yield from ((child_list.label, text) for _label, text in texts_of(line, names))
