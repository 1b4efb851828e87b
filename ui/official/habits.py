"""What the cells mapped so far tell of the others: which of our rows a line of the form is, which span a column."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from exports.official.places import Place
from ui.figures.choice import TEXT, Choice
from ui.official.choices import chosen_by
from ui.official.mapping import Cell, Mapping

LIKE_ITS_ROW = 0.7  # how sure it is that a cell says of its column what its neighbour says of its own


@dataclass(frozen=True, slots=True)
class Habits:
    """By a line of a sheet (column 0) the choice taken there; by a column (row 0) the way taken most."""

    rows: dict[Cell, Choice]
    ways: dict[Cell, str]


def habits_of(mapping: Mapping) -> Habits:
    """What the map has become used to."""
    rows: dict[Cell, Choice] = {}
    ways: dict[Cell, Counter[str]] = defaultdict(Counter)
    for (sheet, place), target in mapping.targets.items():
        chosen = chosen_by(target.entry)
        if chosen.choice is not None and chosen.choice.kind != TEXT and not target.entry.where:
            rows[sheet, Place(place.row, 0)] = chosen.choice
            ways[sheet, Place(0, place.column)][chosen.way] += 1
    return Habits(rows, {cell: counted.most_common(1)[0][0] for cell, counted in ways.items()})
