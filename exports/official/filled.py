"""An authority's form for a period as it is handed out: every cell with its value and her own words at it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from exports.document import ByHand
from exports.official.appendix import Appendix
from exports.official.fill import Filled, expect_ending, hand_out, laid_map
from exports.official.list_filling import FurtherCell, lists_filled
from exports.official.places import Place, letters
from exports.official.placing import Target
from exports.official.sharing import SharedForm
from exports.official.values import Live, values_of
from exports.official.workbook import Sheet
from models.amendments import Spot, amendments
from models.ledger.store import Store
from models.periods import Period
from models.records.report import ReportCell


@dataclass(frozen=True, slots=True)
class FilledCell:
    """A cell with what goes into it."""

    target: Target
    live: Live
    is_listed: bool = False  # in the free rows of a list, where every period may bring another record


@dataclass(frozen=True, slots=True)
class FilledForm:
    """A form with everything that goes into it; sheets put in behind hold what a list has left over."""

    form: SharedForm
    period: Period
    cells: tuple[FilledCell, ...]
    appendices: tuple[Appendix, ...]
    further: tuple[FurtherCell, ...]

    def put_at(self, target: Path) -> Filled:
        """Writes the workbook, compares it with the original, and puts it at `target`. UserError if it cannot be."""
        expect_ending(self.form.workbook, target)
        placed, lives = [each.target for each in self.cells], [each.live for each in self.cells]
        return hand_out(self.form.workbook, placed, lives, target, self.appendices)


def filled_form(store: Store, form: SharedForm, period: Period, day: date | None = None) -> FilledForm:
    """A form for a period, signed on a day (else today). BadMap, naming every fault, if its map cannot be used."""
    signed_on = day or date.today()
    placing = laid_map(form.workbook, form.chart, form.title, form.faults)
    lives = values_of(store, [each.entry for each in placing.targets], period, signed_on)
    listed = lists_filled(store, form.workbook, placing.lists, period, signed_on)
    said = amendments(store, form.id, period) if form.id else {}
    own = (FilledCell(each, amended(live, each, said)) for each, live in zip(placing.targets, lives, strict=True))
    rows = (FilledCell(each, live, True) for each, live in zip(listed.targets, listed.lives, strict=True))
    return FilledForm(form, period, (*own, *rows), tuple(listed.appendices), tuple(listed.further))


def amended(live: Live, target: Target, said: Mapping[Spot, ReportCell]) -> Live:
    """A value with her number and her sentence at this cell of the form; the very same where she said nothing."""
    words = said.get(spot_of(target))
    if words is None or live.text or isinstance(live.value, str):
        return live
    records = live.records | {(ReportCell.table_name, words.uid)}
    remark = " ".join(filter(None, (live.remark, words.remark)))
    if words.override is None:
        return replace(live, records=records, remark=remark)
    number = int(words.override) if words.override.is_integer() else words.override
    by_hand = ByHand(live.value, words.override_reason or "")
    return replace(live, value=number, records=records, remark=remark, by_hand=by_hand)


def spot_of(target: Target) -> Spot:
    """How her words name the cell of a target."""
    return spot_at(target.sheet, target.place)


def spot_at(sheet: Sheet, place: Place) -> Spot:
    """How her words name a cell: its sheet, its row and the letters of its column."""
    return sheet.name, str(place.row), letters(place.column)
