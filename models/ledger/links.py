"""Links between records: no record may point to nothing, and none is taken away while another points to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import sqlalchemy as sa

from models.errors import Fault
from models.ledger.rows import chunks, known
from models.record import Part, Record
from models.records import CATALOGUE, record_type
from models.tables import links_of, table_of

Target = tuple[tuple[str, ...], str]  # record types it may be of, uid
Links = tuple[tuple[str, str, str, tuple[str, ...]], ...]  # attribute, key, label, record types
_LINKS: dict[type[Part], Links] = {}


def targets_of(record: Record) -> Iterator[tuple[str, str, Target]]:
    """Every link of a record: (field, label, target), those of its child lists too."""
    for name, key, label, types in _links(type(record)):
        if uid := getattr(record, name):
            yield key, label, (types, uid)
    for list_name, child_list in record.lists.items():
        if links := _links(child_list.part):
            for place, line in enumerate(getattr(record, list_name)):
                for name, key, label, types in links:
                    if uid := getattr(line, name):
                        where = f"{child_list.label}, dòng {place + 1}, {label.lower()}"
                        yield f"{list_name}[{place}].{key}", where, (types, uid)


def missing(connection: sa.Connection, targets: Iterable[Target]) -> set[Target]:
    """Which of the targets are no records of the ledger."""
    wanted: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for types, uid in targets:
        wanted[types].add(uid)
    lacking: set[Target] = set()
    for types, uids in wanted.items():
        found = {uid for name in types for uid in known(connection, record_type(name), sorted(uids))}
        lacking.update((types, uid) for uid in uids - found)
    return lacking


def referrers(
    connection: sa.Connection, record: type[Record], uids: Sequence[str]
) -> Iterator[tuple[str, type[Record], str]]:
    """The records that point to records of this type: (uid pointed to, type, uid)."""
    for other in CATALOGUE:
        for part in (other, *(child_list.part for child_list in other.lists.values())):
            for member, link in links_of(part):
                if record.table_name in link.to:
                    for pointed_to, uid in _pointing(connection, other, part, member.key, uids):
                        yield pointed_to, other, uid


def dangling_fault(name: str, label: str, target: Target, line: int | None = None) -> Fault:
    """The fault of a link that points to nothing."""
    return Fault(f"không tìm thấy {_named(target[0])} có mã định danh “{target[1]}”", name, label, line)


def repoint(part: Part, name: str, old: str, new: str) -> None:
    """Turns every link of a record that points to `old`, a record of type `name`, to `new`."""
    for member, link in links_of(type(part)):
        if name in link.to and getattr(part, member.name) == old:
            setattr(part, member.name, new)
    for list_name in part.lists:
        for line in getattr(part, list_name):
            repoint(line, name, old, new)


@cache
def _named(types: tuple[str, ...]) -> str:
    return " hoặc ".join(record_type(each).label.lower() for each in types)


def _links(part: type[Part]) -> Links:
    if part not in _LINKS:
        _LINKS[part] = tuple((member.name, member.key, member.label, link.to) for member, link in links_of(part))
    return _LINKS[part]


def _pointing(
    connection: sa.Connection, record: type[Record], part: type[Part], key: str, uids: Sequence[str]
) -> Iterator[tuple[str, str]]:
    """(uid pointed to, uid of the record) for one link of a record, or of one of its child lists."""
    table, lines = table_of(record), table_of(part)
    found = sa.select(lines.c[key], table.c.uid)
    if part is not record:
        found = found.join_from(lines, table, lines.c.owner == table.c.id)
    for chunk in chunks(uids):
        yield from ((row[0], row[1]) for row in connection.execute(found.where(lines.c[key].in_(chunk))))
