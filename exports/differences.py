""" "Khác so với bản đã gửi": cell by cell what was sent, what it would be now, and which records changed in between."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from exports.bundle import report_of
from exports.cell_names import cell_name
from exports.document import Cell, Report, ReportDocument
from exports.render.xlsx import documents_of
from exports.sealing import values_of
from models import __version__
from models.indicators.catalogue import INDICATORS
from models.indicators.figure import Figure, Origin
from models.indicators.figures import behind
from models.indicators.indicator import Indicator
from models.ledger.store import Store
from models.records.report import ReportCell, cell_uid
from models.sealing.read import cells_of
from models.sealing.seal import CellPlace, Seal, SealedCell
from models.sealing.since import WORDS, Changed, changed_since
from models.values import Decimal

MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Difference:
    """A cell that is not as it was sent; None where it was, or is, empty, or not there at all."""

    place: CellPlace
    label: str
    sent: str | int | float | None
    now: str | int | float | None
    records: tuple[Changed, ...]


@dataclass(frozen=True, slots=True)
class _Now:
    """A cell as it is now, with the row in which it stands."""

    label: str
    cell: Cell
    beside: tuple[Cell, ...]
    record: Origin | None  # that its row tells of, in a list


def differences(store: Store, seal: Seal) -> list[Difference]:
    """Every cell of a sent report that would be another one today, in reading order."""
    changed = changed_since(store, seal.after_write)
    if not changed and seal.program == __version__:
        return []  # the same records, forms and rules
    report = report_of(store, seal.form, seal.period)
    sent = {cell.place: cell for cell in cells_of(store, seal)}
    values, now = values_of(report), _cells(report)
    found = []
    for place in dict.fromkeys((*sent, *values)):
        before = sent[place].value if place in sent else None
        after = values.get(place)
        if before != after:
            label = now[place].label if place in now else sent[place].label
            records = _changed_behind(store, seal, place, (sent, now), changed)
            found.append(Difference(place, label, before, after, records))
    return found


def _cells(report: Report | ReportDocument) -> Mapping[CellPlace, _Now]:
    return {
        CellPlace(document.form, table.id, row.code, column.key): _Now(
            cell_name(row, column), cell, row.cells, row.record
        )
        for document in documents_of(report)
        for table in document.tables
        for row in table.rows
        for column, cell in zip(table.columns, row.cells, strict=True)
    }


_Both = tuple[Mapping[CellPlace, SealedCell], Mapping[CellPlace, _Now]]


def _changed_behind(
    store: Store, seal: Seal, place: CellPlace, both: _Both, changed: Mapping[Origin, Changed]
) -> tuple[Changed, ...]:
    """The changed records behind a cell, then or now; of a text or a percentage those behind its row."""
    sent, now = both
    origins = set(sent[place].records) if place in sent else set()
    origins.add((ReportCell.table_name, cell_uid(*place[:2], seal.period.text, *place[2:])))
    if place in now and (record := now[place].record) is not None:
        origins.add(record)
    figures = list(_figures(now[place])) if place in now else []
    for figure in figures:
        origins |= {(each.kind, each.uid) for each in behind(store, figure)}
    if place not in now or now[place].cell.figure is None:
        origins |= {each for other, cell in sent.items() if other[:3] == place[:3] for each in cell.records}
    found = [each for origin, each in changed.items() if origin in origins]
    if not found:  # of things counted once only one record each is known: any of their kind may be the cause
        kinds = {kind for figure in figures for kind in _kinds(figure.reference.indicator)}
        found = [each for each in changed.values() if each.type in kinds]
    return tuple(sorted(found, key=lambda each: (each.type, each.title, each.uid)))


def _figures(now: _Now) -> Iterator[Figure]:
    for cell in (now.cell,) if now.cell.figure is not None else now.beside:
        if cell.figure is not None:
            yield cell.figure


def _kinds(key: str) -> Iterator[str]:
    indicator = INDICATORS[key]
    if isinstance(indicator, Indicator):
        yield indicator.source.record
        return
    for part in indicator.of + getattr(indicator, "by", ()):
        yield from _kinds(part)


def causes_of(each: Difference) -> str:
    """Why a cell differs: "mới ghi thêm “Buổi ghi muộn”"; empty where no single record is known."""
    why = "; ".join(f"{WORDS[record.what]} “{record.title}”" for record in each.records[:MOST_NAMED])
    more = f" và {len(each.records) - MOST_NAMED} bản ghi khác" if len(each.records) > MOST_NAMED else ""
    return why + more


def shown(value: str | int | float | None) -> str:
    """A sealed value as she reads it."""
    return "-" if value is None else value if isinstance(value, str) else Decimal().shown(value)
