"""A report as JSON, for other programs and for checking figures; the names are binding (forms.md section 12)."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from exports.document import Report, ReportDocument, Table, type_of_value
from exports.reference import reference_of
from models.periods import Period

type_of_json = dict[str, object]


def write_json(report: Report | ReportDocument, target: Path) -> None:
    """Write the report, a table row on each line, as UTF-8."""
    with target.open("w", encoding="utf-8", newline="\n") as file:
        if isinstance(report, Report):
            file.write(_opened(_report_head(report)) + ',\n"documents": [\n')
            file.write(",\n".join(_document_text(document) for document in report.documents))
            file.write("\n]}\n")
        else:
            file.write(_document_text(report) + "\n")


def as_json(document: ReportDocument) -> type_of_json:
    """A form as JSON values."""
    plots = {"plots": plots_as_json(document)} if document.plots else {}
    return _document_head(document) | plots | {"tables": [_table(table) for table in document.tables]}


def report_as_json(report: Report | ReportDocument) -> type_of_json:
    """A report as JSON values; the forms of a bundle are its `documents`."""
    if isinstance(report, ReportDocument):
        return as_json(report)
    return _report_head(report) | {"documents": [as_json(document) for document in report.documents]}


def plots_as_json(document: ReportDocument) -> list[type_of_json]:
    """The numbers that the bars show."""
    return [
        {
            "id": plot.id,
            "title": plot.title,
            "categories": list(plot.categories),
            "series": [
                {"label": each.label, "values": [figure.value for figure in each.figures]} for each in plot.series
            ],
        }
        for plot in document.plots
    ]


def json_value(value: type_of_value) -> str | int | float | None:
    """Numbers stay numbers, dates become ISO text, an empty cell null."""
    return value.isoformat() if isinstance(value, date) else value


def _document_head(document: ReportDocument) -> type_of_json:
    return {
        "form": document.form,
        "version": document.version,
        "unit": document.issuer.code,
        "period": _period(document.period),
        "reference": str(reference_of(document)),
        **_said_by_hand(document),
    }


def _said_by_hand(document: ReportDocument) -> type_of_json:
    """Where she put another number, and her sentences: lists beside the tables, left out where there are none.

    A cell holds her number, as the paper does; what was computed and why she changed it stand here.
    """
    overrides: list[type_of_json] = []
    remarks: list[type_of_json] = []
    for table, row, column, cell in document.figures():
        place: type_of_json = {"table": table.id, "row": row.code, "column": column.key}
        if cell.by_hand is not None:
            computed = json_value(cell.by_hand.computed)
            overrides.append(
                place | {"value": json_value(cell.value), "computed": computed, "reason": cell.by_hand.reason}
            )
        if cell.remark:
            remarks.append(place | {"text": cell.remark})
    return {name: found for name, found in (("overrides", overrides), ("remarks", remarks)) if found}


def _report_head(report: Report) -> type_of_json:
    return {
        "form": report.form,
        "version": report.version,
        "unit": report.issuer.code,
        "period": _period(report.period),
        "reference": str(reference_of(report)),
        "title": report.title,
        "abstract": report.abstract,
        "number": report.number,
        "addressee": report.addressee,
        "recipients": list(report.recipients),
        "text": text_as_json(report),
    }


def text_as_json(report: Report) -> list[type_of_json]:
    """The paragraphs in their order; a heading says its level."""
    return [
        {"level": each.level, "text": each.text} if each.level else {"text": each.text} for each in report.paragraphs
    ]


def _period(period: Period) -> type_of_json:
    return {
        "kind": period.kind,
        "from": period.first.isoformat(),
        "to": period.last.isoformat(),
        "cutoff": period.cutoff.isoformat(),
        "label": period.label,
    }


def _table(table: Table) -> type_of_json:
    return _table_head(table) | {"rows": list(_rows(table))}


def _table_head(table: Table) -> type_of_json:
    return {"id": table.id, "columns": [{"key": column.key, "title": column.title} for column in table.columns]}


def _rows(table: Table) -> list[type_of_json]:
    keys = [column.key for column in table.columns]
    return [
        {"code": row.code, "cells": {key: json_value(cell.value) for key, cell in zip(keys, row.cells, strict=True)}}
        for row in table.rows
    ]


def _document_text(document: ReportDocument) -> str:
    tables = ",\n".join(_table_text(table) for table in document.tables)
    plots = {"plots": plots_as_json(document)} if document.plots else {}
    return f'{_opened(_document_head(document) | plots)},\n"tables": [\n{tables}\n]}}'


def _table_text(table: Table) -> str:
    rows = ",\n".join(_text(row) for row in _rows(table))
    return f'{_opened(_table_head(table))}, "rows": [\n{rows}\n]}}'


def _opened(value: type_of_json) -> str:
    """The text of an object without its closing brace."""
    return _text(value)[:-1]


def _text(value: type_of_json) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
