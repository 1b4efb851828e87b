"""Report periods: from which day to which, cut-off, the year they add up to, and the same period a year before.

First and last day are both included. Rules: `forms.md` sections 0 and 13 (cumulative from 1 January, or 1 September for
a school year; a period ending on 29 February compares with 28 February).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from models.errors import UserError

YEARS = range(1900, 2201)
ROMAN = ("I", "II", "III", "IV")


@dataclass(frozen=True, slots=True)
class Period:
    """A span of days that a report speaks of."""

    kind: str  # a key of the list period_kind
    first: date
    last: date
    cutoff: date
    label: str  # "Quý I/2026"
    year_start: date  # "lũy kế" begins here
    text: str  # "2026-Q1", as the command line writes it
    due_on: date | None = None

    def cumulative(self) -> Period:
        """From the year start to the cut-off ("lũy kế từ đầu năm")."""
        return replace(self, first=self.year_start, last=max(self.last, self.cutoff))

    def year_before(self) -> Period:
        """The same period of the year before ("cùng kỳ năm trước")."""
        first, last, cutoff = (_year_earlier(day) for day in (self.first, self.last, self.cutoff))
        if _is_month_end(self.last) and self.kind != "tuy_chon":
            last = _month_end(last.year, last.month)
            cutoff = last if self.cutoff == self.last else cutoff
        label, text = _named_a_year_earlier(self, first, last)
        start = _year_earlier(self.year_start)
        return Period(self.kind, first, last, cutoff, label, start, text)

    def contains(self, first: date, last: date) -> bool:
        """True if the days first..last lie wholly inside."""
        return self.first <= first and last <= self.last

    @property
    def year(self) -> int:
        """The year it is named after."""
        return self.last.year

    @property
    def title(self) -> str:
        """As a report's heading says it: "quý I năm 2026"."""
        return self.label[:1].lower() + (
            self.label[1:] if self.kind == "tuy_chon" else re.sub(r"/(\d{4})$", r" năm \1", self.label[1:])
        )


def period_from(text: str) -> Period:
    """The period that a text of the command line names: 2026-03, 2026-Q1, 2026-H1, 2026-9M, 2026, 2025-2026, from..to.

    Raises UserError, saying what can be written, for any other text.
    """
    text = text.strip()
    for pattern, build in _FORMS:
        if match := re.fullmatch(pattern, text, re.IGNORECASE | re.ASCII):
            try:
                period = build(*match.groups())
            except (ValueError, OverflowError):
                break
            if period.first.year in YEARS and period.last.year in YEARS:
                return period
    raise UserError(
        f"Kỳ “{text}” không đọc được. Hãy viết như: 2026-03 (tháng), 2026-Q1 (quý), 2026-H1 (6 tháng), 2026-9M "
        "(9 tháng), 2026 (năm), 2025-2026 (năm học) hoặc 2026-01-01..2026-04-30 (tùy chọn)."
    )


def is_period(text: str) -> bool:
    """True if a text names a period of the calendar or a span of days."""
    try:
        period_from(text)
    except UserError:
        return False
    return True


def month(year: int, number: int) -> Period:
    """A calendar month, 1 to 12."""
    return _calendar("thang", year, number, number, f"Tháng {number}/{year}", f"{year}-{number:02}")


def quarter(year: int, number: int) -> Period:
    """A calendar quarter, 1 to 4."""
    label = f"Quý {ROMAN[number - 1]}/{year}"
    return _calendar("quy", year, 3 * number - 2, 3 * number, label, f"{year}-Q{number}")


def half_year(year: int, number: int) -> Period:
    """The first or second half of a year."""
    label = f"6 tháng {'đầu' if number == 1 else 'cuối'} năm {year}"
    return _calendar("6_thang", year, 6 * number - 5, 6 * number, label, f"{year}-H{number}")


def nine_months(year: int) -> Period:
    """January to September."""
    return _calendar("9_thang", year, 1, 9, f"9 tháng đầu năm {year}", f"{year}-9M")


def whole_year(year: int) -> Period:
    """A calendar year."""
    return _calendar("nam", year, 1, 12, f"Năm {year}", str(year))


def school_year(first_year: int, last_year: int) -> Period:
    """1 September to 31 August; ValueError unless the years follow each other."""
    if last_year != first_year + 1:
        raise ValueError
    first, last = date(first_year, 9, 1), date(last_year, 8, 31)
    return Period("nam_hoc", first, last, last, f"Năm học {first_year}-{last_year}", first, f"{first_year}-{last_year}")


def free(first: date, last: date) -> Period:
    """Any span of days; ValueError if it ends before it begins."""
    if last < first:
        raise ValueError
    label = f"Từ {first:%d/%m/%Y} đến {last:%d/%m/%Y}"
    return Period("tuy_chon", first, last, last, label, date(last.year, 1, 1), f"{first}..{last}")


def quarter_of(day: date) -> Period:
    """The calendar quarter in which a day lies."""
    return quarter(day.year, (day.month + 2) // 3)


def before(period: Period) -> Period:
    """The period of the same kind just before; of a span with days of its own: as many days before it."""
    eve = period.first - timedelta(days=1)
    builders = {
        "thang": lambda: month(eve.year, eve.month),
        "quy": lambda: quarter_of(eve),
        "6_thang": lambda: half_year(eve.year, 1 if eve.month <= 6 else 2),
        "9_thang": lambda: nine_months(period.first.year - 1),
        "nam": lambda: whole_year(eve.year),
        "nam_hoc": lambda: school_year(eve.year - 1, eve.year),
    }
    if period.kind in builders and _is_calendar(period):
        return builders[period.kind]()
    return free(period.first - (period.last - period.first) - timedelta(days=1), eve)


CALENDAR: Mapping[str, Callable[[int, int], Period]] = {  # by kind: year and number in the year, which some ignore
    "thang": month,
    "quy": quarter,
    "6_thang": half_year,
    "9_thang": lambda year, _number: nine_months(year),
    "nam": lambda year, _number: whole_year(year),
    "nam_hoc": lambda year, _number: school_year(year, year + 1),
}


def calendar_period(kind: str, day: date) -> Period:
    """The calendar period of a kind in which a day lies; of nine months: those of its year."""
    number = {"thang": day.month, "quy": (day.month + 2) // 3, "6_thang": (day.month + 5) // 6}.get(kind, 1)
    return CALENDAR[kind](day.year - (kind == "nam_hoc" and day.month < 9), number)


def calendar_form(period: Period) -> Period:
    """The period under its calendar name (`2026-Q1`) if it is the calendar one in all its days; else itself."""
    named = calendar_period(period.kind, period.last) if period.kind in CALENDAR else period
    same = all(getattr(named, day) == getattr(period, day) for day in ("first", "last", "cutoff", "year_start"))
    return replace(named, due_on=period.due_on) if same else period


def after(period: Period) -> Period:
    """The period of the same kind just after; of a span with days of its own: as many days after it."""
    morrow = period.last + timedelta(days=1)
    builders = {
        "thang": lambda: month(morrow.year, morrow.month),
        "quy": lambda: quarter_of(morrow),
        "6_thang": lambda: half_year(morrow.year, 1 if morrow.month <= 6 else 2),
        "nam": lambda: whole_year(morrow.year),
        "nam_hoc": lambda: school_year(morrow.year, morrow.year + 1),
    }
    if period.kind in builders and _is_calendar(period):
        return builders[period.kind]()
    if period.kind == "9_thang" and _is_calendar(period):
        return quarter_of(morrow)
    return free(morrow, morrow + (period.last - period.first))


def _calendar(kind: str, year: int, first_month: int, last_month: int, label: str, text: str) -> Period:
    last = _month_end(year, last_month)
    return Period(kind, date(year, first_month, 1), last, last, label, date(year, 1, 1), text)


def _is_calendar(period: Period) -> bool:
    """True if it is the very span that its text names, not one with days of the unit's own (16/12-15/3)."""
    try:
        named = period_from(period.text)
    except UserError:
        return False
    return (named.first, named.last) == (period.first, period.last)


def _named_a_year_earlier(period: Period, first: date, last: date) -> tuple[str, str]:
    """Label and text of the period a year before; the text of a period that the unit defined itself is empty."""
    if period.kind == "tuy_chon":
        span = free(first, last)
        return span.label, span.text
    label, text = (_YEAR.sub(lambda year: str(int(year[0]) - 1), each) for each in (period.label, period.text))
    return label, text if _is_calendar(period) else ""


def _month_end(year: int, number: int) -> date:
    return date(year + number // 12, number % 12 + 1, 1) - timedelta(days=1)


def _is_month_end(day: date) -> bool:
    return (day + timedelta(days=1)).day == 1


def _year_earlier(day: date) -> date:
    if (day.month, day.day) == (2, 29):
        return date(day.year - 1, 2, 28)
    return day.replace(year=day.year - 1)


_YEAR = re.compile(r"\b\d{4}\b")
_FORMS = (
    (r"(\d{4})-(0[1-9]|1[0-2])", lambda year, number: month(int(year), int(number))),
    (r"(\d{4})-Q([1-4])", lambda year, number: quarter(int(year), int(number))),
    (r"(\d{4})-H([12])", lambda year, number: half_year(int(year), int(number))),
    (r"(\d{4})-9M", lambda year: nine_months(int(year))),
    (r"(\d{4})", lambda year: whole_year(int(year))),
    (r"(\d{4})-(\d{4})", lambda first, last: school_year(int(first), int(last))),
    (
        r"(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)",
        lambda first, last: free(date.fromisoformat(first), date.fromisoformat(last)),
    ),
)


def period_label(text: str | None) -> str:
    """A period's text in words, 2026-Q1 as Quý I/2026; the text itself where it is none."""
    try:
        return period_from(text).label if text else ""
    except UserError:
        return text or ""
