"""The record types: complete, named in Vietnamese, and their rules between fields."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from models.errors import UserError
from models.record import Part, Record, faults_of, line_of, read_line
from models.records import CATALOGUE, record_type
from models.records.feedback import next_states
from models.records.member import Member
from models.values import Code, Link
from tests.models.lines_of_records import ALSO_GOOD, BAD, CHILDREN, GOOD, SETTLED


def parts() -> Iterator[type[Part]]:
    """Every record type and every part of one."""
    for record in CATALOGUE:
        yield record
        yield from (child_list.part for child_list in record.lists.values())


def found(name: str, change: dict[str, Any]) -> list[str]:
    """The faulty fields of the good line of a type, changed; reading must go well."""
    record = record_type(name)
    made = record("X1")
    assert list(read_line(record, copy.deepcopy(GOOD[name]) | change, made)) == []
    faults = list(faults_of(made))
    assert all(re.search("hãy ", fault.reason) for fault in faults), "a reason says how to repair it"
    return [fault.field for fault in faults]


def test_every_settled_type_is_in_the_catalogue() -> None:
    names = [record.table_name for record in CATALOGUE]
    assert set(names) == SETTLED == set(GOOD)
    assert len(names) == len(set(names))


def test_every_child_list_has_its_settled_name() -> None:
    assert {record.table_name: set(record.lists) for record in CATALOGUE if record.lists} == CHILDREN


def test_an_unknown_type_is_refused_with_those_known() -> None:
    with pytest.raises(UserError, match=r"“session”.*activity.*workforce_snapshot"):
        record_type("session")


@pytest.mark.parametrize("part", list(parts()), ids=lambda part: part.table_name)
def test_a_part_is_named_and_its_labels_differ(part: type[Part]) -> None:
    labels = [member.label for member in part.fields.values()] + [each.label for each in part.lists.values()]
    assert part.table_name
    assert part.label
    assert all(labels)
    assert len(labels) == len(set(labels))
    keys = [member.key for member in part.fields.values()]
    assert len(keys) == len(set(keys))
    of_the_table = {"named", "folded", "ordering"} if issubclass(part, Record) else {"owner", "place"}
    assert not set(keys) & {"id", "uid", "type", *of_the_table}


def test_table_names_differ() -> None:
    names = [part.table_name for part in parts()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("part", list(parts()), ids=lambda part: part.table_name)
def test_every_link_leads_to_a_record_type(part: type[Part]) -> None:
    for member in part.fields.values():
        if isinstance(member.kind, Link):
            assert all(record_type(name).table_name == name for name in member.kind.to)
        if member.default is not None and isinstance(member.kind, Code):
            assert member.default in member.kind.list


@pytest.mark.parametrize("record", CATALOGUE, ids=lambda record: record.table_name)
def test_a_record_is_listed_by_few_columns_and_made_from_few_fields(record: type[Record]) -> None:
    fields = record.fields.values()
    assert record.title_field in record.fields
    assert 3 <= sum(member.column for member in fields) <= 10
    assert 2 <= sum(member.quick for member in fields) <= 10
    wanting = [member.key for member in fields if member.required and member.default is None and not member.quick]
    assert wanting == [], "what must be filled is among the few fields of a new record"
    columns = {member.key for member in fields} | set(record.computed)
    assert record.dated_by in columns | {""}


@pytest.mark.parametrize("name", sorted(GOOD))
def test_a_good_line_has_no_faults_and_a_title(name: str) -> None:
    assert found(name, {}) == []
    record = record_type(name)
    made = record("X1")
    assert list(read_line(record, GOOD[name], made)) == []
    assert made.title_text
    assert made.order_text()
    assert record("X2").title_text is not None
    assert {"type": name, **line_of(made)}.items() >= GOOD[name].items()


# The lines of `domain.md` section 13 and the records of `forms.md` section 11, to the letter.
DOCUMENTED = r"""
{"type": "org_unit", "uid": "own", "is_own": true, "code": "CDCS-MAU-A", "kind": "grassroots_union", "name_full": "CĐCS Công ty TNHH Mẫu A", "name_head_1": "LIÊN ĐOÀN LAO ĐỘNG TỈNH TÂY NINH", "name_head_2": "CĐCS CÔNG TY TNHH MẪU A", "place_name": "Tây Ninh"}
{"type": "activity", "uid": "S1", "title": "Hội nghị tuyên truyền cải cách hành chính", "form": "hoi_nghi", "start_at": "2026-01-12T08:00", "primary_topic": "cchc", "is_par": true, "par_contents": [2, 6], "status": "da_thuc_hien", "audiences": [{"group": "doan_vien", "n_turns": 120, "n_members": 110, "n_female": 80}]}
{"type": "activity", "uid": "S2", "title": "Sinh hoạt tổ", "form": "sinh_hoat_to", "n_sessions": 3, "start_at": "2026-02-05", "primary_topic": "lao_dong_bhxh", "is_par": true, "par_contents": [2], "topics": [{"topic": "cchc", "is_integrated": true}], "audiences": [{"n_turns": 45, "n_female": 20, "n_members": 45}]}
{"type": "activity", "uid": "S4", "title": "Kế hoạch", "form": "hoi_nghi", "start_at": "2026-03-28", "primary_topic": "khac", "status": "ke_hoach"}
{"type": "media_product", "uid": "T1", "kind": "loa", "quantity": 10, "unit": "luot", "on": "2026-02-01"}
{"type": "feedback", "uid": "K1", "code": "1", "received_on": "2026-01-05", "channel": "hop_to", "source_kind": "ca_nhan", "kind": "kien_nghi", "field": "cchc", "content": "a", "competent_level": "co_so_cd", "state": "tra_lai", "handling": "huong_dan"}
"""  # noqa: E501


@pytest.mark.parametrize("text", DOCUMENTED.strip().splitlines())
def test_the_documented_lines_are_read_and_written_unchanged(text: str) -> None:
    line = json.loads(text)
    record = record_type(line["type"])
    made = record(line["uid"])
    assert list(read_line(record, line, made)) == []
    assert list(faults_of(made)) == []
    written = {"type": record.table_name, "uid": made.uid, **line_of(made)}
    assert {key: written[key] for key in line} == line | (
        {"start_at": written["start_at"]} if "start_at" in line else {}
    )


@pytest.mark.parametrize(("name", "change", "field"), BAD)
def test_an_impossible_line_is_refused(name: str, change: dict[str, Any], field: str) -> None:
    assert field in found(name, change)


@pytest.mark.parametrize(("name", "change"), ALSO_GOOD)
def test_an_unfinished_but_possible_line_is_taken(name: str, change: dict[str, Any]) -> None:
    assert found(name, change) == []


def test_people_are_ordered_by_given_name() -> None:
    names = ["Trần Văn Đức", "Nguyễn Thị Yến", "Lê Ánh", "Đỗ Văn Đức", "Phạm An"]
    ordered = sorted(names, key=lambda name: Member("X", full_name=name).order_text())
    assert ordered == ["Phạm An", "Lê Ánh", "Đỗ Văn Đức", "Trần Văn Đức", "Nguyễn Thị Yến"]


def test_every_state_of_feedback_leads_on() -> None:
    states = record_type("feedback").fields["state"].kind
    assert isinstance(states, Code)
    for state in states.list:
        following = next_states(str(state))
        assert following
        assert all(each in states.list and each != state for each in following)
    assert next_states("da_tra_loi") == ("dong", "mo_lai")
