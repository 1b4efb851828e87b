"""What falls due in the weeks after a period's cut-off: reports, answers to members, planned activities."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import sqlalchemy as sa

from models.code_lists_feedback import FEEDBACK_FIELD
from models.deadlines import SENT, dues
from models.indicators.feedback import FEEDBACK, VOICES
from models.indicators.highlights import asked_of
from models.indicators.indicator import Indicator
from models.indicators.listed import Listed
from models.indicators.outreach import ACTIVITIES
from models.ledger.store import Store
from models.periods import Period

MOST_DUE = 5
LOOKS_AHEAD = timedelta(days=45)
_OPEN = next(each for each in VOICES if isinstance(each, Indicator) and each.key == "voices_open")


def due_next(store: Store, period: Period) -> Sequence[Listed]:
    """The first of them, by day."""
    last = period.cutoff + LOOKS_AHEAD
    found = [*_reports(store, period, last), *_answers(store, period, last), *_plans(store, period, last)]
    return [
        Listed(str(number), uid, (), {"number": number, "day": day, "label": text, "kind": kind})
        for number, (day, kind, uid, text) in enumerate(sorted(found)[:MOST_DUE], 1)
    ]


def _reports(store: Store, period: Period, last: date) -> list[tuple[date, str, str, str]]:
    waiting = (due for due in dues(store, period.cutoff) if due.state != SENT)
    return [
        (due.due_on, "", due.form, f"Nộp {_inside(due.title)} ({due.period.label})")
        for due in waiting
        if period.cutoff <= due.due_on <= last
    ]


def _answers(store: Store, period: Period, last: date) -> list[tuple[date, str, str, str]]:
    voices = FEEDBACK.rows.c
    days = voices.due_on.between(period.cutoff.isoformat(), last.isoformat())
    question = sa.select(voices.due_on, voices.uid, voices.field).where(
        _OPEN.when(voices), _OPEN.condition(voices, ()), days
    )
    return [
        (date.fromisoformat(day), "feedback", uid, f"Trả lời ý kiến về {_inside(FEEDBACK_FIELD.label(area))}")
        for day, uid, area in asked_of(store, period, question)
    ]


def _plans(store: Store, period: Period, last: date) -> list[tuple[date, str, str, str]]:
    plans = ACTIVITIES.rows.c
    day = sa.func.substr(plans.start_at, 1, 10)
    ahead = sa.and_(plans.status == "ke_hoach", day > period.cutoff.isoformat(), day <= last.isoformat())
    question = sa.select(day, plans.uid, plans.title).where(ahead)
    return [(date.fromisoformat(day), "activity", uid, title) for day, uid, title in asked_of(store, period, question)]


def _inside(text: str) -> str:
    """A text inside a sentence: a small letter, unless it begins with an abbreviation."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
