"""The way of a voice: only steps that may follow, each with its day, and a deadline by who has to answer."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from models.code_lists_feedback import FEEDBACK_STATE
from models.errors import Refused
from models.handling import give_deadline, take_step
from models.record import faults_of
from models.records.feedback import Feedback, next_states
from models.records.unit import OrgDeadline, OrgUnit

RECEIVED = date(2026, 1, 20)


def voice() -> Feedback:
    return Feedback(
        "K1",
        received_on=RECEIVED,
        channel="hop_to",
        source_kind="ca_nhan",
        kind="kien_nghi",
        subject_area="bua_an_ca",
        content="Bữa ăn ca còn nguội",
        competent_level="ldld_tinh",
    )


def walked(*steps: tuple[str, datetime]) -> Feedback:
    """A voice that took these steps one after the other."""
    made = voice()
    take_step(made, None, datetime(2026, 1, 20, 9), "Lan")
    for state, at in steps:
        former, made.state = made.state, state
        take_step(made, former, at, "Lan")
    return made


def test_the_whole_way_notes_its_days() -> None:
    made = walked(
        ("dang_xu_ly", datetime(2026, 1, 21, 8)),
        ("chuyen_cap_tren", datetime(2026, 1, 22, 8)),
        ("da_tra_loi", datetime(2026, 2, 10, 8, 30, 12)),
        ("dong", datetime(2026, 2, 12, 8)),
    )
    assert (made.forwarded_on, made.replied_on, made.closed_on) == (
        date(2026, 1, 22),
        date(2026, 2, 10),
        date(2026, 2, 12),
    )
    assert [(each.from_state, each.to_state) for each in made.events] == [
        (None, "tiep_nhan"),
        ("tiep_nhan", "dang_xu_ly"),
        ("dang_xu_ly", "chuyen_cap_tren"),
        ("chuyen_cap_tren", "da_tra_loi"),
        ("da_tra_loi", "dong"),
    ]
    assert made.events[3].at == datetime(2026, 2, 10, 8, 30)
    assert list(faults_of(made)) == []


def test_a_day_that_was_entered_stays() -> None:
    made = voice()
    made.state, made.replied_on = "da_tra_loi", date(2026, 1, 30)
    take_step(made, "dang_xu_ly", datetime(2026, 2, 10, 8), None)
    assert made.replied_on == date(2026, 1, 30)


def test_after_reopening_the_day_is_that_of_the_new_answer() -> None:
    made = walked(
        ("da_tra_loi", datetime(2026, 1, 25, 8)),
        ("mo_lai", datetime(2026, 2, 1, 8)),
        ("da_tra_loi", datetime(2026, 2, 5, 8)),
    )
    assert made.replied_on == date(2026, 2, 5)


@pytest.mark.parametrize("former", [str(each) for each in FEEDBACK_STATE])
@pytest.mark.parametrize("state", [str(each) for each in FEEDBACK_STATE])
def test_only_what_may_follow_follows(former: str, state: str) -> None:
    made = voice()
    made.state = state
    if state == former or state in next_states(former):
        take_step(made, former, datetime(2026, 2, 1), None)
        assert len(made.events) == (state != former)
        return
    with pytest.raises(Refused, match="hãy chọn lại") as refused:
        take_step(made, former, datetime(2026, 2, 1), None)
    assert [fault.field for fault in refused.value.faults] == ["state"]
    assert made.events == []


def test_a_voice_entered_late_may_begin_anywhere_and_invents_no_day() -> None:
    made = voice()
    made.state = "da_tra_loi"
    take_step(made, None, datetime(2026, 3, 1), None)
    assert made.replied_on is None
    assert [each.to_state for each in made.events] == ["da_tra_loi"]


def test_the_deadline_is_the_units_own_and_never_overwrites_one() -> None:
    own = OrgUnit("own", deadlines=[OrgDeadline(competent_level="ldld_tinh", days=45)])
    made = voice()
    give_deadline(made, own)
    assert made.due_on == date(2026, 3, 6)
    made.due_on = date(2026, 2, 1)
    give_deadline(made, own)
    assert made.due_on == date(2026, 2, 1)
    other = voice()
    other.competent_level = "co_so_cd"
    give_deadline(other, own)
    assert other.due_on is None
