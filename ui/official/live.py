"""The values that will stand in the cells in the period chosen: looked up beside the window, kept until a change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from exports.official.filled import amended
from exports.official.list_filling import Listed, lists_filled
from exports.official.list_placing import ListTarget
from exports.official.map import Entry
from exports.official.map_list import ListEntry
from exports.official.places import Place
from exports.official.placing import Target
from exports.official.totals import FormTotal, totals_of
from exports.official.values import Live, values_of
from exports.official.workbook import Workbook
from models.amendments import Spot, amendments
from models.ledger.store import Store
from models.periods import Period
from models.records.report import ReportCell
from ui.jobs import Jobs

if TYPE_CHECKING:
    from ui.official.mapping import Cell

Question = tuple[Store, Period]


class LiveValues(QObject):
    """Emits `began` for another period or ledger, `arrived` when more values are known, `heard` when her words are.

    `checked` carries the form's own totals by cell.
    """

    began = Signal()
    arrived = Signal()
    heard = Signal()
    checked = Signal(object)  # a dict; as such its keys would not come through

    def __init__(self, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._asked: Question | None = None
        self._known: dict[Entry, Live] = {}
        self._wanted: set[Entry] = set()
        self._check = 0
        self.lists: dict[ListEntry, Listed] = {}  # what the lists bring, as far as it is known
        self.words: Mapping[Spot, ReportCell] = {}  # hers, at cells of this form

    def show_period(self, store: Store | None, period: Period, form: str) -> None:
        """From now on values of this period, as the ledger is now, with her words at cells of a form."""
        asked = self._asked = (store, period) if store is not None else None
        self._known, self._wanted, self.lists, self.words = {}, set(), {}, {}
        self._check += 1
        self.began.emit()
        if store is not None and asked is not None:
            self._jobs.look(
                lambda _progress: amendments(store, form, period),
                lambda found: self._hear(asked, found),
                self._jobs.complain,
            )

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

    def want_lists(self, book: Workbook, targets: Iterable[ListTarget]) -> None:
        """Asks for the rows of lists that are not known yet."""
        if self._asked is None:
            return
        for each in targets:
            if each.entry not in self.lists:
                self.lists[each.entry] = Listed()
                self._want_list(self._asked, book, each)

    def _want_list(self, asked: Question, book: Workbook, wanted: ListTarget) -> None:
        store, period = asked
        self._jobs.look(
            lambda _progress: lists_filled(store, book, [wanted], period, date.today()),
            lambda found: self._learn_list(asked, wanted.entry, found),
            self._jobs.complain,
        )

    def check(self, book: Workbook, targets: Sequence[Target]) -> None:
        """Compares the form's own formulas, fed with these cells, with our figures."""
        self._check += 1
        if self._asked is None or not targets:
            self.checked.emit({})
            return
        number, (store, period), words = self._check, self._asked, self.words

        def work(_progress: object) -> list[FormTotal]:
            found = values_of(store, [each.entry for each in targets], period)
            lives = [amended(live, each, words) for each, live in zip(targets, found, strict=True)]
            return totals_of(store, book, targets, lives, period)

        self._jobs.look(work, lambda found: self._tell(number, found), self._jobs.complain)

    def _learn(self, asked: Question, entries: Sequence[Entry], found: Sequence[Live]) -> None:
        if asked is self._asked:
            self._known.update(zip(entries, found, strict=True))
            self._wanted.difference_update(entries)
            self.arrived.emit()

    def _learn_list(self, asked: Question, entry: ListEntry, found: Listed) -> None:
        if asked is self._asked:
            self.lists[entry] = found
            self.arrived.emit()

    def _hear(self, asked: Question, found: Mapping[Spot, ReportCell]) -> None:
        if asked is self._asked and found:
            self.words = found
            self.heard.emit()

    def _tell(self, number: int, found: Sequence[FormTotal]) -> None:
        if number == self._check:
            totals: dict[Cell, FormTotal] = {(each.sheet, Place(*each.place)): each for each in found}
            self.checked.emit(totals)


def bare(entry: Entry) -> Entry:
    """An entry without its cell: what has a value."""
    return replace(entry, sheet="", at="", row=(), column=(), label="", empty="", line=None)
