"""Whether the ledger keeps identity numbers of members, under which password, and that it stops keeping them."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from models.errors import UserError
from models.ledger.connection import Connection
from models.ledger.plain import asked, first, put
from models.ledger.store import Store
from models.ledger.write import Write
from models.records.member import Member
from models.records.unit import OrgPermission, OrgUnit

ITEM = "id_no"
SHORTEST = 10
_CHANGES = "SELECT id, before FROM change WHERE type = ? AND before IS NOT NULL AND instr(before, ?)"


def are_kept(store: Store) -> bool:
    """True if the ledger keeps identity numbers."""
    with store.reading() as connection:
        return first(connection, "SELECT id_lock FROM org_unit WHERE is_own = 1") is not None


def permission(store: Store) -> OrgPermission | None:
    """For what and on which basis the ledger keeps identity numbers; None if it keeps none."""
    return next((each for each in store.own_unit().permissions if each.item == ITEM), None)


def count(store: Store) -> int:
    """Of how many members a number is kept."""
    with store.reading() as connection:
        return int(first(connection, "SELECT count(*) FROM member WHERE id_no IS NOT NULL"))


def switch_on(store: Store, password: str, purpose: str, basis: str) -> int:
    """Keeps numbers from now on, under this password; the safe is open then. Returns the number of the write."""
    from models.guarded.cipher import lock_of, new_key

    _require_long(password)
    own, key = store.own_unit(), new_key()
    if own.id_lock is not None:
        raise UserError("Sổ đã lưu số căn cước rồi. Hãy mở khóa bằng mật khẩu đang dùng.")
    own.id_lock = lock_of(key, password)
    own.permissions.append(OrgPermission(item=ITEM, purpose=purpose, legal_basis=basis))
    with store.write("Bắt đầu lưu số căn cước, có mật khẩu") as write:
        write.save(own)
    store.safe.open(key)
    return write.number


def unlock(store: Store, password: str) -> None:
    """Opens the safe. UserError if that is not the password."""
    from models.guarded.cipher import key_from

    lock = store.own_unit().id_lock
    if lock is None:
        raise UserError("Sổ này không lưu số căn cước.")
    key = key_from(lock, password)
    if key is None:
        raise UserError("Mật khẩu chưa đúng. Hãy gõ lại, chú ý phím Caps Lock và bộ gõ tiếng Việt.")
    store.safe.open(key)


def change_password(store: Store, old: str, new: str) -> None:
    """Another password from now on; the former one opens nothing in this ledger any more, not even by way of undo."""
    from models.guarded.cipher import key_from, lock_of

    _require_long(new)
    own = store.own_unit()
    key = key_from(own.id_lock, old) if own.id_lock is not None else None
    if key is None:
        raise UserError("Mật khẩu đang dùng chưa đúng. Hãy gõ lại.")
    own.id_lock = lock = lock_of(key, new)
    with store.write("Đổi mật khẩu số căn cước") as write:
        write.save(own)
        _rewrite(write.connection, OrgUnit, "id_lock", lambda line: line.update(id_lock=lock))
    store.safe.open(key)


def switch_off(store: Store) -> int:
    """Deletes every number and the lock, out of the history too; returns of how many members. Cannot be taken back."""
    own = store.own_unit()
    own.id_lock, own.permissions = None, [each for each in own.permissions if each.item != ITEM]
    with store.write("Thôi lưu số căn cước, đã xóa các số") as write:
        holders = [row[0] for row in asked(write.connection, "SELECT uid FROM member WHERE id_no IS NOT NULL")]
        _take_out(write, holders)
        write.save(own)
        _rewrite(write.connection, Member, "id_no", lambda line: line.pop("id_no", None))
        _rewrite(write.connection, OrgUnit, ITEM, _forbid)
    store.safe.close()
    return len(holders)


def _take_out(write: Write, uids: list[str]) -> None:
    from models.ledger import rows

    members = list(rows.load(write.connection, Member, uids))
    for member in members:
        member.id_no = None
    write.add_all(members)


def _rewrite(connection: Connection, record: type[Member | OrgUnit], mark: str, change: Callable[[Any], Any]) -> None:
    """Changes what the history remembers of records that were kept with this word in them."""
    found = []
    for number, before in asked(connection, _CHANGES, (record.table_name, f'"{mark}"')):
        line = json.loads(before)
        change(line)
        found.append((json.dumps(line, ensure_ascii=False), number))
    put(connection, "UPDATE change SET before = ? WHERE id = ?", found)


def _forbid(line: dict[str, Any]) -> None:
    """The own unit as it would have been without numbers."""
    line.pop("id_lock", None)
    kept = [each for each in line.pop("permissions", ()) if each.get("field") != ITEM]
    if kept:
        line["permissions"] = kept


def _require_long(password: str) -> None:
    if len(password.strip()) < SHORTEST:
        raise UserError(f"Mật khẩu cần ít nhất {SHORTEST} ký tự. Bốn từ bất kỳ, cách nhau bằng dấu cách, là dễ nhớ.")
