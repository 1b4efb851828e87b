"""Links between records: no record may point to nothing, and none is taken away while another points to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from models.errors import Fault
from models.ledger.connection import Connection
from models.ledger.plain import asked, marks
from models.ledger.rows import chunks, known
from models.periods import is_period
from models.record import Field, Part, Record
from models.records import CATALOGUE, record_type
from models.values import Link, PeriodText

Target = tuple[tuple[str, ...], str]  # record types it may be of, uid
Links = tuple[tuple[str, str, str, tuple[str, ...]], ...]  # attribute, key, label, record types
_FEW = 3  # so many kinds of record a message can name
_LINKS: dict[type[Part], Links] = {}


def links_of(part: type[Part]) -> Iterator[tuple[Field, Link | PeriodText]]:
    """The fields of a part that point to other records; a period may be one of the ledger."""
    for member in part.fields.values():
        if isinstance(member.kind, Link | PeriodText):
            yield member, member.kind


def targets_of(record: Record) -> Iterator[tuple[str, str, Target]]:
    """Every link of a record: (field, label, target), those of its child lists too."""
    for name, key, label, types in _links(type(record)):
        if _points(types, uid := getattr(record, name)):
            yield key, label, (types, uid)
    for list_name, child_list in record.lists.items():
        if links := _links(child_list.part):
            for place, line in enumerate(getattr(record, list_name)):
                for name, key, label, types in links:
                    if _points(types, uid := getattr(line, name)):
                        where = f"{child_list.label}, dòng {place + 1}, {label.lower()}"
                        yield f"{list_name}[{place}].{key}", where, (types, uid)


def missing(connection: Connection, targets: Iterable[Target]) -> set[Target]:
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
    connection: Connection, record: type[Record], uids: Sequence[str]
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
    if target[0] == PeriodText.to:
        reason = f"“{target[1]}” không phải kỳ như 2026-Q1, cũng không phải mã định danh của kỳ báo cáo nào trong sổ"
        return Fault(f"{reason}; hãy sửa kỳ", name, label, line)
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
    if len(types) > _FEW:
        return "bản ghi"
    return " hoặc ".join(record_type(each).label.lower() for each in types)


def _points(types: tuple[str, ...], said: str | None) -> bool:
    return bool(said) and not (types == PeriodText.to and is_period(str(said)))


def _links(part: type[Part]) -> Links:
    if part not in _LINKS:
        _LINKS[part] = tuple((member.name, member.key, member.label, link.to) for member, link in links_of(part))
    return _LINKS[part]


def _pointing(
    connection: Connection, record: type[Record], part: type[Part], key: str, uids: Sequence[str]
) -> Iterator[tuple[str, str]]:
    """(uid pointed to, uid of the record) for one link of a record, or of one of its child lists."""
    lines = f'"{part.table_name}" AS lines'
    if part is not record:
        lines += f' JOIN "{record.table_name}" AS owners ON lines.owner = owners.id'
    whose = "lines" if part is record else "owners"
    for chunk in chunks(uids):
        sql = f'SELECT lines."{key}", {whose}.uid FROM {lines} WHERE lines."{key}" IN ({marks(len(chunk))})'
        yield from ((row[0], row[1]) for row in asked(connection, sql, chunk))
