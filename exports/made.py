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
from models.periods import CALENDAR, Period, calendar_period, whole_year

Making = Callable[[Store, Form, Period, date, str | None], ReportDocument]
MADE: Mapping[str, Making] = {"scoring": scoring_sheet, "totals": totals_table, "sending": sending_table}


def refuse_period(form: Form, period: Period) -> None:
    """UserError, naming the kinds of period that fit, if this form is not made for periods of this kind."""
    if period.kind not in form.periods:
        example = fitting_period(form, period).text
        raise UserError(
            f"Biểu {form.id} không lập theo kỳ “{period.label}”. "
            f"Hãy chọn kỳ thuộc loại: {kinds_of_period(form)} (ví dụ {example})."
        )


def kinds_of_period(form: Form) -> str:
    """The kinds of period that a form is made for: "6 tháng, năm"."""
    return ", ".join(PERIOD_KIND.label(kind).lower() for kind in form.periods)


def fitting_period(form: Form, period: Period) -> Period:
    """The period itself if the form is made for its kind, else the shortest around it that is, else its last year."""
    if period.kind in form.periods:
        return period
    offered = [calendar_period(kind, period.last) for kind in form.periods if kind in CALENDAR]
    around = [each for each in offered if each.contains(period.first, period.last)]
    return min(around, key=lambda each: each.last - each.first, default=whole_year(period.year))
