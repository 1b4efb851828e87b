"""A value as it is shown before it stands in the ledger."""

from __future__ import annotations

from typing import Any

from models.ledger import listing
from models.ledger.store import Store
from models.periods import period_label
from models.record import Field
from models.values import FormKey, Link, PeriodText, YesNo
from ui.tables.form_words import form_words


def shown_value(store: Store | None, member: Field, value: Any) -> str:
    """The value as a cell shows it."""
    if value is None:
        return ""
    if isinstance(member.kind, Link):
        return listing.title_of(store, member.kind.to, value) if store is not None else ""
    if isinstance(member.kind, PeriodText):
        return period_label(value)
    if isinstance(member.kind, FormKey):
        return form_words(member.kind, str(value))
    if isinstance(member.kind, YesNo):
        return "✓" if value else ""
    return member.kind.shown(value).replace("\n", " ")
