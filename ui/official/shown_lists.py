"""The lists on a form as they are shown: those of the map, and the one she is pointing at, each with its rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from exports.official.list_filling import Listed
from exports.official.list_placing import ListTarget, cells_of
from exports.official.map_list import ListEntry
from exports.official.places import Place
from exports.official.placing import Target
from exports.official.values import Live
from exports.official.workbook import Workbook
from ui.official.live import LiveValues
from ui.official.mapping import Cell, Mapping
from ui.official.marks import Mark, Marks
from ui.official.speaking import value_in_cell


class Fits(NamedTuple):
    """How many rows a list has in the period, and how many of them go on to a sheet behind."""

    rows: int
    behind: int


class ShownLists:
    """Belongs to one scene."""

    def __init__(self, book: Workbook, mapping: Mapping, live: LiveValues) -> None:
        self._book, self._mapping, self._live = book, mapping, live
        self.draft: ListTarget | None = None  # what she is pointing at, not put yet
        self.changes: ListEntry | None = None  # the list of the map that the draft is to replace

    def on(self, sheet: str) -> list[ListTarget]:
        """The lists on a sheet; the draft in the place of what it changes."""
        kept = [each for each in self._mapping.lists if each.entry != self.changes or self.draft is None]
        return [each for each in (*kept, *([self.draft] if self.draft is not None else [])) if each.sheet.name == sheet]

    def ask(self, sheet: str) -> None:
        """Asks for the rows that are not known."""
        self._live.want_lists(self._book, self.on(sheet))

    def live_at(self, cell: Cell) -> Live | None:
        """What a list brings into a cell, if it is known."""
        listed = self._mapping.listed.get(cell)
        rows = self._rows(listed) if listed is not None else ()
        return next((live for each, live in rows if each.place == cell[1]), None)

    def draw(self, sheet: str, marks: Marks) -> Marks:
        """These marks with the cells of the lists among them."""
        drawn, values, numbers = dict(marks.marks), dict(marks.values), set(marks.numbers)
        for each in self.on(sheet):
            cells: list[Place] = list(cells_of(each))
            drawn |= dict.fromkeys(cells, Mark.SURE if each is self.draft else Mark.MAPPED)
            values |= dict.fromkeys(cells, "")
            for target, live in self._rows(each):
                text, is_number = value_in_cell(self._book, target, live)
                values[target.place] = text if live.value is not None else ""
                numbers |= {target.place} if is_number else set()
        drafted = frozenset(cells_of(self.draft)) if self.draft is not None else frozenset()
        return Marks(drawn, values, numbers, marks.worded, drafted)

    def fits(self, entry: ListEntry) -> Fits | None:
        """How long a list is, if it is known."""
        found = self._live.lists.get(entry)
        if found is None or not found.targets:
            return None
        filled = {cell.place.row for cell, live in zip(found.targets, found.lives, strict=True) if live.records}
        behind = len({each.place.row for each in found.further})
        return Fits(len(filled) + behind, behind)

    def _rows(self, listed: ListTarget) -> Iterator[tuple[Target, Live]]:
        found = self._live.lists.get(listed.entry, Listed())
        yield from zip(found.targets, found.lives, strict=True)
