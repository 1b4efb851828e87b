"""What a report names one by one: the largest activities, what is planned, what members still wait for, what is due."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa

from models.code_lists_feedback import COMPETENT_LEVEL, FEEDBACK_FIELD
from models.indicators.feedback import FEEDBACK, VOICES
from models.indicators.indicator import Indicator
from models.indicators.listed import Listed
from models.indicators.moments import Moments
from models.indicators.outreach import ACTIVITIES, AUDIENCES, done, events
from models.ledger.store import Store
from models.periods import Period, after
from models.records.period import ReportPeriod
from models.tables import table_of
from models.values import DAY

MOST_ACTIVITIES = 5
MOST_DUE = MOST_OPEN = 5
LOOKS_AHEAD = timedelta(days=45)
LONGEST = 160  # letters of a text told in a list
_AT_HOME = ("co_so_cd", "co_so_nsdld")
_OPEN = next(each for each in VOICES if isinstance(each, Indicator) and each.key == "voices_open")


def largest_activities(store: Store, period: Period) -> Sequence[Listed]:
    """The events of the period with most turns, the largest first."""
    rows = AUDIENCES.rows.c
    turns = sa.func.sum(rows.n_turns)
    found = sa.select(rows.uid, rows.title, rows.dated_on, rows.place).where(events(rows))
    largest = found.group_by(rows.uid).having(turns > 0).order_by(turns.desc(), rows.dated_on, rows.uid)
    return _activities(_asked(store, period, largest.limit(MOST_ACTIVITIES)))


def planned_activities(store: Store, period: Period) -> Sequence[Listed]:
    """What is planned for the period that follows, by day."""
    rows = ACTIVITIES.rows.c
    following = after(period)
    day = sa.func.substr(rows.start_at, 1, 10)
    planned = sa.select(rows.uid, rows.title, day, rows.place).where(
        rows.status == "ke_hoach", day.between(following.first.isoformat(), following.last.isoformat())
    )
    return _activities(_asked(store, period, planned.order_by(day, rows.uid)))


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


def due_next(store: Store, period: Period) -> Sequence[Listed]:
    """What falls due in the weeks after the cut-off: reports, answers to members, planned activities; by day."""
    first, last = period.cutoff.isoformat(), (period.cutoff + LOOKS_AHEAD).isoformat()
    voices, reports, plans = FEEDBACK.rows.c, table_of(ReportPeriod).c, ACTIVITIES.rows.c
    starts = sa.func.substr(plans.start_at, 1, 10)
    answers = sa.select(voices.uid, voices.due_on, sa.literal("feedback"), voices.field)
    questions = (
        answers.where(_OPEN.when(voices), _OPEN.condition(voices, ()), voices.due_on.between(first, last)),
        sa.select(reports.uid, reports.due_on, sa.literal("report_period"), reports.named).where(
            reports.due_on.between(first, last)
        ),
        sa.select(plans.uid, starts, sa.literal("activity"), plans.title).where(
            plans.status == "ke_hoach", starts > first, starts <= last
        ),
    )
    rows = [row for question in questions for row in _asked(store, period, question)]
    rows.sort(key=lambda row: (row[1], row[2], row[0]))
    return [
        Listed(str(number), uid, (), {"number": number, "day": DAY.read(day), "label": _due(kind, text), "kind": kind})
        for number, (uid, day, kind, text) in enumerate(rows[:MOST_DUE], 1)
    ]


def _due(kind: str, text: str) -> str:
    if kind == "feedback":
        return f"Trả lời ý kiến về {_inside(FEEDBACK_FIELD.label(text))}"
    return f"Nộp báo cáo {_inside(text)}" if kind == "report_period" else text


def _inside(text: str) -> str:
    """A text inside a sentence: a small letter, unless it begins with an abbreviation."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def _feedback(store: Store, period: Period, narrowed: sa.ColumnElement[bool]) -> list[Listed]:
    rows = FEEDBACK.rows.c
    found = sa.select(rows.uid, rows.field, rows.content, rows.competent_level, rows.due_on, rows.confidential)
    chosen = found.where(_OPEN.when(rows), _OPEN.condition(rows, ()), narrowed)
    in_order = chosen.order_by(sa.func.coalesce(rows.due_on, "9999"), rows.received_on, rows.uid)
    return [
        Listed(
            str(number),
            uid,
            (),
            {
                "number": number,
                "area": FEEDBACK_FIELD.label(area),
                "label": "(Nội dung được giữ kín)" if confidential else _shortened(content),
                "level": COMPETENT_LEVEL.label(level),
                "day": DAY.read(due) if due else "",
                "state": "Quá hạn" if due and due < period.cutoff.isoformat() else "Đang giải quyết",
                "kind": "feedback",
            },
        )
        for number, (uid, area, content, level, due, confidential) in enumerate(_asked(store, period, in_order), 1)
    ]


def _notes(store: Store, period: Period, name: str) -> list[Listed]:
    rows = ACTIVITIES.rows.c
    noted = sa.select(sa.func.min(rows.uid), rows[name]).where(done(rows), rows[name].is_not(None))
    found = _asked(store, period, noted.group_by(rows[name]).order_by(sa.func.min(rows.dated_on), rows[name]))
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


def _asked(store: Store, period: Period, question: sa.Select[Any]) -> list[Any]:
    with store.reading() as connection:
        return [tuple(row) for row in connection.execute(question, Moments(period, connection))]


def _shortened(text: str) -> str:
    """One line, cut after a whole word."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[:LONGEST].rsplit(" ", 1)[0] + " …"
