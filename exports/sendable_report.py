"""A report of ours as it is sent: each cell, each section of its text, and every kind of file."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from exports.bundle import report_of
from exports.cell_names import cell_name
from exports.document import Cell, Report, ReportDocument, Row, Table
from exports.prose import said
from exports.render.jsonfile import json_value
from exports.render.xlsx import documents_of
from exports.report_name import ReportName
from exports.run import ENDINGS, hand_out
from exports.sendable import SendableCell
from models.indicators.figure import Figure, Origin
from models.indicators.ratings import unit_with_code
from models.ledger.store import Store
from models.periods import Period
from models.records.report import ReportCell, cell_uid
from models.sealing.seal import CellPlace

TEXT = "loi_van"  # stands for the text of a report where a cell names its table and column


@dataclass(frozen=True, slots=True)
class SendableReport:
    """See `exports.sendable.Sendable`."""

    name: ReportName
    report: Report | ReportDocument

    @property
    def form(self) -> str:
        """Under which name it is sealed."""
        return str(self.name)

    @property
    def named(self) -> str:
        """What she calls the form."""
        return self.name.said

    @property
    def version(self) -> str:
        """The versions of the forms: "2026.1", of a bundle "A2=2026.1;B1=2026.1"."""
        if isinstance(self.report, ReportDocument):
            return self.report.version
        return ";".join(f"{each.form}={each.version}" for each in self.report.documents)

    @property
    def period(self) -> Period:
        """The period that it tells of."""
        return self.report.period

    @property
    def unit(self) -> str:
        """The code of the unit that reports."""
        return self.report.issuer.code

    def cells(self) -> Mapping[CellPlace, SendableCell]:
        """The sections of the text, then every cell of every table."""
        return dict(_texts(self.report)) | {
            place: cell
            for document in documents_of(self.report)
            for table in document.tables
            for row in table.rows
            for place, cell in _row(document, table, row)
        }

    def files(self, mark: str) -> Mapping[str, bytes]:
        """Every kind of file."""
        report = _marked(self.report, mark)
        with tempfile.TemporaryDirectory(prefix="so-cong-doan-") as folder:
            files = {}
            for ending in ENDINGS:
                target = Path(folder) / f"bao-cao{ending}"
                hand_out(report, target)
                files[ending] = target.read_bytes()
            return files


def sendable_report(store: Store, name: ReportName, period: Period) -> SendableReport:
    """A report of ours as it would be sent now. UserError for a period or a unit that it is not made for."""
    unit = unit_with_code(store, name.unit) if name.unit else None
    return SendableReport(name, report_of(store, name.form, period, every=name.every, unit=unit))


def _texts(report: Report | ReportDocument) -> Iterator[tuple[CellPlace, SendableCell]]:
    """The sections of a text, with the figures and the records that they name."""
    for passage in report.passages if isinstance(report, Report) else ():
        pieces = [piece for paragraph in passage.text for piece in paragraph.pieces]
        yield (
            CellPlace(report.form, TEXT, passage.key, TEXT),
            SendableCell(
                passage.title,
                said(passage.text) or None,
                tuple(piece.figure for piece in pieces if piece.figure is not None),
                frozenset(piece.record for piece in pieces if piece.record is not None),
            ),
        )


def _row(document: ReportDocument, table: Table, row: Row) -> Iterator[tuple[CellPlace, SendableCell]]:
    figures = tuple(cell.figure for cell in row.cells if cell.figure is not None)
    for column, cell in zip(table.columns, row.cells, strict=True):
        place = CellPlace(document.form, table.id, row.code, column.key)
        records = _said_at(document, place, cell) | ({row.record} if row.record is not None else set())
        own: tuple[Figure, ...] = (cell.figure,) if cell.figure is not None else ()
        yield place, SendableCell(cell_name(row, column), json_value(cell.value), own, records, figures)


def _said_at(document: ReportDocument, place: CellPlace, cell: Cell) -> frozenset[Origin]:
    """The record of a number put by hand, or of a remark."""
    if cell.by_hand is None and not cell.remark:
        return frozenset()
    uid = cell_uid(document.form, place.table, document.period.text, place.row, place.column)
    return frozenset({(ReportCell.table_name, uid)})


def _marked(report: Report | ReportDocument, mark: str) -> Report | ReportDocument:
    if isinstance(report, ReportDocument):
        return replace(report, mark=mark)
    return replace(report, documents=tuple(replace(each, mark=mark) for each in report.documents))
