"""The stage of the invented story: from when to when, who was a member on which day, and dice that always fall alike.

Every subject has its own dice, so that more activities change nothing in the rest of the ledger.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random

from models.periods import ROMAN, Period, quarter_of
from models.records.member import Member

LAST = date(2026, 3, 31)  # the end of the last quarter told in full
TODAY = date(2026, 4, 10)  # the story is told on this day: what is dated later is planned
NAMED_MONTH = (2025, 11)  # every event of this month has its list of names
OWN = "dv-cdcs"
SUPERIOR = "dv-ldld-tinh"
FORMER_SUPERIOR = "dv-cd-kcn"
_FIXED_HOLIDAYS = {(1, 1), (4, 30), (5, 1), (9, 2)}
_NEW_YEAR_HOLIDAYS = ((date(2025, 1, 25), date(2025, 2, 2)), (date(2026, 2, 14), date(2026, 2, 22)))


@dataclass
class Scene:
    """What all parts of the story share."""

    seed: int
    years: int
    n_activities: int
    members: list[Member] = field(default_factory=list)

    @property
    def first(self) -> date:
        """The first day of the story."""
        return date(LAST.year - self.years, 4, 1)

    @property
    def quarters(self) -> list[Period]:
        """The quarters told, the oldest first."""
        return [quarter_of(date(year, month, 1)) for year, month in self._quarter_months()]

    @property
    def calendar_years(self) -> range:
        """The calendar years that the story touches."""
        return range(self.first.year, LAST.year + 1)

    def _quarter_months(self) -> list[tuple[int, int]]:
        months = [(year, month) for year in self.calendar_years for month in (1, 4, 7, 10)]
        return [each for each in months if self.first <= date(*each, 1) <= LAST]

    def dice(self, subject: str) -> Random:
        """The dice of one subject."""
        return Random(f"{self.seed}/{subject}")

    def present(self, first: date, last: date) -> list[Member]:
        """Who was a member from the first to the last of these days."""
        return [
            each
            for each in self.members
            if (each.joined_on is None or each.joined_on <= first) and (each.left_on is None or each.left_on > last)
        ]

    def activity(self, number: int) -> str | None:
        """The uid of an activity by its number; nothing if the ledger is to hold fewer."""
        return activity_uid(number) if number <= self.n_activities else None


def named(day: date) -> dict[str, str | int]:
    """What titles may say of a day: month, quarter, year."""
    return {"month": day.month, "quarter": ROMAN[(day.month - 1) // 3], "year": day.year}


def activity_uid(number: int) -> str:
    """The uid of an activity."""
    return f"hd-{number:07}"


def at(day: date, hour: int = 8, minute: int = 0) -> datetime:
    """A moment of a day."""
    return datetime.combine(day, time(hour, minute))


def working_day(day: date) -> date:
    """The day itself, or the next one on which people work."""
    while day.weekday() == 6 or (day.month, day.day) in _FIXED_HOLIDAYS or _is_new_year(day):
        day += timedelta(days=1)
    return day


def some_day(dice: Random, first: date, last: date) -> date:
    """A working day between two days."""
    day = working_day(first + timedelta(days=dice.randrange((last - first).days + 1)))
    return day if day <= last else last


def _is_new_year(day: date) -> bool:
    return any(first <= day <= last for first, last in _NEW_YEAR_HOLIDAYS)
