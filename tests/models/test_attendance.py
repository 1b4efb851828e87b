"""Whom the form of an event offers to tick: everyone by name and group, those who left at the end."""

from __future__ import annotations

from datetime import date

from models.attendance import groups_of, possible_attendees
from models.ledger.store import Store
from models.records.member import Member
from models.records.unit import OrgUnit


def test_members_stand_by_name_with_their_group_and_those_who_left_last(store: Store) -> None:
    with store.write("Nhập") as write:
        write.save(OrgUnit("may", code="1", kind="union_group", name_full="Tổ May"))
        write.save(OrgUnit("kho", code="2", kind="union_group", name_full="Tổ Kho"))
        write.save(Member("B", full_name="Lê Thị Bình", union_group="may"))
        write.save(Member("A", full_name="Trần Văn An"))
        write.save(Member("C", full_name="Võ An", union_group="kho", left_on=date(2026, 3, 5)))
    assert [(each.words, each.group, each.has_left) for each in possible_attendees(store)] == [
        ("Trần Văn An", None, False),
        ("Lê Thị Bình · Tổ May", "may", False),
        ("Võ An · Tổ Kho · đã rời 05/03/2026", "kho", True),
    ]
    assert groups_of(store) == [("may", "Tổ May")]
