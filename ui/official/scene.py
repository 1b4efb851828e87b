"""What the desk shows of a form: which sheet, how its cells stand, what they hold now, what was taken last."""

from __future__ import annotations

from collections.abc import Iterator

from exports.official.filled import amended
from exports.official.map import Entry, MapOfWorkbook
from exports.official.places import Place
from exports.official.placing import Target
from exports.official.propose import Proposal
from exports.official.styles import PLAIN
from exports.official.totals import FormTotal
from exports.official.values import Live
from ui.figures.choice import Choice, Offer, Pick
from ui.official.choices import chosen_by, entry_of
from ui.official.habits import LIKE_ITS_ROW, Habits, habits_of
from ui.official.live import LiveValues
from ui.official.mapping import Cell
from ui.official.marks import Mark, Marks
from ui.official.opened import Opened, SheetFace
from ui.official.shown_lists import ShownLists
from ui.official.speaking import Spoken, mark_of, spoken, spoken_of_list, value_in_cell, value_in_words, with_her_words

OPEN = (Mark.SURE, Mark.UNSURE, Mark.WAITING, Mark.WRONG)


class Scene:
    """A form with the values of the period chosen."""

    def __init__(self, opened: Opened, live: LiveValues) -> None:
        self.opened, self._live = opened, live
        self.number = 0
        self.totals: dict[Cell, FormTotal] = {}
        self.last: Choice | None = None
        self.lists = ShownLists(opened.book, opened.mapping, live)
        self._learned: tuple[MapOfWorkbook, Habits] | None = None

    @property
    def face(self) -> SheetFace:
        """The sheet shown."""
        return self.opened.sheets[self.number]

    def cell(self, place: Place) -> Cell:
        """A cell of the sheet shown."""
        return self.face.name, place

    def first_open(self) -> Place:
        """Where to begin on this sheet."""
        face, targets = self.face, self.opened.mapping.targets
        waiting = (each for each in face.waiting if self.cell(each) not in targets)
        return next(waiting, next(iter(face.waiting), Place(1, 1)))

    def ask_for_values(self) -> None:
        """Asks for every value that the sheet shows, and whether the form's own totals agree with ours."""
        targets = self.opened.mapping.targets
        self._live.want([target.entry for target in targets.values()])
        proposed = (self.proposal(place) for place in self.face.waiting)
        self._live.want([each.entry for each in proposed if each is not None])
        self.lists.ask(self.face.name)
        self._live.check(self.opened.book, list(targets.values()))

    def marks(self) -> Marks:
        """How the cells of the sheet stand, and what is written in them."""
        proposed = {place: self.proposal(place) for place in self._places()}
        found = {
            place: mark_of(self.opened, self.face, place, proposal, self.totals.get(self.cell(place)))
            for place, proposal in proposed.items()
        }
        marks = {place: mark for place, mark in found.items() if mark is not None}
        written = {place: said for place in marks if (said := self._written(place, proposed[place])) is not None}
        values = {place: said[0] for place, said in written.items()}
        numbers = {place for place, said in written.items() if said[1]}
        worded = {place for place in marks if (live := self.live_at(place)) and (live.by_hand or live.remark)}
        return self.lists.draw(self.face.name, Marks(marks, values, numbers, worded))

    def spoken(self, place: Place) -> Spoken:
        """A cell in words."""
        listed = self.opened.mapping.listed.get(self.cell(place))
        if listed is not None:
            return spoken_of_list(self.opened.book, listed, place)
        said = spoken(self.opened, self.face, place, self.proposal(place), self.totals.get(self.cell(place)))
        live = self.live_at(place)
        return with_her_words(said, live) if live is not None else said

    def value(self, entry: Entry | None, place: Place | None = None) -> tuple[str, bool]:
        """The value of an entry in words, or of a cell that holds one; and whether there are records behind it."""
        held = self.live_at(place) if place is not None else None
        live = held or (self._live.value(entry) if entry is not None else None)
        if live is None:
            return value_in_words(live) if entry is not None else "", False
        return value_in_words(live), live.figure is not None or bool(live.records)

    def live_at(self, place: Place) -> Live | None:
        """What a mapped cell holds, her own number before ours; None for another, or while it is not known."""
        target = self.opened.mapping.targets.get(self.cell(place))
        if target is not None:
            live = self._live.value(target.entry)
            return amended(live, target, self._live.words) if live is not None else None
        return self.lists.live_at(self.cell(place))

    def proposal(self, place: Place) -> Proposal | None:
        """What is proposed for a cell: by its labels if that is sure, else by what she took elsewhere in its row."""
        own = self.face.proposed.get(place)
        if (own is not None and own.chosen) or place not in self.face.waits:
            return own
        choice = self._habits.rows.get(self.cell(Place(place.row, 0)))
        way = self.usual(place) if choice is not None else ""
        if choice is None or way not in dict(choice.ways):
            return own
        return Proposal(entry_of(Pick(choice, way)), place, LIKE_ITS_ROW)

    def usual(self, place: Place) -> str:
        """The column or span that most cells of this column of the sheet take."""
        return self._habits.ways.get(self.cell(Place(0, place.column)), "")

    def sure(self) -> Iterator[tuple[Cell, Entry]]:
        """Every sure proposal of every sheet that is not mapped yet."""
        for face in self.opened.sheets:
            for place, each in face.proposed.items():
                if each.chosen and (face.name, place) not in self.opened.mapping.targets:
                    yield (face.name, place), each.entry

    @property
    def _habits(self) -> Habits:
        chart = self.opened.mapping.chart
        if self._learned is None or self._learned[0] is not chart:
            self._learned = chart, habits_of(self.opened.mapping)
        return self._learned[1]

    def _places(self) -> set[Place]:
        mapping = self.opened.mapping
        known = (cell for cells in (mapping.targets, mapping.wrong, self.totals) for cell in cells)
        return {*self.face.waiting, *(place for sheet, place in known if sheet == self.face.name)}

    def _written(self, place: Place, proposal: Proposal | None) -> tuple[str, bool] | None:
        """What is written in a cell, and whether it is a number."""
        target = self.opened.mapping.targets.get(self.cell(place))
        if target is not None:
            held = self.live_at(place)
            return value_in_cell(self.opened.book, target, held) if held is not None else None
        live = self._live.value(proposal.entry) if proposal is not None else None
        sheet = self.opened.book.sheet_named(self.face.name) if live is not None else None
        if proposal is None or live is None or sheet is None:
            return None
        drawn = self.face.grid.cells.get(place)
        asked = Target(proposal.entry, sheet, place, drawn.look if drawn is not None else PLAIN)
        text, is_number = value_in_cell(self.opened.book, asked, live)
        return f"{text} ?", is_number


def offered(said: Spoken) -> Offer | None:
    """What heads the list for a cell: what is mapped there or proposed."""
    chosen = chosen_by(said.entry) if said.entry is not None else None
    if chosen is None or chosen.choice is None or said.entry is None:
        return None
    return Offer(chosen.choice, chosen.way, said.entry.where, not said.is_mapped)
