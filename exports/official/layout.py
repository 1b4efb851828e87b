"""The table on an authority's sheet: where its heads end, which column names its rows, what stands over them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from exports.official.labels import SheetLabels, key_of
from exports.official.places import Place
from exports.official.reading import stored_value
from exports.official.workbook import Sheet, Workbook
from models.vietnamese import folded

NAMES_OF_ROWS = re.compile(r"\b(noi dung|chi tieu|chi tiet|linh vuc|hinh thuc|tieu chi|dien giai|ten|danh muc|muc)\b")
NUMBERS = {"tt", "stt", "so tt", "so thu tu", "ma so", "ma"}
UNITS = {"don vi tinh", "dvt", "don vi", "dv tinh"}
NOTES = re.compile(r"\b(ghi chu|ghi chep|nhan xet|ly do|hinh thuc chu yeu)\b")
PART = re.compile(r"^\s*(?:[-–—+*•]|trong đó|trong do|tr\.?\s*đó)", re.IGNORECASE)
BLANK_TEXTS = re.compile(r"^[\s.…\-–—_]*$")
COLUMN_NUMBER = re.compile(r"^\(?(?:[0-9]{1,2}[a-z]?|[A-Ea-e])\)?(?:\s*=.*)?$")


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row with a label: its own, that of the row it is a part of, and its unit."""

    number: int
    label: str
    above: str
    unit: str


@dataclass(frozen=True, slots=True)
class TableLayout:
    """The table of a sheet."""

    head_rows: tuple[int, int]  # first and last
    label_column: int
    columns: dict[int, tuple[str, ...]]  # by column, its heads from top to bottom
    rows: tuple[TableRow, ...]


def layout_of(workbook: Workbook, sheet: Sheet) -> TableLayout | None:
    """The table of a sheet; None if no row of heads is found."""
    labels = SheetLabels(workbook, sheet)
    head = _head(labels)
    if head is None:
        return None
    top, bottom = head.row, max(labels.box(head).bottom, _deepest(labels, head.row))
    heads = {column: _heads(labels, column, (top, bottom)) for column in _columns(labels, (top, bottom))}
    units = next((column for column, said in heads.items() if said and key_of(said[-1]) in UNITS), None)
    rows = _without_headings(tuple(_rows(labels, head.column, units, bottom)))
    skipped = {head.column, units}
    kept = {
        column: said
        for column, said in heads.items()
        if column not in skipped and said and not _is_aside(said) and column > head.column
    }
    return TableLayout((top, bottom), head.column, kept, rows)


def fillable(workbook: Workbook, sheet: Sheet, place: Place) -> bool:
    """True for a cell that waits for a figure: no formula, no words, and first of its merge."""
    text = workbook.text_of(sheet)
    merge = text.merge_over(place)
    if place in text.formulas or (merge is not None and merge.first != place):
        return False
    value = stored_value(workbook, text, place)
    return not isinstance(value, str) or bool(BLANK_TEXTS.match(value))


def _without_headings(rows: tuple[TableRow, ...]) -> tuple[TableRow, ...]:
    """Where nearly every row has its unit, one that has none and is no part is a heading."""
    with_unit = sum(bool(row.unit) for row in rows)
    return tuple(row for row in rows if row.unit or row.above) if 5 * with_unit >= 3 * len(rows) else rows


def _head(labels: SheetLabels) -> Place | None:
    """The head of the column that names the rows: the first such words with two more texts in their row."""
    for place, text in labels.texts.items():
        if len(text) > 60 or not NAMES_OF_ROWS.search(folded(text)):
            continue
        beside = [each for each in labels.texts if each.row == place.row and each != place]
        if len(beside) >= 2 or any(key_of(labels.texts[each]) in NUMBERS for each in beside):
            return place
    return None


def _deepest(labels: SheetLabels, row: int) -> int:
    """How far down the heads of this row and those under them reach."""
    in_row = [each for each in labels.texts if each.row == row]
    return max((labels.box(each).bottom for each in in_row), default=row)


def _columns(labels: SheetLabels, rows: tuple[int, int]) -> list[int]:
    found: set[int] = set()
    for place in labels.texts:
        if rows[0] <= place.row <= rows[1]:
            box = labels.box(place)
            found.update(range(box.left, min(box.right, box.left + 60) + 1))
    return sorted(found)


def _heads(labels: SheetLabels, column: int, rows: tuple[int, int]) -> tuple[str, ...]:
    said = []
    for place, text in labels.texts.items():
        box = labels.box(place)
        if rows[0] <= place.row <= rows[1] and box.left <= column <= box.right:
            said.append(text)
    return tuple(said)


def _is_aside(said: tuple[str, ...]) -> bool:
    last = folded(said[-1])
    return key_of(said[-1]) in NUMBERS | UNITS or bool(NOTES.search(last))


def _rows(labels: SheetLabels, column: int, units: int | None, bottom: int) -> Iterator[TableRow]:
    above = ""
    for place, text in labels.texts.items():
        if place.column != column or place.row <= bottom or COLUMN_NUMBER.match(text.strip()):
            continue
        unit = labels.texts.get(Place(place.row, units), "") if units else ""
        part = bool(PART.match(text))
        yield TableRow(place.row, text, above if part else "", unit)
        if not part:
            above = text
