"""The life of a record in words: who changed which value, when, from what to what; its child lists too."""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from models.errors import UserError
from models.ledger import listing, rows
from models.ledger.history import Written, changes_of
from models.ledger.kept_back import names_of
from models.ledger.plain import first
from models.ledger.store import Store
from models.ledger.values import in_memory, revived
from models.masks import MASK, hidden, without
from models.periods import period_from
from models.record import Children, Field, Part, Record, line_of
from models.records import record_type
from models.values import Kind, Link, PeriodText, YesNo

Line = Mapping[str, Any]
EMPTY = "(trống)"


@dataclass(frozen=True, slots=True)
class Turn:
    """One value that changed, as a reader writes it. A line of a child list that came or went has one side only."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Event:
    """What one write did to a record: `deed` is "thêm", "sửa", "xóa" or "đưa trở lại"."""

    written: Written
    deed: str
    turns: tuple[Turn, ...]


def life_of(store: Store, record: type[Record], uid: str, *, looked: bool = False) -> list[Event]:
    """Everything that happened to a record, newest first; also of one that is no more.

    What was ever kept back of it stays so, unless somebody `looked`.
    """
    with store.reading() as connection:
        now = next((line_of(each) for each in rows.load(connection, record, [uid])), None)
    steps: list[tuple[Written, Line | None]] = []
    for written, before in changes_of(store, uid, record):
        if steps and steps[-1][0].number == written.number:
            steps[-1] = (written, before)  # touched several times in one write: what it was at first counts
        else:
            steps.append((written, before))
    afters = [now, *(before for _written, before in steps)]
    states = [revived(record, uid, line) for line in afters if line is not None]
    told = _Teller(store, record, () if looked else states)
    return [
        Event(written, _deed(before, after, is_first=place == len(steps)), tuple(told.turns(before, after)))
        for place, ((written, before), after) in enumerate(zip(steps, afters, strict=False), 1)
    ]


def title_once(store: Store, kinds: Sequence[str], uid: str) -> str:
    """The title of a record, or the one it had before it was removed; its uid if it never was there."""
    title = listing.title_of(store, kinds, uid)
    if title != uid:
        return title
    for kind in kinds:
        sql = "SELECT before FROM change WHERE type = ? AND uid = ? AND before IS NOT NULL ORDER BY id DESC LIMIT 1"
        with store.reading() as connection:
            before = first(connection, sql, (kind, uid))
        if before is not None:
            return revived(record_type(kind), uid, json.loads(before)).title_text
    return uid


def _deed(before: Line | None, after: Line | None, *, is_first: bool) -> str:
    if after is None:
        return "xóa"
    if before is None:
        return "thêm" if is_first else "đưa trở lại"
    return "sửa"


class _Teller:
    """Compares two states of a record in words."""

    def __init__(self, store: Store, record: type[Record], discreet_of: Sequence[Record]) -> None:
        """What the states `discreet_of` keep back is not told."""
        self._store, self._record = store, record
        self._back = frozenset[str]().union(*map(hidden, discreet_of))
        with store.reading() as connection:
            found = (names_of(connection, [each]) for each in discreet_of)
            self._names = {name for each in found for names in each.values() for name in names}

    def turns(self, before: Line | None, after: Line | None) -> Iterator[Turn]:
        """The values that differ; of a record that is gone what it held, of a new one what it got."""
        before, after = before or {}, after or {}
        yield from self._fields(self._record, before, after, "", self._back)
        for name, child_list in self._record.lists.items():
            sides = (_braced(child_list, side.get(name, ())) for side in (before, after))
            yield from self._lines(child_list, *sides)

    def _fields(
        self, part: type[Part], before: Line, after: Line, where: str, back: Container[str] = ()
    ) -> Iterator[Turn]:
        for name, member in part.fields.items():
            old, new = before.get(member.key), after.get(member.key)
            if old != new:
                sides = (MASK if name in back and side else self._shown(member, side) for side in (old, new))
                yield Turn(where + member.label, *sides)

    def _lines(self, child_list: Children, before: list[Line], after: list[Line]) -> Iterator[Turn]:
        old, new = ([json.dumps(line, sort_keys=True) for line in lines] for lines in (before, after))
        for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if kind == "equal":
                continue
            pairs = min(b - a, d - c)
            for place in range(pairs):
                where = f"{child_list.label}, dòng {c + place + 1}: "
                yield from self._fields(child_list.part, before[a + place], after[c + place], where)
            for line in before[a + pairs : b]:
                yield Turn(child_list.label, self._line(child_list.part, line), "")
            for line in after[c + pairs : d]:
                yield Turn(child_list.label, "", self._line(child_list.part, line))

    def _line(self, part: type[Part], line: Line) -> str:
        is_alone = len(part.fields) == 1
        return " · ".join(
            self._shown(member, line[member.key])
            if is_alone or member.kind.affinity == "TEXT"
            else f"{member.label.removeprefix('Trong đó: ').lower()} {self._shown(member, line[member.key])}"
            for member in part.fields.values()
            if line.get(member.key) is not None
        )

    def _shown(self, member: Field, stored: Any) -> str:
        if stored is None or stored is False:
            return "Không" if isinstance(member.kind, YesNo) else EMPTY
        if isinstance(member.kind, Link):
            return title_once(self._store, member.kind.to, str(stored))
        return without(_worded(member.kind, stored), self._names)


def _worded(kind: Kind, stored: Any) -> str:
    try:
        return period_from(stored).label if isinstance(kind, PeriodText) else kind.shown(in_memory(kind, stored))
    except (UserError, ValueError, TypeError, KeyError):
        return str(stored)  # written by a version that allowed it


def _braced(child_list: Children, lines: Iterable[Any]) -> list[Line]:
    return [each if isinstance(each, Mapping) else {child_list.bare or "": each} for each in lines]
