"""What can go into a cell of an authority's form, in her words: rows of our forms, figures, texts of the head."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property

from exports.form import Form, FormColumn, FormTable
from exports.form_file import code_lists
from exports.form_shelf import forms
from exports.official.map import Entry
from exports.official.sources import ALSO_CALLED, PLACEHOLDERS, form_cell, reference_of, table_with
from models.indicators.catalogue import INDICATORS
from models.indicators.figure import SPANS, Filter
from models.indicators.filters import filters_of as kinds_of_filters
from models.values import YES_NO, Code
from models.vietnamese import folded
from ui.reports.words import filter_label, filters_of

ROW, FIGURE, TEXT = "row", "figure", "text"
LABELS = ("label", "number", "code", "unit")  # contents of columns that hold words of the form itself
Way = tuple[str, str]  # key and words of a column or a span


@dataclass(frozen=True)
class Choice:
    """A row, a figure or a text; `ways` are the columns or spans in which it can be had."""

    kind: str
    key: str
    title: str
    source: str  # "Biểu A2", "Số liệu", "Phần đầu biểu"
    ways: tuple[Way, ...] = ()
    more: str = ""  # other words under which it is found

    @cached_property
    def sought(self) -> str:
        """Its words without accents."""
        return folded(f"{self.title} {self.source} {self.more}")

    def entry(self, way: str = "", where: tuple[Filter, ...] = ()) -> Entry:
        """What the map says of it, without a cell."""
        if self.kind == TEXT:
            return Entry(text=self.key)
        way = way or self.ways[0][0]
        return (
            Entry(value=f"{self.key}:{way}") if self.kind == ROW else Entry(indicator=self.key, where=where, span=way)
        )


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


@dataclass(frozen=True, slots=True)
class Offer:
    """A choice to take, in one of its ways; "" leaves the way to what was usual so far."""

    choice: Choice
    way: str = ""
    where: tuple[Filter, ...] = ()
    proposed: bool = False


def offers(text: str) -> Sequence[Offer]:
    """The choices that have every word typed, accents or not; words they lack may name a column or a span of theirs."""
    words = folded(text).split()
    found = [offer for each in choices() if (offer := _offer(each, words)) is not None]
    return sorted(found, key=lambda each: (bool(each.way), *_less_fitting(each.choice, words)))


def _less_fitting(choice: Choice, words: Sequence[str]) -> tuple[bool, bool]:
    """Lowest for a title that begins with what was typed; then those that have all of it in their titles."""
    title = folded(choice.title)
    return not title.startswith(" ".join(words)), not all(word in title for word in words)


def _offer(choice: Choice, words: Sequence[str]) -> Offer | None:
    lacking = [word for word in words if word not in choice.sought]
    if not lacking:
        return Offer(choice)
    if len(lacking) == len(words):
        return None
    ways = (key for key, said in choice.ways if all(word in folded(said) for word in lacking))
    way = next(ways, None)
    return Offer(choice, way) if way is not None else None


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


def filters_for(indicator: str) -> Iterator[tuple[str, str, Sequence[tuple[str | int | bool, str]]]]:
    """By what a figure can be narrowed: name, words, and the values to choose from with theirs."""
    for name, kind in kinds_of_filters(indicator).items():
        if isinstance(kind, Code):
            yield name, filter_label(indicator, name), tuple(kind.list.labels.items())
        elif kind is YES_NO:
            yield name, filter_label(indicator, name), ((True, "Có"), (False, "Không"))


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
