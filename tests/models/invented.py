"""Records invented at random, of any type, without faults; links lead to records that are there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from models.record import Part, Record, faults_of
from models.records import CATALOGUE
from models.records.period import ReportPeriod
from models.values import Code, Day, Decimal, FormKey, Kind, Link, Moment, PeriodText, Text, Whole, YesNo

WORDS = (
    "Hội nghị",
    "tuyên truyền",
    "Đường",
    "Ánh",
    "ở",
    "cơ sở",
    "–",
    "“nghĩa vụ”",
    "50%",
    "'x'",
    "\\",
    "_",
    "Ơn",
    "Ưu ỳ",
)
Uids = Mapping[str, Sequence[str]]  # by record type


def invented(record: type[Record], random: Random, uids: Uids, uid: str | None = None) -> Record:
    """A record of this type without faults."""
    while True:
        made = record(uid=uid)
        _fill(made, random, uids)
        if isinstance(made, ReportPeriod):
            made.last_on = made.cutoff = made.first_on
            made.year = made.first_on.year
        for fault in faults_of(made):
            name = made.attribute_of.get(fault.field.partition("[")[0], "")
            if name in made.lists:
                setattr(made, name, [])
            elif name in made.fields and not made.fields[name].required:
                setattr(made, name, made.fields[name].default)
        if not list(faults_of(made)):
            return made


def one_of_each(random: Random, own_uid: str = "own") -> list[Record]:
    """Two records of every type, with links among them; no second own unit."""
    uids: dict[str, list[str]] = {"org_unit": [own_uid]}
    records: list[Record] = []
    for record in CATALOGUE:
        for number in (1, 2):
            made = invented(record, random, uids, f"{record.table_name}-{number}")
            records.append(made)
            uids.setdefault(record.table_name, []).append(made.uid)
    return records


def _fill(part: Part, random: Random, uids: Uids) -> None:
    for name, member in part.fields.items():
        # One unit is the own one already; no file is kept here, and no identity number without a password.
        spared = name in ("is_own", "sha256", "id_no", "id_lock")
        if spared or (not member.required and random.random() < 0.3):
            continue
        value = _value(member.kind, random, uids)
        setattr(part, name, member.default if value is None else value)
    for name, child_list in part.lists.items():
        lines = [child_list.part() for _ in range(random.randrange(3))]
        for line in lines:
            _fill(line, random, uids)
        if not any(each is None for line in lines for each in _needed(line)):
            setattr(part, name, lines)


def _needed(part: Part) -> list[Any]:
    return [getattr(part, name) for name, member in part.fields.items() if member.required]


def _value(kind: Kind, random: Random, uids: Uids) -> Any:
    day = date(2024, 1, 1) + timedelta(days=random.randrange(1000))
    if isinstance(kind, Link):
        known = [uid for name in kind.to for uid in uids.get(name, ())]
        return random.choice(known) if known else None
    if isinstance(kind, Code):
        return random.choice(list(kind.list))
    makers: dict[type[Kind], Callable[[], Any]] = {
        Text: lambda: ("\n" if kind == Text(lines=True) else " ").join(random.sample(WORDS, 3)),
        Whole: lambda: random.randint(getattr(kind, "least", 0), min(getattr(kind, "most", 0), 10**9)),
        Decimal: lambda: random.choice([0.0, 12.0, 33.33, 0.1]),
        Day: lambda: day,
        Moment: lambda: datetime(day.year, day.month, day.day, random.randrange(24), random.randrange(60)),
        YesNo: lambda: random.random() < 0.5,
        FormKey: lambda: random.choice(["A1", "A2", "Q"]),
        PeriodText: lambda: random.choice(["2026-Q1", "2025-2026", "2026"]),
    }
    return makers[type(kind)]()
