"""What a row of a form counts: a key of the table's list, a figure with filters, other rows, her own number."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import count

from exports.form import FormFigure, FormRow, FormTable
from exports.own.rows import with_row, with_used_patterns
from models.indicators.figure import Filter, Reference
from models.indicators.filters import faults_of_reference
from models.indicators.indicator import ANY

Cells = Mapping[str, FormFigure]


class Kind(enum.Enum):
    """Where the numbers of a row come from."""

    NONE = "none"
    ENTRY = "entry"
    FIGURE = "figure"
    SUM = "sum"
    OWN_NUMBER = "own number"


@dataclass(frozen=True, slots=True)
class Source:
    """What a row counts; `figure` stands first in it, and others may follow in the other columns."""

    kind: Kind
    figure: FormFigure | None = None


def source_of(table: FormTable, row: FormRow) -> Source:
    """What a row counts now."""
    if row.entry:
        return Source(Kind.ENTRY)
    if row.indicator:
        return Source(Kind.FIGURE, FormFigure(row.indicator, row.where))
    if row.pattern:
        first = _first(table, table.patterns[row.pattern])
        return Source(Kind.FIGURE, replace(first, where=first.where + row.where)) if first else Source(Kind.NONE)
    if row.entered is not None:
        return Source(Kind.OWN_NUMBER)
    return Source(Kind.SUM if row.sum_of else Kind.NONE)


def counts_in_columns(table: FormTable) -> list[str]:
    """The columns that hold figures of their own, by key; none where columns are spans of a row's figure."""
    named = {key for cells in table.patterns.values() for key in cells}
    return [each.key for each in table.columns if not each.content and (each.figure is not None or each.key in named)]


def fits_all_columns(table: FormTable, indicator: str) -> bool:
    """True if a row that counts this knows what belongs into each column, so that none has to be chosen."""
    return not counts_in_columns(table) or any(_begins_with(cells, indicator) for cells in _ready(table))


def counting_entry(table: FormTable, at: int, key: str) -> FormTable:
    """The table with a row that counts a key of the table's list."""
    return _with(table, at, replace(_bare(table.rows[at]), entry=key))


def counting_number(table: FormTable, at: int, number: int | float | None) -> FormTable:
    """The table with a row that holds her own number, or none."""
    return _with(table, at, replace(_bare(table.rows[at]), entered=number))


def counting_rows(table: FormTable, at: int, codes: tuple[str, ...]) -> FormTable:
    """The table with a row that adds up these rows."""
    return _with(table, at, replace(_bare(table.rows[at]), sum_of=codes))


def counting_figure(table: FormTable, at: int, figure: FormFigure, column: str = "") -> FormTable:
    """The table with a row that counts a figure: in each column what belongs there, or in one `column` alone.

    A column whose figure does not know one of the filters stays empty.
    """
    row = _bare(table.rows[at])
    if not counts_in_columns(table):
        return _with(table, at, replace(row, indicator=figure.indicator, where=figure.where))
    cells = _cells_for(table, figure, column)
    name = next((known for known, each in table.patterns.items() if dict(each) == dict(cells)), "")
    if not name:
        name = next(each for number in count(1) if (each := f"mau-{number}") not in table.patterns)
        table = replace(table, patterns={**table.patterns, name: cells})
    return _with(table, at, replace(row, pattern=name, where=figure.where))


def left_empty(table: FormTable, row: FormRow) -> list[str]:
    """Titles of the columns of figures in which the row has none."""
    if not row.pattern:
        return []
    cells = table.patterns[row.pattern]
    return [each.title for each in table.columns if each.key in counts_in_columns(table) and each.key not in cells]


def _cells_for(table: FormTable, figure: FormFigure, column: str) -> Cells:
    found = next((each for each in _ready(table) if _begins_with(each, figure.indicator)), None)
    if column:
        found = {column: FormFigure(figure.indicator)}
    elif found is None:
        found = _over_spans(table, figure.indicator)
    return {key: each for key, each in found.items() if _knows(each, figure.where)}


def _ready(table: FormTable) -> Iterator[Cells]:
    """What rows of this table put into its columns: by their patterns, or what the columns themselves name."""
    own = {
        each.key: _over_the_list(each.figure, each.by)
        for each in table.columns
        if each.figure is not None and not each.content
    }
    for key in own:
        # Any of the columns may be the one that she looks for: it comes first, the others follow.
        yield {key: own[key], **own}
    yield from table.patterns.values()


def _over_the_list(figure: FormFigure, by: str) -> FormFigure:
    """What a column counts whatever the key of the table's list, as its total does: only what is woven in, say."""
    return replace(figure, where=(*figure.where, (by, ANY))) if by else figure


def _over_spans(table: FormTable, indicator: str) -> Cells:
    """A figure in the first column, and in those that repeat the first one over another span."""
    keys = counts_in_columns(table)
    made = {keys[0]: FormFigure(indicator)}
    for key in keys[1:]:
        spans = {_span_beside(table, cells, key) for cells in table.patterns.values()}
        if len(spans) == 1 and (span := spans.pop()):
            made[key] = FormFigure(indicator, span=span)
    return made


def _span_beside(table: FormTable, cells: Cells, key: str) -> str:
    """The span of a cell that says the same as the first of its row; "" for any other."""
    first, cell = _first(table, cells), cells.get(key)
    same = first is not None and cell is not None and (first.indicator, first.where) == (cell.indicator, cell.where)
    return cell.span if same and cell is not None else ""


def _begins_with(cells: Cells, indicator: str) -> bool:
    return bool(cells) and next(iter(cells.values())).indicator == indicator


def _first(table: FormTable, cells: Cells) -> FormFigure | None:
    return next((cells[each.key] for each in table.columns if each.key in cells), None)


def _knows(figure: FormFigure, where: tuple[Filter, ...]) -> bool:
    return not any(faults_of_reference(Reference(figure.indicator, where)))


def _bare(row: FormRow) -> FormRow:
    """The row without what it counts."""
    return replace(row, entry="", indicator="", where=(), entered=None, pattern="", sum_of=(), percent_of=None)


def _with(table: FormTable, at: int, row: FormRow) -> FormTable:
    return with_used_patterns(with_row(table, at, row))
