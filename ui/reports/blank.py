"""A form without figures, as it looks before a ledger is opened; and whether a filled one says anything at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from exports.code_lists import code_lists
from exports.document import Cell, Issuer, ReportDocument, Row, Table
from exports.form import Form, FormTable
from exports.heading import columns_of, document_of
from models.indicators.catalogue import INDICATORS
from models.indicators.indicator import Indicator
from models.periods import Period

_ALWAYS_THERE = ("member", "org_unit", "workforce_snapshot", "labour_agreement", "target")
TO_FILL_IN = "……………"


def blank(form: Form, period: Period) -> ReportDocument:
    """The form with its heads and written rows, and no figure."""
    issuer = Issuer("", TO_FILL_IN, "", "", TO_FILL_IN, "")
    return replace(document_of(form, period, issuer, date.today(), map(_table, form.tables)), note="")


def says_nothing(documents: Sequence[ReportDocument]) -> bool:
    """True if nothing happened in the period: no record listed, no figure but of members and the like."""
    for document in documents:
        if any(row.record for table in document.tables for row in table.rows):
            return False
        for *_place, cell in document.figures():
            if cell.value and cell.figure is not None and cell.figure.reference.span == "ky":
                indicator = INDICATORS[cell.figure.reference.indicator]
                if isinstance(indicator, Indicator) and indicator.source.record not in _ALWAYS_THERE:
                    return False
    return True


def _table(table: FormTable) -> Table:
    return Table(table.id, columns_of(table), tuple(_rows(table)), table.title)


def _rows(table: FormTable) -> list[Row]:
    rows = [
        _row(table, each.code, {"code": each.code, "label": each.label, "unit": each.unit}, each.level)
        for each in table.rows
    ]
    if table.each and not rows:
        labels = enumerate(code_lists()[table.each].labels.items(), 1)
        rows += [_row(table, str(key), {"number": str(number), "label": label}) for number, (key, label) in labels]
    return rows


def _row(table: FormTable, code: str, texts: dict[str, str], level: int = 1) -> Row:
    cells = (Cell(texts.get(each.content) or None, each.shape) for each in table.columns)
    return Row(code, tuple(cells), level)
