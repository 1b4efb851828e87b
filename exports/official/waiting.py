"""Which cells of a sheet wait for something: those its labels suggest something for, the empty ones of its table."""

from __future__ import annotations

from collections.abc import Iterable

from exports.official.layout import fillable, layout_of
from exports.official.places import Place
from exports.official.propose import Proposal
from exports.official.workbook import Sheet, Workbook


def waiting_cells(book: Workbook, sheet: Sheet, proposed: Iterable[Proposal]) -> list[Place]:
    """They in reading order; `proposed` is what `proposals` suggests for the sheet."""
    layout = layout_of(book, sheet)
    rows = layout.rows if layout is not None else ()
    cells = (Place(row.number, column) for row in rows for column in (layout.columns if layout is not None else ()))
    return sorted({*(each.place for each in proposed), *(place for place in cells if fillable(book, sheet, place))})
