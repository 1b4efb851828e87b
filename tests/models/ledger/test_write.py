"""Saving, removing and linking records: the one door, all or nothing."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import date, datetime
from random import Random
from typing import Any

import pytest

from models.errors import Refused, UserError
from models.ledger import history
from models.ledger.store import Store
from models.records.activity import Activity, ActivityAttendee, ActivityAudience
from models.records.feedback import Feedback
from models.records.member import Member
from models.records.unit import OrgUnit
from models.values import Code
from tests.models.invented import one_of_each


def activity(uid: str = "S1", **values: Any) -> Activity:
    """An activity without faults."""
    return Activity(
        uid,
        **{"title": "Hội nghị", "form": "hoi_nghi", "start_at": datetime(2026, 1, 12, 8), "primary_topic": "khac"}
        | values,
    )


def feedback(uid: str, **values: Any) -> Feedback:
    """A feedback without faults and without a number."""
    settled = {"received_on": date(2026, 1, 20), "channel": "hop_to", "source_kind": "ca_nhan", "kind": "kien_nghi"}
    more = {"subject_area": "bua_an_ca", "content": "Bữa ăn ca nguội", "competent_level": "co_so_nsdld"}
    return Feedback(uid, **settled | more | values)


def save(store: Store, *records: Any) -> None:
    """One write with these records."""
    with store.write("Ghi") as write:
        for record in records:
            write.save(record)


def test_a_record_of_every_type_is_read_as_it_was_saved(store: Store) -> None:
    records = one_of_each(Random(3))
    save(store, *records)
    for record in records:
        assert store.read(type(record), record.uid) == record


def test_many_records_are_read_in_the_order_asked_for(store: Store) -> None:
    save(store, *(activity(f"S{number}", title=str(number)) for number in range(1, 9)))
    assert [each.uid for each in store.read_many(Activity, ["S7", "S1", "none", "S3"])] == ["S7", "S1", "S3"]
    assert [each.uid for each in store.read_all(Activity)] == [f"S{number}" for number in range(1, 9)]


def test_a_saved_record_can_be_changed_and_shortened(store: Store) -> None:
    save(store, activity(audiences=[ActivityAudience(n_turns=5), ActivityAudience(n_turns=6)], place="Hội trường"))
    changed = store.read(Activity, "S1")
    changed.audiences.pop(0)
    changed.place, changed.is_online = None, True
    save(store, changed)
    assert store.read(Activity, "S1") == changed


def test_an_unknown_record_is_named(store: Store) -> None:
    with pytest.raises(UserError, match="Không còn hoạt động tuyên truyền này trong sổ"):
        store.read(Activity, "S9")
    with pytest.raises(UserError, match="Không còn đoàn viên"), store.write("Xóa") as write:
        write.remove(Member, "M9")


def test_a_refused_write_leaves_nothing(store: Store) -> None:
    with pytest.raises(Refused) as refused, store.write("Ghi") as write:
        write.save(activity("S1"))
        write.save(activity("S2", title=None, form="tiec"))
        write.save(activity("S3", n_sessions=0))
    assert [fault.field for fault in refused.value.faults] == ["title", "form", "n_sessions"]
    assert list(store.read_all(Activity)) == []
    assert len(history.writes(store)) == 1


def test_an_error_within_a_write_leaves_nothing(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.write("Ghi") as write:
        write.save(activity())
        raise ZeroDivisionError
    assert list(store.read_all(Activity)) == []
    save(store, activity())


def test_a_write_that_touches_nothing_leaves_no_trace(store: Store) -> None:
    save(store, activity())
    told: list[frozenset[str]] = []
    store.on_change(told.append)
    save(store, store.read(Activity, "S1"))
    with store.write("Không gì cả"):
        pass
    assert told == []
    assert len(history.writes(store)) == 2


def test_those_who_listen_are_told_which_types_changed(store: Store) -> None:
    told: list[frozenset[str]] = []
    store.on_change(told.append)
    save(store, activity(), Member("M1", full_name="Nguyễn Thị Ánh"))
    with store.write("Xóa") as write:
        write.remove(Member, "M1")
    assert told == [frozenset({"activity", "member"}), frozenset({"member"})]


def test_a_listener_may_write_itself(store: Store) -> None:
    def follow(kinds: frozenset[str]) -> None:
        if "activity" in kinds:
            save(store, Member("M1", full_name="Nguyễn Thị Ánh"))

    store.on_change(follow)
    save(store, activity())
    assert store.read(Member, "M1").full_name == "Nguyễn Thị Ánh"


def test_a_write_inside_a_write_is_a_mistake_of_ours(store: Store) -> None:
    with pytest.raises(RuntimeError), store.write("Ngoài"), store.write("Trong"):
        pass
    save(store, activity())


def test_two_threads_write_one_after_the_other(store: Store) -> None:
    def many(letter: str) -> None:
        for number in range(20):
            save(store, activity(f"{letter}{number}"))

    threads = [threading.Thread(target=many, args=(letter,)) for letter in "AB"]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert sum(1 for _ in store.read_all(Activity)) == 40


def test_reading_goes_on_while_a_write_is_under_way(store: Store) -> None:
    save(store, activity("S1"))
    with store.write("Ghi") as write:
        write.save(activity("S2"))
        assert [each.uid for each in store.read_all(Activity)] == ["S1"]


def test_a_link_to_nothing_is_refused_with_its_field(store: Store) -> None:
    with pytest.raises(Refused) as refused:
        save(store, activity(organizer="DV9", attendees=[ActivityAttendee(member="M8"), ActivityAttendee(member="M9")]))
    named = [(fault.field, fault.reason) for fault in refused.value.faults]
    assert ("organizer", "không tìm thấy tổ chức công đoàn có mã định danh “DV9”") in named
    assert {field for field, _reason in named} == {"organizer", "attendees[0].member", "attendees[1].member"}
    assert list(store.read_all(Activity)) == []


def test_a_link_may_lead_to_one_of_several_types(store: Store) -> None:
    save(store, activity(), feedback("K1", occasion="S1"))
    with pytest.raises(Refused, match="hoặc"):
        save(store, feedback("K2", occasion="S2"))


def test_every_record_that_points_to_nothing_is_named(store: Store) -> None:
    with pytest.raises(Refused) as refused, store.write("Ghi") as write:
        for number in range(1, 4):
            write.save(activity(f"S{number}", organizer="DV9"), line=number)
    assert [fault.line for fault in refused.value.faults] == [1, 2, 3]


def test_what_is_mended_before_the_end_of_a_write_is_no_fault(store: Store) -> None:
    with store.write("Ghi") as write:
        write.save(activity(organizer="DV9"))
        write.save(activity())
        write.save(activity("S2", organizer="DV8"))
        write.remove(Activity, "S2")
    assert [each.uid for each in store.read_all(Activity)] == ["S1"]


def test_a_record_in_use_is_not_removed(store: Store) -> None:
    member = Member("M1", full_name="Nguyễn Thị Ánh")
    save(store, member, activity(attendees=[ActivityAttendee(member="M1")]), feedback("K1", member="M1"))
    with pytest.raises(Refused, match=r"Chưa xóa được “Nguyễn Thị Ánh”.*“S1”.*“K1”"), store.write("Xóa") as write:
        write.remove(Member, "M1")
    assert store.read(Member, "M1") == member
    with store.write("Xóa") as write:
        write.remove(Member, "M1")
        write.remove(Activity, "S1")
        write.remove(Feedback, "K1")
    assert list(store.read_all(Member)) == []


def test_a_record_keeps_its_child_lists_to_itself_when_another_goes(store: Store) -> None:
    save(store, *(activity(f"S{number}", audiences=[ActivityAudience(n_turns=number)]) for number in (1, 2)))
    with store.write("Xóa") as write:
        write.remove(Activity, "S1")
    save(store, activity("S3"))
    assert [len(each.audiences) for each in store.read_many(Activity, ["S2", "S3"])] == [1, 0]


def test_a_renamed_record_is_followed_by_those_that_point_to_it(store: Store) -> None:
    member = Member("M1", full_name="Nguyễn Thị Ánh")
    save(store, member, activity(attendees=[ActivityAttendee(member="M1")]), feedback("K1", member="M1"))
    with store.write("Đổi mã") as write:
        write.rename(store.read(Member, "M1"), "M2")
    assert store.read(Activity, "S1").attendees[0].member == "M2"
    assert store.read(Feedback, "K1").member == "M2"
    with pytest.raises(UserError):
        store.read(Member, "M1")


def test_feedback_gets_the_next_number_of_its_year(store: Store) -> None:
    save(store, feedback("K1"), feedback("K2", received_on=date(2025, 12, 31)), feedback("K3"))
    with store.write("Nhiều") as write:
        write.add_all([feedback("K4"), feedback("K5", code="2026/0009"), feedback("K6"), feedback("K7", code="tay")])
    codes = {each.uid: each.code for each in store.read_all(Feedback)}
    assert codes == {
        "K1": "2026/0001",
        "K2": "2025/0001",
        "K3": "2026/0002",
        "K4": "2026/0003",
        "K5": "2026/0009",
        "K6": "2026/0010",
        "K7": "tay",
    }
    save(store, feedback("K8", code="2026/9999"), feedback("K9"), feedback("K10"))
    assert [each.code for each in store.read_many(Feedback, ["K9", "K10"])] == ["2026/10000", "2026/10001"]


def test_a_value_that_no_two_may_share_is_refused(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Feedback, "unique", ("code",))
    save(store, feedback("K1", code="A"))
    with pytest.raises(Refused, match=r"“A” đã có ở một ý kiến, kiến nghị khác .*“K1”"):
        save(store, feedback("K2", code="A"))
    with pytest.raises(Refused, match="“B” đã có"):
        save(store, feedback("K3", code="B"), feedback("K4", code="B"))
    save(store, feedback("K1", code="B"), feedback("K2", code="A"))  # handed on within one write


def test_a_ledger_has_one_own_unit_no_more_and_no_less(store: Store) -> None:
    other = OrgUnit("DV2", code="B", kind="grassroots_union", name_full="CĐCS B", is_own=True)
    with pytest.raises(Refused, match="chỉ một đơn vị"):
        save(store, other)
    with pytest.raises(Refused, match="phải có đơn vị của mình"), store.write("Xóa") as write:
        write.remove(OrgUnit, "own")
    own = store.own_unit()
    own.is_own = False
    save(store, own, other)
    assert store.own_unit() == other


def test_a_value_that_has_left_its_list_is_still_read(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    save(store, activity())
    kind = Activity.fields["form"].kind
    assert isinstance(kind, Code)
    rest = {key: label for key, label in kind.list.labels.items() if key != "hoi_nghi"}
    monkeypatch.setattr(Activity.fields["form"], "kind", Code(replace(kind.list, labels=rest)))
    assert store.read(Activity, "S1").form == "hoi_nghi"
