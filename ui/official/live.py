"""The values that will stand in the cells in the period chosen: looked up beside the window, kept until a change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from exports.official.map import Entry
from exports.official.places import Place
from exports.official.placing import Target
from exports.official.totals import FormTotal, totals_of
from exports.official.values import Live, values_of
from exports.official.workbook import Workbook
from models.ledger.store import Store
from models.periods import Period
from ui.jobs import Jobs

if TYPE_CHECKING:
    from ui.official.mapping import Cell

Question = tuple[Store, Period]


class LiveValues(QObject):
    """Emits `arrived` when more values are known, `checked` with the form's own totals by cell."""

    arrived = Signal()
    checked = Signal(object)  # a dict; as such its keys would not come through

    def __init__(self, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._asked: Question | None = None
        self._known: dict[Entry, Live] = {}
        self._wanted: set[Entry] = set()
        self._check = 0

    def show_period(self, store: Store | None, period: Period) -> None:
        """From now on values of this period, as the ledger is now."""
        self._asked = (store, period) if store is not None else None
        self._known, self._wanted = {}, set()
        self._check += 1

    def value(self, entry: Entry) -> Live | None:
        """The value of an entry; None while it is not known."""
        return self._known.get(bare(entry))

    def want(self, entries: Iterable[Entry]) -> None:
        """Asks for the values that are not known yet."""
        missing = list({bare(each) for each in entries} - self._known.keys() - self._wanted)
        if self._asked is None or not missing:
            return
        asked, (store, period) = self._asked, self._asked
        self._wanted.update(missing)
        self._jobs.look(
            lambda _progress: values_of(store, missing, period),
            lambda found: self._learn(asked, missing, found),
            self._jobs.complain,
        )

    def check(self, book: Workbook, targets: Sequence[Target]) -> None:
        """Compares the form's own formulas, fed with these cells, with our figures."""
        self._check += 1
        if self._asked is None or not targets:
            self.checked.emit({})
            return
        number, (store, period) = self._check, self._asked

        def work(_progress: object) -> list[FormTotal]:
            lives = values_of(store, [each.entry for each in targets], period)
            return totals_of(store, book, targets, lives, period)

        self._jobs.look(work, lambda found: self._tell(number, found), self._jobs.complain)

    def _learn(self, asked: Question, entries: Sequence[Entry], found: Sequence[Live]) -> None:
        if asked is self._asked:
            self._known.update(zip(entries, found, strict=True))
            self._wanted.difference_update(entries)
            self.arrived.emit()

    def _tell(self, number: int, found: Sequence[FormTotal]) -> None:
        if number == self._check:
            totals: dict[Cell, FormTotal] = {(each.sheet, Place(*each.place)): each for each in found}
            self.checked.emit(totals)


def bare(entry: Entry) -> Entry:
    """An entry without its cell: what has a value."""
    return replace(entry, sheet="", at="", row=(), column=(), label="", empty="", line=None)
