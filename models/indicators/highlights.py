"""What a report names one by one: the largest activities, what is planned, what members still wait for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa

from models.code_lists_feedback import COMPETENT_LEVEL, FEEDBACK_FIELD
from models.indicators.feedback import FEEDBACK, VOICES
from models.indicators.indicator import Indicator
from models.indicators.listed import Listed
from models.indicators.moments import Moments
from models.indicators.outreach import ACTIVITIES, AUDIENCES, done, events
from models.ledger import rows
from models.ledger.store import Store
from models.lists.discretion import Discretion
from models.periods import Period, after
from models.records.feedback import Feedback
from models.records.member import Member

MOST_ACTIVITIES = 5
MOST_OPEN = 5
LONGEST = 160  # letters of a text told in a list
_AT_HOME = ("co_so_cd", "co_so_nsdld")
_OPEN = next(each for each in VOICES if isinstance(each, Indicator) and each.key == "voices_open")


def largest_activities(store: Store, period: Period) -> Sequence[Listed]:
    """The events of the period with most turns, the largest first."""
    rows = AUDIENCES.rows.c
    turns = sa.func.sum(rows.n_turns)
    found = sa.select(rows.uid, rows.title, rows.dated_on, rows.place).where(events(rows))
    largest = found.group_by(rows.uid).having(turns > 0).order_by(turns.desc(), rows.dated_on, rows.uid)
    return _activities(asked_of(store, period, largest.limit(MOST_ACTIVITIES)))


def planned_activities(store: Store, period: Period) -> Sequence[Listed]:
    """What is planned for the period that follows, by day."""
    rows = ACTIVITIES.rows.c
    following = after(period)
    day = sa.func.substr(rows.start_at, 1, 10)
    planned = sa.select(rows.uid, rows.title, day, rows.place).where(
        rows.status == "ke_hoach", day.between(following.first.isoformat(), following.last.isoformat())
    )
    return _activities(asked_of(store, period, planned.order_by(day, rows.uid)))


def difficulties(store: Store, period: Period) -> Sequence[Listed]:
    """Difficulties noted with the activities of the period, each once."""
    return _notes(store, period, "difficulties")


def lessons(store: Store, period: Period) -> Sequence[Listed]:
    """Lessons noted with the activities of the period, each once."""
    return _notes(store, period, "lesson")


def open_feedback(store: Store, period: Period) -> Sequence[Listed]:
    """What members still wait for at the cut-off, without names: overdue items first, then by the day they are due."""
    return _feedback(store, period, sa.true())


def pressing_feedback(store: Store, period: Period) -> Sequence[Listed]:
    """The first of the open items; the last line says how many more there are."""
    found = open_feedback(store, period)
    if len(found) <= MOST_OPEN:
        return found
    kept = found[: MOST_OPEN - 1]
    more = {"number": "", "label": f"… và {len(found) - len(kept)} ý kiến khác", "kind": "feedback"}
    return [*kept, Listed("more", None, (), more)]


def feedback_above(store: Store, period: Period) -> Sequence[Listed]:
    """Open items that levels above the unit have to decide, by level; what several members ask for stands once."""
    rows = FEEDBACK.rows.c
    found = _feedback(store, period, rows.competent_level.not_in(_AT_HOME))
    listed = {(each.texts["level"], each.texts["label"]): each for each in reversed(found)}.values()
    order = [COMPETENT_LEVEL.label(key) for key in COMPETENT_LEVEL]
    return sorted(listed, key=lambda each: order.index(str(each.texts["level"])))


def _feedback(store: Store, period: Period, narrowed: sa.ColumnElement[bool]) -> list[Listed]:
    rows = FEEDBACK.rows.c
    chosen = sa.select(rows.uid).where(_OPEN.when(rows), _OPEN.condition(rows, ()), narrowed)
    in_order = chosen.order_by(sa.func.coalesce(rows.due_on, "9999"), rows.received_on, rows.uid)
    voices = store.read_many(Feedback, [uid for (uid,) in asked_of(store, period, in_order)])
    told = _without_names(store, voices)
    return [
        Listed(str(number), voice.uid, (), _texts(voice, text, period, number))
        for number, (voice, text) in enumerate(zip(voices, told, strict=True), 1)
    ]


def _texts(voice: Feedback, text: str, period: Period, number: int) -> Mapping[str, object]:
    return {
        "number": number,
        "area": FEEDBACK_FIELD.label(voice.subject_area),
        "label": "(Nội dung được giữ kín)" if voice.confidential else _shortened(text),
        "level": COMPETENT_LEVEL.label(voice.competent_level),
        "day": voice.due_on or "",
        "state": "Quá hạn" if voice.due_on is not None and voice.due_on < period.cutoff else "Đang giải quyết",
        "kind": "feedback",
    }


def _without_names(store: Store, voices: Sequence[Feedback]) -> list[str]:
    """What each says, without the name of whoever said it."""
    with store.reading() as connection:
        members = rows.load(connection, Member, [voice.member for voice in voices if voice.member])
        discretion = Discretion(connection, (), {each.uid: each.full_name for each in members}, {})
    return [discretion.told(voice, voice.content, always=True) or "" for voice in voices]


def _notes(store: Store, period: Period, name: str) -> list[Listed]:
    rows = ACTIVITIES.rows.c
    noted = sa.select(sa.func.min(rows.uid), rows[name]).where(done(rows), rows[name].is_not(None))
    found = asked_of(store, period, noted.group_by(rows[name]).order_by(sa.func.min(rows.dated_on), rows[name]))
    return [
        Listed(str(number), uid, (), {"number": number, "label": " ".join(text.split()), "kind": "activity"})
        for number, (uid, text) in enumerate(found, 1)
    ]


def _activities(found: Iterable[Any]) -> list[Listed]:
    return [
        Listed(
            str(number),
            uid,
            (),
            {"number": number, "label": title, "day": _day(day), "place": place or "", "kind": "activity"},
        )
        for number, (uid, title, day, place) in enumerate(found, 1)
    ]


def _day(stored: str) -> date:
    return date.fromisoformat(stored[:10])


def asked_of(store: Store, period: Period, question: sa.Select[Any]) -> list[Any]:
    """The rows that a question about the days of a period gives."""
    with store.reading() as connection:
        return [tuple(row) for row in connection.execute(question, Moments(period, connection))]


def _shortened(text: str) -> str:
    """One line, cut after a whole word."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[:LONGEST].rsplit(" ", 1)[0] + " …"
