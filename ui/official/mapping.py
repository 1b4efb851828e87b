"""What goes into which cell of a form, step by step: every step can be taken back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from exports.official.list_placing import ListTarget, cells_of
from exports.official.map import Entry, MapFault, MapOfWorkbook, is_fault_of
from exports.official.map_list import ListEntry
from exports.official.places import Place, place_from
from exports.official.placing import Placing, Target
from exports.official.workbook import Workbook

Cell = tuple[str, Place]  # sheet by name, and the first cell of a merge
Entries = tuple[Entry, ...]
Lists = tuple[ListEntry, ...]


class Mapping:
    """The entries of a map by their cells."""

    def __init__(self, book: Workbook, chart: MapOfWorkbook, faults: Sequence[MapFault] = ()) -> None:
        self._book, self._chart = book, chart
        self._unread = [(chart.entries[each.entry], each) for each in faults if each.entry is not None]
        self._unread_lists = [each for each in faults if each.entry is None]
        self._before: list[tuple[Entries, Lists]] = []
        self._after: list[tuple[Entries, Lists]] = []
        self._lay(chart.entries, chart.lists)

    @property
    def chart(self) -> MapOfWorkbook:
        """The map as it is now."""
        return self._chart

    def at(self, cell: Cell) -> Entry | None:
        """What goes into a cell; None if nothing does."""
        target = self.targets.get(cell)
        return target.entry if target is not None else None

    def put(self, entries: Iterable[tuple[Cell, Entry]]) -> None:
        """Says, in one step, what goes into these cells in place of what went there before."""
        new = {cell: replace(entry, sheet=cell[0], at=str(cell[1])) for cell, entry in entries}
        self._step((*self._without(set(new)), *new.values()), self._chart.lists)

    def take(self, cells: Iterable[Cell]) -> None:
        """Nothing goes into these cells any more."""
        self._step(self._without(set(cells)), self._chart.lists)

    def put_list(self, entry: ListEntry, former: ListEntry | None = None) -> None:
        """Lets a list fill free rows, in place of a former one, and of whatever went into single cells there."""
        lists = (*(each for each in self._chart.lists if each != former), entry)
        placing = Placing(self._book, replace(self._chart, entries=(), lists=(entry,)))
        cells = {(each.sheet.name, place) for each in placing.lists for place in cells_of(each)}
        self._step(self._without(cells), lists)

    def take_list(self, entry: ListEntry) -> None:
        """The list fills its rows no more."""
        self._step(self._chart.entries, tuple(each for each in self._chart.lists if each != entry))

    def take_wrong(self) -> None:
        """Takes out every entry and every list that has a fault."""
        faulty = {fault.entry for fault in self.faults}
        entries = tuple(entry for number, entry in enumerate(self._chart.entries) if number not in faulty)
        self._step(entries, tuple(each.entry for each in self.lists))

    def undo(self) -> bool:
        """Takes back the last step; False if there is none."""
        return self._go(self._before, self._after)

    def redo(self) -> bool:
        """Does again what was taken back last; False if nothing was."""
        return self._go(self._after, self._before)

    @property
    def can_undo(self) -> bool:
        """True if there is a step to take back."""
        return bool(self._before)

    def _step(self, entries: Entries, lists: Lists) -> None:
        former = self._chart.entries, self._chart.lists
        if (entries, lists) != former:
            self._before.append(former)
            self._after.clear()
            self._lay(entries, lists)

    def _go(self, away: list[tuple[Entries, Lists]], back: list[tuple[Entries, Lists]]) -> bool:
        if not away:
            return False
        back.append((self._chart.entries, self._chart.lists))
        self._lay(*away.pop())
        return True

    def _without(self, cells: set[Cell]) -> Entries:
        return tuple(entry for entry in self._chart.entries if self._cells[id(entry)] not in cells)

    def _lay(self, entries: Entries, lists: Lists) -> None:
        """Finds the cells of the entries and lists, and everything wrong with them."""
        self._chart = replace(self._chart, entries=entries, lists=lists)
        numbers = {id(entry): number for number, entry in enumerate(entries)}
        unread = [replace(fault, entry=numbers[id(each)]) for each, fault in self._unread if id(each) in numbers]
        unread += [each for each in self._unread_lists if any(is_fault_of(said, each) for said in lists)]
        placing = Placing(self._book, self._chart, unread)
        self.faults: Sequence[MapFault] = placing.faults
        self.lists: Sequence[ListTarget] = placing.lists
        self.listed = {(each.sheet.name, place): each for each in placing.lists for place in cells_of(each)}
        faulty = {fault.entry for fault in placing.faults}
        placed = {id(target.entry): (target.sheet.name, target.place) for target in placing.targets}
        self._cells = {id(entry): placed.get(id(entry)) or _named(self._book, entry) for entry in entries}
        self.targets: dict[Cell, Target] = {}
        for target in placing.targets:
            if numbers[id(target.entry)] not in faulty:
                self.targets[target.sheet.name, target.place] = target
        self.wrong: dict[Cell, list[str]] = {}
        for fault in placing.faults:
            cell = self._cells[id(entries[fault.entry])] if fault.entry is not None else None
            if cell is not None:
                self.wrong.setdefault(cell, []).append(fault.reason)


def _named(book: Workbook, entry: Entry) -> Cell | None:
    """The cell that an entry names although it cannot be used; None where there is no such cell."""
    sheet = book.sheet_named(entry.sheet)
    place = place_from(entry.at) if entry.at else None
    return (sheet.name, place) if sheet is not None and place is not None else None
