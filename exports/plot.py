"""A plot as a value: bars that are figures, and so know the records behind them."""

from __future__ import annotations

from dataclasses import dataclass

from models.indicators.figure import Figure


@dataclass(frozen=True, slots=True)
class Series:
    """Bars of one kind, one for each category; told apart by pattern, not by colour."""

    label: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Plot:
    """Columns beside each other ("columns") or bars one below the other ("bars"), for categories like months."""

    id: str
    title: str
    kind: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    half: bool = False  # two such plots stand side by side

    @property
    def largest(self) -> float:
        """The longest bar's value; at least 1."""
        values = [figure.value or 0 for series in self.series for figure in series.figures]
        return max([*values, 1])
