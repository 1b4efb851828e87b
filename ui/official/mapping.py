"""What goes into which cell of a form, step by step: every step can be taken back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from exports.official.map import Entry, MapFault, MapOfWorkbook
from exports.official.places import Place, place_from
from exports.official.placing import Placing, Target
from exports.official.workbook import Workbook

Cell = tuple[str, Place]  # sheet by name, and the first cell of a merge
Entries = tuple[Entry, ...]


class Mapping:
    """The entries of a map by their cells."""

    def __init__(self, book: Workbook, chart: MapOfWorkbook, faults: Sequence[MapFault] = ()) -> None:
        self._book, self._chart = book, chart
        self._unread = [(chart.entries[each.entry], each) for each in faults if each.entry is not None]
        self._before: list[Entries] = []
        self._after: list[Entries] = []
        self._lay(chart.entries)

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
        self._step((*self._without(set(new)), *new.values()))

    def take(self, cells: Iterable[Cell]) -> None:
        """Nothing goes into these cells any more."""
        self._step(self._without(set(cells)))

    def take_wrong(self) -> None:
        """Takes out every entry that has a fault."""
        faulty = {fault.entry for fault in self.faults}
        self._step(tuple(entry for number, entry in enumerate(self._chart.entries) if number not in faulty))

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

    def _step(self, entries: Entries) -> None:
        if entries != self._chart.entries:
            self._before.append(self._chart.entries)
            self._after.clear()
            self._lay(entries)

    def _go(self, away: list[Entries], back: list[Entries]) -> bool:
        if not away:
            return False
        back.append(self._chart.entries)
        self._lay(away.pop())
        return True

    def _without(self, cells: set[Cell]) -> Entries:
        return tuple(entry for entry in self._chart.entries if self._cells[id(entry)] not in cells)

    def _lay(self, entries: Entries) -> None:
        """Finds the cells of the entries and everything wrong with them."""
        self._chart = replace(self._chart, entries=entries)
        numbers = {id(entry): number for number, entry in enumerate(entries)}
        unread = [replace(fault, entry=numbers[id(each)]) for each, fault in self._unread if id(each) in numbers]
        placing = Placing(self._book, self._chart, unread)
        self.faults: Sequence[MapFault] = placing.faults
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
