"""A form with plots: narrowed to what she chose, its plots filled."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from exports.build import build
from exports.choice import chosen, narrowed
from exports.code_lists import code_lists
from exports.document import ReportDocument
from exports.form import Form
from exports.plots import plots_of
from models.ledger.store import Store
from models.periods import Period


def summary_of(store: Store, form: Form, period: Period, *, signed_on: date | None = None) -> ReportDocument:
    """The form filled, with plots."""
    wanted = narrowed(form, chosen(store, form, period))
    document = build(store, wanted, period, signed_on=signed_on)
    return replace(document, plots=tuple(plots_of(store, wanted.plots, code_lists(), period)))
