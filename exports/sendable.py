"""What can be sent, a report of ours or an authority's form: its cells with what stands behind them, and its files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from models.indicators.figure import Figure, Origin
from models.periods import Period
from models.sealing.seal import CellPlace

Value = str | int | float | None


@dataclass(frozen=True, slots=True)
class SendableCell:
    """A cell: its name in words, its value as JSON knows it, the figures counted in it, the records it tells of."""

    label: str
    value: Value
    figures: tuple[Figure, ...] = ()
    records: frozenset[Origin] = frozenset()  # the record of its row, her words at it
    beside: tuple[Figure, ...] = ()  # of its row: what explains a cell without a figure


class Sendable(Protocol):
    """A report for one period, as it would be sent now."""

    @property
    def form(self) -> str:
        """Under which name it is sealed."""

    @property
    def named(self) -> str:
        """What she calls the form."""

    @property
    def version(self) -> str:
        """The version of the form."""

    @property
    def period(self) -> Period:
        """The period that it tells of."""

    @property
    def unit(self) -> str:
        """The code of the unit that reports."""

    def cells(self) -> Mapping[CellPlace, SendableCell]:
        """Everything that stands in it, in reading order."""

    def files(self, mark: str) -> Mapping[str, bytes]:
        """Every kind of file by its ending, written under a mark as for handing out, and proven."""
