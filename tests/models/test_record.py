"""A record and its interchange line: read, written, and every fault named."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.record import Part, Record, faults_of, line_of, new_uid, read_line
from models.records import CATALOGUE, record_type
from models.records.activity import Activity, ActivityAudience, ActivityDocument, ActivityParContent
from models.records.feedback import Feedback
from models.records.member import Member
from models.records.period import ReportPeriod
from models.values import Code, Day, Decimal, FormKey, Kind, Link, Locked, Moment, PeriodText, Text, Whole, YesNo

DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))
MOMENTS = st.datetimes(datetime(1900, 1, 1), datetime(2200, 12, 31)).map(lambda at: at.replace(second=0, microsecond=0))
WORDS = st.text(st.sampled_from("aăâđêơư ỳỷỹíị0129,.-"), max_size=30).map(lambda text: " ".join(text.split()) or "ơ")
SHORT_LISTS = {"max_size": 2}


def read(record: type[Record], line: Mapping[str, Any]) -> Record:
    """The record of a line that has no faults."""
    made = record(str(line.get("uid") or new_uid()))
    assert list(read_line(record, line, made)) == []
    return made


def values_of(kind: Kind) -> st.SearchStrategy[Any]:
    """Values of a kind as they are in memory."""
    strategies: dict[type[Kind], Any] = {
        Text: lambda _: WORDS,
        Whole: lambda whole: st.integers(whole.least, whole.most),
        Decimal: lambda decimal: st.floats(0, decimal.most, allow_nan=False),
        Day: lambda _: DAYS,
        Moment: lambda _: MOMENTS,
        YesNo: lambda _: st.booleans(),
        Code: lambda code: st.sampled_from(list(code.list)),
        Locked: lambda locked: st.just("socd1.0a1b2c3d" + ".AA-_" * locked.pieces),
        Link: lambda _: st.sampled_from(["own", "S1", "01J00000000000000000000000"]),
        FormKey: lambda _: WORDS,
        PeriodText: lambda _: st.sampled_from(["2026-Q1", "2025-2026", "P1"]),
    }
    strategy: st.SearchStrategy[Any] = strategies[type(kind)](kind)
    return strategy


@st.composite
def parts(draw: st.DrawFn, part: type[Part]) -> Part:
    """A part with any field filled or empty; it keeps the kinds, not the rules between fields."""
    made = part()
    for name, member in part.fields.items():
        value = draw(values_of(member.kind) if member.required else st.none() | values_of(member.kind))
        setattr(made, name, member.default if value is None else value)
    for name, child_list in part.lists.items():
        setattr(made, name, draw(st.lists(parts(child_list.part), **SHORT_LISTS)))  # type: ignore[arg-type]
    return made


@pytest.mark.parametrize("name", [record.table_name for record in CATALOGUE])
def test_a_line_read_again_gives_the_same_record(name: str) -> None:
    record = record_type(name)

    @settings(max_examples=25)
    @given(parts(record))
    def holds(made: Part) -> None:
        assert isinstance(made, Record)
        line = json.loads(json.dumps(line_of(made), ensure_ascii=False))
        again = record(made.uid)
        assert list(read_line(record, line, again)) == []
        assert again == made
        assert line_of(again) == line

    holds()


def test_a_line_uses_the_interchange_names() -> None:
    period = ReportPeriod("P1", kind="quy", year=2026, first_on=date(2026, 1, 1), last_on=date(2026, 3, 31))
    assert line_of(period) == {"kind": "quy", "year": 2026, "from": "2026-01-01", "to": "2026-03-31"}
    item = Feedback("K1", subject_area="cchc")
    assert line_of(item)["field"] == "cchc"


def test_bare_lists_are_written_without_braces() -> None:
    activity = Activity("S1", par_contents=[ActivityParContent(par_content=2), ActivityParContent(par_content=6)])
    assert line_of(activity)["par_contents"] == [2, 6]


def test_a_bare_line_that_is_not_complete_is_read_again_as_it_was() -> None:
    activity = Activity(documents=[ActivityDocument(document="D1"), ActivityDocument()])
    line = line_of(activity)
    assert line["documents"] == ["D1", None]
    assert read(Activity, line).documents == activity.documents  # type: ignore[attr-defined]


def test_older_names_are_read() -> None:
    activity = read(Activity, {"organizer_id": "own", "programme_id": "C1", "movement_id": "M1"})
    assert isinstance(activity, Activity)
    assert (activity.organizer, activity.programme, activity.movement) == ("own", "C1", "M1")
    assert "organizer_id" not in line_of(activity)


def test_what_the_ledger_works_out_is_passed_over() -> None:
    line = {"type": "member", "uid": "M1", "full_name": "Nguyễn Thị Ánh", "given_key": "anh", "family_key": "nguyen"}
    assert "given_key" not in line_of(read(Member, line))


def test_absent_fields_stay_and_null_empties() -> None:
    activity = Activity("S1", title="Hội nghị", place="Hội trường", n_sessions=3)
    activity.audiences = [ActivityAudience(n_turns=5)]
    assert list(read_line(Activity, {"place": None, "n_sessions": None}, activity)) == []
    assert (activity.title, activity.place, activity.n_sessions) == ("Hội nghị", None, 1)
    assert len(activity.audiences) == 1
    assert list(read_line(Activity, {"audiences": None}, activity)) == []
    assert activity.audiences == []


def faults_in(record: type[Record], line: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Field and reason of every fault met in reading a line."""
    return ((fault.field, fault.reason) for fault in read_line(record, line, record("X1")))


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ({"nonsense": 1}, "nonsense"),
        ({"first_on": "2026-01-01"}, "first_on"),  # the name in Python is no name of the file
        ({"form": "hoi_nghi_lon"}, "form"),
        ({"start_at": "31/01/2026"}, "start_at"),
        ({"n_sessions": 0}, "n_sessions"),
        ({"n_sessions": "hai"}, "n_sessions"),
        ({"cost_vnd": -1}, "cost_vnd"),
        ({"is_par": "có"}, "is_par"),
        ({"organizer": 7}, "organizer"),
        ({"audiences": {"n_turns": 3}}, "audiences"),
        ({"audiences": [3]}, "audiences[0]"),
        ({"audiences": [{"n_turns": 3}, {"n_turns": -3}]}, "audiences[1].n_turns"),
        ({"par_contents": [2, 8]}, "par_contents[1].par_content"),
        ({"par_contents": ["2"]}, "par_contents[0].par_content"),
    ],
)
def test_what_cannot_be_read_is_named(line: dict[str, Any], field: str) -> None:
    found = list(faults_in(Activity, line))
    assert [name for name, _reason in found] == [field]
    assert all(reason for _name, reason in found)


def test_faults_name_the_interchange_field() -> None:
    assert [name for name, _reason in faults_in(ReportPeriod, {"from": "hôm qua"})] == ["from"]
    empty = {fault.field for fault in faults_of(ReportPeriod("P1"))}
    assert empty == {"kind", "year", "from", "to", "cutoff"}


def test_every_missing_field_is_named_at_once() -> None:
    assert {fault.field for fault in faults_of(Activity("S1"))} == {"title", "form", "start_at", "primary_topic"}


def test_a_missing_field_hides_no_broken_rule() -> None:
    activity = Activity("S1", form="hoi_nghi", start_at=datetime(2026, 1, 12, 8), primary_topic="cchc")
    activity.audiences = [ActivityAudience(n_members=1), ActivityAudience(n_turns=1, n_members=2)]
    found = [fault.field for fault in faults_of(activity)]
    assert found == ["title", "audiences[0].n_turns", "is_par", "audiences[1].n_members"]


def test_blanks_do_not_fill_a_field_that_is_needed() -> None:
    activity = Activity("S1", title="  ", form="hoi_nghi", start_at=datetime(2026, 1, 12, 8), primary_topic="khac")
    assert [fault.field for fault in faults_of(activity)] == ["title"]


@pytest.mark.parametrize("record", CATALOGUE, ids=lambda record: record.table_name)
def test_an_empty_record_is_missing_just_what_must_be_filled(record: type[Record]) -> None:
    needed = {member.key for member in record.fields.values() if member.required and member.default is None}
    assert {fault.field for fault in faults_of(record("X1"))} == needed
    made = record("X1")
    for name, child_list in record.lists.items():
        setattr(made, name, [child_list.part(), child_list.part()])
    assert all(fault.reason for fault in faults_of(made))


def test_a_missing_field_of_a_child_is_named_with_its_line() -> None:
    activity = Activity("S1", title="a", form="hoi_nghi", start_at=datetime(2026, 1, 12, 8), primary_topic="khac")
    activity.audiences = [ActivityAudience(n_turns=1), ActivityAudience()]
    (fault,) = faults_of(activity)
    assert (fault.field, fault.reason) == ("audiences[1].n_turns", "chưa điền")
    assert "dòng 2" in fault.label


def test_a_value_of_another_kind_in_memory_is_a_fault() -> None:
    activity = Activity("S1", title="a", form="hoi_nghi", start_at="sáng mai", primary_topic="khac")
    assert [fault.field for fault in faults_of(activity)] == ["start_at"]


def test_uids_are_made_in_order_and_differ() -> None:
    made = [new_uid() for _ in range(200)]
    assert len(set(made)) == 200
    assert {len(uid) for uid in made} == {26}
    assert [uid[:9] for uid in made] == sorted(uid[:9] for uid in made)


def test_a_record_refuses_a_field_it_does_not_have() -> None:
    with pytest.raises(TypeError, match="nonsense"):
        Activity(nonsense=1)
