"""What can go into a cell of an authority's form, in her words: rows of our forms, figures, texts of the head."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from exports.code_lists import code_lists
from exports.form import Form, FormColumn, FormTable
from exports.form_shelf import forms
from exports.official.map import Entry
from exports.official.sources import ALSO_CALLED, PLACEHOLDERS, form_cell, reference_of, table_with
from models.indicators.catalogue import INDICATORS
from models.indicators.figure import SPANS
from ui.figures.choice import FIGURE, ROW, TEXT, Choice, Pick
from ui.reports.words import filters_of

LABELS = ("label", "number", "code", "unit")  # contents of columns that hold words of the form itself


@dataclass(frozen=True, slots=True)
class Chosen:
    """An entry in words; `choice` is None for what is not on the list."""

    choice: Choice | None
    way: str
    heading: str
    details: str


@cache
def choices() -> tuple[Choice, ...]:
    """Everything that can be chosen: rows of forms, then figures, then texts."""
    tables = [(form, table) for form in forms().values() for table in form.tables]
    rows = [choice for form, table in tables for choice in _rows(form, table)]
    spans = tuple(SPANS.items())
    figures = [Choice(FIGURE, each.key, each.label, "Số liệu riêng", spans, each.unit) for each in INDICATORS.values()]
    texts = [
        Choice(TEXT, f"{{{name}}}", words[:1].upper() + words[1:], "Phần đầu biểu")
        for name, words in PLACEHOLDERS.items()
    ]
    return (*rows, *figures, *texts)


def entry_of(pick: Pick) -> Entry:
    """What the map says of a choice taken, without a cell."""
    choice = pick.choice
    if choice.kind == TEXT:
        return Entry(text=choice.key)
    way = pick.way or choice.ways[0][0]
    if choice.kind == ROW:
        return Entry(value=f"{choice.key}:{way}")
    return Entry(indicator=choice.key, where=pick.where, span=way)


def chosen_by(entry: Entry) -> Chosen:
    """An entry of a map in words."""
    if entry.text is not None:
        return _text_in_words(entry.text)
    if entry.value:
        return _row_in_words(entry.value)
    key = ALSO_CALLED.get(entry.indicator, entry.indicator)
    choice = _by_key().get((FIGURE, key))
    if choice is None:
        return Chosen(None, "", entry.indicator, "Số liệu này không có trong chương trình")
    filters = "\n".join(filters_of(replace(reference_of(entry), indicator=key, where=entry.where)))
    return Chosen(choice, entry.span, choice.title, "\n".join(filter(None, (_way(choice, entry.span), filters))))


def _rows(form: Form, table: FormTable) -> Iterator[Choice]:
    ways = tuple((column.key, _title(column)) for column in table.columns if column.content not in LABELS)
    source = f"Biểu {form.id}" + (f" – {table.title}" if table.title else "")
    numbered, above = any(column.content == "code" for column in table.columns), ""
    for row in table.rows:
        if row.level == 1:
            above = row.label
        if row.indicator or row.pattern or row.sum_of or row.percent_of:
            label = f"{above} – {row.label.removeprefix('- ')}" if row.level > 1 else row.label
            title = f"{row.code} {label}" if numbered else label
            yield Choice(ROW, f"{table.id}:{row.code}", title, source, ways, form.title)
    for key, label in code_lists()[table.each].labels.items() if table.each else ():
        yield Choice(ROW, f"{table.id}:{key}", label, source, ways, form.title)
    if table.total:
        yield Choice(ROW, f"{table.id}:total", table.total, source, ways, form.title)


def _title(column: FormColumn) -> str:
    if column.span:
        return SPANS[column.span]
    return f"{column.group}: {column.title}" if column.group else column.title


def _row_in_words(value: str) -> Chosen:
    cell = form_cell(value)
    found = table_with(cell) if cell is not None else ""
    if cell is None or isinstance(found, str):
        return Chosen(None, "", value, "Dòng này không có trong các biểu")
    choice = _by_key().get((ROW, f"{found[1].id}:{cell.row}"))
    if choice is None:
        return Chosen(None, cell.column, cell.row, f"Biểu {found[0].id}")
    return Chosen(choice, cell.column, choice.title, f"{choice.source} · {_way(choice, cell.column)}")


def _text_in_words(text: str) -> Chosen:
    choice = _by_key().get((TEXT, text.strip()))
    if choice is not None:
        return Chosen(choice, "", choice.title, choice.source)
    words = text
    for name, said in PLACEHOLDERS.items():
        words = words.replace(f"{{{name}}}", f"[{said}]")
    inside = next((each for key, each in _by_key().items() if key[0] == TEXT and key[1] in text), None)
    return Chosen(inside, "", words, "Chữ của phần đầu biểu")


def _way(choice: Choice, key: str) -> str:
    return dict(choice.ways).get(key, "")


@cache
def _by_key() -> dict[tuple[str, str], Choice]:
    return {(each.kind, each.key): each for each in choices()}
