"""Personal data that need protection: asked only where the own unit has said for what and why (`domain.md` 10).

What comes from a file is kept, so that nobody's data are lost on the way; whoever loads it is told, and it is told
again among what is missing until the unit gives its reasons or the data are taken out.
"""

from __future__ import annotations

from models.ledger.connection import Connection
from models.ledger.plain import asked, first, named
from models.record import Field
from models.records.member import Member

_GUARDED = {name: member for name, member in Member.fields.items() if member.sensitive}
_PERMITTED = (
    "SELECT org_permission.field FROM org_permission JOIN org_unit ON org_permission.owner = org_unit.id "
    "WHERE org_unit.is_own = 1"
)


def withheld(connection: Connection) -> dict[str, Field]:
    """The fields of a member for which the unit has given no reasons, by name."""
    permitted = {row[0] for row in asked(connection, _PERMITTED)}
    return {name: member for name, member in _GUARDED.items() if name not in permitted}


def unexplained(connection: Connection) -> list[tuple[str, str, list[Field]]]:
    """(uid, name, fields) of members of whom something is kept without reasons, by name."""
    guarded = withheld(connection)
    if not guarded:
        return []
    sql = f"SELECT uid, named, {named(guarded)} FROM member WHERE {_filled(guarded)} ORDER BY ordering, id"
    return [
        (uid, title, [member for member, value in zip(guarded.values(), values, strict=True) if value])
        for uid, title, *values in asked(connection, sql)
    ]


def notice(connection: Connection) -> str:
    """A sentence for whoever has just loaded a file; "" if nothing is kept without reasons."""
    guarded = withheld(connection)
    count = first(connection, f"SELECT count(*) FROM member WHERE {_filled(guarded)}") if guarded else 0
    if not count:
        return ""
    return (
        f"Lưu ý: {count} đoàn viên có thông tin cá nhân cần bảo vệ mà đơn vị chưa nêu mục đích và căn cứ. "
        "Hãy nêu ở đơn vị của sổ, phần “Thông tin cá nhân được ghi”, hoặc xóa các thông tin ấy."
    )


def _filled(guarded: dict[str, Field]) -> str:
    return " OR ".join(f"\"{name}\" NOT IN (0, '')" for name in guarded)
