"""The lists of a map in a period: what goes into a form's free lines, and what goes on to a sheet behind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from exports.build import build
from exports.document import ReportDocument, Row, Shape
from exports.official.appendix import Appendix, free_name
from exports.official.edit import Value
from exports.official.labels import SheetLabels
from exports.official.list_placing import ListTarget, head_over
from exports.official.map import Entry
from exports.official.places import Place, letters
from exports.official.placing import Target
from exports.official.sheet import Spot
from exports.official.values import Live, cell_value
from exports.official.workbook import Workbook
from exports.render.xlsx_text import clean
from models.ledger.store import Store
from models.periods import Period

WIDTH = 9.0  # of a column of which the form says nothing
TITLE, BACK, HEADS = 1, 2, 4  # rows of the new sheet


@dataclass(frozen=True, slots=True)
class Listed:
    """The cells of the form with their values, and the new sheets."""

    targets: list[Target] = field(default_factory=list)
    lives: list[Live] = field(default_factory=list)
    appendices: list[Appendix] = field(default_factory=list)


def lists_filled(store: Store, book: Workbook, lists: Sequence[ListTarget], period: Period, day: date) -> Listed:
    """These lists in a period; a list longer than its free rows keeps the last one for saying where it goes on."""
    documents: dict[str, ReportDocument] = {}
    found = Listed()
    for target in lists:
        if target.form.id not in documents:
            documents[target.form.id] = build(store, target.form, period, signed_on=day)
        table = next(each for each in documents[target.form.id].tables if each.id == target.table.id)
        rows = [row for row in table.rows if not row.total]
        taken = len(rows) if len(rows) <= len(target.rows) else len(target.rows) - 1
        names = [*(sheet.name for sheet in book.sheets), *(each.name for each in found.appendices)]
        name = free_name(f"Phụ lục {target.sheet.name}", names)
        further = f"Xem tiếp {len(rows) - taken} dòng ở trang “{name}”" if taken < len(rows) else ""
        for cell, live in _cells(book, target, rows[:taken], further):
            found.targets.append(cell)
            found.lives.append(live)
        if further:
            found.appendices.append(_appendix(book, target, rows[taken:], name))
    return found


def _cells(book: Workbook, target: ListTarget, rows: Sequence[Row], further: str) -> Iterator[tuple[Target, Live]]:
    said = _column_for_words(target)
    for at, number in enumerate(target.rows):
        for column, live in zip(target.columns, _lives(target, rows[at] if at < len(rows) else None), strict=True):
            says = further and at == len(target.rows) - 1 and column == said
            yield _target(book, target, Place(number, column)), Live(further) if says else live


def _lives(target: ListTarget, row: Row | None) -> list[Live]:
    if row is None:
        return [Live(None)] * len(target.columns)
    places = [target.table.columns.index(column) for column in target.columns.values()]
    return [Live(row.cells[place].value, figure=row.cells[place].figure) for place in places]


def _target(book: Workbook, target: ListTarget, place: Place) -> Target:
    look = book.look(book.text_of(target.sheet).style(place))
    return Target(Entry(target.sheet.name, str(place)), target.sheet, place, look)


def _column_for_words(target: ListTarget) -> int:
    """The column in which a sentence has most room."""
    texts = {column: each for column, each in target.columns.items() if each.shape is Shape.TEXT} or target.columns
    return max(texts, key=lambda column: texts[column].width)


def _appendix(book: Workbook, target: ListTarget, rows: Sequence[Row], name: str) -> Appendix:
    text, labels = book.text_of(target.sheet), SheetLabels(book, target.sheet)
    first = min(target.columns)
    sheet, words = target.sheet.name, _column_for_words(target)
    stops = f"{letters(words)}{target.rows[-1]}"
    cells: dict[Spot, Value] = {
        (TITLE, first): f"Phụ lục của trang “{sheet}” (phần tiếp theo của danh sách)",
        (BACK, first): f"Tiếp theo ô {stops} của trang “{sheet}”: còn {len(rows)} dòng",
    }
    styles: dict[Spot, int] = {}
    patterns = {column: _target(book, target, Place(target.rows[0], column)) for column in target.columns}
    for column in target.columns:
        head = head_over(labels, Place(target.rows[0], column))
        cells[HEADS, column] = clean(target.head(book, column))
        styles[HEADS, column] = text.style(head[0] if head is not None else patterns[column].place)
    for number, row in enumerate(rows, HEADS + 1):
        for (column, pattern), live in zip(patterns.items(), _lives(target, row), strict=True):
            value = cell_value(live, pattern, book.counts_from_1904)
            cells[number, column] = (clean(value) or None) if isinstance(value, str) else value
            styles[number, column] = text.style(pattern.place)
    widths = {column: _width(book, target, column) for column in range(1, max(target.columns) + 1)}
    return Appendix(name, cells, styles, widths, HEADS)


def _width(book: Workbook, target: ListTarget, column: int) -> float:
    spans = book.text_of(target.sheet).columns
    return next((each.width or WIDTH for each in spans if each.first <= column <= each.last), WIDTH)
