"""What a report workbook says of itself: whose it is, which form, which period, and a checksum of its figures."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, time

from openpyxl import Workbook
from openpyxl.packaging.custom import StringProperty

from exports.document import Report, ReportDocument, Table
from exports.long_rows import LongRows, is_ordinary
from exports.reference import reference_of
from exports.render.xlsx_text import FIGURE_TYPES, clean, is_figure


def checksum_of(documents: Sequence[ReportDocument]) -> str:
    """SHA-256 over every figure with the place where it stands."""
    digest = hashlib.sha256()
    for document in documents:
        for table in document.tables:
            for code, figures in _figures(table):
                digest.update(f"{document.form}|{table.id}|{code}|{'|'.join(figures)}\n".encode())
    return digest.hexdigest()


def _figures(table: Table) -> Iterator[tuple[str, list[str]]]:
    """Of every row its code and its figures with their columns."""
    keys = [column.key for column in table.columns]
    rows = table.rows
    if isinstance(rows, LongRows):
        possible = rows.packing.figured
        asked = [(key, at) for at, key in enumerate(keys) if possible[at] or at in rows.numeric]
        for plain in rows.plain():
            figured = possible if is_ordinary(plain) else rows.packing.figured_in(plain)
            yield (
                str(plain[0]),
                [f"{key}={plain[at + 4]}" for key, at in asked if figured[at] or type(plain[at + 4]) in FIGURE_TYPES],
            )
        rows = rows.tail
    for row in rows:
        yield row.code, [f"{key}={cell.value}" for key, cell in zip(keys, row.cells, strict=True) if is_figure(cell)]


def describe(workbook: Workbook, report: Report | ReportDocument, documents: Sequence[ReportDocument]) -> None:
    """Set the properties that a consolidation reads, and those that Explorer shows."""
    first = documents[0]
    signed = datetime.combine(first.signed_on, time())
    properties = workbook.properties
    subject = report.abstract if isinstance(report, Report) else report.subtitle
    properties.title = clean(" ".join(f"{report.title} {subject}".split()))
    properties.creator = properties.lastModifiedBy = clean(first.issuer.name)
    properties.created = properties.modified = signed
    for name, value in _own(report, first, documents):
        # The stubs of openpyxl do not know the list yet.
        workbook.custom_doc_props.append(StringProperty(name=name, value=clean(value)))  # type: ignore[attr-defined]


def _own(
    report: Report | ReportDocument, first: ReportDocument, documents: Sequence[ReportDocument]
) -> Iterable[tuple[str, str]]:
    period = first.period
    versions = [f"{one.form}={one.version}" for one in documents]
    return (
        ("unit_code", first.issuer.code),
        ("form", report.form),
        ("form_version", ";".join(versions) if isinstance(report, Report) else first.version),
        ("period", period.text),
        ("period_kind", period.kind),
        ("period_from", period.first.isoformat()),
        ("period_to", period.last.isoformat()),
        ("cutoff", period.cutoff.isoformat()),
        ("checksum", checksum_of(documents)),
        ("reference", str(reference_of(report))),
    )
