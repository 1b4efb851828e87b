"""How a voice stands at a cut-off: as its history, replayed up to that day, tells."""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from models.indicators.figure import Figure, Reference
from models.indicators.figures import behind
from models.ledger.store import Store
from models.periods import Period, free, period_from
from models.records.feedback import Feedback, FeedbackEvent, next_states

STANDS = {
    "answered": "voices_answered",
    "returned": "voices_returned",
    "open": "voices_open",
}
QUARTER = period_from("2026-Q1")
Step = tuple[str, str]  # moment and state


def voice(uid: str, state: str, *steps: Step, received: str = "2026-01-05", **fields: Any) -> Feedback:
    """A voice with this state and history."""
    record = Feedback(
        uid, received_on=date.fromisoformat(received), channel="truc_tiep", source_kind="ca_nhan", kind="kien_nghi",
        subject_area="phuc_loi", content=uid, competent_level="co_so_cd", state=state, **fields,
    )  # fmt: skip
    record.events = [FeedbackEvent(at=datetime.fromisoformat(at), to_state=to) for at, to in steps]
    return record


def standing(store: Store, period: Period) -> dict[str, str]:
    """How the voices that a period has to deal with stand at its cut-off."""
    return {
        each.uid: name
        for name, key in STANDS.items()
        for each in behind(store, Figure(Reference(key), period, None))
    }  # fmt: skip


def entered(store: Store, *voices: Feedback) -> None:
    with store.write("Nhập") as write:
        write.add_all(voices)


def day(text: str) -> date:
    return date.fromisoformat(text)


RETURNED = ("2026-01-10T09:00", "tra_lai")
AGAIN = ("2026-01-20T08:00", "mo_lai")


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        (voice("x", "dong", RETURNED, ("2026-01-12T09:00", "dong"), closed_on=day("2026-01-12")), "returned"),
        (voice("x", "dong", closed_on=day("2026-01-12"), handling="huong_dan"), "returned"),
        (voice("x", "tra_lai", replied_on=day("2026-01-12")), "returned"),
        (voice("x", "tra_lai", AGAIN, replied_on=day("2026-01-08")), "returned"),
        (voice("x", "khong_thu_ly", replied_on=day("2026-04-12")), "open"),
        (
            voice("x", "dong", closed_on=day("2026-01-12"), handling="huong_dan", outcome="giai_quyet_xong"),
            "answered",
        ),
        (voice("x", "dong", closed_on=day("2026-01-12")), "answered"),
        (
            voice("x", "da_tra_loi", AGAIN, ("2026-01-20T15:00", "da_tra_loi"), replied_on=day("2026-01-20")),
            "answered",
        ),
        (
            voice("x", "mo_lai", ("2026-01-20T07:00", "da_tra_loi"), AGAIN, replied_on=day("2026-01-20")),
            "open",
        ),
        (voice("x", "da_tra_loi", AGAIN, replied_on=day("2026-01-20")), "answered"),
        (voice("x", "tra_lai", RETURNED, AGAIN, ("2026-04-02T08:00", "tra_lai")), "open"),
        (
            voice("x", "tra_lai", AGAIN, ("2026-01-25T08:00", "tra_lai"), replied_on=day("2026-01-08")),
            "returned",
        ),
        (
            voice(
                "x", "da_tra_loi", RETURNED, ("2026-04-02T08:00", "mo_lai"), ("2026-04-03T08:00", "da_tra_loi"),
                replied_on=day("2026-04-03"),
            ),
            "returned",
        ),
    ],
    ids=[
        "returned, then closed",
        "closed with guidance alone",
        "returned by a letter",
        "returned after an answer was not accepted, not in its history",
        "refused after the cut-off",
        "guided and solved",
        "closed",
        "answered on the day it was reopened",
        "reopened on the day it was answered",
        "answered on the day it was reopened, not in its history",
        "returned again after the cut-off",
        "returned after an answer was not accepted",
        "reopened and answered after the cut-off",
    ],
)  # fmt: skip
def test_a_voice_stands_as_its_last_step_left_it(store: Store, held: Feedback, expected: str) -> None:
    entered(store, held)
    assert standing(store, QUARTER) == {"x": expected}


def test_what_was_returned_long_ago_and_closed_now_is_not_settled_twice(store: Store) -> None:
    returned = ("2025-11-10T09:00", "tra_lai")
    closed = ("2026-02-01T09:00", "dong")
    entered(store, voice("x", "dong", returned, closed, received="2025-11-01", closed_on=day("2026-02-01")))
    assert standing(store, period_from("2025-Q4")) == {"x": "returned"}
    assert standing(store, QUARTER) == {}


def test_a_history_older_than_its_voice_does_not_hide_it(store: Store) -> None:
    entered(store, voice("x", "tra_lai", ("2025-12-30T09:00", "tra_lai")))
    assert standing(store, QUARTER) == {"x": "returned"}


def test_every_history_is_told_as_replaying_it_does(store: Store) -> None:
    lives = [_life(random.Random(seed), f"v{seed:03}") for seed in range(150)]
    entered(store, *lives)
    for last in ("2026-01-31", "2026-02-15", "2026-03-31", "2026-06-30"):
        period = free(date(2026, 1, 15), day(last))
        expected = {each.uid: told for each in lives if (told := _replayed(each, period))}
        assert standing(store, period) == expected


def _life(chance: random.Random, uid: str) -> Feedback:
    """A voice that was dealt with in up to ten steps, noted as the program notes them."""
    received = date(2026, 1, 1) + timedelta(chance.randrange(90))
    at = datetime.combine(received, datetime.min.time())
    steps: list[Step] = []
    state, noted = "tiep_nhan", {}
    for _ in range(chance.randrange(11)):
        at += timedelta(hours=chance.choice((1, 3, 30, 300)))
        state = chance.choice([each for each in next_states(state) if each != "gop"])
        steps.append((at.isoformat(timespec="minutes"), state))
        if state in ("da_tra_loi", "dong"):
            noted[{"da_tra_loi": "replied_on", "dong": "closed_on"}[state]] = at.date()
    return voice(uid, state, *steps, received=received.isoformat(), **noted)


def _replayed(held: Feedback, period: Period) -> str:
    """How it stands at the cut-off; empty if the period has nothing to do with it."""
    told, ended = "open", None
    for step in held.events:
        assert step.at is not None
        if step.at.date() > period.cutoff:
            break
        if step.to_state in ("mo_lai", "dang_xu_ly", "chuyen_cap_tren"):
            told, ended = "open", None
        elif told != "answered" and step.to_state == "da_tra_loi":
            told, ended = "answered", ended or step.at.date()
        elif told == "open":
            told = "returned" if step.to_state in ("tra_lai", "khong_thu_ly") else "answered"
            ended = step.at.date()
    if held.received_on > period.last or (ended and ended < period.first):
        return ""
    return told
