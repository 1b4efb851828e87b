"""Forms that are not filled row by row from indicators: scoring sheets, and what an upper union gathers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from exports.document import ReportDocument
from exports.form import Form
from exports.gathering.sending import sending_table
from exports.gathering.totals import totals_table
from exports.scoring.sheet import scoring_sheet
from models.code_lists import PERIOD_KIND
from models.errors import UserError
from models.ledger.store import Store
from models.periods import Period, whole_year

Making = Callable[[Store, Form, Period, date, str | None], ReportDocument]
MADE: Mapping[str, Making] = {"scoring": scoring_sheet, "totals": totals_table, "sending": sending_table}


def refuse_period(form: Form, period: Period) -> None:
    """UserError, naming the kinds of period that fit, if this form is not made for periods of this kind."""
    if form.made and period.kind not in form.periods:
        kinds = ", ".join(PERIOD_KIND.label(kind).lower() for kind in form.periods)
        raise UserError(
            f"Biểu {form.id} không lập theo kỳ “{period.label}”. Hãy chọn kỳ thuộc loại: {kinds} (ví dụ {period.year})."
        )


def fitting_period(form: Form, period: Period) -> Period:
    """The period itself if the form is made for its kind, else the year in which it ends."""
    return period if not form.made or period.kind in form.periods else whole_year(period.year)
