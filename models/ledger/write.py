"""One write to a ledger: records saved, added and removed together, checked at the end, with their history.

The history keeps of each record touched what it was before, as an interchange line; `null` for a new one. Taking a
write back puts those lines back, as a write of its own.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from models.errors import Fault, Refused, UserError
from models.ledger import links, rows
from models.ledger.closing import closing_faults, dangling_faults, lock_faults, own_unit_faults
from models.ledger.connection import Connection
from models.ledger.numbering import Numbers
from models.ledger.plain import added, asked, put
from models.record import MISSING, Record, faults_of, line_of
from models.records import record_type

R = TypeVar("R", bound=Record)
BATCH = 1000


@dataclass(frozen=True, slots=True)
class Entry:
    """A record to be kept; `line` is where it stood in a file, `unread` the fields that could not be read there."""

    record: Record
    line: int | None = None
    unread: frozenset[str] = frozenset()
    just_read: bool = False  # each value was checked by `read_line`


class Write:
    """What a `with store.write(...)` block is given."""

    def __init__(self, connection: Connection, label: str, actor: str) -> None:
        self.connection = connection
        self.kinds: set[str] = set()
        self.faults: list[Fault] = []
        self.unsettled: set[str] = set()  # uids that are refused already: links to them are no second fault
        self._links: dict[tuple[str, str], list[tuple[links.Target, Fault]]] = {}  # of the records that point to others
        self._touched: dict[type[Record], dict[str, int | None]] = {}
        self._removed: list[tuple[type[Record], str, str]] = []
        self._numbers = Numbers(connection)
        self._takes_back = False
        values = (datetime.now().isoformat(timespec="seconds"), actor, label)
        self.number = added(connection, "INSERT INTO write (at, actor, label) VALUES (?, ?, ?)", values)

    def save(self, record: Record, *, line: int | None = None) -> None:
        """Keeps a record, new or known. `line` is where it stood in a file, for the faults."""
        self.enter([Entry(record, line)])

    def add_all(self, records: Iterable[Record], *, lines: Sequence[int] | None = None) -> None:
        """Keeps records, new or known, many at a time, in any order of types."""
        self.enter(Entry(record, lines[place] if lines else None) for place, record in enumerate(records))

    def enter(self, entries: Iterable[Entry]) -> None:
        """Keeps what has no faults; the faults of the rest are told at the end of the write."""
        waiting: dict[type[Record], dict[str, Record]] = {}
        for entry in entries:
            record = entry.record
            self._touch(record, entry.line)
            if not self._accepted(entry):
                continue
            batch = waiting.setdefault(type(record), {})
            if record.uid in batch or len(batch) == BATCH:
                self._keep(type(record), list(batch.values()))
                batch.clear()
            batch[record.uid] = record
        for kind, batch in waiting.items():
            if batch:
                self._keep(kind, list(batch.values()))

    def remove(self, record: type[Record], uid: str) -> None:
        """Takes a record out. At the end the write is refused if other records still point to it."""
        if not self.remove_all(record, [uid]):
            raise UserError(f"Không còn {record.label.lower()} này trong sổ (mã định danh “{uid}”).")

    def remove_all(self, record: type[Record], uids: Sequence[str]) -> int:
        """Takes those of the records out that are there; returns their number."""
        count = 0
        for start in range(0, len(uids), BATCH):
            befores = list(rows.load(self.connection, record, uids[start : start + BATCH]))
            if not befores:
                continue
            count += len(befores)
            self._remember(record, [(each.uid, line_of(each)) for each in befores])
            for each in befores:
                self._links.pop((record.table_name, each.uid), None)
                self._removed.append((record, each.uid, each.title_text))
                self._touched.setdefault(record, {}).setdefault(each.uid, None)
            rows.delete(self.connection, record, [each.uid for each in befores])
        return count

    def rename(self, record: R, uid: str) -> R:
        """Gives a record another uid; the records that point to it follow."""
        old = record.uid
        pointing = links.referrers(self.connection, type(record), [old])
        followers = sorted({(other.table_name, each) for _old, other, each in pointing} - {(record.table_name, old)})
        self.remove(type(record), old)
        record.uid = uid
        links.repoint(record, record.table_name, old, uid)
        self.save(record)
        for name, each in followers:
            for follower in rows.load(self.connection, record_type(name), [each]):
                links.repoint(follower, record.table_name, old, uid)
                self.save(follower)
        return record

    def restore(self, record: Record) -> None:
        """Puts a record back as it once was; rules between fields may have changed since and are not asked again."""
        self.restore_all([record])

    def restore_all(self, records: Sequence[Record]) -> None:
        """Puts records of one type, each once, back as they once were."""
        for start in range(0, len(records), BATCH):
            batch = records[start : start + BATCH]
            for record in batch:
                self._touch(record, None)
            self._keep(type(batch[0]), batch)

    def takes_back(self, number: int) -> None:
        """Says in the history that this write takes back another one."""
        self._takes_back = True
        asked(self.connection, "UPDATE write SET undoes = ? WHERE id = ?", (number, self.number))

    def finish(self) -> None:
        """Checks links; raises Refused with every fault found. Forgets the write if it touched nothing."""
        self.faults += dangling_faults(self.connection, self._links.values(), self.unsettled)
        self.faults += closing_faults(self.connection, self._touched, self._removed)
        if not self.faults:
            self.faults += own_unit_faults(self.connection, self._touched)
            self.faults += lock_faults(self.connection, self._touched)
        if self.faults:
            raise Refused(sorted(self.faults, key=lambda fault: fault.line or 0))
        if not self.kinds and not self._takes_back:
            asked(self.connection, "DELETE FROM write WHERE id = ?", (self.number,))

    def _touch(self, record: Record, line: int | None) -> None:
        self._touched.setdefault(type(record), {})[record.uid] = line
        pointing = list(links.targets_of(record))
        self._links.pop((record.table_name, record.uid), None)
        if pointing:
            self._links[record.table_name, record.uid] = [
                (target, links.dangling_fault(name, label, target, line)) for name, label, target in pointing
            ]

    def _accepted(self, entry: Entry) -> bool:
        self._numbers.give(entry.record)
        _empty(entry.record, entry.unread)
        faults = faults_of(entry.record, values=not entry.just_read)
        found = [fault for fault in faults if not _follows(fault, entry.unread)]
        self.faults += [Fault(fault.reason, fault.field, fault.label, entry.line) for fault in found]
        if found or entry.unread:
            self.unsettled.add(entry.record.uid)
            return False
        return True

    def _keep(self, kind: type[Record], records: Sequence[Record]) -> None:
        """Writes records of one type, each once; those that are as they were before are left alone."""
        befores = {each.uid: line_of(each) for each in rows.load(self.connection, kind, [each.uid for each in records])}
        fresh = [each for each in records if each.uid not in befores]
        changed = [each for each in records if each.uid in befores and line_of(each) != befores[each.uid]]
        if fresh or changed:
            self._remember(kind, [(each.uid, befores.get(each.uid)) for each in (*fresh, *changed)])
        if fresh:
            rows.insert(self.connection, fresh)
        if changed:
            rows.replace(self.connection, changed)

    def _remember(self, kind: type[Record], befores: Sequence[tuple[str, dict[str, Any] | None]]) -> None:
        self.kinds.add(kind.table_name)
        put(
            self.connection,
            "INSERT INTO change (write, type, uid, before) VALUES (?, ?, ?, ?)",
            [
                (self.number, kind.table_name, uid, None if line is None else json.dumps(line, ensure_ascii=False))
                for uid, line in befores
            ],
        )


def _empty(record: Record, unread: frozenset[str]) -> None:
    """What could not be read is not known, so no rule may speak of it, nor of what it was before."""
    for member in record.fields.values():
        if member.key in unread:
            setattr(record, member.name, None)


def _follows(fault: Fault, unread: frozenset[str]) -> bool:
    """True for a fault told already, and for a rule of a line, or of a whole list, that was not wholly read."""
    if fault.field in unread:
        return True
    line, _dot, _field = fault.field.rpartition(".")
    partly = (each.startswith((f"{fault.field}[", f"{line or fault.field}.")) for each in unread)
    return fault.reason != MISSING and any(partly)
