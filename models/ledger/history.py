"""What was written when, and taking it back: undo and redo of any write, whole imports included."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models.errors import UserError
from models.ledger.connection import Connection
from models.ledger.plain import asked, first, marks, put
from models.ledger.rows import chunks
from models.ledger.store import Store
from models.ledger.values import revived
from models.ledger.write import Write
from models.record import Record
from models.records import CATALOGUE

FOUNDING = 1  # the write that made the ledger with its own unit; it stands as long as the ledger
_WRITES = (  # a write is its own if it does not take back another one
    "SELECT id, at, actor, label, undone_by IS NOT NULL, (SELECT count(*) FROM change WHERE change.write = write.id) "
    "FROM write WHERE undoes IS NULL"
)


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
    return _found(store, "ORDER BY id DESC LIMIT ?", limit)


def next_undo(store: Store) -> Written | None:
    """The write that undo would take back."""
    found = _found(store, "AND undone_by IS NULL AND id > ? ORDER BY id DESC LIMIT 1", FOUNDING)
    return found[0] if found else None


def next_redo(store: Store) -> Written | None:
    """The write that redo would bring back: the one taken back last, if nothing new was written since."""
    latest = "(SELECT max(id) FROM write WHERE undoes IS NULL)"
    found = _found(store, f"AND undone_by > {latest} ORDER BY undone_by DESC, id LIMIT 1")
    return found[0] if found else None


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
        take_back(write, [taken.number])
        mark_undone(write, [taken.number])
        write.takes_back(taken.number)
    return taken


def redo(store: Store) -> Written:
    """Brings back the write that was taken back last, with those taken back at once with it. UserError if there is
    none."""
    back = next_redo(store)
    if back is None:
        raise UserError("Không có việc nào để làm lại.")
    with store.write(f"Làm lại: {back.label}") as write:
        by = int(first(write.connection, "SELECT undone_by FROM write WHERE id = ?", (back.number,)))
        take_back(write, [by])
        asked(write.connection, "UPDATE write SET undone_by = NULL WHERE undone_by = ?", (by,))
        write.takes_back(by)
    return back


def standing_since(store: Store, number: int) -> list[Written]:
    """This write and those after it that were not taken back, newest first."""
    return _found(store, "AND undone_by IS NULL AND id >= ? ORDER BY id DESC", number)


def take_back(write: Write, numbers: Sequence[int]) -> None:
    """Puts every record that these writes touched back to what it was before the first of them."""
    changes: list[tuple[str, str, str | None]] = []
    first_of: dict[tuple[str, str], int] = {}
    for chunk in chunks(numbers):
        sql = f"SELECT type, uid, min(id) FROM change WHERE write IN ({marks(len(chunk))}) GROUP BY type, uid"
        for kind, uid, number in asked(write.connection, sql, chunk):
            first_of[kind, uid] = min(number, first_of.get((kind, uid), number))
    for part in chunks(sorted(first_of.values())):
        changes += asked(
            write.connection, f"SELECT type, uid, before FROM change WHERE id IN ({marks(len(part))}) ORDER BY id", part
        )
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


def _refuse_if_built_upon(connection: Connection, taken: Written) -> None:
    later = (
        "SELECT DISTINCT write.id, label FROM write JOIN change ON change.write = write.id "
        "WHERE undoes IS NULL AND undone_by IS NULL AND write.id > ?1 "
        "AND (type, uid) IN (SELECT type, uid FROM change WHERE write = ?1) ORDER BY write.id"
    )
    found = asked(connection, later, (taken.number,))
    if found:
        named = "; ".join(f"số {number} “{label}”" for number, label in found[:5])
        more = f" và {len(found) - 5} việc khác" if len(found) > 5 else ""
        raise UserError(
            f"Chưa hoàn tác được việc số {taken.number} “{taken.label}” vì sau đó các bản ghi này đã được sửa: "
            f"{named}{more}. Hãy hoàn tác những việc đó trước."
        )


def mark_undone(write: Write, numbers: Sequence[int]) -> None:
    """Says of these writes that `write` has taken them back."""
    put(
        write.connection,
        "UPDATE write SET undone_by = ? WHERE id = ?",
        [(write.number, number) for number in numbers],
    )


def _numbered(store: Store, number: int) -> Written:
    found = _found(store, "AND id = ?", number)
    if not found:
        raise UserError(f"Không có việc số {number} trong lịch sử. Hãy xem danh sách bằng undo --list.")
    return found[0]


def _found(store: Store, which: str, *values: int) -> list[Written]:
    with store.reading() as connection:
        rows = asked(connection, f"{_WRITES} {which}", values)
    return [
        Written(number, at, actor, label, bool(undone), records) for number, at, actor, label, undone, records in rows
    ]


def changes_of(
    store: Store, uid: str, record: type[Record] | None = None
) -> Iterator[tuple[Written, dict[str, object] | None]]:
    """The life of a record: each write that touched it, newest first, and what it was before (None: it was new)."""
    sql = (
        "SELECT write.id, at, actor, label, undone_by IS NOT NULL, before FROM write "
        "JOIN change ON change.write = write.id WHERE uid = ?1 AND ?2 IN ('', type) ORDER BY change.id DESC"
    )
    with store.reading() as connection:
        rows = asked(connection, sql, (uid, record.table_name if record is not None else ""))
    for number, at, actor, label, undone, before in rows:
        yield Written(number, at, actor, label, bool(undone), 1), json.loads(before) if before else None
