"""Activities that seem to have been entered twice: the same day and place, and titles that say the same."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Any

import sqlalchemy as sa

from models.gaps.gap import Finding, Gap, Look, shown_day
from models.records.activity import Activity
from models.tables import table_of
from models.vietnamese import folded

ALIKE = 0.75  # of the words of both titles
_ACTIVITY = table_of(Activity)
Words = frozenset[str]
_WORD = re.compile(r"\w+")
_NUMBERED = re.compile(r"^(\d+|[ivx]+)$")  # "đợt 2", "lớp III": other numbers are other events


def entered_twice(look: Look) -> Iterator[Gap]:
    """The later entered of two that look the same."""
    at_once: dict[tuple[str, str], dict[Words, str]] = defaultdict(dict)
    words_of = cache(_words)
    for row in look.connection.execute(_candidates(look)):
        earlier, words = at_once[row.dated_on, folded(row.place or "")], words_of(row.title)
        twin = words if words in earlier else next((each for each in earlier if _say_the_same(each, words)), None)
        if twin is None:
            earlier[words] = row.title
        else:
            yield _gap(row.uid, row.title, earlier[twin], row.dated_on)


def alike(title: str, other: str) -> bool:
    """True if two titles say the same: most words in common, and every number."""
    return _say_the_same(_words(title), _words(other))


def _words(title: str) -> Words:
    return frozenset(_WORD.findall(folded(title)))


def _say_the_same(mine: Words, yours: Words) -> bool:
    common = len(mine & yours)
    if common < ALIKE * (len(mine) + len(yours) - common):
        return False
    return not any(_NUMBERED.match(each) for each in mine ^ yours)


def _candidates(look: Look) -> sa.Select[Any]:
    """Activities of days and places that occur more than once, in the order they were entered."""
    inside = sa.and_(look.inside(_ACTIVITY.c.dated_on), _ACTIVITY.c.status == "da_thuc_hien")
    days = sa.select(_ACTIVITY.c.dated_on).where(inside).group_by(_ACTIVITY.c.dated_on).having(sa.func.count() > 1)
    columns = sa.select(_ACTIVITY.c.uid, _ACTIVITY.c.title, _ACTIVITY.c.dated_on, _ACTIVITY.c.place)
    return columns.where(inside, _ACTIVITY.c.dated_on.in_(days)).order_by(_ACTIVITY.c.id)


def _gap(uid: str, title: str, other: str, day: str) -> Gap:
    return Finding(
        "entered_twice",
        Activity,
        "title",
        f"cùng ngày {shown_day(day)}, cùng nơi, gần như cùng tên với “{other}”; có thể đã ghi hai lần",
        "Nếu là một hoạt động thì xóa bớt một bản ghi; nếu là hai thì đặt tên khác nhau.",
    ).gap(uid, title)


RULES = (entered_twice,)
