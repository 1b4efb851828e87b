"""Fills the authority's workbook for a period: checked, written, compared with the original, then put in place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from exports.official import refusals
from exports.official.appendix import NOTHING_ADDED, Addition, Appendix, addition, appendix_xml
from exports.official.calculate import Calculator
from exports.official.calculation import told_to_calculate
from exports.official.dependence import Formulas, stale_results
from exports.official.edit import Result, Value, write_cells
from exports.official.list_filling import lists_filled
from exports.official.map import BadMap, MapFault, MapOfWorkbook, read_map
from exports.official.places import Spot
from exports.official.placing import Placing, Target
from exports.official.proof import Proof, prove
from exports.official.reading import stored_value
from exports.official.refusals import BadWorkbook
from exports.official.values import Live, cell_value, values_of
from exports.official.workbook import Workbook, read_workbook
from exports.official.xml import Unreadable
from exports.place import put_in_place
from exports.render.xlsx_text import DASH, clean
from models.errors import UserError
from models.ledger.store import Store
from models.periods import Period

Values = Mapping[int, Mapping[Spot, Value]]


@dataclass(frozen=True, slots=True)
class Filled:
    """A workbook handed out: where, what the comparison found, and how many of its formulas got a new result."""

    path: Path
    proof: Proof
    calculated: int
    left_open: int  # formulas whose result only a spreadsheet program works out


def fill(
    store: Store, workbook: Path, chart: Path, period: Period, target: Path, signed_on: date | None = None
) -> Filled:
    """Fills the workbook by the map `chart` and puts it at `target`.

    Raises UserError, naming every fault of the map at once, and leaves whatever was at `target`.
    """
    book = read_workbook(workbook)
    _expect_another_file(book, chart, target)
    content, faults = read_map(chart)
    return fill_form(store, book, laid_map(book, content, chart.name, faults), period, target, signed_on)


def fill_form(
    store: Store, book: Workbook, placing: Placing, period: Period, target: Path, signed_on: date | None = None
) -> Filled:
    """Fills a workbook that is open, cells and lists, by a map that is laid on it; see `fill`."""
    day = signed_on or date.today()
    lives = values_of(store, [each.entry for each in placing.targets], period, day)
    listed = lists_filled(store, book, placing.lists, period, day)
    return hand_out(book, [*placing.targets, *listed.targets], [*lives, *listed.lives], target, listed.appendices)


def placed_map(book: Workbook, chart: Path) -> Sequence[Target]:
    """The cells of a map in a file, laid on a workbook. BadMap if it has any fault."""
    content, faults = read_map(chart)
    return placed_entries(book, content, chart.name, faults)


def placed_entries(
    book: Workbook, content: MapOfWorkbook, name: str, faults: Sequence[MapFault] = ()
) -> Sequence[Target]:
    """The cells of a map, laid on a workbook. BadMap if it has any fault."""
    return laid_map(book, content, name, faults).targets


def laid_map(book: Workbook, content: MapOfWorkbook, name: str, faults: Sequence[MapFault] = ()) -> Placing:
    """A map with its lists, laid on a workbook. BadMap if it has any fault."""
    placing = Placing(book, content, faults)
    if placing.faults:
        raise BadMap(name, placing.faults)
    return placing


def hand_out(
    book: Workbook,
    placed: Sequence[Target],
    lives: Sequence[Live],
    target: Path,
    appendices: Sequence[Appendix] = (),
) -> Filled:
    """Writes these values into their cells, and puts these sheets in behind; see `fill`."""
    values = written_values(book, placed, lives)
    results = results_of(book, values)
    added = _addition(book, appendices)
    raw = filled_package(book, values, results, added)

    def prove_draft(draft: Path) -> Proof:
        return prove(book, draft.read_bytes(), values, results, added)

    proof = put_in_place(target, lambda draft: _write(draft, raw), prove_draft)
    every = [result for found in results.values() for result in found.values()]
    return Filled(target, proof, sum(each is not None for each in every), every.count(None))


def written_values(book: Workbook, placed: Sequence[Target], lives: Sequence[Live]) -> Values:
    """What goes into which cell. An empty figure leaves the dash that the form prints, and takes away anything else."""
    values: dict[int, dict[Spot, Value]] = defaultdict(dict)
    for target, live in zip(placed, lives, strict=True):
        value = cell_value(live, target, book.counts_from_1904)
        if value is None and _prints_dash(book, target):
            value = DASH
        if isinstance(value, str):
            value = clean(value) or None
        values[target.sheet.number][target.place] = value
    return values


def results_of(book: Workbook, values: Values) -> dict[int, dict[Spot, Result | None]]:
    """The new results of the formulas that depend on these cells; None where a spreadsheet program has to find it."""
    formulas = Formulas(book)
    stale = stale_results(formulas, values)
    return Calculator(book, formulas, values, stale).results()


def filled_package(
    book: Workbook,
    values: Values,
    results: Mapping[int, Mapping[Spot, Result | None]],
    added: Addition = NOTHING_ADDED,
) -> bytes:
    """The bytes of the filled workbook. BadWorkbook if its parts cannot be edited."""
    try:
        parts = {name: added.put_into(name, book.package.part(name) or b"") for name in (book.part, *added.inserted)}
        parts[book.part] = told_to_calculate(parts[book.part])
        for sheet in book.worksheets:
            new, stale = values.get(sheet.number, {}), results.get(sheet.number, {})
            if new or stale:
                parts[sheet.part] = write_cells(book.text_of(sheet), new, stale)
    except Unreadable as error:
        raise BadWorkbook(book.path, refusals.UNUSUAL) from error
    return book.package.written(parts, {part: appendix_xml(book, sheet) for part, sheet in added.sheets.items()})


def _addition(book: Workbook, appendices: Sequence[Appendix]) -> Addition:
    try:
        return addition(book, appendices)
    except Unreadable as error:
        raise BadWorkbook(book.path, refusals.UNUSUAL) from error


def _write(draft: Path, raw: bytes) -> None:
    draft.write_bytes(raw)


def _prints_dash(book: Workbook, target: Target) -> bool:
    there = stored_value(book, book.text_of(target.sheet), target.place)
    return isinstance(there, str) and there.strip() in ("-", "–", "—")


def expect_ending(book: Workbook, target: Path) -> None:
    """UserError if a filled workbook could not be opened under this name."""
    if target.suffix.lower() != book.ending:
        macros = " (biểu mẫu có lệnh tự động bên trong)" if book.ending == ".xlsm" else ""
        raise UserError(
            f"Tệp điền xong phải có đuôi {book.ending} như biểu mẫu{macros}. Hãy đặt lại tên “{target.name}”."
        )


def _expect_another_file(book: Workbook, chart: Path, target: Path) -> None:
    expect_ending(book, target)
    for given in (book.path, chart):
        if target.exists() and given.exists() and target.samefile(given):
            raise UserError(f"“{target.name}” là tệp gốc, không được ghi đè. Hãy đặt tên khác cho tệp điền xong.")
