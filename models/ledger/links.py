"""Links between records: no record may point to nothing, and none is taken away while another points to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

import sqlalchemy as sa

from models.errors import Fault
from models.ledger.rows import known
from models.record import Part, Record
from models.records import CATALOGUE, record_type
from models.tables import links_of, table_of

Target = tuple[tuple[str, ...], str]  # record types it may be of, uid


def targets_of(part: Part) -> Iterator[tuple[str, str, Target]]:
    """Every link of a record: (field, label, target), those of its child lists too."""
    for member, link in links_of(type(part)):
        if uid := getattr(part, member.name):
            yield member.name, member.label, (link.to, uid)
    for name, child_list in part.lists.items():
        for line in getattr(part, name):
            for _field, label, target in targets_of(line):
                yield name, f"{child_list.label}, {label.lower()}", target


def missing(connection: sa.Connection, targets: Iterable[Target]) -> set[Target]:
    """Which of the targets are no records of the ledger."""
    wanted: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for types, uid in targets:
        wanted[types].add(uid)
    lacking = set()
    for types, uids in wanted.items():
        found = set().union(*(known(connection, record_type(name), sorted(uids)) for name in types))
        lacking.update((types, uid) for uid in uids - found)
    return lacking


def referrers(connection: sa.Connection, record: type[Record], uid: str) -> Iterator[tuple[type[Record], str]]:
    """The records that point to this one: (type, uid)."""
    for other in CATALOGUE:
        table = table_of(other)
        for member, link in links_of(other):
            if record.table_name in link.to:
                for found in connection.execute(sa.select(table.c.uid).where(table.c[member.key] == uid)).scalars():
                    yield other, found
        for child_list in other.lists.values():
            part = table_of(child_list.part)
            for member, link in links_of(child_list.part):
                if record.table_name in link.to:
                    joined = sa.select(table.c.uid).join(part, part.c.owner == table.c.id)
                    for found in connection.execute(joined.where(part.c[member.key] == uid)).scalars():
                        yield other, found


def dangling_fault(name: str, label: str, target: Target) -> Fault:
    """The fault of a link that points to nothing."""
    types = " hoặc ".join(record_type(each).label.lower() for each in target[0])
    return Fault(f"không tìm thấy {types} có mã định danh “{target[1]}”", name, label)


def repoint(part: Part, name: str, old: str, new: str) -> None:
    """Turns every link of a record that points to `old`, a record of type `name`, to `new`."""
    for member, link in links_of(type(part)):
        if name in link.to and getattr(part, member.name) == old:
            setattr(part, member.name, new)
    for list_name in part.lists:
        for line in getattr(part, list_name):
            repoint(line, name, old, new)
