"""The summary of opinions (D2): grouped by who is competent to answer, as the cut-off sees them, without any name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

import sqlalchemy as sa

from models.code_lists_feedback import COMPETENT_LEVEL, FEEDBACK_CHANNEL, FEEDBACK_FIELD, SOURCE_KIND
from models.indicators.catalogue import INDICATORS
from models.indicators.indicator import Indicator
from models.indicators.moments import Moments
from models.ledger import rows
from models.ledger.connection import Connection
from models.ledger.store import Store
from models.lists.line import Line, Said, joined
from models.lists.papers import paper_and_day
from models.lists.voices import Around, around_of, outcome_of
from models.periods import Period
from models.records.feedback import Feedback
from models.tables import table_of

GROUPS = (
    ("I", "Thuộc thẩm quyền cơ sở", ("co_so_cd", "co_so_nsdld")),
    ("II", "Thuộc thẩm quyền công đoàn cấp trên", ("cd_cap_tren", "ldld_tinh", "tld")),
    ("III", "Thuộc thẩm quyền chính quyền địa phương", ("chinh_quyen_xa", "chinh_quyen_tinh")),
    ("IV", "Thuộc thẩm quyền cơ quan trung ương", ("trung_uong",)),
)
# As forms D3 and A2 tell them apart; what was returned with guidance was explained, not resolved.
_STATES = (
    ("voices_resolved", "Đã giải quyết"),
    ("voices_explained", "Giải trình"),
    ("voices_returned", "Giải trình"),
    ("voices_overdue", "Quá hạn"),
    ("voices_forwarded", "Đã chuyển"),
)
_OPEN = "Đang giải quyết"
_SETTLED = ("Đã giải quyết", "Giải trình")


@dataclass(frozen=True, slots=True)
class _Told:
    """What the summary knows beside the voices themselves."""

    states: Mapping[str, str]
    merged: Mapping[str, list[Feedback]]  # by the voice that took them
    around: Around
    period: Period


def voices_by_level(store: Store, period: Period) -> Iterator[Line]:
    """Everything there was to deal with in the period: by level, then field, then day."""
    with store.reading() as connection:
        states = _states(connection, period)
        found = sorted(rows.load(connection, Feedback, list(states)), key=_place)
        merged = _merged(connection, found, period)
        everyone = [*found, *(each for some in merged.values() for each in some)]
        told = _Told(states, merged, around_of(connection, everyone, ()), period)
    numbers = count(1)
    for code, label, levels in GROUPS:
        members = [each for each in found if each.competent_level in levels]
        if members:
            yield Line({"number": code, "content": label}, code=code, level=0)
        for each in members:
            yield Line({"number": next(numbers), **_entry(each, told)}, each.uid)


def _states(connection: Connection, period: Period) -> dict[str, str]:
    """By uid how each voice stands at the cut-off, by the very conditions of the figures of D3."""
    known = _indicator("voices_known")
    columns = known.source.rows.c
    told = (_indicator(key).condition(columns, ()).label(key) for key, _label in _STATES)
    asked = sa.select(columns.uid, *told).where(known.when(columns))
    found = {}
    for uid, *holds in connection.execute(asked, Moments(period, connection)):
        found[uid] = next((label for (_key, label), true in zip(_STATES, holds, strict=True) if true), _OPEN)
    return found


def _indicator(key: str) -> Indicator:
    indicator = INDICATORS[key]
    assert isinstance(indicator, Indicator)
    return indicator


def _place(voice: Feedback) -> tuple[object, ...]:
    group = next(at for at, (_code, _label, levels) in enumerate(GROUPS) if voice.competent_level in levels)
    return group, list(FEEDBACK_FIELD).index(voice.subject_area), voice.received_on, voice.code or "", voice.uid


def _merged(connection: Connection, found: Sequence[Feedback], period: Period) -> dict[str, list[Feedback]]:
    columns = table_of(Feedback).c
    taken = defaultdict(list)
    for chunk in rows.chunks([each.uid for each in found]):
        asked = sa.select(columns.uid).where(
            columns.merged_into.in_(chunk), columns.received_on <= min(period.last, period.cutoff).isoformat()
        )
        for each in rows.load(connection, Feedback, list(connection.execute(asked).scalars())):
            taken[str(each.merged_into)].append(each)
    return taken


def _entry(voice: Feedback, told: _Told) -> dict[str, Said]:
    discretion, state = told.around.discretion, told.states[voice.uid]
    settled = state in _SETTLED
    reply = discretion.told(voice, voice.reply_text, always=True)
    paper = paper_and_day(told.around.papers.get(voice.reply_doc), voice.replied_on)
    told_back = voice.returned_to_source_on
    return {
        "content": discretion.told(voice, voice.content, always=True),
        "field": FEEDBACK_FIELD.label(voice.subject_area),
        "source": _source(voice, told),
        "channel": f"{FEEDBACK_CHANNEL.label(voice.channel)}, {voice.received_on:%d/%m/%Y}",
        "level": COMPETENT_LEVEL.label(voice.competent_level),
        "handler": discretion.told(voice, joined([voice.competent_body, voice.assigned_to], "; ")),
        "due_on": voice.due_on,
        "outcome": joined([outcome_of(voice), reply], ". ") if settled else None,
        "reply": paper if settled else None,
        "state": state,
        "told_on": told_back if told_back and told_back <= told.period.cutoff else None,
    }


def _source(voice: Feedback, told: _Told) -> str:
    """The groups that spoke and how many people, those of merged voices too."""
    voices = [voice, *told.merged.get(voice.uid, ())]
    groups = [told.around.groups.get(each.union_group) or SOURCE_KIND.label(each.source_kind) for each in voices]
    return f"{joined(groups)}; {sum(each.n_people for each in voices)} người"
