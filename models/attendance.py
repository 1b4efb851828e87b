"""Who may be ticked as present: every member with the group, those who left at the end."""

from __future__ import annotations

from typing import NamedTuple

from models.ledger.plain import asked
from models.ledger.store import Store
from models.values import DAY

_SQL = (
    "SELECT member.uid, member.named, member.union_group, unit.named, member.left_on FROM member "
    "LEFT JOIN org_unit AS unit ON unit.uid = member.union_group "
    "ORDER BY member.left_on IS NOT NULL, member.ordering, member.id"
)


class Attendee(NamedTuple):
    """A member as a box to tick; `group` is the uid of the group."""

    uid: str
    words: str
    group: str | None
    has_left: bool


def possible_attendees(store: Store) -> list[Attendee]:
    """All members, by name; namesakes are told apart by their group."""
    with store.reading() as connection:
        found = asked(connection, _SQL)
    return [
        Attendee(uid, " · ".join([name] + [group_name] * bool(group_name) + _gone(left_on)), group, bool(left_on))
        for uid, name, group, group_name, left_on in found
    ]


def groups_of(store: Store) -> list[tuple[str, str]]:
    """(uid, name) of the groups that have members, by name."""
    sql = (
        "SELECT uid, named FROM org_unit WHERE uid IN (SELECT union_group FROM member WHERE left_on IS NULL) "
        "ORDER BY ordering"
    )
    with store.reading() as connection:
        return [(row[0], row[1]) for row in asked(connection, sql)]


def _gone(left_on: str | None) -> list[str]:
    return [f"đã rời {DAY.shown(DAY.read(left_on))}"] if left_on else []
