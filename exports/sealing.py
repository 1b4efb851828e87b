"""Sends a report: builds it, writes every kind of file, proves each, and locks figures, records and bytes away."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from exports.official.sendable_form import kept_form, sendable_form
from exports.official.shelf import is_official
from exports.report_name import report_name
from exports.sendable import Sendable, SendableCell
from exports.sendable_report import sendable_report
from models.errors import UserError
from models.indicators.origins import origins
from models.ledger.store import Store
from models.periods import Period
from models.sealing import seal as sealed
from models.sealing.keep import keep, last_write
from models.sealing.read import cells_of, standing
from models.sealing.seal import CellPlace, Seal, SealedCell, new_mark

Progress = Callable[[int, int], None]
Making = Callable[[date], Sendable]


class NothingNew(UserError):
    """The report was sent before, and nothing in it has changed."""


def seal(store: Store, name: str, period: Period, progress: Progress | None = None) -> Seal:
    """Sends the report called `name` for a period. One sent before is replaced by it; both are kept.

    NothingNew if it is as it was sent; UserError if a file cannot be written or does not match.
    """
    return send(store, lambda day: sendable(store, name, period, day), progress)


def send(store: Store, make: Making, progress: Progress | None = None) -> Seal:
    """Sends what `make` makes on a day of signing; see `seal`."""
    after = last_write(store)
    report = make(date.today())
    former = standing(store, report.form, report.period.text)
    if former is not None and _says_the_same(store, former, make(former.day), report.version):
        at = former.sealed_at.replace("T", " ")
        raise NothingNew(f"Báo cáo {former.title} đã gửi lúc {at}; từ đó không có gì thay đổi nên không cần gửi lại.")
    mark = new_mark()
    return keep(
        store,
        sealed.Report(
            form=report.form,
            named=report.named,
            form_version=report.version,
            period=report.period,
            unit=report.unit,
            mark=mark,
            after_write=after,
            cells=tuple(_sealed_cells(store, report.cells(), progress)),
            files=report.files(mark),
        ),
    )


def sendable(store: Store, name: str, period: Period, day: date) -> Sendable:
    """What would be sent under a name for a period, signed on a day. UserError for a name that means nothing."""
    if is_official(name):
        return sendable_form(store, kept_form(name, period), period, day)
    return sendable_report(store, report_name(name), period)


def known_name(name: str) -> str:
    """The name of a report as the seals keep it. UserError for an unknown form of ours."""
    return name if is_official(name) else str(report_name(name))


def _says_the_same(store: Store, former: Seal, report: Sendable, version: str) -> bool:
    sent = {cell.place: cell.value for cell in cells_of(store, former)}
    return former.form_version == version and sent == {place: cell.value for place, cell in report.cells().items()}


def _sealed_cells(
    store: Store, cells: Mapping[CellPlace, SendableCell], progress: Progress | None
) -> Iterator[SealedCell]:
    known = origins(store, (figure for cell in cells.values() for figure in cell.figures))
    for done, (place, cell) in enumerate(cells.items(), 1):
        records = cell.records.union(*(known[figure] for figure in cell.figures))
        yield SealedCell(place, cell.label, cell.value, records)
        if progress is not None:
            progress(done, len(cells))
