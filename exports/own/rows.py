"""The steps of changing a form: its rows put in, moved, taken out; its columns moved, taken out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from exports.form import HEADING, Form, FormColumn, FormRow, FormTable
from exports.own.copying import free_code

T = TypeVar("T")


def with_table(form: Form, at: int, table: FormTable) -> Form:
    """The form with another table in this place."""
    return replace(form, tables=(*form.tables[:at], table, *form.tables[at + 1 :]))


def with_row(table: FormTable, at: int, row: FormRow) -> FormTable:
    """The table with another row in this place."""
    return replace(table, rows=(*table.rows[:at], row, *table.rows[at + 1 :]))


def with_column(table: FormTable, at: int, column: FormColumn) -> FormTable:
    """The table with another column in this place."""
    return replace(table, columns=(*table.columns[:at], column, *table.columns[at + 1 :]))


def put_in(table: FormTable, at: int, row: FormRow) -> FormTable:
    """The table with one more row, before the one in this place."""
    return replace(table, rows=(*table.rows[:at], row, *table.rows[at:]))


def new_row(table: FormTable, at: int, label: str, *, level: int = 1, unit: str = "") -> FormRow:
    """A row without a figure yet, for this place; numbered on from the row above where numbers are written out."""
    printed = _next_number(table, at) if numbers_written(table) and level == 1 else "" if level == HEADING else None
    return FormRow(free_code(table), label, unit, level, printed)


def moved(table: FormTable, at: int, by: int) -> FormTable:
    """The table with a row moved up or down; the same table where that cannot be."""
    return replace(table, rows=_moved(table.rows, at, by))


def column_moved(table: FormTable, at: int, by: int) -> FormTable:
    """The table with a column moved to the left or right; the same table where that cannot be."""
    return replace(table, columns=_moved(table.columns, at, by))


def sums_with(table: FormTable, code: str) -> list[FormRow]:
    """The rows that add up or divide this row."""
    return [row for row in table.rows if code in (*row.sum_of, *(row.percent_of or ()))]


def taken_out(table: FormTable, at: int) -> FormTable:
    """The table without a row; what added it up does so no more."""
    code = table.rows[at].code
    rest = [_without(row, code) for row in (*table.rows[:at], *table.rows[at + 1 :])]
    still_listed = not table.each or any(row.entry for row in rest)
    return with_used_patterns(replace(table, rows=tuple(rest), total=table.total if still_listed else ""))


def columns_with(table: FormTable, key: str) -> list[FormColumn]:
    """The columns that are worked out from this one."""
    return [column for column in table.columns if column.percent and key in column.percent]


def column_taken_out(table: FormTable, at: int) -> FormTable:
    """The table without a column, and without those that are worked out from it."""
    gone = {table.columns[at].key, *(each.key for each in columns_with(table, table.columns[at].key))}
    patterns = {
        name: {key: figure for key, figure in cells.items() if key not in gone}
        for name, cells in table.patterns.items()
    }
    return replace(table, columns=tuple(each for each in table.columns if each.key not in gone), patterns=patterns)


def group_above(table: FormTable, at: int) -> list[FormRow]:
    """The rows above a place that a sum put there adds up: up to the heading of their group, no parts, no sums."""
    found: list[FormRow] = []
    for row in reversed(table.rows[:at]):
        if row.level == HEADING:
            break
        if row.level == 1 and not row.sum_of:
            found.insert(0, row)
    return found


def numbers_written(table: FormTable) -> bool:
    """True if the numbers of the rows are written, not counted."""
    return any(column.content == "code" for column in table.columns)


def with_used_patterns(table: FormTable) -> FormTable:
    """The table without patterns that no row follows."""
    used = {row.pattern for row in table.rows}
    return replace(table, patterns={name: cells for name, cells in table.patterns.items() if name in used})


def _without(row: FormRow, code: str) -> FormRow:
    divides = row.percent_of is not None and code in row.percent_of
    rest = tuple(each for each in row.sum_of if each != code)
    return replace(row, sum_of=rest, percent_of=None if divides else row.percent_of)


def _moved(parts: Sequence[T], at: int, by: int) -> tuple[T, ...]:
    there = at + by
    if not 0 <= there < len(parts):
        return tuple(parts)
    rest = [*parts[:at], *parts[at + 1 :]]
    return (*rest[:there], parts[at], *rest[there:])


def _next_number(table: FormTable, at: int) -> str:
    """ "III.16" after "III.15", "11" after "10"; the first of a group begins with its heading's number."""
    for row in reversed(table.rows[:at]):
        said = row.code if row.printed is None else row.printed
        if row.level == HEADING:
            return f"{said}.1" if said else ""
        stem, digits = said.rstrip("0123456789"), said[len(said.rstrip("0123456789")) :]
        if digits:
            return f"{stem}{int(digits) + 1}"
    return "1"
