"""A report that was sent: which form and period, which version, by whom and when, and whether it was withdrawn."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from models.indicators.figure import Origin
from models.periods import Period
from models.record import new_uid


class CellPlace(NamedTuple):
    """A cell of a report: form, table, row code and column key; of an authority's form its sheet, row and letters."""

    form: str
    table: str
    row: str
    column: str


@dataclass(frozen=True, slots=True)
class SealedCell:
    """A cell as it was sent: its name in words, its value as JSON knows it, the records behind it."""

    place: CellPlace
    label: str
    value: str | int | float | None
    records: frozenset[Origin] = frozenset()


@dataclass(frozen=True, slots=True)
class Report:
    """A report about to be sealed; `after_write` is the last write of the ledger that its figures know of."""

    form: str
    named: str  # in her words
    form_version: str
    period: Period
    unit: str  # code
    mark: str
    after_write: int
    cells: tuple[SealedCell, ...]
    files: Mapping[str, bytes]  # by ending


@dataclass(frozen=True, slots=True)
class Seal:
    """A report that was sent."""

    number: int
    form: str
    named: str  # the form in her words
    form_version: str
    period: Period
    unit: str
    mark: str  # stands in every file sent, on the foot of every page
    version: int
    replaces: int | None  # the number of the seal that it corrects
    program: str
    sealed_at: str  # 2026-04-05T09:12:00
    actor: str
    after_write: int
    digest: str
    withdrawn_at: str | None = None
    withdrawn_by: str | None = None
    withdrawn_reason: str | None = None

    @property
    def day(self) -> date:
        """The day on which it was sent."""
        return date.fromisoformat(self.sealed_at[:10])

    @property
    def title(self) -> str:
        """As she calls it: "Q, Quý I/2026", a corrected one "…, bổ sung lần 1"."""
        more = f", bổ sung lần {self.version - 1}" if self.version > 1 else ""
        return f"{self.named}, {self.period.label}{more}"


def new_mark() -> str:
    """A mark that no other report has, short enough to be typed from paper: 7F3A-91C2."""
    letters = new_uid()[-8:]
    return f"{letters[:4]}-{letters[4:]}"


def seal_of(row: Any) -> Seal:
    """The seal of a row of its table, with its columns by name."""
    values = {name: row[name] for name in Seal.__slots__ if name not in ("number", "period")}
    return Seal(number=row["id"], period=_period(row["days"]), **values)


def days_of(period: Period) -> str:
    """A period as the table of seals keeps it."""
    days = {name: getattr(period, name) for name in Period.__slots__}
    said = {name: value.isoformat() if isinstance(value, date) else value for name, value in days.items()}
    return json.dumps(said, ensure_ascii=False, sort_keys=True)


def _period(days: str) -> Period:
    said = json.loads(days)
    dated = ("first", "last", "cutoff", "year_start", "due_on")
    return Period(**said | {name: date.fromisoformat(said[name]) for name in dated if said[name]})
