"""Lays the lists of a map on a workbook: the free rows of each, and which column takes what; or what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from exports.form import Form, FormColumn, FormTable
from exports.form_shelf import forms
from exports.official.labels import SheetLabels
from exports.official.layout import COLUMN_NUMBER
from exports.official.map_list import ListEntry
from exports.official.places import LAST_COLUMN, LAST_ROW, Place, column_number, place_from
from exports.official.workbook import Sheet, Workbook

Against = Callable[[Sheet, Place], str | None]


@dataclass(frozen=True, slots=True)
class ListTarget:
    """Where a list goes: the sheet, its free rows, and by column of the sheet the column of our list."""

    entry: ListEntry
    sheet: Sheet
    form: Form
    table: FormTable
    rows: range
    columns: dict[int, FormColumn]

    def head(self, workbook: Workbook, column: int) -> str:
        """What the form itself says over a column; our own words where it says nothing."""
        found = head_over(SheetLabels(workbook, self.sheet), Place(self.rows[0], column))
        return found[1] if found is not None else self.columns[column].title


def head_over(labels: SheetLabels, place: Place) -> tuple[Place, str] | None:
    """The nearest text over a cell, column numbers passed over, with the cell it stands in."""
    for row in range(place.row - 1, 0, -1):
        above = labels.box(Place(row, place.column)).first
        text = labels.texts.get(above, "").strip()
        if text and not COLUMN_NUMBER.match(text):
            return above, text
    return None


def placed_list(
    workbook: Workbook, sheet: Sheet, entry: ListEntry, against: Against
) -> tuple[ListTarget | None, list[str]]:
    """The place of a list, and every reason why it cannot go there; `against` says why a cell cannot be written."""
    reasons: list[str] = []
    first = place_from(entry.first)
    columns = {column_number(letters): value for letters, value in entry.columns}
    if entry.first and first is None:
        reasons.append("“first” không phải tên ô; hãy ghi như A12")
    if first is not None and columns and first.column != min(columns):
        reasons.append("“first” phải là ô của cột đầu tiên trong columns")
    if any(column > LAST_COLUMN for column in columns) or (first is not None and first.row + entry.rows - 1 > LAST_ROW):
        reasons.append("ra ngoài trang tính")
    found = _sources(columns)
    reasons += [each for each in found if isinstance(each, str)]
    sources = [each for each in found if not isinstance(each, str)]
    if len({table.id for _form, table, _column in sources}) > 1:
        reasons.append("các cột phải lấy từ cùng một danh sách")
    if reasons or first is None or not sources or not entry.rows:
        return None, reasons
    form, table = sources[0][:2]
    rows = range(first.row, first.row + entry.rows)
    for column in columns:
        reasons += _first_reason(sheet, rows, column, against)
    taken = {column: source[2] for column, source in zip(columns, sources, strict=True)}
    return (None if reasons else ListTarget(entry, sheet, form, table, rows, taken)), reasons


def _first_reason(sheet: Sheet, rows: range, column: int, against: Against) -> list[str]:
    """Why a column's free cells cannot all be written: the first of them tells enough."""
    said = ((Place(row, column), against(sheet, Place(row, column))) for row in rows)
    return [f"ô {place}: {reason}" for place, reason in said if reason is not None][:1]


def _sources(columns: dict[int, str]) -> list[tuple[Form, FormTable, FormColumn] | str]:
    return [_source(value) for value in columns.values()]


def _source(value: str) -> tuple[Form, FormTable, FormColumn] | str:
    name, _colon, key = (part.strip() for part in value.partition(":"))
    lists = [(form, table) for form in forms().values() for table in form.tables if table.records]
    named = [(form, table) for form, table in lists if table.id.casefold() == name.casefold()]
    named = named or [(form, table) for form, table in lists if form.id.casefold() == name.casefold()]
    if len(named) != 1:
        return f"không có danh sách “{name}”; các danh sách: {', '.join(table.id for _form, table in lists)}"
    form, table = named[0]
    column = next((each for each in table.columns if each.key == key), None)
    if column is None:
        return f"danh sách {table.id} không có cột “{key}”; các cột: {', '.join(each.key for each in table.columns)}"
    return form, table, column


def cells_of(target: ListTarget) -> Iterator[Place]:
    """The free cells that a list may fill."""
    return (Place(row, column) for row in target.rows for column in target.columns)
