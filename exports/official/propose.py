"""What a sheet's labels suggest for each of its empty cells, each suggestion with how sure it is; a person decides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from exports.code_lists import code_lists
from exports.form import FormRow, FormTable
from exports.form_shelf import forms
from exports.official.labels import SheetLabels, key_of
from exports.official.layout import BLANK_TEXTS, TableLayout, TableRow, fillable, layout_of
from exports.official.map import Entry
from exports.official.places import Place
from exports.official.wording import Weights, likeness, synonyms, type_of_words
from exports.official.workbook import Sheet, Workbook
from models.vietnamese import folded

CHOSEN_FROM = 0.75  # above this a suggestion is ticked beforehand
SHOWN_FROM = 0.35  # below it none is made
NEAR = 0.12  # a second one this near makes the first unsure
MONEY, SHARE = "dong", "%"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A suggestion for a cell; `likely` from 0 to 1."""

    entry: Entry
    place: Place
    likely: float

    @property
    def chosen(self) -> bool:
        """True if it is sure enough to be ticked beforehand."""
        return self.likely >= CHOSEN_FROM


@dataclass(frozen=True, slots=True)
class _Known:
    """A row or column of a built-in form, by all the words for it."""

    table: str
    code: str
    unit: str
    is_heading: bool
    ways: tuple[type_of_words, ...]


class _Vocabulary:
    """The words of every built-in form."""

    def __init__(self) -> None:
        tables = [(form, table) for form in forms().values() for table in form.tables if not table.listed]
        rows = [(table, row, _ways_of_row(table, row)) for _form, table in tables for row in _rows_of(table)]
        columns = [
            (table, column.key, _ways_of_column(table, column.key))
            for _form, table in tables
            for column in table.columns
        ]
        self.weights = Weights(way for _table, _row, ways in rows for way in ways)
        self.heads = Weights(way for _table, _key, ways in columns for way in ways)
        self.rows = [
            _Known(table.id, row.code, row.unit, _is_heading(row, table), tuple(map(self.weights.weighed, ways)))
            for table, row, ways in rows
        ]
        self.columns = [_Known(t.id, key, "", False, tuple(map(self.heads.weighed, ways))) for t, key, ways in columns]


def proposals(workbook: Workbook, sheet: Sheet) -> list[Proposal]:
    """Suggestions for a sheet: head fields first, then the cells of its table that wait for a figure."""
    figures = meanings(workbook, sheet)
    return [*_fields(workbook, sheet), *(each for each in figures if fillable(workbook, sheet, each.place))]


def meanings(workbook: Workbook, sheet: Sheet) -> list[Proposal]:
    """What each cell of a sheet's table seems to mean, those with formulas too."""
    layout = layout_of(workbook, sheet)
    return list(_figures(sheet, layout)) if layout is not None else []


def _figures(sheet: Sheet, layout: TableLayout) -> Iterator[Proposal]:
    words = _vocabulary()
    rows = [(row, _row_scores(words, row)) for row in layout.rows]
    heads = {column: _head_scores(words, said) for column, said in layout.columns.items()}
    fit = _fit([scores for _row, scores in rows], list(heads.values()))
    for row, scores in rows:
        for column, columns in heads.items():
            place = Place(row.number, column)
            best = _best(scores, columns, fit)
            if best is not None:
                entry = Entry(sheet.name, str(place), value=f"{best[0]}:{best[1]}:{best[2]}")
                yield Proposal(entry, place, best[3])


def _best(
    rows: Sequence[tuple[_Known, float]], columns: Sequence[tuple[_Known, float]], fit: dict[str, float]
) -> tuple[str, str, str, float] | None:
    """The form's cell that suits best; less sure where another is near, none where a heading suits better."""
    ways = []
    for row, by_row in rows:
        for column, by_column in columns:
            if row.table == column.table:
                likely = (by_row * by_column) ** 0.5 * (0.6 + 0.4 * fit.get(row.table, 0))
                ways.append((likely, row, column))
    ways.sort(key=lambda each: -each[0])
    if not ways or ways[0][1].is_heading or ways[0][0] < SHOWN_FROM:
        return None
    likely, row, column = ways[0]
    second = next((each[0] for each in ways if (each[1].code, each[2].code) != (row.code, column.code)), 0.0)
    sure = likely * min(1.0, 0.7 + 0.3 * (likely - second) / NEAR)
    return row.table, row.code, column.code, round(sure, 3)


def _row_scores(words: _Vocabulary, row: TableRow) -> list[tuple[_Known, float]]:
    own = words.weights.weighed(row.label)
    whole = words.weights.weighed(f"{row.above} {row.label}") if row.above else own
    scored = []
    for known in words.rows:
        like = max(likeness(whole, way) * (_share(own, way) if row.above else 1.0) for way in known.ways)
        if like > 0.2:
            scored.append((known, like * _unit_agrees(row.unit, known.unit)))
    return sorted(scored, key=lambda each: -each[1])[:12]


def _share(own: type_of_words, way: type_of_words) -> float:
    """For a part ("- Trong đó: nữ") its own few words decide, however much is said of what it is a part of."""
    return 0.3 + 0.7 * sum(weight for word, weight in own.items() if word in way) / sum(own.values())


def _head_scores(words: _Vocabulary, said: Sequence[str]) -> list[tuple[_Known, float]]:
    own, whole = words.heads.weighed(said[-1]), words.heads.weighed(" ".join(dict.fromkeys(said)))
    scored = [
        (known, max(max(0.97 * likeness(own, way), likeness(whole, way)) for way in known.ways))
        for known in words.columns
    ]
    return [each for each in scored if each[1] > 0.2]


def _fit(
    rows: Sequence[Sequence[tuple[_Known, float]]], columns: Sequence[Sequence[tuple[_Known, float]]]
) -> dict[str, float]:
    """By table, how well the whole sheet suits it, compared with the one that it suits best."""
    total: dict[str, float] = {}
    for scores in rows:
        best: dict[str, float] = {}
        for known, like in scores:
            best[known.table] = max(best.get(known.table, 0.0), like)
        for table, like in best.items():
            total[table] = total.get(table, 0.0) + like
    headed = {known.table for scores in columns for known, _like in scores}
    most = max((value for table, value in total.items() if table in headed), default=1.0)
    return {table: min(1.0, value / most) for table, value in total.items()}


def _unit_agrees(said: str, known: str) -> float:
    """Money beside people, or a share beside a count, speaks against it."""
    one, other = folded(said), folded(known)
    if not one or not other:
        return 1.0
    for mark in (MONEY, SHARE):
        if (mark in one) is not (mark in other):
            return 0.6
    return 1.0


def _fields(workbook: Workbook, sheet: Sheet) -> Iterator[Proposal]:
    """Names of unit and period in the head: into the empty cell beside the label, or in place of its dots."""
    labels = SheetLabels(workbook, sheet)
    known = {key_of(each): name for name, ways in synonyms()["fields"].items() for each in ways}
    for place, text in labels.texts.items():
        head, colon, rest = text.partition(":")
        name = known.get(key_of(head))
        if name is None or not BLANK_TEXTS.match(rest):
            continue
        beside = labels.box(Place(place.row, labels.box(place).right + 1)).first
        if colon and len(rest.strip()) > 2:
            yield Proposal(Entry(sheet.name, str(place), text=f"{head}: {{{name}}}"), place, 0.9)
        elif colon and fillable(workbook, sheet, beside):
            yield Proposal(Entry(sheet.name, str(beside), text=f"{{{name}}}"), beside, 0.9)


@cache
def _vocabulary() -> _Vocabulary:
    return _Vocabulary()


def _rows_of(table: FormTable) -> list[FormRow]:
    made = [FormRow(str(key), label) for key, label in code_lists()[table.each].labels.items()] if table.each else []
    total = [FormRow("total", table.total)] if table.total else []
    return [*table.rows, *made, *total]


def _is_heading(row: FormRow, table: FormTable) -> bool:
    return bool(table.rows) and not (row.indicator or row.pattern)


def _ways_of_row(table: FormTable, row: FormRow) -> list[str]:
    """The row's label, for a part together with the label it is a part of, and what authorities call it."""
    ways = list(synonyms()["rows"].get(table.id, {}).get(row.code, []))
    if row.level == 2:
        before = table.rows[: table.rows.index(row)]
        above = next((each.label for each in reversed(before) if each.level == 1), "")
        return [f"{above} {row.label}", *ways]
    return [row.label, *ways]


def _ways_of_column(table: FormTable, key: str) -> list[str]:
    column = next(each for each in table.columns if each.key == key)
    named = f"{column.group} {column.title}" if column.group else column.title
    return [named, *synonyms()["columns"].get(table.id, {}).get(key, [])]
