"""The log of form B4: every activity that the forms count, in the order in which it was held."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from heapq import merge
from itertools import chain, islice
from operator import attrgetter
from typing import Any

import sqlalchemy as sa

from models.code_lists import ACTIVITY_FORM, AUDIENCE_GROUP, TOPIC
from models.indicators.moments import Moments
from models.indicators.outreach import ACTIVITIES, events
from models.ledger.connection import Connection
from models.ledger.plain import asked, marks
from models.ledger.store import Store
from models.lists.line import BATCH, Line, joined, parts_of
from models.lists.papers import papers, symbol_of
from models.periods import Period
from models.records.activity import (
    ActivityAudience,
    ActivityDocument,
    ActivityPaper,
    ActivityParContent,
    ActivityPartner,
    ActivityPerson,
    ActivityTopic,
)

_HOSTS = ("chu_tri", "bao_cao_vien")
_ORDER = ("start_at", "ordering", "id")
_FIELDS = (*_ORDER, "uid", "title", "form", "place", "primary_topic", "n_sessions")
Row = sa.Row[Any]
Texts = dict[int, list[str]]


def log(store: Store, period: Period) -> Iterator[Line]:
    """Activities done in the period with an event form (`S` of `forms.md` section 13), by day, then title."""
    with store.reading() as connection:
        held = _held(connection, period)
        while batch := list(islice(held, BATCH)):
            yield from _lines(connection, batch)


def _held(connection: Connection, period: Period) -> Iterator[Row]:
    """The activities in the order of the log.

    Nearly all are dated by the day they begin: an index has them in that order, so that only the other ones have to be
    sorted, which SQLite does in memory.
    """
    columns = ACTIVITIES.rows.c
    held = sa.select(*(columns[name] for name in _FIELDS)).where(events(columns))
    usual = columns.dated_on == sa.func.substr(columns.start_at, 1, 10)
    order = [columns[name] for name in _ORDER]
    found = [
        connection.execute(question, Moments(period, connection)).partitions(BATCH)
        for question in (
            held.where(usual).order_by(columns.dated_on, *order),
            held.where(sa.not_(usual)).order_by(*order),
        )
    ]
    return merge(*map(chain.from_iterable, found), key=attrgetter(*_ORDER))


def _lines(connection: Connection, batch: Sequence[Row]) -> Iterator[Line]:
    owners = [row.id for row in batch]
    audiences, turns = _audiences(connection, owners)
    topics, contents = _topics(connection, owners), _texts(connection, ActivityParContent, owners, "par_content")
    hosts, partners = _hosts(connection, owners), _texts(connection, ActivityPartner, owners, "unit_text")
    evidence = _evidence(connection, batch)
    for row in batch:
        all_turns, female, members = turns.get(row.id, (None, None, None))
        yield Line(
            {
                "day": date.fromisoformat(row.start_at[:10]),
                "title": row.title,
                "topics": joined([TOPIC.label(row.primary_topic), *topics.get(row.id, ())], "; "),
                "form": ACTIVITY_FORM.label(row.form),
                "place": row.place,
                "audiences": joined(audiences.get(row.id, ())),
                "turns": all_turns,
                "turns_female": female,
                "turns_members": members,
                "hosts": joined(hosts.get(row.id, ())),
                "partners": joined(partners.get(row.id, ())),
                "contents": joined(contents.get(row.id, ())),
                "evidence": joined(evidence.get(row.id, ()), "; "),
                "sessions": f"{row.n_sessions} buổi" if row.n_sessions > 1 else None,
            },
            row.uid,
        )


def _audiences(
    connection: Connection, owners: Sequence[int]
) -> tuple[Texts, dict[int, tuple[int | None, int | None, int | None]]]:
    """Who came, and how many turns, of women, of members; a sum of only empties is empty."""
    groups: Texts = defaultdict(list)
    counts: dict[int, tuple[int | None, int | None, int | None]] = {}
    keys = ("group", "n_turns", "n_female", "n_members")
    for owner, group, *numbers in parts_of(connection, ActivityAudience, owners, *keys):
        if group:
            groups[owner].append(AUDIENCE_GROUP.label(group))
        before = counts.get(owner, (None, None, None))
        first, second, third = (_added(*pair) for pair in zip(before, numbers, strict=True))
        counts[owner] = (first, second, third)
    return groups, counts


def _added(one: int | None, other: int | None) -> int | None:
    return other if one is None else one if other is None else one + other


def _topics(connection: Connection, owners: Sequence[int]) -> Texts:
    found: Texts = defaultdict(list)
    for owner, topic, integrated in parts_of(connection, ActivityTopic, owners, "topic", "is_integrated"):
        found[owner].append(f"{'lồng ghép: ' if integrated else ''}{TOPIC.label(topic)}")
    return found


def _hosts(connection: Connection, owners: Sequence[int]) -> Texts:
    found: Texts = defaultdict(list)
    for owner, role, name in parts_of(connection, ActivityPerson, owners, "role", "name"):
        if role in _HOSTS and name:
            found[owner].append(name)
    return found


def _texts(connection: Connection, part: type[Any], owners: Sequence[int], key: str) -> Texts:
    found: Texts = defaultdict(list)
    for owner, text in parts_of(connection, part, owners, key):
        if text is not None:
            found[owner].append(str(text))
    return found


def _evidence(connection: Connection, batch: Sequence[Row]) -> Texts:
    """Papers made known, talks given, what was published of it, and how many photos and files are kept."""
    owners, of_uid = [row.id for row in batch], {row.uid: row.id for row in batch}
    named = list(parts_of(connection, ActivityDocument, owners, "document"))
    known = papers(connection, [document for _owner, document in named])
    found: Texts = defaultdict(list)
    for owner, document in named:
        if document in known:
            found[owner].append(symbol_of(known[document]))
    for owner, title in parts_of(connection, ActivityPaper, owners, "title"):
        if title:
            found[owner].append(f"Tham luận “{title}”")
    sql = f"SELECT activity, title FROM media_product WHERE activity IN ({marks(len(of_uid))}) ORDER BY id"
    for uid, title in asked(connection, sql, tuple(of_uid)):
        if title:
            found[of_uid[uid]].append(title)
    sql = f"SELECT owner, count(*) FROM attachment WHERE owner IN ({marks(len(of_uid))}) GROUP BY owner"
    for uid, count in asked(connection, sql, tuple(of_uid)):
        found[of_uid[uid]].append(f"{count} ảnh, tệp")
    return found
