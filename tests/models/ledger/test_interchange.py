"""Records out of a ledger and into one, as JSON lines: all or nothing, every fault named with its line."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest

from models.errors import UserError
from models.ledger import file, history
from models.ledger.interchange import load
from models.ledger.store import Store
from models.records.activity import Activity
from models.records.feedback import Feedback
from models.records.member import Member
from models.records.unit import OrgUnit
from tests.models.invented import one_of_each
from tests.models.ledger.good_records import ACTIVITY, FEEDBACK, MEMBER

Dumped = Callable[[Store], str]


def test_a_dump_loaded_into_a_new_ledger_gives_the_same_dump(store: Store, tmp_path: Path, dumped: Dumped) -> None:
    with store.write("Ghi") as write:
        for record in one_of_each(Random(7)):
            write.save(record)
    text = dumped(store)
    path = tmp_path / "all.jsonl"
    lines = text.splitlines(keepends=True)
    Random(8).shuffle(lines)
    path.write_text("".join(lines), encoding="utf-8")
    unit = OrgUnit(code="X", kind="grassroots_union", name_full="Đơn vị khác")
    other = file.create(tmp_path / "other.socd", unit)
    assert load(other, path) == len(lines) == text.count("\n")
    assert dumped(other) == text
    steps = history.writes(other)
    load(other, path)
    assert (dumped(other), history.writes(other)) == (text, steps)
    other.close()


def test_the_own_unit_takes_the_uid_of_its_line(store: Store, take: Callable[..., int]) -> None:
    group = {"type": "org_unit", "uid": "T1", "code": "T1", "kind": "union_group", "name_full": "Tổ 1", "parent": "own"}
    take(group, {**MEMBER, "union_group": "own"})
    take({"type": "org_unit", "uid": "CĐ", "is_own": True, "place_name": "Tây Ninh"})
    own = store.own_unit()
    assert (own.uid, own.name_full, own.place_name) == ("CĐ", "CĐCS Công ty TNHH Mẫu A", "Tây Ninh")
    assert store.read(OrgUnit, "T1").parent == "CĐ"
    assert store.read(Member, "M1").union_group == "CĐ"
    assert len(list(store.read_all(OrgUnit))) == 2


def test_there_is_one_own_unit(faults: Callable[..., Any], take: Callable[..., int]) -> None:
    unit = {"type": "org_unit", "code": "B", "kind": "grassroots_union", "name_full": "B"}
    assert faults({**unit, "uid": "B1", "is_own": True}, {**unit, "uid": "B2", "is_own": True}) == [(2, "is_own")]
    assert faults({"type": "org_unit", "uid": "own", "is_own": None}) == [(1, "is_own")]
    take({**unit, "uid": "B1"})
    assert faults({"type": "org_unit", "uid": "B1", "is_own": True}) == [(1, "is_own")]


def test_a_known_record_keeps_what_is_absent_and_null_empties(store: Store, take: Callable[..., int]) -> None:
    lists = {"audiences": [{"n_turns": 5}, {"n_turns": 6}], "par_contents": [2], "is_par": True}
    take({**ACTIVITY, "place": "Hội trường", "n_sessions": 3, **lists})
    take({"type": "activity", "uid": "S1", "place": None, "n_sessions": None, "title": "Tên mới"})
    activity = store.read(Activity, "S1")
    assert (activity.title, activity.place, activity.n_sessions, activity.is_par) == ("Tên mới", None, 1, True)
    assert [each.n_turns for each in activity.audiences] == [5, 6]
    take({"type": "activity", "uid": "S1", "audiences": [{"n_turns": 7}], "is_par": False, "par_contents": None})
    activity = store.read(Activity, "S1")
    assert ([each.n_turns for each in activity.audiences], activity.is_par, activity.par_contents) == ([7], False, [])


def test_text_and_uids_are_put_into_one_form(store: Store, take: Callable[..., int]) -> None:
    loose = unicodedata.normalize("NFD", "Nguyễn Thị Ánh")
    take(
        {"type": "member", "uid": unicodedata.normalize("NFD", " Ánh\u200b "), "full_name": f" {loose}\u00a0 "},
        {**ACTIVITY, "attendees": [unicodedata.normalize("NFD", "Ánh")]},
    )
    assert store.read(Member, "Ánh").full_name == "Nguyễn Thị Ánh"
    assert store.read(Activity, "S1").attendees[0].member == "Ánh"


def test_lines_may_come_in_any_order_with_blank_ones_between(store: Store, take: Callable[..., int]) -> None:
    assert take({**ACTIVITY, "attendees": ["M1"]}, "", "  \t", MEMBER, "") == 2
    assert store.read(Activity, "S1").attendees[0].member == "M1"


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_a_byte_order_mark_and_any_line_ends_are_read_over(store: Store, tmp_path: Path, end: bytes) -> None:
    path = tmp_path / "a.jsonl"
    texts = [json.dumps(MEMBER, ensure_ascii=False), json.dumps(ACTIVITY, ensure_ascii=False)]
    path.write_bytes(b"\xef\xbb\xbf" + end.join(text.encode() for text in texts))
    assert load(store, path) == 2


def test_an_empty_file_loads_nothing(store: Store, take: Callable[..., int]) -> None:
    assert take() == 0
    assert len(history.writes(store)) == 1


@pytest.mark.parametrize("mark", [b"\xff\xfe", b"\xfe\xff"])
def test_another_encoding_is_refused_as_a_whole(take: Callable[..., int], mark: bytes) -> None:
    with pytest.raises(UserError, match="không phải là văn bản UTF-8"):
        take(mark + json.dumps(MEMBER).encode("utf-16-le"))


def test_a_missing_file_is_named(store: Store, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"Không đọc được .*none\.jsonl"):
        load(store, tmp_path / "none.jsonl")
    with pytest.raises(UserError, match="Không đọc được"):
        load(store, tmp_path)


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("{", ""),
        ('{"type": "member"', ""),
        ("[1]", ""),
        ('"member"', ""),
        ("null", ""),
        ("[" * 100_000, ""),
        ('{"type": "member", "uid": "M2", "birth_year": ' + "9" * 5000 + "}", ""),
        ('{"type": "member", "uid": "M2", "full_name": "a", "full_name": "b"}', ""),
        (b'{"type": "member", "uid": "M2", "full_name": "\xc1nh"}', ""),
        ('{"type": "member", "uid": "M2", "full_name": "\\ud83d"}', ""),
        ({"type": "member", "full_name": "a"}, "uid"),
        ({"type": "member", "uid": " ", "full_name": "a"}, "uid"),
        ({"type": "member", "uid": 7, "full_name": "a"}, "uid"),
        ({"uid": "M2", "full_name": "a"}, "type"),
        ({"type": "session", "uid": "M2"}, "type"),
        ({"type": ["member"], "uid": "M2"}, "type"),
        ({**MEMBER, "uid": "M2", "luong": 5}, "luong"),
        ({**MEMBER, "uid": "M2", "sex": "nữ"}, "sex"),
        ({**MEMBER, "uid": "M2", "sex": 1}, "sex"),
        ({**MEMBER, "uid": "M2", "sex": ["nu"]}, "sex"),
        ({**MEMBER, "uid": "M2", "sex": {}}, "sex"),
        ({**MEMBER, "uid": "M2", "birth": "1990-02-30"}, "birth"),
        ({**MEMBER, "uid": "M2", "birth": "28/02/1990"}, "birth"),
        ({**MEMBER, "uid": "M2", "is_party_member": "có"}, "is_party_member"),
        ({**MEMBER, "uid": "M2", "is_party_member": 2}, "is_party_member"),
        ({**MEMBER, "uid": "M2", "is_party_member": []}, "is_party_member"),
        ({**MEMBER, "uid": "M2", "union_group": "T9"}, "union_group"),
        ({**MEMBER, "uid": "M2", "union_group": ["own"]}, "union_group"),
        ({**MEMBER, "uid": "M2", "events": "x"}, "events"),
        ({**MEMBER, "uid": "M2", "events": [{"kind": "x"}]}, "events[0].kind"),
        ({**ACTIVITY, "cost_vnd": 1.5}, "cost_vnd"),
        ('{"type": "activity", "uid": "S1", "cost_vnd": NaN}', "cost_vnd"),
        ('{"type": "activity", "uid": "S1", "cost_vnd": 1e400}', "cost_vnd"),
        ({**ACTIVITY, "par_contents": [[1]]}, "par_contents[0].par_content"),
        ({**ACTIVITY, "attendees": [None]}, "attendees[0].member"),
    ],
)
def test_a_fault_names_its_line_and_field(faults: Callable[..., Any], line: Any, field: str) -> None:
    found = faults(MEMBER, line)
    assert found[0] == (2, field)
    needed = {"title", "form", "start_at", "primary_topic", "full_name", "is_par"}
    assert {name for number, name in found[1:]} <= needed


def test_every_fault_of_every_line_is_named_at_once(faults: Callable[..., Any]) -> None:
    found = faults(
        {"type": "member", "uid": "M1"},
        "{",
        {**ACTIVITY, "title": None, "form": "x", "audiences": [{"n_members": 3}], "organizer": "none"},
        {**MEMBER, "uid": "M2", "birth_year": 1, "luong": 1},
        {**ACTIVITY, "uid": "S2", "is_par": True},
    )
    assert sorted(found) == [
        *[(1, "full_name"), (2, ""), (3, "audiences[0].n_turns"), (3, "form"), (3, "organizer"), (3, "title")],
        *[(4, "birth_year"), (4, "luong"), (5, "par_contents")],
    ]


def test_a_cause_is_one_fault(faults: Callable[..., Any]) -> None:
    assert faults({**ACTIVITY, "start_at": "sáng mai"}) == [(1, "start_at")]
    assert faults({**ACTIVITY, "is_par": "có", "par_contents": [2]}) == [(1, "is_par")]
    assert faults({**ACTIVITY, "is_par": True, "par_contents": [9]}) == [(1, "par_contents[0].par_content")]
    shares = [{"name": "a", "share_percent": 50}, {"name": "b", "share_percent": "một nửa"}]
    initiative = {"type": "initiative", "uid": "I1", "title": "a", "kind": "ky_thuat", "authors": shares}
    assert faults(initiative) == [(1, "authors[1].share_percent")]


def test_a_link_to_a_line_that_is_refused_itself_is_no_second_fault(faults: Callable[..., Any]) -> None:
    assert faults({**ACTIVITY, "attendees": ["M1"]}, {**MEMBER, "birth": "x"}) == [(2, "birth")]
    assert faults({**ACTIVITY, "attendees": ["M1"]}, {**MEMBER, "type": "mem"}) == [(2, "type")]
    assert faults({**ACTIVITY, "attendees": ["M1"]}, {"type": "member", "uid": "M1"}) == [(2, "full_name")]


def test_a_record_that_comes_twice_is_refused(faults: Callable[..., Any]) -> None:
    assert faults(MEMBER, ACTIVITY, {**MEMBER, "uid": " M1 "}) == [(3, "uid")]


def test_the_same_uid_may_stand_for_records_of_two_types(take: Callable[..., int]) -> None:
    assert take(MEMBER, {**ACTIVITY, "uid": "M1"}) == 2


def test_a_rule_between_fields_of_a_known_record_is_asked(take: Callable[..., int], faults: Callable[..., Any]) -> None:
    take({**MEMBER, "joined_on": "2020-01-01"})
    assert faults({"type": "member", "uid": "M1", "left_on": "2019-01-01"}) == [(1, "left_on")]


def test_numbers_given_in_the_file_come_before_those_to_be_found(store: Store, take: Callable[..., int]) -> None:
    take({**FEEDBACK, "uid": "K1"}, {**FEEDBACK, "uid": "K2", "code": "2026/0001"}, {**FEEDBACK, "uid": "K3"})
    assert {each.uid: each.code for each in store.read_all(Feedback)} == {
        "K1": "2026/0002",
        "K2": "2026/0001",
        "K3": "2026/0003",
    }


def test_decimals_and_no_are_kept(store: Store, take: Callable[..., int], dumped: Dumped) -> None:
    take({"type": "target", "uid": "C1", "indicator": "III.1", "period": "2026", "planned": 24.5})
    take({"type": "target", "uid": "C2", "indicator": "III.1", "period": "2026", "planned": 24.0})
    lines = [json.loads(line) for line in dumped(store).splitlines()]
    assert [line["planned"] for line in lines if line["type"] == "target"] == [24.5, 24]


def test_progress_goes_line_by_line_to_the_end(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(json.dumps({**MEMBER, "uid": f"M{each}"}) for each in range(30)), encoding="utf-8")
    steps: list[tuple[int, int]] = []
    load(store, path, lambda done, of: steps.append((done, of)))
    assert steps == [(each, 30) for each in range(1, 31)]
