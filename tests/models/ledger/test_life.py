"""The life of a record in words, back to any step, and what was deleted brought back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from random import Random

import pytest

from models.errors import UserError
from models.ledger import history
from models.ledger.life import EMPTY, Turn, life_of
from models.ledger.store import Store
from models.ledger.trash import bring_back, deleted, needed
from models.ledger.turning_back import go_back, prospect
from models.records.activity import Activity, ActivityAttendee, ActivityAudience
from models.records.member import Member
from models.records.unit import OrgUnit
from tests.models.invented import one_of_each
from tests.models.random_writes import random_write

Dumped = Callable[[Store], str]


def save(store: Store, *records: Member | OrgUnit | Activity, label: str = "Ghi") -> int:
    """One write with these records."""
    with store.write(label) as write:
        for record in records:
            write.save(record)
    return write.number


def remove(store: Store, record: type[Member | OrgUnit | Activity], uid: str) -> None:
    """One write that takes a record out."""
    with store.write(f"Xóa {uid}") as write:
        write.remove(record, uid)


def event(**values: object) -> Activity:
    """An event with 40 turns and one member present."""
    return Activity(
        "S1",
        title="Hội nghị",
        form="hoi_nghi",
        start_at=datetime(2026, 3, 12, 8),
        primary_topic="atgt",
        **{
            "audiences": [ActivityAudience(group="doan_vien", n_turns=40)],
            "attendees": [ActivityAttendee(member="M1")],
            **values,
        },
    )


@pytest.fixture
def lived(store: Store) -> Store:
    """An event that was added, changed, removed and brought back."""
    save(store, Member("M1", full_name="Lê Thị Ơn"), Member("M2", full_name="Trần Văn Ánh"))
    save(store, event(), label="Thêm hoạt động")
    changed = event(
        audiences=[
            ActivityAudience(group="doan_vien", n_turns=45),
            ActivityAudience(group="nguoi_lao_dong", n_turns=7),
        ],
        attendees=[],
        place="Hội trường",
        is_online=True,
        end_at=datetime(2026, 3, 12, 11, 30),
    )
    save(store, changed, label="Sửa hoạt động")
    remove(store, Activity, "S1")
    history.undo(store)
    return store


def test_the_life_of_a_record_is_told_in_words(lived: Store) -> None:
    events = life_of(lived, Activity, "S1")
    assert [(each.deed, each.written.label) for each in events] == [
        ("đưa trở lại", "Hoàn tác: Xóa S1"),
        ("xóa", "Xóa S1"),
        ("sửa", "Sửa hoạt động"),
        ("thêm", "Thêm hoạt động"),
    ]
    assert events[2].turns == (
        Turn("Kết thúc", EMPTY, "12/03/2026 11:30"),
        Turn("Địa điểm", EMPTY, "Hội trường"),
        Turn("Trực tuyến", "Không", "Có"),
        Turn("Người tham dự, dòng 1: Số lượt người", "40", "45"),
        Turn("Người tham dự", "", "Người lao động chưa là đoàn viên · số lượt người 7"),
        Turn("Danh sách đoàn viên tham dự", "Lê Thị Ơn", ""),
    )
    assert events[2].written.actor == lived.actor
    assert Turn("Tên hoạt động", EMPTY, "Hội nghị") in events[3].turns
    assert Turn("Người tham dự", "Người lao động chưa là đoàn viên · số lượt người 7", "") in events[1].turns


def test_a_link_to_a_record_that_is_gone_is_told_by_the_name_it_had(store: Store) -> None:
    save(store, OrgUnit("T1", code="T1", kind="union_group", name_full="Tổ May 1"))
    save(store, Member("M1", full_name="Lê Ơn", union_group="T1"))
    save(store, Member("M1", full_name="Lê Ơn"))
    remove(store, OrgUnit, "T1")
    assert life_of(store, Member, "M1")[0].turns == (Turn("Tổ công đoàn", "Tổ May 1", EMPTY),)


def test_of_a_record_touched_twice_in_one_write_the_whole_step_is_told(store: Store) -> None:
    save(store, Member("M1", full_name="Một"))
    with store.write("Hai lần") as write:
        write.save(Member("M1", full_name="Hai"))
        write.save(Member("M1", full_name="Ba"))
    assert [each.turns for each in life_of(store, Member, "M1")[:1]] == [(Turn("Họ và tên", "Một", "Ba"),)]


def test_back_to_any_step_is_one_write_that_is_done_again_at_once(store: Store, dumped: Dumped) -> None:
    states, numbers = [dumped(store)], []
    for number in range(5):
        numbers.append(save(store, Member(f"M{number % 3}", full_name=f"Tên {number}"), label=f"Việc {number}"))
        states.append(dumped(store))
    history.undo(store)
    assert [each.label for each in prospect(store, numbers[1]).writes] == ["Việc 3", "Việc 2", "Việc 1"]
    assert prospect(store, numbers[1]).kinds == (("member", 3),)
    assert len(go_back(store, numbers[1])) == 3
    assert dumped(store) == states[1]
    upcoming = history.next_undo(store)
    assert upcoming is not None and upcoming.label == "Việc 0"
    history.redo(store)
    assert dumped(store) == states[4]
    history.redo(store)
    assert dumped(store) == states[5]


def test_going_back_is_refused_before_the_ledger_and_to_what_was_taken_back(store: Store) -> None:
    number = save(store, Member("M1", full_name="Một"))
    with pytest.raises(UserError, match="lập sổ"):
        go_back(store, 1)
    history.undo(store)
    with pytest.raises(UserError, match="đã được hoàn tác"):
        go_back(store, number)


def test_random_writes_are_gone_back_over_from_any_of_them(store: Store, dumped: Dumped, tmp_path: Path) -> None:
    random = Random(3)
    with store.write("Đầu") as write:
        write.add_all(one_of_each(random))
    states: dict[int, str] = {}
    while len(states) < 60:
        before = dumped(store)
        if random_write(store, random, tmp_path):
            upcoming = history.next_undo(store)
            assert upcoming is not None
            states[upcoming.number] = before
    now = dumped(store)
    for number in random.sample(sorted(states), 8):
        go_back(store, number)
        assert dumped(store) == states[number]
        history.redo(store)
        assert dumped(store) == now


def test_what_was_deleted_is_listed_and_brought_back_with_what_it_needs(store: Store, dumped: Dumped) -> None:
    save(store, OrgUnit("T1", code="T1", kind="union_group", name_full="Tổ May 1"))
    save(store, Member("M1", full_name="Lê Ơn", union_group="T1"), Member("M2", full_name="Còn đây"))
    before = dumped(store)
    remove(store, Member, "M1")
    remove(store, OrgUnit, "T1")
    found = deleted(store)
    assert {each.record.title_text for each in found} == {"Lê Ơn", "Tổ May 1"}
    member = next(each for each in found if isinstance(each.record, Member))
    assert (member.actor, member.label) == (store.actor, "Xóa M1")
    with pytest.raises(UserError, match="tổ chức công đoàn “Tổ May 1”"):
        bring_back(store, [member])
    bring_back(store, [member, *needed(store, [member])])
    assert dumped(store) == before
    assert deleted(store) == []
    history.undo(store)
    assert len(deleted(store)) == 2


def test_a_restored_record_has_its_life_and_may_be_brought_back_only_once(store: Store) -> None:
    save(store, Member("M1", full_name="Lê Ơn", joined_on=date(2020, 1, 1)))
    remove(store, Member, "M1")
    gone = deleted(store)
    bring_back(store, gone)
    assert [each.deed for each in life_of(store, Member, "M1")] == ["đưa trở lại", "xóa", "thêm"]
    with pytest.raises(UserError, match="đã có trong sổ"):
        bring_back(store, gone)


def test_what_was_changed_and_deleted_again_at_once_comes_back_as_it_was_last(store: Store) -> None:
    save(store, Member("M1", full_name="Lê Ơn"))
    number = save(store, Member("M1", full_name="Lê Thị Ơn"))
    remove(store, Member, "M1")
    go_back(store, number)
    history.redo(store)
    bring_back(store, deleted(store))
    assert store.read(Member, "M1").full_name == "Lê Thị Ơn"


def test_an_addition_taken_back_can_be_brought_back_from_what_was_deleted(store: Store) -> None:
    save(store, Member("M1", full_name="Lê Ơn"))
    history.undo(store)
    bring_back(store, deleted(store))
    assert store.read(Member, "M1").full_name == "Lê Ơn"
