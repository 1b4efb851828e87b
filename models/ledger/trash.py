"""What was deleted and can be brought back, with the records it pointed to if those are gone as well."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from models.errors import UserError
from models.ledger import links
from models.ledger.connection import Connection
from models.ledger.plain import asked, marks
from models.ledger.rows import chunks, known
from models.ledger.store import Store
from models.ledger.values import revived
from models.record import Record
from models.records import CATALOGUE

_GONE = (  # the last thing that happened to each record, if that found it there: few among all that were ever added
    "SELECT change.type, change.uid, change.before, write.at, write.actor, write.label FROM change "
    "JOIN write ON write.id = change.write WHERE change.before IS NOT NULL AND NOT EXISTS "
    "(SELECT 1 FROM change AS later WHERE later.uid = change.uid AND later.type = change.type AND later.id > change.id)"
)
# The writes that stand know what a record was last: doing several steps again at once passes over what lay between.
_STANDING = (
    "SELECT uid, before, write.at, write.actor, write.label FROM change JOIN write ON write.id = change.write "
    "WHERE undoes IS NULL AND undone_by IS NULL"
)


@dataclass(frozen=True, slots=True)
class Deleted:
    """A record as it was when it went."""

    record: Record
    at: str  # 2026-01-12T08:00:00
    actor: str
    label: str  # of the write that took it out

    @property
    def key(self) -> tuple[str, str]:
        """Its type and uid."""
        return self.record.table_name, self.record.uid


def deleted(store: Store) -> list[Deleted]:
    """Every record that is gone, the last one first. An own unit that got another uid is not gone."""
    with store.reading() as connection:
        last = asked(connection, _GONE)
        found = [each for record in CATALOGUE for each in _deleted_of(connection, record, last)]
    return sorted(found, key=lambda each: each.at, reverse=True)


def needed(store: Store, wanted: Sequence[Deleted]) -> list[Deleted]:
    """The deleted records without which those wanted would point to nothing, and those that these need in turn."""
    gone = {each.key: each for each in deleted(store)}
    seen = {each.key for each in wanted}
    waiting, found = list(wanted), list[Deleted]()
    while waiting:
        for _name, _label, (kinds, uid) in links.targets_of(waiting.pop().record):
            for key in ((kind, uid) for kind in kinds):
                if key in gone and key not in seen:
                    seen.add(key)
                    found.append(gone[key])
                    waiting.append(gone[key])
    return found


def bring_back(store: Store, wanted: Sequence[Deleted]) -> int:
    """Puts deleted records back in one write; returns its number. UserError, naming what is missing, if links break."""
    if lacking := needed(store, wanted):
        named = "; ".join(f"{each.record.label.lower()} “{each.record.title_text}”" for each in lacking)
        raise UserError(
            f"Chưa khôi phục được vì còn trỏ đến bản ghi cũng đã xóa: {named}. Hãy khôi phục cả những mục đó."
        )
    head = wanted[0].record
    others = f" và {len(wanted) - 1} bản ghi khác" if len(wanted) > 1 else ""
    with store.write(f"Khôi phục {head.label.lower()} “{head.title_text}”{others}") as write:
        for record in CATALOGUE:
            write.restore_all([each.record for each in wanted if type(each.record) is record])
        if not write.kinds:
            raise UserError("Các bản ghi này đã có trong sổ rồi. Hãy đóng và mở lại danh sách “Đã xóa”.")
    return write.number


def _deleted_of(connection: Connection, record: type[Record], last: Sequence[tuple[Any, ...]]) -> Iterator[Deleted]:
    mine = {row[1]: row[2:] for row in last if row[0] == record.table_name}
    for uid in known(connection, record, list(mine)):
        del mine[uid]
    for chunk in chunks(list(mine)):
        sql = f"{_STANDING} AND type = ? AND uid IN ({marks(len(chunk))}) ORDER BY change.id"
        mine.update({uid: rest for uid, *rest in asked(connection, sql, [record.table_name, *chunk]) if rest[0]})
    for uid, (before, at, actor, label) in mine.items():
        line = json.loads(before)
        if not line.get("is_own"):
            yield Deleted(revived(record, uid, line), at, actor, label)
