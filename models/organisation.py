"""Units change over time: they are renamed, come under another superior, join into one. What was stays readable.

The first two change the record given; who asks writes it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from models.errors import UserError
from models.ledger import rows
from models.ledger.plain import asked
from models.ledger.store import Store
from models.ledger.write import Write
from models.membership import move
from models.records.member import Member
from models.records.unit import OrgName, OrgRelation, OrgUnit

_DAY = timedelta(days=1)


def rename(unit: OrgUnit, on: date, name_full: str, head_1: str | None = None, head_2: str | None = None) -> None:
    """Gives a unit a new name from a day on; papers of earlier days keep the former one."""
    if not unit.names:
        unit.names.append(OrgName(name_full=unit.name_full, name_head_1=unit.name_head_1, name_head_2=unit.name_head_2))
    _end([(each, each.valid_from) for each in unit.names if each.valid_to is None], on)
    unit.name_full = name_full
    unit.name_head_1, unit.name_head_2 = head_1 or unit.name_head_1, head_2 or name_full.upper()
    unit.names.append(
        OrgName(name_full=name_full, name_head_1=unit.name_head_1, name_head_2=unit.name_head_2, valid_from=on)
    )


def put_under(unit: OrgUnit, on: date, superior: str) -> None:
    """Puts a unit under another superior from a day on."""
    if not unit.relations and unit.parent:
        unit.relations.append(OrgRelation(superior=unit.parent))
    _end([(each, each.valid_from) for each in unit.relations if each.valid_to is None], on)
    unit.parent = superior
    unit.relations.append(OrgRelation(superior=superior, valid_from=on))


def join_units(store: Store, units: Sequence[str], into: str, on: date, doc: str | None = None) -> int:
    """Dissolves units into another one on a day: their members move, their history stays. Returns the write's number.

    This is a change in the life of units; two entries for one unit are joined by `models.ledger.merging`.
    """
    target = store.read(OrgUnit, into)
    gone = store.read_many(OrgUnit, [uid for uid in units if uid != into])
    if not gone:
        raise UserError("Hãy chọn ít nhất một đơn vị để nhập vào đơn vị kia.")
    if any(each.is_own for each in gone):
        raise UserError("Đơn vị của sổ không nhập vào đơn vị khác được. Hãy chọn chiều ngược lại.")
    with store.write(f"Nhập {', '.join(each.name_full for each in gone)} vào {target.name_full}") as write:
        for unit in gone:
            unit.dissolved_on, unit.successor = on - _DAY, into
            write.save(unit)
            _move_all(write, unit.uid, into, on, doc)
            _hand_over_units(write, unit.uid, into, on)
    return write.number


def _move_all(write: Write, group: str, into: str, on: date, doc: str | None) -> None:
    found = asked(write.connection, "SELECT uid FROM member WHERE union_group = ? AND left_on IS NULL", (group,))
    for member in list(rows.load(write.connection, Member, [row[0] for row in found])):
        move(member, on, into, doc)
        write.save(member)


def _hand_over_units(write: Write, superior: str, into: str, on: date) -> None:
    """Units below one that goes come under the one that stays."""
    sql = "SELECT uid FROM org_unit WHERE parent = ? AND dissolved_on IS NULL AND uid <> ?"
    found = asked(write.connection, sql, (superior, into))
    for unit in list(rows.load(write.connection, OrgUnit, [row[0] for row in found])):
        put_under(unit, on, into)
        write.save(unit)


def _end(open_spans: Sequence[tuple[OrgName | OrgRelation, date | None]], on: date) -> None:
    for span, first in open_spans:
        if first is not None and first >= on:
            raise UserError(f"Đã có thay đổi từ ngày {first:%d/%m/%Y}. Hãy chọn ngày sau ngày đó.")
        span.valid_to = on - _DAY


class UnitBelow(NamedTuple):
    """A unit with those below it; `members` counts who is there now, in the units below too."""

    unit: OrgUnit
    below: list[UnitBelow]
    members: int


def units_as_tree(store: Store) -> list[UnitBelow]:
    """The units that are not dissolved, each below its superior, by name; those without one stand at the top."""
    sql = "SELECT union_group, count(*) FROM member WHERE left_on IS NULL AND union_group IS NOT NULL GROUP BY 1"
    with store.reading() as connection:
        members = dict(asked(connection, sql))
    units = {each.uid: each for each in store.read_all(OrgUnit) if each.dissolved_on is None}
    below: dict[str | None, list[OrgUnit]] = defaultdict(list)
    for unit in sorted(units.values(), key=lambda each: each.order_text()):
        below[unit.parent if unit.parent in units else None].append(unit)

    def branch(unit: OrgUnit, above: frozenset[str]) -> UnitBelow:
        found = [branch(each, above | {unit.uid}) for each in below[unit.uid] if each.uid not in above]
        return UnitBelow(unit, found, members.get(unit.uid, 0) + sum(each.members for each in found))

    return [branch(unit, frozenset({unit.uid})) for unit in below[None]]
