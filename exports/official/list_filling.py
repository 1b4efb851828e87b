"""The lists of a map in a period: what goes into a form's free lines, and what goes on to a sheet behind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from exports.build import build
from exports.document import ReportDocument, Row, Shape, Table
from exports.official.appendix import HEIGHT, Appendix, free_name
from exports.official.edit import Value
from exports.official.labels import SheetLabels
from exports.official.list_placing import ListTarget, head_over
from exports.official.map import Entry
from exports.official.places import Place, Spot, letters
from exports.official.placing import Target
from exports.official.values import Live, cell_value
from exports.official.workbook import Workbook
from exports.render.xlsx_text import clean, height_of, lines_of
from models.indicators.figure import Number
from models.ledger.store import Store
from models.periods import Period

WIDTH, WIDTH_OF_DAY = 9.0, 11.5  # of a column of which the form says nothing; of one with days at least
MM_OF_LETTER = 1.75  # what a column's width is counted in, less what letters broader than Times would take
TITLE, BACK, HEADS = 1, 2, 4  # rows of the new sheet


@dataclass(frozen=True, slots=True)
class FurtherCell:
    """A cell of a new sheet with its value; `head` stands over it."""

    sheet: str
    place: Place
    head: str
    live: Live


@dataclass(frozen=True, slots=True)
class Listed:
    """The cells of the form with their values, and the new sheets with theirs."""

    targets: list[Target] = field(default_factory=list)
    lives: list[Live] = field(default_factory=list)
    appendices: list[Appendix] = field(default_factory=list)
    further: list[FurtherCell] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Split:
    """A list over its free rows: what they take, what goes on, and what that adds up to, so that totals stay right."""

    kept: Sequence[Row]
    left: Sequence[Row]
    sums: dict[int, Number]  # by column of the sheet
    name: str  # of the sheet on which it goes on


def lists_filled(store: Store, book: Workbook, lists: Sequence[ListTarget], period: Period, day: date) -> Listed:
    """These lists in a period; a list longer than its free rows keeps the last one for saying where it goes on."""
    documents: dict[str, ReportDocument] = {}
    found = Listed()
    for target in lists:
        if target.form.id not in documents:
            documents[target.form.id] = build(store, target.form, period, signed_on=day)
        table = next(each for each in documents[target.form.id].tables if each.id == target.table.id)
        names = [*(sheet.name for sheet in book.sheets), *(each.name for each in found.appendices)]
        split = _split(target, table, free_name(f"Phụ lục {target.sheet.name}", names))
        for cell, live in _cells(book, target, split):
            found.targets.append(cell)
            found.lives.append(live)
        if split.left:
            found.appendices.append(_appendix(book, target, split))
            found.further.extend(_further(book, target, split))
    return found


def _split(target: ListTarget, table: Table, name: str) -> _Split:
    rows = [row for row in table.rows if not row.total]
    if len(rows) <= len(target.rows):
        return _Split(rows, (), {}, name)
    taken = len(target.rows) - 1
    added = {at for row in table.rows if row.total for at, cell in enumerate(row.cells) if cell.formula is not None}
    sums: dict[int, Number] = {}
    for column, source in target.columns.items():
        at = target.table.columns.index(source)
        if at in added:
            values = (row.cells[at].value for row in rows[taken:])
            sums[column] = sum(each for each in values if isinstance(each, int | float))
    return _Split(rows[:taken], rows[taken:], sums, name)


def _cells(book: Workbook, target: ListTarget, split: _Split) -> Iterator[tuple[Target, Live]]:
    for at, number in enumerate(target.rows):
        lives = _lives(target, split.kept[at] if at < len(split.kept) else None)
        if split.left and at == len(split.kept):
            said = "Cộng {} dòng tiếp theo, xem trang “{}”" if split.sums else "Xem tiếp {} dòng ở trang “{}”"
            lives = _carried_forward(target, split, said.format(len(split.left), split.name))
        for column, live in zip(target.columns, lives, strict=True):
            yield _target(book, target, Place(number, column)), live


def _carried_forward(target: ListTarget, split: _Split, said: str) -> list[Live]:
    """A row that stands for the rows elsewhere: a sentence and their sums."""
    words = _column_for_words(target)
    return [Live(said if column == words else split.sums.get(column)) for column in target.columns]


def _lives(target: ListTarget, row: Row | None) -> list[Live]:
    if row is None:
        return [Live(None)] * len(target.columns)
    places = [target.table.columns.index(column) for column in target.columns.values()]
    told = frozenset({row.record}) if row.record is not None else frozenset()
    return [Live(row.cells[place].value, figure=row.cells[place].figure, records=told) for place in places]


def _target(book: Workbook, target: ListTarget, place: Place) -> Target:
    look = book.look(book.text_of(target.sheet).style(place))
    return Target(Entry(target.sheet.name, str(place)), target.sheet, place, look)


def _column_for_words(target: ListTarget) -> int:
    """The column in which a sentence has most room."""
    texts = {column: each for column, each in target.columns.items() if each.shape is Shape.TEXT} or target.columns
    return max(texts, key=lambda column: texts[column].width)


def _appendix(book: Workbook, target: ListTarget, split: _Split) -> Appendix:
    text, labels = book.text_of(target.sheet), SheetLabels(book, target.sheet)
    first = min(target.columns)
    sheet, stops = target.sheet.name, f"{letters(_column_for_words(target))}{target.rows[-1]}"
    cells: dict[Spot, Value] = {
        (TITLE, first): f"Phụ lục của trang “{sheet}” (phần tiếp theo của danh sách)",
        (BACK, first): f"Tiếp theo ô {stops} của trang “{sheet}”: còn {len(split.left)} dòng",
    }
    styles: dict[Spot, int] = dict.fromkeys(cells, _plain_style(book, labels))
    patterns = {column: _target(book, target, Place(target.rows[0], column)) for column in target.columns}
    for column in target.columns:
        head = head_over(labels, Place(target.rows[0], column))
        cells[HEADS, column] = clean(target.head(book, column))
        styles[HEADS, column] = text.style(head[0] if head is not None else patterns[column].place)
    lines = [_lives(target, row) for row in split.left]
    lines += [_carried_forward(target, split, f"Cộng, đã đưa về trang “{sheet}”")] if split.sums else []
    for number, lives in enumerate(lines, HEADS + 1):
        for (column, pattern), live in zip(patterns.items(), lives, strict=True):
            value = cell_value(live, pattern, book.counts_from_1904)
            cells[number, column] = (clean(value) or None) if isinstance(value, str) else value
            styles[number, column] = text.style(pattern.place)
    widths = {column: _width(book, target, column) for column in range(1, max(target.columns) + 1)}
    return Appendix(split.name, cells, styles, widths, _heights(book, cells, styles, widths), HEADS)


def _further(book: Workbook, target: ListTarget, split: _Split) -> Iterator[FurtherCell]:
    """The cells of the rows that went on to the new sheet, as `_appendix` lays them."""
    heads = {column: target.head(book, column) for column in target.columns}
    for number, row in enumerate(split.left, HEADS + 1):
        for column, live in zip(target.columns, _lives(target, row), strict=True):
            yield FurtherCell(split.name, Place(number, column), heads[column], live)


def _heights(
    book: Workbook, cells: Mapping[Spot, Value], styles: Mapping[Spot, int], widths: Mapping[int, float]
) -> dict[int, float]:
    """Rows as high as their wrapped texts need: not every spreadsheet program finds that out on opening."""
    heights: dict[int, float] = {}
    for (row, column), value in cells.items():
        look = book.look(styles[row, column])
        lines = lines_of(value, widths[column] * MM_OF_LETTER, look.size, look.bold) if isinstance(value, str) else 1
        height = height_of(lines if look.wraps else 1, look.size)
        heights[row] = max(heights.get(row, HEIGHT), height)
    return heights


def _plain_style(book: Workbook, labels: SheetLabels) -> int:
    """The number of the look in which the form itself writes a line of text."""
    for place in labels.texts:
        style = labels.text.style(place)
        look = book.look(style)
        if not look.lines and not look.wraps and look.across in ("general", "left"):
            return style
    return 0


def _width(book: Workbook, target: ListTarget, column: int) -> float:
    spans = book.text_of(target.sheet).columns
    said = next((each.width or WIDTH for each in spans if each.first <= column <= each.last), WIDTH)
    source = target.columns.get(column)
    return max(said, WIDTH_OF_DAY) if source is not None and source.shape is Shape.DATE else said
