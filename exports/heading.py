"""What a form's document says before any figure stands in it: title, period, head of its tables."""

from __future__ import annotations

from collections.abc import Iterable
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
        subtitle="" if "{ky}" in form.heading else period.title[:1].upper() + period.title[1:],
        note=form.note.format(chot=plain_date(period.cutoff)),
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
        Column(each.key, each.title, each.shape, each.width, each.group, each.number) for each in table.columns
    )
