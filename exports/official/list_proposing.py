"""Where she points at the free rows of a form: which of our lists belongs there, and which column takes what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from exports.form import Form, FormColumn, FormTable
from exports.form_shelf import forms
from exports.official.labels import SheetLabels, key_of
from exports.official.layout import NUMBERS, fillable
from exports.official.list_placing import head_over
from exports.official.map_list import ListEntry
from exports.official.places import Place, letters
from exports.official.wording import Weights, likeness
from exports.official.workbook import Sheet, Workbook

ALIKE = 0.3  # two heads less alike than this are not the same column
USUAL_ROWS, MOST_ROWS = 10, 500
HEADS_APART = 3  # rows between the heads of one table


@dataclass(frozen=True, slots=True)
class KnownList:
    """One of our lists; `title` is what it is called."""

    form: Form
    table: FormTable

    @property
    def title(self) -> str:
        """What it is called."""
        return self.table.title or self.form.title

    def source(self, column: FormColumn) -> str:
        """A column as a map names it."""
        return f"{self.table.id}:{column.key}"


@dataclass(frozen=True, slots=True)
class FreeTable:
    """Free rows that lie under heads: the first and how many, and by column of the sheet what its head says."""

    sheet: str
    first: int
    rows: int
    heads: Mapping[int, str]


@cache
def known_lists() -> tuple[KnownList, ...]:
    """Every list that can fill free rows."""
    return tuple(KnownList(form, table) for form in forms().values() for table in form.tables if table.records)


def column_title(column: FormColumn) -> str:
    """A column of ours in full."""
    return f"{column.group}: {column.title}" if column.group else column.title


def free_table(book: Workbook, sheet: Sheet, place: Place) -> FreeTable | None:
    """The free rows from a cell on, with the heads over them; None where no head stands over it or it is not free."""
    labels = SheetLabels(book, sheet)
    own = head_over(labels, place)
    if own is None or not fillable(book, sheet, place):
        return None
    width = max(column for _row, column in labels.text.cells)
    heads: dict[int, str] = {}
    for column in range(1, width + 1):
        over = head_over(labels, Place(place.row, column))
        if over is not None and abs(over[0].row - own[0].row) < HEADS_APART:
            heads[column] = " ".join(over[1].split())
    heads = {column: said for column, said in heads.items() if fillable(book, sheet, Place(place.row, column))}
    return FreeTable(sheet.name, place.row, _free_rows(book, sheet, place.row, tuple(heads)), heads)


def proposed_list(free: FreeTable, known: KnownList) -> tuple[ListEntry, float]:
    """The list with the columns that its heads speak for, and how well it fits from 0 to 1."""
    pairs = sorted(_pairs(free, known), key=lambda each: -each[0])
    taken: dict[int, tuple[FormColumn, float]] = {}
    for alike, at, column in pairs:
        if at not in taken and column not in [each for each, _alike in taken.values()]:
            taken[at] = (column, alike)
    columns = {at: taken[at][0] for at in sorted(taken)}
    fit = sum(alike for _column, alike in taken.values()) / max(len(free.heads), 1)
    return entry_for(free, known, columns), fit


def entry_for(free: FreeTable, known: KnownList, columns: Mapping[int, FormColumn]) -> ListEntry:
    """A list in these rows, with these of our columns by column of the sheet."""
    first = str(Place(free.first, min(columns, default=min(free.heads))))
    said = tuple((letters(at), known.source(columns[at])) for at in sorted(columns))
    return ListEntry(free.sheet, first, free.rows, said)


def likeliest(free: FreeTable) -> KnownList:
    """The list whose columns the heads speak for most."""
    return max(known_lists(), key=lambda known: proposed_list(free, known)[1])


def _pairs(free: FreeTable, known: KnownList) -> Iterator[tuple[float, int, FormColumn]]:
    for at, head in free.heads.items():
        for column in known.table.columns:
            alike = _alike(head, column)
            if alike >= ALIKE:
                yield alike, at, column


def _alike(head: str, column: FormColumn) -> float:
    if key_of(head) in NUMBERS or key_of(column.title) in NUMBERS:
        return float(key_of(head) in NUMBERS and key_of(column.title) in NUMBERS)
    own = _weights().weighed(head)
    return max(likeness(own, _weights().weighed(said)) for said in (column.title, column_title(column)))


@cache
def _weights() -> Weights:
    return Weights(column_title(column) for known in known_lists() for column in known.table.columns)


def _free_rows(book: Workbook, sheet: Sheet, first: int, columns: Sequence[int]) -> int:
    """How many rows in a row are free and drawn like the first; where nothing is drawn, as many as are usual."""
    text = book.text_of(sheet)

    def is_free(row: int) -> bool:
        return all(fillable(book, sheet, Place(row, column)) for column in columns)

    def is_drawn(row: int) -> bool:
        return any((row, column) in text.cells and book.look(text.style((row, column))).lines for column in columns)

    most = MOST_ROWS if is_drawn(first) else USUAL_ROWS
    count = 1
    while count < most and is_free(first + count) and is_drawn(first + count) == is_drawn(first):
        count += 1
    return count
