"""The form's own totals beside ours: a sum that the authority wrote must come to what the program counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from exports.official.edit import Result
from exports.official.fill import results_of, written_values
from exports.official.places import Place
from exports.official.placing import Target
from exports.official.propose import CHOSEN_FROM, meanings
from exports.official.values import Live, values_of
from exports.official.workbook import Workbook
from models.indicators.figure import Number
from models.ledger.store import Store
from models.periods import Period

NEAREST = 0.05  # shares are printed to one decimal


@dataclass(frozen=True, slots=True)
class FormTotal:
    """A formula of the form: what it comes to with the new figures, and what the program counts for the same."""

    sheet: str
    place: Place
    formula: str
    theirs: Number | None
    ours: Number | None
    meaning: str  # "A2:III.1:so_luong"

    @property
    def agrees(self) -> bool:
        """True if both say the same."""
        if self.theirs is None or self.ours is None:
            return self.theirs == self.ours
        return abs(self.theirs - self.ours) < NEAREST


def totals_of(
    store: Store, book: Workbook, placed: Sequence[Target], lives: Sequence[Live], period: Period
) -> list[FormTotal]:
    """The form's formulas over mapped cells whose meaning its labels tell, each beside our own figure."""
    results = results_of(book, written_values(book, placed, lives))
    known = [
        (sheet, meaning)
        for sheet in book.worksheets
        for meaning in (meanings(book, sheet) if results.get(sheet.number) else [])
        if meaning.likely >= CHOSEN_FROM and meaning.place in results[sheet.number]
    ]
    ours = values_of(store, [meaning.entry for _sheet, meaning in known], period)
    return [
        FormTotal(
            sheet.name,
            meaning.place,
            book.text_of(sheet).formulas[meaning.place].text,
            _number(results[sheet.number][meaning.place]),
            live.value if isinstance(live.value, int | float) else None,
            meaning.entry.value,
        )
        for (sheet, meaning), live in zip(known, ours, strict=True)
        if results[sheet.number][meaning.place] is not None and meaning.place in book.text_of(sheet).formulas
    ]


def _number(result: Result | None) -> Number | None:
    value = result.value if result is not None and not result.is_error else None
    return value if isinstance(value, int | float) else None
