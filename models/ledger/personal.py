"""Personal data that need protection are kept only where the own unit has said for what and why (`domain.md` 10)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from models.errors import Fault
from models.ledger.connection import Connection
from models.ledger.plain import asked, named
from models.record import Field, Record
from models.records.member import Member
from models.records.unit import OrgUnit

_GUARDED = {name: member for name, member in Member.fields.items() if member.sensitive}
_PERMITTED = (
    "SELECT org_permission.field FROM org_permission JOIN org_unit ON org_permission.owner = org_unit.id "
    "WHERE org_unit.is_own = 1"
)
_WAY = "đơn vị của sổ, phần “Thông tin cá nhân được ghi”"


def withheld(connection: Connection) -> dict[str, Field]:
    """The fields of a member that this ledger does not keep, by name."""
    permitted = {row[0] for row in asked(connection, _PERMITTED)}
    return {name: member for name, member in _GUARDED.items() if name not in permitted}


def personal_faults(
    connection: Connection, touched: Mapping[type[Record], Mapping[str, int | None]]
) -> Iterator[Fault]:
    """A fault for each value of a member that this ledger may not keep, after members or the own unit changed."""
    if Member not in touched and OrgUnit not in touched:
        return
    guarded = withheld(connection)
    if not guarded:
        return
    lines = touched.get(Member, {})
    filled = " OR ".join(f"\"{name}\" NOT IN (0, '')" for name in guarded)
    sql = f"SELECT uid, named, {named(guarded)} FROM member WHERE {filled} ORDER BY id"
    for uid, title, *values in asked(connection, sql):
        for member, value in zip(guarded.values(), values, strict=True):
            if value:
                yield _fault(member, title, lines.get(uid), touched=uid in lines)


def _fault(member: Field, title: str, line: int | None, *, touched: bool) -> Fault:
    if touched:
        reason = f"sổ này chưa được phép ghi; hãy ghi mục đích và căn cứ ở {_WAY}, hoặc bỏ trường này"
        return Fault(reason, member.key, member.label, line)
    reason = f"còn ghi ở đoàn viên “{title}”; hãy xóa ở đó trước, hoặc giữ lại cho phép ở {_WAY}"
    return Fault(reason, "permissions", member.label)
