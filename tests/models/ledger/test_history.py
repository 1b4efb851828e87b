"""Undo and redo of any write, and the life of a record."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest

from models.errors import Refused, UserError
from models.ledger import file, history, interchange
from models.ledger.store import Store
from models.records import record_type
from models.records.activity import Activity, ActivityAttendee
from models.records.member import Member
from models.records.unit import OrgUnit
from tests.models.invented import invented, one_of_each
from tests.models.random_writes import random_write

Dumped = Callable[[Store], str]


def member(uid: str, name: str = "Nguyễn Thị Ánh", **values: Any) -> Member:
    """A member of this name."""
    return Member(uid, full_name=name, **values)


def save(store: Store, *records: Any, label: str = "Ghi") -> None:
    """One write with these records."""
    with store.write(label) as write:
        for record in records:
            write.save(record)


def remove(store: Store, uid: str) -> None:
    """One write that takes a member out."""
    with store.write("Xóa") as write:
        write.remove(Member, uid)


def test_undo_and_redo_walk_through_the_writes(store: Store) -> None:
    save(store, member("M1"))
    save(store, member("M1", "Lê Ơn"))
    remove(store, "M1")
    names = []
    for step in (history.undo, history.undo, history.undo, history.redo, history.redo, history.redo):
        step(store)
        names.append([each.full_name for each in store.read_all(Member)])
    assert names == [["Lê Ơn"], ["Nguyễn Thị Ánh"], [], ["Nguyễn Thị Ánh"], ["Lê Ơn"], []]


def test_there_is_an_end_to_undo_and_to_redo(store: Store) -> None:
    assert history.next_undo(store) is None
    with pytest.raises(UserError, match="Không còn việc nào để hoàn tác"):
        history.undo(store)
    with pytest.raises(UserError, match="Không có việc nào để làm lại"):
        history.redo(store)
    save(store, member("M1"))
    history.undo(store)
    save(store, member("M2"))
    with pytest.raises(UserError, match="Không có việc nào để làm lại"):
        history.redo(store)


def test_the_making_of_the_ledger_is_not_taken_back(store: Store) -> None:
    with pytest.raises(UserError, match="việc đầu tiên của sổ"):
        history.undo(store, 1)
    assert store.own_unit().uid == "own"


def test_the_next_steps_are_named_in_the_users_words(store: Store) -> None:
    save(store, member("M1"), member("M2"), label="Thêm hai đoàn viên")
    upcoming = history.next_undo(store)
    assert upcoming is not None
    assert (upcoming.label, upcoming.records, upcoming.undone) == ("Thêm hai đoàn viên", 2, False)
    assert upcoming.actor == store.actor
    history.undo(store)
    assert history.next_undo(store) is None
    again = history.next_redo(store)
    assert again is not None
    assert (again.label, again.undone) == ("Thêm hai đoàn viên", True)
    assert [(each.number, each.undone) for each in history.writes(store)] == [(2, True), (1, False)]


def test_an_earlier_write_is_taken_back_by_its_number_and_brought_back(store: Store) -> None:
    save(store, member("M1"))
    save(store, member("M2"))
    save(store, member("M3"))
    history.undo(store, 3)
    assert [each.uid for each in store.read_all(Member)] == ["M1", "M3"]
    with pytest.raises(UserError, match="đã được hoàn tác rồi"):
        history.undo(store, 3)
    with pytest.raises(UserError, match="Không có việc số 99"):
        history.undo(store, 99)
    assert history.redo(store).number == 3
    assert [each.uid for each in store.read_all(Member)] == ["M1", "M2", "M3"]


def test_a_write_that_later_ones_build_upon_is_kept_and_they_are_named(store: Store, dumped: Dumped) -> None:
    save(store, member("M1"), label="Thêm")
    save(store, member("M1", "Lê Ơn"), label="Sửa tên")
    before = dumped(store)
    with pytest.raises(UserError, match=r"Chưa hoàn tác được việc số 2 “Thêm”.* số 3 “Sửa tên”"):
        history.undo(store, 2)
    assert dumped(store) == before


def test_records_of_other_types_with_the_same_uid_are_no_conflict(store: Store) -> None:
    save(store, member("X1"))
    save(store, invented(record_type("idea"), Random(1), {}, "X1"))
    history.undo(store, 2)
    assert list(store.read_all(Member)) == []
    assert [written.number for written, _before in history.changes_of(store, "X1", Member)] == [4, 2]


def test_undo_is_refused_where_another_record_needs_what_would_go(store: Store, dumped: Dumped) -> None:
    save(store, member("M1"))
    activity = invented(Activity, Random(2), {"org_unit": ["own"]}, "S1")
    assert isinstance(activity, Activity)
    activity.attendees = [ActivityAttendee(member="M1")]
    save(store, activity)
    before = dumped(store)
    with pytest.raises(Refused, match="còn được dùng ở: hoạt động tuyên truyền"):
        history.undo(store, 2)
    assert dumped(store) == before
    history.undo(store)
    history.undo(store)
    assert list(store.read_all(Member)) == []


def test_undo_of_a_removal_is_refused_when_what_it_pointed_to_is_gone(store: Store) -> None:
    save(store, OrgUnit("T1", code="T1", kind="union_group", name_full="Tổ 1"), member("M1", union_group="T1"))
    remove(store, "M1")
    with store.write("Xóa tổ") as write:
        write.remove(OrgUnit, "T1")
    with pytest.raises(Refused, match="“T1”"):
        history.undo(store, 3)


def test_a_record_touched_several_times_in_one_write_goes_back_to_before_it(store: Store, dumped: Dumped) -> None:
    save(store, member("M1"))
    before = dumped(store)
    with store.write("Nhiều lần") as write:
        write.save(member("M1", "Lê Ơn"))
        write.save(member("M2"))
        write.remove(Member, "M1")
        write.save(member("M1", "Trần Ưu"))
        write.save(member("M3"))
        write.remove(Member, "M3")
        write.rename(member("M2"), "M4")
    after = dumped(store)
    history.undo(store)
    assert dumped(store) == before
    history.redo(store)
    assert dumped(store) == after


def test_a_write_whose_end_is_its_beginning_can_be_undone_too(store: Store, dumped: Dumped) -> None:
    with store.write("Thêm rồi xóa") as write:
        write.save(member("M1"))
        write.remove(Member, "M1")
    before = dumped(store)
    history.undo(store)
    history.redo(store)
    history.undo(store)
    assert dumped(store) == before


def test_undo_survives_closing(ledger: Path, dumped: Dumped) -> None:
    store = file.open_ledger(ledger)
    before = dumped(store)
    save(store, *one_of_each(Random(4)))
    after = dumped(store)
    for step, expected in ((history.undo, before), (history.redo, after), (history.undo, before)):
        store.close()
        store = file.open_ledger(ledger)
        step(store)
        assert dumped(store) == expected
    store.close()


def test_a_whole_load_is_undone_at_once_and_redone(store: Store, tmp_path: Path, dumped: Dumped) -> None:
    save(store, *one_of_each(Random(5)))
    before = dumped(store)
    path = tmp_path / "a.jsonl"
    lines: list[dict[str, Any]] = [
        {"type": "member", "uid": f"M{number}", "full_name": f"Lê Văn {number}"} for number in range(2500)
    ]
    lines += [
        {"type": "org_unit", "uid": "renamed", "is_own": True, "place_name": "Tây Ninh"},
        {"type": "member", "uid": "member-1", "full_name": "Đổi tên"},
    ]
    path.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    interchange.load(store, path)
    after = dumped(store)
    assert store.own_unit().uid == "renamed"
    history.undo(store)
    assert dumped(store) == before
    history.redo(store)
    assert dumped(store) == after


def test_the_life_of_a_record_is_told_newest_first(store: Store) -> None:
    save(store, member("M1"), label="Thêm")
    save(store, member("M1", "Lê Ơn"), label="Sửa")
    remove(store, "M1")
    life = [(written.label, before and before["full_name"]) for written, before in history.changes_of(store, "M1")]
    assert life == [("Xóa", "Lê Ơn"), ("Sửa", "Nguyễn Thị Ánh"), ("Thêm", None)]


def test_two_hundred_random_writes_undone_and_redone_in_order(store: Store, dumped: Dumped, tmp_path: Path) -> None:
    random = Random(6)
    save(store, *one_of_each(random))
    first = history.next_undo(store)
    assert first is not None
    states = [dumped(store)]
    while len(states) <= 200:
        if random_write(store, random, tmp_path):
            states.append(dumped(store))
    for state in states[-2::-1]:
        history.undo(store)
        assert dumped(store) == state
    assert history.next_undo(store) == first
    for state in states[1:]:
        history.redo(store)
        assert dumped(store) == state
    assert history.next_redo(store) is None
