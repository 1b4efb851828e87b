"""Which types of record a figure counts."""

from __future__ import annotations

from collections.abc import Iterator

from models.indicators.catalogue import INDICATORS
from models.indicators.indicator import Indicator


def kinds_counted(key: str) -> Iterator[str]:
    """The types of record that an indicator counts, those of its parts too."""
    indicator = INDICATORS[key]
    if isinstance(indicator, Indicator):
        yield indicator.source.record
        return
    for part in indicator.of + getattr(indicator, "by", ()):
        yield from kinds_counted(part)
