"""What was written when, and taking it back: undo and redo of any write, whole imports included."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

import sqlalchemy as sa

from models.errors import UserError
from models.ledger.store import Store
from models.ledger.write import Write
from models.record import Record, read_line
from models.records import record_type
from models.tables import CHANGES, WRITES

_STANDS = sa.and_(WRITES.c.undoes.is_(None), WRITES.c.undone_by.is_(None))


@dataclass(frozen=True, slots=True)
class Written:
    """A write of the history, in the user's words."""

    number: int
    at: str  # 2026-01-12T08:00:00
    actor: str
    label: str
    undone: bool
    records: int


def writes(store: Store, limit: int = 200) -> list[Written]:
    """The latest writes, newest first, without the takings-back themselves."""
    count = sa.select(sa.func.count()).where(CHANGES.c.write == WRITES.c.id).scalar_subquery()
    found = sa.select(WRITES, count.label("records")).where(WRITES.c.undoes.is_(None))
    with store.reading() as connection:
        rows = connection.execute(found.order_by(WRITES.c.id.desc()).limit(limit)).mappings().all()
    return [
        Written(row["id"], row["at"], row["actor"], row["label"], row["undone_by"] is not None, row["records"])
        for row in rows
    ]


def next_undo(store: Store) -> Written | None:
    """The write that undo would take back."""
    return _at(store, sa.select(sa.func.max(WRITES.c.id)).where(_STANDS))


def next_redo(store: Store) -> Written | None:
    """The write that redo would bring back: the first one taken back after the last that stands."""
    last = sa.select(sa.func.coalesce(sa.func.max(WRITES.c.id), 0)).where(_STANDS).scalar_subquery()
    undone = sa.and_(WRITES.c.undoes.is_(None), WRITES.c.undone_by.is_not(None), WRITES.c.id > last)
    return _at(store, sa.select(sa.func.min(WRITES.c.id)).where(undone))


def undo(store: Store, number: int | None = None) -> Written:
    """Takes back the last write, or the one numbered. UserError if there is none or a later write built on it."""
    taken = next_undo(store) if number is None else _numbered(store, number)
    if taken is None:
        raise UserError("Không còn việc nào để hoàn tác.")
    if taken.undone:
        raise UserError(f"Việc số {taken.number} “{taken.label}” đã được hoàn tác rồi.")
    with store.write(f"Hoàn tác: {taken.label}") as write:
        _refuse_if_built_upon(write.connection, taken)
        _take_back(write, taken.number)
        _mark(write, taken.number, write.number)
        write.takes_back(taken.number)
    return taken


def redo(store: Store) -> Written:
    """Brings back the write that was taken back last. UserError if there is none."""
    back = next_redo(store)
    if back is None:
        raise UserError("Không có việc nào để làm lại.")
    with store.write(f"Làm lại: {back.label}") as write:
        by = write.connection.execute(sa.select(WRITES.c.undone_by).where(WRITES.c.id == back.number)).scalar_one()
        _take_back(write, by)
        _mark(write, back.number, None)
        write.takes_back(by)
    return back


def _take_back(write: Write, number: int) -> None:
    """Puts every record that a write touched back to what it was before that write."""
    changes = sa.select(CHANGES).where(CHANGES.c.write == number).order_by(CHANGES.c.id.desc())
    for change in write.connection.execute(changes).mappings().all():
        record = record_type(change["type"])
        if change["before"] is None:
            write.remove(record, change["uid"])
        else:
            write.restore(_restored(record, change["uid"], change["before"]))


def _restored(record: type[Record], uid: str, before: str) -> Record:
    restored = record(uid=uid)
    for name, member in record.fields.items():
        setattr(restored, name, False if member.default is False else None)
    for fault in read_line(record, json.loads(before), restored):
        raise UserError(f"Lịch sử của bản ghi “{uid}” không đọc được: {fault}.")
    return restored


def _refuse_if_built_upon(connection: sa.Connection, taken: Written) -> None:
    touched = sa.select(CHANGES.c.uid).where(CHANGES.c.write == taken.number)
    later = (
        sa.select(WRITES.c.id, WRITES.c.label)
        .join(CHANGES, CHANGES.c.write == WRITES.c.id)
        .where(_STANDS, WRITES.c.id > taken.number, CHANGES.c.uid.in_(touched))
        .distinct()
        .order_by(WRITES.c.id)
    )
    found = connection.execute(later).all()
    if found:
        named = "; ".join(f"số {number} “{label}”" for number, label in found[:5])
        raise UserError(
            f"Chưa hoàn tác được việc số {taken.number} “{taken.label}” vì sau đó các bản ghi này đã được sửa: {named}. "
            "Hãy hoàn tác những việc đó trước."
        )


def _mark(write: Write, number: int, undone_by: int | None) -> None:
    write.connection.execute(WRITES.update().where(WRITES.c.id == number), {"undone_by": undone_by})


def _numbered(store: Store, number: int) -> Written:
    found = _at(store, sa.select(WRITES.c.id).where(WRITES.c.id == number, WRITES.c.undoes.is_(None)))
    if found is None:
        raise UserError(f"Không có việc số {number} trong lịch sử. Hãy xem danh sách bằng undo --list.")
    return found


def _at(store: Store, number: sa.Select[tuple[int]]) -> Written | None:
    with store.reading() as connection:
        row = connection.execute(sa.select(WRITES).where(WRITES.c.id == number.scalar_subquery())).mappings().first()
        if row is None:
            return None
        records = connection.execute(sa.select(sa.func.count()).where(CHANGES.c.write == row["id"])).scalar_one()
    return Written(row["id"], row["at"], row["actor"], row["label"], row["undone_by"] is not None, records)


def changes_of(store: Store, uid: str) -> Iterator[tuple[Written, dict[str, object] | None]]:
    """The life of a record: each write that touched it, newest first, and what it was before (None: it was new)."""
    found = sa.select(WRITES, CHANGES.c.before).join(CHANGES, CHANGES.c.write == WRITES.c.id)
    with store.reading() as connection:
        rows = connection.execute(found.where(CHANGES.c.uid == uid).order_by(CHANGES.c.id.desc())).mappings().all()
    for row in rows:
        written = Written(row["id"], row["at"], row["actor"], row["label"], row["undone_by"] is not None, 1)
        yield written, json.loads(row["before"]) if row["before"] else None
