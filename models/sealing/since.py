"""What was written after a report was sent: which records were added, changed or removed, and which came late."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import sqlalchemy as sa

from models.indicators.figure import Origin
from models.ledger import rows
from models.ledger.connection import Connection
from models.ledger.store import Store
from models.record import line_of
from models.records import CATALOGUE, record_type
from models.sealing.seal import Seal
from models.tables import CHANGES, table_of

ADDED, CHANGED, REMOVED = "added", "changed", "removed"
WORDS = {ADDED: "mới ghi thêm", CHANGED: "đã sửa", REMOVED: "đã xóa"}


class Changed(NamedTuple):
    """A record that is not as it was: what happened to it, and what it is called."""

    type: str
    uid: str
    what: str  # a key of WORDS
    title: str


def changed_since(store: Store, number: int) -> Mapping[Origin, Changed]:
    """The records that are not as they were after the write of that number; what was changed and put back is not."""
    first = sa.select(sa.func.min(CHANGES.c.id)).where(CHANGES.c.write > number).group_by(CHANGES.c.type, CHANGES.c.uid)
    touched = sa.select(CHANGES.c.type, CHANGES.c.uid, CHANGES.c.before).where(CHANGES.c.id.in_(first))
    with store.reading() as connection:
        befores: dict[str, dict[str, str | None]] = {}
        for kind, uid, before in connection.execute(touched):
            befores.setdefault(kind, {})[uid] = before
        return {(each.type, each.uid): each for kind in befores for each in _changed(connection, kind, befores[kind])}


def late_records(store: Store, seal: Seal) -> list[Changed]:
    """Records dated in the days of a sent report but written after it: they fall into its correction."""
    added = [each for each in changed_since(store, seal.after_write).values() if each.what == ADDED]
    last = min(seal.period.last, seal.period.cutoff).isoformat()
    found: list[Changed] = []
    with store.reading() as connection:
        for record in CATALOGUE:
            mine = {each.uid: each for each in added if each.type == record.table_name}
            if not mine or not record.dated_by:
                continue
            table = table_of(record)
            day = sa.func.substr(table.c[record.dated_by], 1, 10)
            inside = day.between(seal.period.first.isoformat(), last)
            for uids in rows.chunks(list(mine)):
                dated = sa.select(table.c.uid).where(table.c.uid.in_(uids), inside)
                found += [mine[uid] for uid in connection.execute(dated.order_by(day, table.c.uid)).scalars()]
    return found


def _changed(connection: Connection, kind: str, befores: Mapping[str, str | None]) -> Iterator[Changed]:
    present = {each.uid: each for each in rows.load(connection, record_type(kind), list(befores))}
    for uid, before in befores.items():
        now, former = present.get(uid), json.loads(before) if before else None
        if now is None and former is not None:
            yield Changed(kind, uid, REMOVED, _named(kind, uid, former))
        elif now is not None and former is None:
            yield Changed(kind, uid, ADDED, now.title_text)
        elif now is not None and line_of(now) != former:
            yield Changed(kind, uid, CHANGED, now.title_text)


def _named(kind: str, uid: str, line: Mapping[str, object]) -> str:
    record = record_type(kind)
    member = record.fields.get(record.title_field)
    return str(line.get(member.key if member is not None else "") or f"{record.label} {uid}")
