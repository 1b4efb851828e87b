"""What a form's document says before any figure stands in it: title, period, head of its tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from exports.document import Column, Issuer, ReportDocument, Signature, Table
from exports.form import Form, FormTable
from exports.render.wording import plain_date
from models.periods import Period


def document_of(
    form: Form, period: Period, issuer: Issuer, day: date, tables: Iterable[Table], remarks: tuple[str, ...] = ()
) -> ReportDocument:
    """The document of a form with these tables, issued on `day`."""
    return ReportDocument(
        form=form.id,
        version=form.version,
        form_no=form.form_no,
        kind=form.kind,
        title=form.heading.replace("{ky}", period.title.upper()),
        subtitle="" if "{ky}" in form.heading else (form.subtitle or _capital(period.title)).format(nam=period.year),
        note=form.note.format(chot=plain_date(period.cutoff), ngay_chot=_ticked(form.stock_days, period.cutoff)),
        landscape=form.landscape,
        issuer=issuer,
        period=period,
        signed_on=day,
        tables=tuple(tables),
        remarks=remarks,
        signature=Signature(form.signature),
    )


def columns_of(table: FormTable) -> tuple[Column, ...]:
    """The columns of a form's table as they stand on paper."""
    return tuple(
        Column(each.key, each.title, each.shape, each.width, each.group, each.number, each.merged)
        for each in table.columns
    )


def stocks_told(form: Form, period: Period) -> Period:
    """The period with its cut-off on the form's own day: E1 tells half a year by 31/5 and a year by 30/11."""
    days = [_day(each, period.last.year) for each in form.stock_days]
    inside = [day for day in days if period.first <= day <= period.last]
    return replace(period, cutoff=max(inside)) if inside else period


def _ticked(days: Sequence[str], cutoff: date) -> str:
    """ "☒ 31/5   ☐ 30/11": the day chosen among those that the form prints."""
    return "   ".join(f"{'☒' if _day(each, cutoff.year) == cutoff else '☐'} {each}" for each in days)


def _day(text: str, year: int) -> date:
    day, month = text.split("/")
    return date(year, int(month), int(day))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
