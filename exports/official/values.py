"""What stands in each mapped cell for a period: figures as numbers, days as days, texts as texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from exports.build import build
from exports.document import ByHand, Cell, Issuer, ReportDocument, type_of_value
from exports.issuer import issuer_on
from exports.official.map import Entry
from exports.official.placing import Target
from exports.official.reading import serial_of
from exports.official.sources import form_cell, is_rate, reference_of, table_with
from exports.render.wording import long_date, short_date
from models.errors import UserError
from models.indicators.figure import Figure, Origin
from models.indicators.figures import figures
from models.ledger.signer import chair_on
from models.ledger.store import Store
from models.periods import Period
from models.records.report import ReportCell, cell_uid


@dataclass(frozen=True, slots=True)
class Live:
    """The value of an entry; `figure` leads to the records behind it."""

    value: type_of_value
    rate: bool = False
    figure: Figure | None = None
    text: str = ""  # a day as the text that a cell without a day's format takes
    records: frozenset[Origin] = frozenset()  # what it tells of: the record of its row, her words at a figure
    by_hand: ByHand | None = None  # she put another number here
    remark: str = ""  # her sentence on this figure


def values_of(store: Store, entries: Sequence[Entry], period: Period, day: date | None = None) -> list[Live]:
    """The values of these entries in a period, in their order; `day` is the day of signing, else today."""
    signed_on = day or date.today()
    documents = _documents(store, entries, period, signed_on)
    references = [reference_of(entry) for entry in entries if entry.indicator]
    found = iter(figures(store, period, references) if references else [])
    words = _words(store, period, signed_on) if any(entry.text is not None for entry in entries) else None
    values = []
    for entry in entries:
        if entry.indicator:
            figure = next(found)
            values.append(Live(figure.value, is_rate(figure.reference), figure))
        elif entry.value:
            values.append(_of_form(documents, entry.value))
        else:
            assert words is not None
            values.append(words.value(entry.text or ""))
    return values


def cell_value(live: Live, target: Target, from_1904: bool) -> str | int | float | None:
    """The value as its cell takes it: a rate as a share where the cell shows percent, a day as its number."""
    value = live.value
    if value is None or value == "":
        return target.entry.empty or None
    if isinstance(value, date):
        serial = serial_of(value, from_1904)
        return live.text or short_date(value) if serial is None or not target.look.is_date else serial
    if live.rate and target.look.is_percent and not isinstance(value, str):
        return float(Decimal(repr(value)) / 100)
    return value


def _documents(store: Store, entries: Sequence[Entry], period: Period, day: date) -> dict[str, ReportDocument]:
    """The built-in forms that entries speak of, each filled once."""
    wanted = {}
    for entry in entries:
        cell = form_cell(entry.value) if entry.value else None
        found = table_with(cell) if cell else None
        if isinstance(found, tuple):
            wanted[found[0].id] = found[0]
    return {name: build(store, form, period, signed_on=day) for name, form in wanted.items()}


def _of_form(documents: dict[str, ReportDocument], value: str) -> Live:
    cell = form_cell(value)
    found = table_with(cell) if cell else "?"
    if cell is None or isinstance(found, str):
        raise UserError(f"Không điền được “{value}”: {found}.")
    form, table = found
    document = documents[form.id]
    printed = next(each for each in document.tables if each.id == table.id)
    if cell.row not in [row.code for row in printed.rows]:
        return Live(None)  # a row of a list of the ledger that this period does not have
    live = _of_cell(printed.cell(cell.row, cell.column))
    if live.by_hand is None and not live.remark:
        return live
    words = cell_uid(form.id, table.id, document.period.text, cell.row, cell.column)
    return replace(live, records=frozenset({(ReportCell.table_name, words)}))


def _of_cell(cell: Cell) -> Live:
    rate = (
        is_rate(cell.figure.reference) if cell.figure else cell.formula is not None and cell.formula.kind == "percent"
    )
    return Live(cell.value, rate, cell.figure, by_hand=cell.by_hand, remark=cell.remark)


@dataclass(frozen=True, slots=True)
class _Words:
    """What the placeholders of header texts stand for."""

    issuer: Issuer
    period: Period
    signed_on: date
    signer: str

    def value(self, text: str) -> Live:
        days = {"{ngay_ky}": self.signed_on, "{tu_ngay}": self.period.first, "{den_ngay}": self.period.last}
        if text.strip() in days:
            return Live(days[text.strip()], text=self._said(text))
        return Live(self._said(text))

    def _said(self, text: str) -> str:
        return text.format(
            don_vi=self.issuer.name,
            cap_tren=self.issuer.superior,
            ky=self.period.label,
            tu_ngay=short_date(self.period.first),
            den_ngay=short_date(self.period.last),
            nam=self.period.year,
            ngay_ky=long_date(self.signed_on),
            nguoi_ky=self.signer,
        )


def _words(store: Store, period: Period, day: date) -> _Words:
    return _Words(issuer_on(store, day), period, day, chair_on(store, day))
