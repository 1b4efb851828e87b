"""One write to a ledger: records saved, added and removed together, checked at the end, with their history.

The history keeps of each record touched what it was before, as an interchange line; `null` for a new one. Taking a write
back puts those lines back, as a write of its own.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TypeVar

import sqlalchemy as sa

from models.errors import Fault, Refused, UserError
from models.ledger import links, rows
from models.record import Record, faults_of, line_of
from models.records import record_type
from models.tables import CHANGES, WRITES, table_of

R = TypeVar("R", bound=Record)
BATCH = 1000


class Write:
    """What a `with store.write(...)` block is given."""

    def __init__(self, connection: sa.Connection, label: str, actor: str) -> None:
        self.connection = connection
        self.kinds: set[str] = set()
        self.faults: list[Fault] = []
        self._targets: dict[links.Target, Fault] = {}
        self._removed: list[tuple[type[Record], str, str]] = []
        values = {"at": datetime.now().isoformat(timespec="seconds"), "actor": actor, "label": label}
        self.number: int = connection.execute(WRITES.insert(), values).inserted_primary_key[0]

    def save(self, record: Record, *, line: int | None = None) -> None:
        """Keeps a record, new or known. `line` is where it stood in a file, for the faults."""
        before = self._before(type(record), record.uid)
        if not self._accepted(record, line):
            return
        self._remember([record], None if before is None else line_of(before))
        rows.insert(self.connection, [record]) if before is None else rows.update(self.connection, record)

    def add_all(self, records: Iterable[Record], *, lines: Sequence[int] | None = None) -> None:
        """Adds records whose uids the ledger does not know yet, many at a time, in any order of types."""
        waiting: dict[type[Record], list[Record]] = {}
        for place, record in enumerate(records):
            if self._accepted(record, lines[place] if lines else None):
                batch = waiting.setdefault(type(record), [])
                batch.append(record)
                if len(batch) == BATCH:
                    self._add(waiting.pop(type(record)))
        for batch in waiting.values():
            self._add(batch)

    def remove(self, record: type[Record], uid: str) -> None:
        """Takes a record out. At the end the write is refused if other records still point to it."""
        before = self._before(record, uid)
        if before is None:
            raise UserError(f"Không còn {record.label.lower()} này trong sổ (mã định danh “{uid}”).")
        self._remember([before], line_of(before))
        self._removed.append((record, uid, before.title_text))
        rows.delete(self.connection, record, uid)

    def rename(self, record: R, uid: str) -> R:
        """Gives a record another uid; the records that point to it follow."""
        old = record.uid
        followers = {(other.table_name, each) for other, each in links.referrers(self.connection, type(record), old)}
        self.remove(type(record), old)
        record.uid = uid
        self.save(record)
        for name, each in sorted(followers):
            follower = self._before(record_type(name), each)
            if follower is not None:
                links.repoint(follower, record.table_name, old, uid)
                self.save(follower)
        return record

    def restore(self, record: Record) -> None:
        """Puts a record back as it once was; rules between fields may have changed since and are not asked again."""
        before = self._before(type(record), record.uid)
        self._note_links(record, None)
        self._remember([record], None if before is None else line_of(before))
        rows.insert(self.connection, [record]) if before is None else rows.update(self.connection, record)

    def takes_back(self, number: int) -> None:
        """Says in the history that this write takes back another one."""
        self.connection.execute(WRITES.update().where(WRITES.c.id == self.number), {"undoes": number})

    def finish(self) -> None:
        """Checks links; raises Refused with every fault found. Forgets the write if it touched nothing."""
        for target in links.missing(self.connection, self._targets):
            self.faults.append(self._targets[target])
        for record, uid, title in self._removed:
            self.faults += _still_used(self.connection, record, uid, title)
        if self.faults:
            raise Refused(sorted(self.faults, key=lambda fault: (fault.line or 0)))
        if not self.kinds:
            self.connection.execute(WRITES.delete().where(WRITES.c.id == self.number))

    def _before(self, record: type[R], uid: str) -> R | None:
        return next(rows.load(self.connection, record, [uid]), None)

    def _add(self, records: Sequence[Record]) -> None:
        self._remember(records, None)
        rows.insert(self.connection, records)

    def _remember(self, records: Sequence[Record], before: dict[str, object] | None) -> None:
        name = records[0].table_name
        self.kinds.add(name)
        text = None if before is None else json.dumps(before, ensure_ascii=False)
        self.connection.execute(
            CHANGES.insert(), [{"write": self.number, "type": name, "uid": each.uid, "before": text} for each in records]
        )

    def _accepted(self, record: Record, line: int | None) -> bool:
        number(self.connection, record)
        found = [*faults_of(record), *_taken(self.connection, record)]
        self.faults += [Fault(fault.reason, fault.field, fault.label, line) for fault in found]
        self._note_links(record, line)
        return not found

    def _note_links(self, record: Record, line: int | None) -> None:
        for name, label, target in links.targets_of(record):
            fault = links.dangling_fault(name, label, target)
            self._targets[target] = Fault(fault.reason, fault.field, fault.label, line)


def number(connection: sa.Connection, record: Record) -> None:
    """Gives a record that is numbered in the year (`numbered_by`) its next number, unless it has one."""
    if not record.numbered_by or record.code or getattr(record, record.numbered_by) is None:  # type: ignore[attr-defined]
        return
    table, year = table_of(type(record)), getattr(record, record.numbered_by).year
    taken = sa.select(sa.func.max(table.c.code)).where(table.c.code.like(f"{year}/____"))
    last = connection.execute(taken).scalar()
    record.code = f"{year}/{int(last[5:]) + 1 if last and last[5:].isdigit() else 1:04}"  # type: ignore[attr-defined]


def _taken(connection: sa.Connection, record: Record) -> Iterable[Fault]:
    table = table_of(type(record))
    for name in record.unique:
        value = getattr(record, name)
        column = table.c[record.fields[name].key]
        if value and (
            title := connection.execute(
                sa.select(table.c.uid).where(column == record.fields[name].kind.stored(value), table.c.uid != record.uid)
            ).scalar()
        ):
            yield record.fault(name, f"“{value}” đã có ở một {record.label.lower()} khác (mã định danh “{title}”)")


def _still_used(connection: sa.Connection, record: type[Record], uid: str, title: str) -> Iterable[Fault]:
    if rows.known(connection, record, [uid]):
        return
    users = sorted({(other.label, each) for other, each in links.referrers(connection, record, uid)})
    if users:
        named = ", ".join(f"{label.lower()} (mã “{each}”)" for label, each in users[:3])
        more = f" và {len(users) - 3} bản ghi khác" if len(users) > 3 else ""
        yield Fault(f"Chưa xóa được “{title}” vì còn được dùng ở: {named}{more}. Hãy bỏ liên kết ở đó trước.")
