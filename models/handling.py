"""The way of a voice from receiving to closing: which step may follow, what each step notes by itself, by when."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from models.code_lists_feedback import FEEDBACK_STATE
from models.errors import Refused
from models.records.feedback import Feedback, FeedbackEvent, next_states
from models.records.unit import OrgUnit

_DAY_OF = {"chuyen_cap_tren": "forwarded_on", "da_tra_loi": "replied_on", "dong": "closed_on"}


def take_step(voice: Feedback, former: str | None, at: datetime, actor: str | None) -> None:
    """Notes that a voice came from a former state (None: it is new) to the one it has now.

    Refused, naming the states that may follow, if that step cannot be (`domain.md` 6.8). The day of forwarding, of the
    answer or of closing is noted too, unless it was entered.
    """
    if voice.state == former:
        return
    if former is not None:
        _require_next(voice, former)
        _note_day(voice, at.date())
    step = FeedbackEvent(at=at.replace(second=0, microsecond=0), from_state=former, to_state=voice.state, actor=actor)
    voice.events = [*voice.events, step]


def give_deadline(voice: Feedback, own: OrgUnit) -> None:
    """Gives a voice without one the deadline that the unit has set for its level of competence, if it has."""
    days = {each.competent_level: each.days for each in own.deadlines}.get(voice.competent_level)
    if voice.due_on is None and days is not None:
        voice.due_on = voice.received_on + timedelta(days=days)


def _require_next(voice: Feedback, former: str) -> None:
    following = next_states(former)
    if voice.state not in following:
        named = ", ".join(f"“{FEEDBACK_STATE.label(each)}”" for each in following)
        before = FEEDBACK_STATE.label(former)
        raise Refused([voice.fault("state", f"sau “{before}” chỉ có thể là {named}; hãy chọn lại")])


def _note_day(voice: Feedback, today: date) -> None:
    """A day that was noted before the voice was last reopened belongs to the former answer."""
    name = _DAY_OF.get(voice.state)
    if name is None:
        return
    noted: date | None = getattr(voice, name)
    reopened = [each.at.date() for each in voice.events if each.to_state == "mo_lai" and each.at is not None]
    if noted is None or (reopened and name != "forwarded_on" and noted <= max(reopened) and noted < today):
        setattr(voice, name, today)
