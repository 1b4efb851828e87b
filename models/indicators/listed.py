"""A row of a form, or a line of a report, that the ledger itself names: a movement, an activity, an open item."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from models.indicators.figure import Filter


@dataclass(frozen=True, slots=True)
class Listed:
    """A row: its code, the key that narrows the columns' figures, filters of its own, and its texts by name."""

    code: str
    key: str | int | tuple[str, ...] | None
    where: tuple[Filter, ...]
    texts: Mapping[str, object]
