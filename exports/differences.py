""" "Khác so với bản đã gửi": cell by cell what was sent, what it would be now, and which records changed in between."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from exports.official.sendable_form import sealed_form, sendable_form
from exports.official.sharing import SharedForm
from exports.official.shelf import is_official
from exports.render.wording import short_date
from exports.sealing import sendable
from exports.sendable import Sendable, SendableCell
from models import __version__
from models.indicators.figure import Origin
from models.indicators.figures import behind
from models.indicators.kinds import kinds_counted
from models.ledger.store import Store
from models.records.report import ReportCell, cell_uid
from models.sealing.read import cells_of
from models.sealing.seal import CellPlace, Seal, SealedCell
from models.sealing.since import WORDS, Changed, changed_since
from models.values import Decimal

MOST_NAMED = 3
_DAY = re.compile(r"\d{4}-\d\d-\d\d")  # as JSON writes a day


@dataclass(frozen=True, slots=True)
class Difference:
    """A cell that is not as it was sent; None where it was, or is, empty, or not there at all."""

    place: CellPlace
    label: str
    sent: str | int | float | None
    now: str | int | float | None
    records: tuple[Changed, ...]


def differences(store: Store, seal: Seal, form: SharedForm | None = None) -> list[Difference]:
    """Every cell of a sent report that would be another one today, in reading order.

    An authority's form is compared as `form` says, else under the map with which it was sent.
    """
    changed = changed_since(store, seal.after_write)
    if not changed and seal.program == __version__ and form is None:
        return []  # the same records, forms and rules
    report = _now(store, seal, form)
    sent = {cell.place: cell for cell in cells_of(store, seal)}
    now = report.cells()
    found = []
    for place in dict.fromkeys((*sent, *now)):
        before = sent[place].value if place in sent else None
        after = now[place].value if place in now else None
        if before != after:
            label = now[place].label if place in now else sent[place].label
            records = _changed_behind(store, seal, place, (sent, now), changed)
            found.append(Difference(place, label, before, after, records))
    return found


def _now(store: Store, seal: Seal, form: SharedForm | None) -> Sendable:
    """The report as it would be sent now, signed on the day of the former: another day is no difference."""
    if is_official(seal.form):
        return sendable_form(store, form or sealed_form(store, seal), seal.period, seal.day)
    return sendable(store, seal.form, seal.period, seal.day)


_Both = tuple[Mapping[CellPlace, SealedCell], Mapping[CellPlace, SendableCell]]


def _changed_behind(
    store: Store, seal: Seal, place: CellPlace, both: _Both, changed: Mapping[Origin, Changed]
) -> tuple[Changed, ...]:
    """The changed records behind a cell, then or now; of a text or a percentage those behind its row."""
    sent, now = both
    cell = now.get(place, SendableCell("", None))
    origins = set(sent[place].records) if place in sent else set()
    origins.add((ReportCell.table_name, cell_uid(*place[:2], seal.period.text, *place[2:])))
    origins |= cell.records
    figures = cell.figures or cell.beside
    for figure in figures:
        origins |= {(each.kind, each.uid) for each in behind(store, figure)}
    if not cell.figures:
        origins |= {each for other, former in sent.items() if other[:3] == place[:3] for each in former.records}
    found = [each for origin, each in changed.items() if origin in origins]
    if not found:  # of things counted once only one record each is known: any of their kind may be the cause
        kinds = {kind for figure in figures for kind in kinds_counted(figure.reference.indicator)}
        found = [each for each in changed.values() if each.type in kinds]
    return tuple(sorted(found, key=lambda each: (each.type, each.title, each.uid)))


def causes_of(each: Difference) -> str:
    """Why a cell differs: "mới ghi thêm “Buổi ghi muộn”"; empty where no single record is known."""
    why = "; ".join(f"{WORDS[record.what]} “{record.title}”" for record in each.records[:MOST_NAMED])
    more = f" và {len(each.records) - MOST_NAMED} bản ghi khác" if len(each.records) > MOST_NAMED else ""
    return why + more


def shown(value: str | int | float | None) -> str:
    """A sealed value as she reads it."""
    if isinstance(value, str):
        return short_date(date.fromisoformat(value)) if _DAY.fullmatch(value) else value
    return "-" if value is None else Decimal().shown(value)
