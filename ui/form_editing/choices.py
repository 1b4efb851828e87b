"""What a row of a form may count, in her words: keys of the table's list, rows of other forms, every figure."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from exports.code_lists import code_lists
from exports.form import PART, Form, FormFigure, FormTable
from exports.form_shelf import forms
from exports.own.sources import counting_entry, counting_figure, counts_in_columns, fits_all_columns
from models.indicators.catalogue import INDICATORS
from ui.figures.choice import FIGURE, Choice, Pick, Way

ENTRY = "entry"
PLAN = "target"  # has its own column and belongs to no row


def choices_for(table: FormTable) -> list[Choice]:
    """What can be chosen for a row of this table, what lies nearest first."""
    columns = counts_in_columns(table)
    titles = {each.key: f"{each.group}: {each.title}" if each.group else each.title for each in table.columns}
    into = tuple((key, f"Ghi vào cột “{titles[key]}”") for key in columns)
    fitting = {key: fits_all_columns(table, key) for key in INDICATORS}
    known = (*_figures(), *_rows_of_forms())
    near = [each for each in known if fitting[each.key]]
    far = [_with_ways(each, into) for each in known if not fitting[each.key]]
    return [*_entries(table), *near, *far]


def counting(table: FormTable, at: int, pick: Pick) -> FormTable:
    """The table with a row that counts what was picked."""
    if pick.choice.kind == ENTRY:
        return counting_entry(table, at, pick.choice.key)
    return counting_figure(table, at, FormFigure(pick.choice.key, pick.where), pick.way)


def unit_of(pick: Pick) -> str:
    """The unit in which what was picked is counted; "" where it has none."""
    return INDICATORS[pick.choice.key].unit if pick.choice.kind == FIGURE else ""


def _entries(table: FormTable) -> Iterator[Choice]:
    """The keys of the table's list that no row counts."""
    used = {row.entry for row in table.rows}
    for key, label in code_lists()[table.each].labels.items() if table.each else ():
        if str(key) not in used:
            yield Choice(ENTRY, str(key), label, "Danh mục của biểu này")


@cache
def _rows_of_forms() -> tuple[Choice, ...]:
    """Rows of built-in forms that count something: their filters come along."""
    return tuple(choice for form in forms().values() if not form.plots for choice in _rows_of(form))


def _rows_of(form: Form) -> Iterator[Choice]:
    for table in form.tables:
        above = ""
        for row in table.rows:
            above = above if row.level == PART else row.label
            label = row.label.removeprefix("- ").removeprefix("+ ")
            title = f"{above} – {label}" if row.level == PART else label
            if row.indicator and (row.where or title != INDICATORS[row.indicator].label):
                yield Choice(FIGURE, row.indicator, title, f"Như dòng {row.code} biểu {form.id}", (), "", row.where)


@cache
def _figures() -> tuple[Choice, ...]:
    return tuple(
        Choice(FIGURE, each.key, each.label, "Số liệu của sổ", (), each.unit)
        for each in INDICATORS.values()
        if each.key != PLAN
    )


def _with_ways(choice: Choice, ways: tuple[Way, ...]) -> Choice:
    return Choice(choice.kind, choice.key, choice.title, choice.source, ways, choice.more, choice.where)
