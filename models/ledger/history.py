"""What was written when, and taking it back: undo and redo of any write, whole imports included."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

import sqlalchemy as sa

from models.errors import UserError
from models.ledger.store import Store
from models.ledger.values import revived
from models.ledger.write import Write
from models.record import Record
from models.records import CATALOGUE
from models.tables import CHANGES, WRITES

FOUNDING = 1  # the write that made the ledger with its own unit; it stands as long as the ledger
_OWN = WRITES.c.undoes.is_(None)  # not the taking back of another write
_STANDS = sa.and_(_OWN, WRITES.c.undone_by.is_(None))


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
    found = sa.select(WRITES, count.label("records")).where(_OWN)
    with store.reading() as connection:
        rows = connection.execute(found.order_by(WRITES.c.id.desc()).limit(limit)).mappings().all()
    return [
        Written(row["id"], row["at"], row["actor"], row["label"], row["undone_by"] is not None, row["records"])
        for row in rows
    ]


def next_undo(store: Store) -> Written | None:
    """The write that undo would take back."""
    return _at(store, sa.select(sa.func.max(WRITES.c.id)).where(_STANDS, WRITES.c.id > FOUNDING))


def next_redo(store: Store) -> Written | None:
    """The write that redo would bring back: the one taken back last, if nothing new was written since."""
    latest = sa.select(sa.func.max(WRITES.c.id)).where(_OWN).scalar_subquery()
    taken_back = sa.select(WRITES.c.id).where(_OWN, WRITES.c.undone_by > latest)
    return _at(store, taken_back.order_by(WRITES.c.undone_by.desc()).limit(1))


def undo(store: Store, number: int | None = None) -> Written:
    """Takes back the last write, or the one numbered. UserError if there is none or a later write built on it."""
    taken = next_undo(store) if number is None else _numbered(store, number)
    if taken is None:
        raise UserError("Không còn việc nào để hoàn tác.")
    if taken.number == FOUNDING:
        raise UserError(
            f"“{taken.label}” là việc đầu tiên của sổ nên không hoàn tác được. Hãy sửa đơn vị ở mục Đơn vị."
        )
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
    first = (
        sa.select(sa.func.min(CHANGES.c.id)).where(CHANGES.c.write == number).group_by(CHANGES.c.type, CHANGES.c.uid)
    )
    columns = sa.select(CHANGES.c.type, CHANGES.c.uid, CHANGES.c.before)
    changes = write.connection.execute(columns.where(CHANGES.c.id.in_(first)).order_by(CHANGES.c.id)).all()
    for record in CATALOGUE:
        mine = [(uid, before) for kind, uid, before in changes if kind == record.table_name]
        write.restore_all([_restored(record, uid, before) for uid, before in mine if before is not None])
        write.remove_all(record, [uid for uid, before in mine if before is None])


def _restored(record: type[Record], uid: str, before: str) -> Record:
    try:
        return revived(record, uid, json.loads(before))
    except (ValueError, TypeError) as error:
        raise UserError(
            f"Lịch sử của bản ghi “{uid}” không đọc được ({error}) nên chưa hoàn tác được. Hãy sửa bản ghi bằng tay."
        ) from None


def _refuse_if_built_upon(connection: sa.Connection, taken: Written) -> None:
    touched = sa.select(CHANGES.c.type, CHANGES.c.uid).where(CHANGES.c.write == taken.number)
    later = (
        sa.select(WRITES.c.id, WRITES.c.label)
        .join(CHANGES, CHANGES.c.write == WRITES.c.id)
        .where(_STANDS, WRITES.c.id > taken.number, sa.tuple_(CHANGES.c.type, CHANGES.c.uid).in_(touched))
        .distinct()
        .order_by(WRITES.c.id)
    )
    found = connection.execute(later).all()
    if found:
        named = "; ".join(f"số {number} “{label}”" for number, label in found[:5])
        more = f" và {len(found) - 5} việc khác" if len(found) > 5 else ""
        raise UserError(
            f"Chưa hoàn tác được việc số {taken.number} “{taken.label}” vì sau đó các bản ghi này đã được sửa: "
            f"{named}{more}. Hãy hoàn tác những việc đó trước."
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


def changes_of(
    store: Store, uid: str, record: type[Record] | None = None
) -> Iterator[tuple[Written, dict[str, object] | None]]:
    """The life of a record: each write that touched it, newest first, and what it was before (None: it was new)."""
    found = (
        sa.select(WRITES, CHANGES.c.before).join(CHANGES, CHANGES.c.write == WRITES.c.id).where(CHANGES.c.uid == uid)
    )
    if record is not None:
        found = found.where(CHANGES.c.type == record.table_name)
    with store.reading() as connection:
        rows = connection.execute(found.order_by(CHANGES.c.id.desc())).mappings().all()
    for row in rows:
        written = Written(row["id"], row["at"], row["actor"], row["label"], row["undone_by"] is not None, 1)
        yield written, json.loads(row["before"]) if row["before"] else None
