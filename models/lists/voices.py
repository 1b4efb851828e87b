"""Opinions in lists: the running book (D1), and the summary sent upward by who has to answer (D2)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from models.code_lists_feedback import (
    COMPETENT_LEVEL,
    FEEDBACK_CHANNEL,
    FEEDBACK_FIELD,
    FEEDBACK_KIND,
    FEEDBACK_OUTCOME,
    FEEDBACK_STATE,
)
from models.indicators.voices_at_cutoff import LEGAL
from models.ledger import rows
from models.ledger.connection import Connection
from models.ledger.store import Store
from models.lists.discretion import Discretion
from models.lists.line import BATCH, Line, Said, joined, names_of
from models.lists.papers import Papers, paper_and_day, papers
from models.periods import Period
from models.records.feedback import Feedback
from models.records.member import Member
from models.records.unit import OrgUnit
from models.tables import table_of

Numbers = Mapping[str, tuple[int, int]]  # by uid: running number, year


@dataclass(frozen=True, slots=True)
class Around:
    """What a batch of voices points to."""

    discretion: Discretion
    groups: Mapping[str | None, str]
    papers: Papers


def book(store: Store, period: Period) -> Iterator[Line]:
    """Voices received in the period, by day, numbered from 1 in each year. Khiếu nại and tố cáo have their own book."""
    columns = table_of(Feedback).c
    last = min(period.last, period.cutoff).isoformat()
    received = sa.select(columns.uid).where(
        columns.received_on.between(period.first.isoformat(), last), columns.kind.not_in(LEGAL)
    )
    years = range(period.first.year, period.last.year + 1)
    with store.reading() as connection:
        numbers = _numbers(connection)
        uids = list(connection.execute(received.order_by(*_order(columns))).scalars())
        for start in range(0, len(uids), BATCH):
            batch = uids[start : start + BATCH]
            found = {each.uid: each for each in rows.load(connection, Feedback, batch)}
            around = around_of(connection, list(found.values()), years)
            for uid in batch:
                yield Line(_entry(found[uid], around, numbers), uid)


def around_of(connection: Connection, voices: Sequence[Feedback], years: Sequence[int]) -> Around:
    """Names, groups and papers that these voices need."""
    names = names_of(connection, Member, [each.member for each in voices])
    groups = names_of(connection, OrgUnit, [each.union_group for each in voices])
    discretion = Discretion(connection, years, names, groups)
    return Around(discretion, groups, papers(connection, [each.reply_doc for each in voices]))


def _order(columns: sa.ColumnCollection[str, sa.Column[object]]) -> tuple[sa.Column[object], ...]:
    return columns.received_on, columns.code, columns.id


def _numbers(connection: Connection) -> Numbers:
    columns = table_of(Feedback).c
    entered = sa.select(columns.uid, columns.received_on).where(columns.kind.not_in(LEGAL))
    last: dict[int, int] = defaultdict(int)
    found = {}
    for uid, day in connection.execute(entered.order_by(*_order(columns))):
        year = int(day[:4])
        last[year] += 1
        found[uid] = (last[year], year)
    return found


def _entry(voice: Feedback, around: Around, numbers: Numbers) -> dict[str, Said]:
    name, group = around.discretion.name(voice), around.groups.get(voice.union_group)
    reply = paper_and_day(around.papers.get(voice.reply_doc), voice.replied_on)
    return {
        "number": numbers[voice.uid][0],
        "received_on": voice.received_on,
        "name": name,
        "name_and_place": name if voice.confidential else joined([name, group], " - "),
        "group": group,
        "content": around.discretion.told(voice, voice.content),
        "kind": f"{FEEDBACK_KIND.label(voice.kind)} / {voice.n_people}",
        **{way: "x" if voice.handling == way else None for way in ("thu_ly", "huong_dan", "chuyen")},
        "outcome": joined([outcome_of(voice), reply], "; "),
        "note": _merged_into(voice, numbers),
        "channel": FEEDBACK_CHANNEL.label(voice.channel),
        "field": FEEDBACK_FIELD.label(voice.subject_area),
        "level": COMPETENT_LEVEL.label(voice.competent_level),
        "due_on": voice.due_on,
        "replied_on": voice.replied_on,
    }


def outcome_of(voice: Feedback) -> str:
    """What has become of a voice, in words."""
    return FEEDBACK_OUTCOME.label(voice.outcome) if voice.outcome else FEEDBACK_STATE.label(voice.state)


def _merged_into(voice: Feedback, numbers: Numbers) -> str | None:
    if voice.merged_into is None or voice.merged_into not in numbers:
        return None
    number, year = numbers[voice.merged_into]
    return f"Gộp vào số {number} năm {year}"
