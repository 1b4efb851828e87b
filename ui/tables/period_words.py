"""A period as the reader knows it: 2026-Q1 is Quý I/2026."""

from __future__ import annotations

from models.errors import UserError
from models.periods import period_from


def period_label(text: str) -> str:
    """A period's text in words; the text itself where it is none."""
    try:
        return period_from(text).label if text else ""
    except UserError:
        return text
