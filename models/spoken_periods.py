"""Periods as she says them: "tháng 3", "quý 1", "quý II/2025", "năm 2025", "tuần này", "hôm qua", "12/03/2026"."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from models.periods import (
    ROMAN,
    YEARS,
    Period,
    before,
    free,
    half_year,
    month,
    nine_months,
    quarter,
    quarter_of,
    whole_year,
)
from models.vietnamese import folded

Build = Callable[[list[str | None], date, int], Period]
_LONGEST = 6  # words
_YEAR = r"(?:(?: nam |/| )(\d{4}))?"


def spoken_period(text: str, today: date, year: int) -> tuple[Period, str] | None:
    """The first period named in a text, and the text without it; None if there is none.

    `year` is the one meant where none is said.
    """
    words = text.split()
    for start in range(len(words)):
        for end in range(min(len(words), start + _LONGEST), start, -1):
            period = _named(folded(" ".join(words[start:end])), today, year)
            if period is not None:
                return period, " ".join([*words[:start], *words[end:]])
    return None


def _named(said: str, today: date, year: int) -> Period | None:
    for pattern, build in _SAID:
        if match := re.fullmatch(pattern, said, re.ASCII):
            try:
                period = build(list(match.groups()), today, year)
            except (ValueError, OverflowError):
                return None
            return period if period.first.year in YEARS and period.last.year in YEARS else None
    return None


def _month(parts: list[str | None], _today: date, year: int) -> Period:
    return month(int(parts[1] or year), int(parts[0] or 0))


def _quarter(parts: list[str | None], _today: date, year: int) -> Period:
    said = (parts[0] or "").upper()
    return quarter(int(parts[1] or year), ROMAN.index(said) + 1 if said in ROMAN else int(said))


def _half(parts: list[str | None], _today: date, year: int) -> Period:
    return half_year(int(parts[1] or year), 1 if parts[0] == "dau" else 2)


def _day(parts: list[str | None], _today: date, _year: int) -> Period:
    day, number, year = (int(part or 0) for part in parts)
    return free(date(year, number, day), date(year, number, day))


def _this_or_last(parts: list[str | None], today: date, _year: int) -> Period:
    kind, which = parts
    now = {"thang": month(today.year, today.month), "quy": quarter_of(today), "nam": whole_year(today.year)}[kind or ""]
    return now if which == "nay" else before(now)


def _week(parts: list[str | None], today: date, _year: int) -> Period:
    monday = today - timedelta(days=today.weekday() + (0 if parts[0] == "nay" else 7))
    return free(monday, monday + timedelta(days=6))


def _near_day(parts: list[str | None], today: date, _year: int) -> Period:
    day = today - timedelta(days=1 if parts[0] == "qua" else 0)
    return free(day, day)


_SAID: tuple[tuple[str, Build], ...] = (
    (rf"(?:thang |t)(1[0-2]|0?[1-9]){_YEAR}", _month),
    (rf"(?:quy |q)([1-4]|i{{1,3}}|iv){_YEAR}", _quarter),
    (r"(thang|quy|nam) (nay|truoc|ngoai)", _this_or_last),
    (r"nam (\d{4})", lambda parts, _today, _year: whole_year(int(parts[0] or 0))),
    (r"tuan (nay|truoc)", _week),
    (r"hom (nay|qua)", _near_day),
    (rf"6 thang (dau|cuoi)(?: nam)?{_YEAR}", _half),
    (rf"9 thang(?: dau nam)?{_YEAR}", lambda parts, _today, year: nine_months(int(parts[0] or year))),
    (r"(\d{1,2})/(\d{1,2})/(\d{4})", _day),
)
