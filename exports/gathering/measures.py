"""A column of the table of all units: which cell of the units' reports it adds up, and how."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from exports.form_shelf import form_named
from models.indicators.catalogue import INDICATORS
from models.indicators.figure import Number
from models.indicators.figures import ratio
from models.indicators.indicator import Rate
from models.indicators.submissions import ADDED, FIRST, LATEST

REPORT, VALUE = "A2", "so_luong"
# Of these indicators a quarter made of months takes the last value, or the first one.
_STOCKS = ("workforce", "workforce_female", "members", "groups", "agreements", "voices_open", "voices_overdue")
_BACKLOGS = ("voices_carried",)

Counts = Mapping[str, Number | None]  # by row of the report


@dataclass(frozen=True, slots=True)
class Measure:
    """A row of the report as a column. A rate is worked out anew from the sums of the rows it divides."""

    row: str
    of: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    is_rate: bool = False

    @property
    def rows(self) -> tuple[str, ...]:
        """The rows that have to be added up for it."""
        return self.of + self.by if self.is_rate else (self.row,)

    def value(self, counts: Counts) -> Number | None:
        """Its value over these sums; a rate of people met in several units cannot be told."""
        if not self.is_rate:
            return counts.get(self.row)
        return ratio(100, _sum([counts.get(row) for row in self.of]), _sum([counts.get(row) for row in self.by]))


def measure(row: str) -> Measure:
    """The measure of a row of the report."""
    indicator = INDICATORS.get(_indicators().get(row, ""))
    if not isinstance(indicator, Rate):
        return Measure(row)
    of, by = (_rows_of(keys) for keys in (indicator.of, indicator.by))
    return Measure(row, of, by, True) if of and by else Measure(row, is_rate=True)


def rule_of(row: str) -> str:
    """How a row of several reports of one unit becomes one figure."""
    indicator = _indicators().get(row)
    return LATEST if indicator in _STOCKS else FIRST if indicator in _BACKLOGS else ADDED


def _indicators() -> Mapping[str, str]:
    return {row.code: row.indicator for row in form_named(REPORT).tables[0].rows if row.indicator}


def _rows_of(keys: Sequence[str]) -> tuple[str, ...]:
    """The rows that hold these indicators as they are; none if one of them has no row."""
    plain = {row.indicator: row.code for row in form_named(REPORT).tables[0].rows if row.indicator and not row.where}
    return tuple(plain[key] for key in keys) if all(key in plain for key in keys) else ()


def _sum(values: Sequence[Number | None]) -> Number | None:
    filled = [value for value in values if value is not None]
    return sum(filled) if filled else None
