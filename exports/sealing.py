"""Sends a report: builds it, writes every kind of file, proves each, and locks figures, records and bytes away."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from exports.bundle import BUNDLE, report_of
from exports.cell_names import cell_name
from exports.document import Cell, Report, ReportDocument
from exports.form_shelf import form_named
from exports.narrative import narratives
from exports.prose import said
from exports.render.jsonfile import json_value
from exports.render.xlsx import documents_of
from exports.run import ENDINGS, hand_out
from models.errors import UserError
from models.indicators.figure import Figure, Origin
from models.indicators.origins import origins
from models.ledger.store import Store
from models.periods import Period
from models.records.report import ReportCell, cell_uid
from models.sealing import seal as sealed
from models.sealing.keep import keep, last_write
from models.sealing.read import cells_of, standing
from models.sealing.seal import CellPlace, Seal, SealedCell, new_mark

TEXT = "loi_van"  # stands for the text of a report where a cell names its table and column

Progress = Callable[[int, int], None]
Values = Mapping[CellPlace, str | int | float | None]
Known = Mapping[Figure, frozenset[Origin]]  # the records behind figures


class NothingNew(UserError):
    """The report was sent before, and nothing in it has changed."""


def seal(store: Store, name: str, period: Period, progress: Progress | None = None) -> Seal:
    """Sends the form called `name` (or the bundle `Q`) of a period. One sent before is replaced by it; both are kept.

    NothingNew if it is as it was sent; UserError if a file cannot be written or does not match.
    """
    known = known_name(name)
    after = last_write(store)
    report = _marked(report_of(store, known, period), new_mark())
    former = standing(store, known, period.text)
    if former is not None and _says_the_same(store, former, report):
        at = former.sealed_at.replace("T", " ")
        raise NothingNew(f"Báo cáo {former.title} đã gửi lúc {at}; từ đó không có gì thay đổi nên không cần gửi lại.")
    return keep(
        store,
        sealed.Report(
            form=known,
            form_version=versions_of(report),
            period=period,
            unit=report.issuer.code,
            mark=report.mark,
            after_write=after,
            cells=tuple(_sealed_cells(store, report, progress)),
            files=_files(report),
        ),
    )


def known_name(name: str) -> str:
    """The id of a form, a report in words, or the bundle, as it is written. UserError for an unknown one."""
    return name.upper() if name.upper() in (BUNDLE, *narratives()) else form_named(name).id


def versions_of(report: Report | ReportDocument) -> str:
    """The versions of the forms: "2026.1", of a bundle "A2=2026.1;B1=2026.1"."""
    if isinstance(report, ReportDocument):
        return report.version
    return ";".join(f"{each.form}={each.version}" for each in report.documents)


def values_of(report: Report | ReportDocument) -> Values:
    """What stands in every cell, as JSON knows it, and in every section of the text."""
    return texts_of(report) | {
        CellPlace(document.form, table.id, row.code, column.key): json_value(cell.value)
        for document in documents_of(report)
        for table in document.tables
        for row in table.rows
        for column, cell in zip(table.columns, row.cells, strict=True)
    }


def texts_of(report: Report | ReportDocument) -> dict[CellPlace, str | None]:
    """What stands in every section of a report's text."""
    passages = report.passages if isinstance(report, Report) else ()
    return {CellPlace(report.form, TEXT, each.key, TEXT): said(each.text) or None for each in passages}


def _says_the_same(store: Store, former: Seal, report: Report | ReportDocument) -> bool:
    sent = {cell.place: cell.value for cell in cells_of(store, former)}
    return former.form_version == versions_of(report) and sent == values_of(report)


def _marked(report: Report | ReportDocument, mark: str) -> Report | ReportDocument:
    if isinstance(report, ReportDocument):
        return replace(report, mark=mark)
    return replace(report, documents=tuple(replace(each, mark=mark) for each in report.documents))


def _files(report: Report | ReportDocument) -> dict[str, bytes]:
    """Every kind of file, written as for handing out and proven."""
    with tempfile.TemporaryDirectory(prefix="so-cong-doan-") as folder:
        files = {}
        for ending in ENDINGS:
            target = Path(folder) / f"bao-cao{ending}"
            hand_out(report, target)
            files[ending] = target.read_bytes()
        return files


def _sealed_cells(store: Store, report: Report | ReportDocument, progress: Progress | None) -> list[SealedCell]:
    found: list[SealedCell] = []
    values = values_of(report)
    known = origins(store, _figures(report))
    for document in documents_of(report):
        for table in document.tables:
            for row in table.rows:
                for column, cell in zip(table.columns, row.cells, strict=True):
                    place = CellPlace(document.form, table.id, row.code, column.key)
                    records = _behind(cell.figure, known) | _said_at(document, place, cell)
                    if row.record is not None:
                        records |= {row.record}
                    found.append(SealedCell(place, cell_name(row, column), values[place], records))
                if progress is not None:
                    progress(len(found), len(values))
    return [*_sealed_texts(report, known), *found]


def _figures(report: Report | ReportDocument) -> Iterator[Figure]:
    """Every figure of a report, of its tables and of its text."""
    for document in documents_of(report):
        yield from (cell.figure for *_place, cell in document.figures() if cell.figure is not None)
    passages = report.passages if isinstance(report, Report) else ()
    pieces = (piece for passage in passages for paragraph in passage.text for piece in paragraph.pieces)
    yield from (piece.figure for piece in pieces if piece.figure is not None)


def _sealed_texts(report: Report | ReportDocument, known: Known) -> Iterator[SealedCell]:
    """The sections of a text, with the records that their figures count and that they name."""
    values = texts_of(report)
    for passage in report.passages if isinstance(report, Report) else ():
        place = CellPlace(report.form, TEXT, passage.key, TEXT)
        records: set[Origin] = set()
        for piece in (piece for paragraph in passage.text for piece in paragraph.pieces):
            records |= _behind(piece.figure, known) | ({piece.record} if piece.record is not None else set())
        yield SealedCell(place, passage.title, values[place], frozenset(records))


def _behind(figure: Figure | None, known: Known) -> frozenset[Origin]:
    return known[figure] if figure is not None else frozenset()


def _said_at(document: ReportDocument, place: CellPlace, cell: Cell) -> frozenset[Origin]:
    """The record of a number put by hand, or of a remark."""
    if cell.by_hand is None and not cell.remark:
        return frozenset()
    uid = cell_uid(document.form, place.table, document.period.text, place.row, place.column)
    return frozenset({(ReportCell.table_name, uid)})
