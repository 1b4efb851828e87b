"""Biểu trống để ghi tay: a report with its heads, headings and written rows, and room where figures and texts stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import overload

from exports.document import Cell, Column, Report, ReportDocument, Row, Table
from exports.form import FormTable
from exports.form_shelf import form_named
from exports.passages import numbered
from exports.prose import Passage, plain
from exports.scoring.annex import evidence_id

LINES, FEWER_LINES = 15, 6  # of a list that is the whole form, and of one beside other tables
TEXT_LINES = 4  # under each heading of a report in words
DOTS = "…" * 30  # one line of its text
_PRINTED = {"code", "number", "label", "unit", "content", "max", "name", "sector"}  # contents that are the form's own
_PRINTED_KEYS = {"tt", "noi_dung"}  # columns of a table that is in no form's file


@overload
def emptied(report: Report) -> Report: ...
@overload
def emptied(report: ReportDocument) -> ReportDocument: ...
def emptied(report: Report | ReportDocument) -> Report | ReportDocument:
    """The same report without anything that the ledger says, beside who reports to whom for which period."""
    if isinstance(report, ReportDocument):
        return _emptied(report)
    return replace(
        report, passages=tuple(_to_write_in(report.passages)), documents=tuple(map(_emptied, report.documents))
    )


def _emptied(document: ReportDocument) -> ReportDocument:
    laid = {table.id: table for table in form_named(document.form).tables}
    lines = LINES if len(document.tables) == 1 else FEWER_LINES
    tables = [
        replace(table, rows=tuple(_rows(table, laid.get(table.id), lines)))
        for table in document.tables
        if table.id != evidence_id(document.form)
    ]
    return replace(document, tables=tuple(tables), remarks=(), plots=(), is_empty=True)


def _rows(table: Table, laid: FormTable | None, lines: int) -> Iterator[Row]:
    """The rows that the form itself has; a list has empty lines instead of its rows."""
    printed = _printed(table.columns, laid)
    if not table.rows or (laid is not None and (laid.records or laid.listed)):
        cells = tuple(Cell(None, column.shape) for column in table.columns)
        yield from (Row(f"trong-{number}", cells, roomy=True) for number in range(1, lines + 1))
        rows: Sequence[Row] = [row for row in table.rows[-1:] if row.total]
    else:
        rows = table.rows
    for row in rows:
        cells = tuple(
            Cell(cell.value if printed[column.key] or (row.total and isinstance(cell.value, str)) else None, cell.shape)
            for column, cell in zip(table.columns, row.cells, strict=True)
        )
        yield Row(row.code, cells, row.level, row.total)


def _printed(columns: Sequence[Column], laid: FormTable | None) -> Mapping[str, bool]:
    """Under which columns the form itself says something."""
    if laid is None:
        return {column.key: column.key in _PRINTED_KEYS for column in columns}
    return {column.key: column.content in _PRINTED for column in laid.columns}


def _to_write_in(passages: Sequence[Passage]) -> Iterator[Passage]:
    """Every heading with dotted lines under it; how the report begins and ends is kept."""
    dotted = tuple(plain(DOTS) for _line in range(TEXT_LINES))
    return numbered(
        [
            each
            if each.part != "body" or each.level == 0
            else replace(each, text=() if _has_parts(each, after) else dotted)
            for each, after in zip_longest(passages, passages[1:])
        ]
    )


def _has_parts(passage: Passage, following: Passage | None) -> bool:
    return following is not None and following.level > passage.level
