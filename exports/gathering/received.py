"""What came from the units below for a period: sums of any units, and the periods that they are held against."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from exports.gathering.measures import REPORT, VALUE, Counts, rule_of
from models.indicators.figure import Figure, Number
from models.indicators.submissions import ADDED, FIRST, LATEST, Sent, sent, sent_reference
from models.ledger.store import Store
from models.periods import Period


class Received:
    """The figures of a span of days, by unit and row."""

    def __init__(self, store: Store, period: Period, column: str = VALUE) -> None:
        self.period, self._column = period, column
        self._found: dict[str, Sent] = {
            rule: sent(store, period, rule, REPORT, column) for rule in (ADDED, LATEST, FIRST)
        }

    def has(self, unit: str) -> bool:
        """True if the unit sent any figure."""
        return any(sender == unit for sender, _row in self._found[ADDED])

    def value(self, unit: str, row: str) -> Number | None:
        """The figure of one unit; None: nothing was sent."""
        return self._found[rule_of(row)].get((unit, row))

    def counts(self, units: Sequence[str], rows: Iterable[str]) -> Counts:
        """The sums over units by row; a sum of nothing is empty."""
        return {row: _sum([self.value(unit, row) for unit in units]) for row in rows}

    def figure(self, units: Sequence[str], row: str) -> Figure:
        """The sum of one row as a figure that opens the reports behind it."""
        value = self.counts(units, (row,))[row]
        return Figure(sent_reference(rule_of(row), REPORT, row, self._column, tuple(units)), self.period, value)


def so_far(store: Store, period: Period, units: Sequence[str], rows: Sequence[str]) -> Counts:
    """From the year start, by row: what each unit says of the year so far, else what it sent in the year, added up."""
    said, added = Received(store, period, "luy_ke"), Received(store, period.cumulative())

    def one(unit: str, row: str) -> Number | None:
        value = said.value(unit, row)
        return added.value(unit, row) if value is None else value

    return {row: _sum([one(unit, row) for unit in units]) for row in rows}


def year_before(store: Store, period: Period, units: Sequence[str], rows: Sequence[str]) -> Counts:
    """The same period a year before: what was sent then; if nothing was, what the units say of it now."""
    then = Received(store, period.year_before())
    if any(then.has(unit) for unit in units):
        return then.counts(units, rows)
    return Received(store, period, "cung_ky").counts(units, rows)


def _sum(values: Sequence[Number | None]) -> Number | None:
    filled = [value for value in values if value is not None]
    return sum(filled) if filled else None
