"""The record types: complete, named in Vietnamese, and their rules between fields."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from models.errors import UserError
from models.record import Part, Record, faults_of, line_of, read_line
from models.records import CATALOGUE, record_type
from models.records.feedback import next_states
from models.records.member import Member
from models.values import Code, Link

SETTLED = {  # `domain.md` section 13
    *("org_unit", "workforce_snapshot", "member", "document", "activity", "media_product", "contest", "movement"),
    *("initiative", "award", "feedback", "dialogue", "supervision", "welfare_action", "labour_agreement"),
    *("consultation", "programme", "target", "report_period", "idea", "good_practice", "role_model"),
    *("rating_scheme", "unit_rating", "submission", "report_due", "report_cell"),
}
CHILDREN = {
    "org_unit": {"names", "relations"},
    "member": {"events", "posts"},
    "contest": {"entries"},
    "movement": {"campaigns", "registrations", "results", "works"},
    "initiative": {"authors"},
    "feedback": {"events"},
    "supervision": {"items"},
    "rating_scheme": {"criteria", "evidence", "bounds"},
    "unit_rating": {"scores"},
    "submission": {"cells"},
    "activity": {
        *("topics", "par_contents", "audiences", "people", "attendees", "partners", "papers", "documents"),
        "basis_docs",
    },
}

LINES = Path(__file__).parent.parent / "data" / "good_lines.jsonl"
GOOD: dict[str, dict[str, Any]] = {  # a line of every type without faults
    line["type"]: line for line in map(json.loads, LINES.read_text(encoding="utf-8").splitlines())
}

BAD: list[tuple[str, dict[str, Any], str]] = [  # type, what to change in a good line, field of the fault
    ("activity", {"is_par": False}, "is_par"),
    ("activity", {"is_par": None, "par_contents": None}, "is_par"),
    ("activity", {"is_par": None, "primary_topic": "phap_luat", "topics": None}, "is_par"),
    (
        "activity",
        {"is_par": None, "primary_topic": "khac", "par_contents": None, "topics": [{"topic": "cchc"}]},
        "is_par",
    ),
    ("activity", {"par_contents": []}, "par_contents"),
    ("activity", {"par_contents": [2, 6, 2]}, "par_contents"),
    ("activity", {"end_at": "2026-01-12T07:59"}, "end_at"),
    ("activity", {"attendees": ["M1", "M2", "M1"]}, "attendees"),
    ("activity", {"topics": [{"topic": "khac"}, {"topic": "khac"}]}, "topics"),
    ("activity", {"topics": [{"topic": "cchc"}]}, "topics"),
    ("activity", {"audiences": [{"n_turns": 10, "n_members": 11}]}, "audiences[0].n_members"),
    ("activity", {"audiences": [{"n_turns": 10, "n_female": 11}]}, "audiences[0].n_female"),
    ("activity", {"audiences": [{"n_turns": 9}, {"n_turns": 10, "n_officials": 11}]}, "audiences[1].n_officials"),
    ("org_unit", {"founded_on": "2020-01-01", "dissolved_on": "2019-12-31"}, "dissolved_on"),
    ("org_unit", {"parent": "X1"}, "parent"),
    ("rating_scheme", {"valid_to": 2025}, "valid_to"),
    ("rating_scheme", {"criteria": [{"code": "1", "content": "a"}, {"code": "1", "content": "b"}]}, "criteria"),
    ("rating_scheme", {"criteria": [{"code": "1", "content": "a", "parent": "I"}]}, "criteria"),
    (
        "rating_scheme",
        {"criteria": [{"code": "I", "content": "a"}, {"code": "1", "content": "b", "parent": "I"}]},
        "criteria",
    ),
    ("rating_scheme", {"evidence": [{"criterion": "2", "source": "y_kien"}]}, "evidence"),
    ("rating_scheme", {"bounds": [{"rating_class": "kha", "from_score": each} for each in (1, 2)]}, "bounds"),
    ("unit_rating", {"scores": [{"criterion": "1"}, {"criterion": "1"}]}, "scores"),
    ("submission", {"cells": [{"row_code": "1", "col_code": "4", "value": each} for each in (1, 2)]}, "cells"),
    ("org_unit", {"names": [{"valid_from": "2020-01-01", "valid_to": "2019-12-31"}]}, "names[0].valid_to"),
    ("org_unit", {"relations": [{"valid_from": "2020-01-01", "valid_to": "2019-12-31"}]}, "relations[0].valid_to"),
    ("workforce_snapshot", {"female": 501}, "female"),
    ("workforce_snapshot", {"insured": 501}, "insured"),
    ("workforce_snapshot", {"short_of_work_female": 21}, "short_of_work_female"),
    ("member", {"left_on": "2015-04-30"}, "left_on"),
    ("member", {"birth_year": 1991}, "birth_year"),
    ("member", {"posts": [{"from": "2025-02-01", "to": "2025-01-01"}]}, "posts[0].to"),
    ("report_period", {"to": "2025-12-31", "cutoff": "2026-01-01"}, "to"),
    ("report_period", {"cutoff": "2025-12-31"}, "cutoff"),
    ("report_period", {"cutoff": "2026-05-02"}, "cutoff"),
    ("report_period", {"year": 2025}, "year"),
    ("document", {"implements": "X1"}, "implements"),
    ("programme", {"to": "2025-12-31"}, "to"),
    ("programme", {"parent": "X1"}, "parent"),
    ("movement", {"to": "2025-12-31"}, "to"),
    ("movement", {"campaigns": [{"from": "2026-03-01", "to": "2026-02-28"}]}, "campaigns[0].to"),
    (
        "movement",
        {"works": [{"title": "a", "started_on": "2026-03-01", "finished_on": "2026-02-01"}]},
        "works[0].finished_on",
    ),
    ("contest", {"to": "2026-01-31"}, "to"),
    ("initiative", {"recognised_on": "2026-01-04"}, "recognised_on"),
    ("initiative", {"state": "khong_cong_nhan"}, "recognised_on"),
    ("initiative", {"authors": [{"name": "a", "share_percent": 60}, {"name": "b", "share_percent": 39.9}]}, "authors"),
    ("initiative", {"authors": [{"name": "a", "share_percent": 60}, {"name": "b"}]}, "authors"),
    ("initiative", {"authors": [{"name": "a", "member": "M1"}]}, "authors[0].name"),
    ("initiative", {"authors": [{"share_percent": 100}]}, "authors[0].name"),
    ("award", {"subject_kind": "tap_the", "member": "M1"}, "member"),
    ("dialogue", {"n_answered_on_spot": 13}, "n_answered_on_spot"),
    ("feedback", {"replied_on": "2026-01-19"}, "replied_on"),
    ("feedback", {"forwarded_on": "2026-01-19"}, "forwarded_on"),
    ("feedback", {"closed_on": "2026-01-19"}, "closed_on"),
    ("feedback", {"returned_to_source_on": "2026-01-19"}, "returned_to_source_on"),
    ("feedback", {"merged_into": "X1"}, "merged_into"),
    ("consultation", {"to": "2026-01-01"}, "to"),
    ("consultation", {"n_accepted": 9}, "n_accepted"),
    ("welfare_action", {"n_members": 301}, "n_members"),
    ("labour_agreement", {"valid_to": "2025-01-14"}, "valid_to"),
]

ALSO_GOOD: list[tuple[str, dict[str, Any]]] = [
    ("activity", {"status": "ke_hoach", "start_at": "2027-01-12", "end_at": None, "audiences": []}),
    ("activity", {"primary_topic": "lao_dong_bhxh", "par_contents": [2], "topics": [{"topic": "cchc"}]}),
    ("activity", {"primary_topic": "lao_dong_bhxh", "par_contents": [2], "topics": None}),
    ("activity", {"audiences": [{"n_turns": 10, "n_members": 10, "n_female": 10, "n_officials": 10}]}),
    ("feedback", {"state": "da_tra_loi", "replied_on": "2026-01-20"}),
    ("feedback", {"state": "da_tra_loi"}),
    ("feedback", {"state": "dong", "closed_on": "2026-02-01"}),
    ("feedback", {"state": "tra_lai", "handling": "huong_dan"}),
    ("feedback", {"state": "gop"}),
    ("feedback", {"state": "mo_lai", "replied_on": "2026-02-01", "closed_on": "2026-02-02"}),
    ("initiative", {"recognised_level": None, "state": None, "authors": []}),
    ("initiative", {"authors": [{"name": "a"}, {"name": "b"}]}),
    ("initiative", {"authors": [{"name": str(each), "share_percent": 33.33} for each in range(3)]}),
    ("award", {"state": "da_quyet_dinh", "decision_on": "2026-01-01", "form": "bang_khen", "level": "tld"}),
    ("award", {"subject_kind": "tap_the", "form": "co_thi_dua"}),
    ("member", {"birth": None, "birth_year": 1980, "left_on": "2026-01-01", "left_reason": "nghi_huu"}),
    (
        "report_period",
        {"kind": "nam_hoc", "year": 2025, "from": "2025-09-01", "to": "2026-08-31", "cutoff": "2026-05-31"},
    ),
    ("contest", {"from": None}),
    ("submission", {"received_on": None, "cells": []}),
    ("rating_scheme", {"criteria": [], "evidence": [], "bounds": []}),
]


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
    assert not set(keys) & {"id", "owner", "uid", "type", "folded", "ordering"}


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
