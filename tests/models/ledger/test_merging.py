"""Two entries for one person or unit become one: nothing that pointed to either is lost, and all can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import pytest

from models.errors import Refused, UserError
from models.ledger import history
from models.ledger.check import check
from models.ledger.merging import merge
from models.ledger.store import Store
from models.records.activity import Activity, ActivityAttendee
from models.records.award import Award
from models.records.member import Member, MemberEvent, MemberNamesake
from models.records.unit import OrgRelation, OrgUnit

Dumped = Callable[[Store], str]


@pytest.fixture
def twice(store: Store) -> Store:
    """One woman entered twice, both entries in use."""
    joined = MemberEvent(kind="ket_nap", on=date(2020, 5, 1))
    with store.write("Nhập") as write:
        write.save(Member("A", full_name="Lê Thị Hòa", sex="nu", joined_on=date(2020, 5, 1), events=[joined]))
        write.save(
            Member("B", full_name="Lê Thị Hoà", birth=date(1990, 1, 2), job_title="Công nhân may", events=[joined])
        )
        write.save(
            Member("C", full_name="Lê Thị Hòa", namesakes=[MemberNamesake(member="B"), MemberNamesake(member="A")])
        )
        for uid, came in (("S1", "AB"), ("S2", "B"), ("S3", "C")):
            attendees = [ActivityAttendee(member=each) for each in came]
            write.save(
                Activity(
                    uid,
                    title="Họp",
                    form="hoi_nghi",
                    start_at=datetime(2026, 1, 5),
                    primary_topic="khac",
                    attendees=attendees,
                )
            )
        write.save(Award("K", subject_kind="ca_nhan", subject_name="a", member="B", form="bieu_duong", level="cdcs"))
    return store


def test_the_kept_entry_takes_over_what_it_lacks_and_every_link(twice: Store) -> None:
    merge(twice, Member, "A", "B")
    kept = twice.read(Member, "A")
    assert (kept.full_name, kept.birth, kept.job_title, kept.sex) == (
        "Lê Thị Hòa",
        date(1990, 1, 2),
        "Công nhân may",
        "nu",
    )
    assert len(kept.events) == 1, "the same event is told once"
    assert twice.read_many(Member, ["B"]) == []
    came = {uid: [each.member for each in twice.read(Activity, uid).attendees] for uid in ("S1", "S2", "S3")}
    assert came == {"S1": ["A"], "S2": ["A"], "S3": ["C"]}
    assert twice.read(Award, "K").member == "A"
    assert [each.member for each in twice.read(Member, "C").namesakes] == ["A"]
    assert check(twice) == []


def test_single_values_of_the_other_entry_stay_where_she_says_so(twice: Store) -> None:
    merge(twice, Member, "A", "B", ("full_name", "birth"))
    kept = twice.read(Member, "A")
    assert (kept.full_name, kept.birth, kept.sex) == ("Lê Thị Hoà", date(1990, 1, 2), "nu")


def test_it_is_one_write_that_can_be_taken_back(twice: Store, dumped: Dumped) -> None:
    before = dumped(twice)
    number = merge(twice, Member, "A", "B")
    after = dumped(twice)
    assert history.undo(twice).number == number
    assert dumped(twice) == before
    history.redo(twice)
    assert dumped(twice) == after


def test_what_one_said_of_the_other_is_forgotten(twice: Store) -> None:
    merge(twice, Member, "C", "A")
    assert [each.member for each in twice.read(Member, "C").namesakes] == ["B"]


def test_what_cannot_be_true_together_is_refused_and_nothing_is_changed(twice: Store, dumped: Dumped) -> None:
    with twice.write("Sửa") as write:
        write.save(Member("D", full_name="Lê Thị Hòa", left_on=date(2019, 1, 1)))
    before = dumped(twice)
    with pytest.raises(Refused, match="Ngày thôi"):
        merge(twice, Member, "A", "D")
    with pytest.raises(UserError, match="hai bản ghi khác nhau"):
        merge(twice, Member, "A", "A")
    with pytest.raises(UserError, match="Không còn đoàn viên này"):
        merge(twice, Member, "A", "X")
    assert dumped(twice) == before


def test_units_entered_twice_become_one(twice: Store, dumped: Dumped) -> None:
    with twice.write("Nhập") as write:
        write.save(OrgUnit("may", code="1", kind="union_group", name_full="Tổ may", parent="may-2"))
        write.save(OrgUnit("may-2", code="2", kind="union_group", name_full="Tổ May", parent="own"))
        write.save(
            OrgUnit(
                "nhom",
                code="3",
                kind="union_group",
                name_full="N",
                parent="may-2",
                relations=[OrgRelation(superior="may-2")],
            )
        )
        write.save(Member("E", full_name="Võ An", union_group="may-2"))
    before = dumped(twice)
    merge(twice, OrgUnit, "may", "may-2")
    below = twice.read(OrgUnit, "nhom")
    assert (below.parent, below.relations[0].superior) == ("may", "may")
    assert twice.read(Member, "E").union_group == "may"
    assert twice.read(OrgUnit, "may").parent == "own"
    with pytest.raises(UserError, match="chiều ngược lại"):
        merge(twice, OrgUnit, "may", "own")
    history.undo(twice)
    assert dumped(twice) == before
