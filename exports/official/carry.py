"""A new version of an authority's form under the old map: lines found again by their labels, differences told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from exports.official.labels import NotFound, SheetLabels, key_of
from exports.official.layout import TableLayout, TableRow, layout_of
from exports.official.list_placing import head_over
from exports.official.map import Entry, MapOfWorkbook
from exports.official.map_list import ListEntry
from exports.official.places import Place, column_number, letters, place_from
from exports.official.wording import likeness, words_of
from exports.official.workbook import Sheet, Workbook

REWORDED_FROM = 0.7  # two labels this alike are the same line in other words


@dataclass(frozen=True, slots=True)
class Moved:
    """An entry that goes into another cell of the new form; `reworded` if its label is not quite the same."""

    before: Entry
    after: Entry
    reworded: bool


@dataclass(frozen=True, slots=True)
class Carried:
    """A map for the new form, and what became of the old one's lines."""

    chart: MapOfWorkbook
    kept: tuple[Entry, ...]
    moved: tuple[Moved, ...]
    lost: tuple[Entry, ...]  # their line or column is no more
    added: tuple[tuple[str, str], ...]  # sheet and label of lines that only the new form has
    removed: tuple[tuple[str, str], ...]
    lost_lists: tuple[ListEntry, ...] = ()  # the head over one of their columns is no more


def carry(old: Workbook, chart: MapOfWorkbook, new: Workbook, version: str = "") -> Carried:
    """Carries a map of `old` over to `new`."""
    pairs = {
        sheet.name: _Pair(old, sheet, new, same)
        for sheet in old.worksheets
        if (same := _same(old, sheet, new)) is not None
    }
    kept: list[Entry] = []
    moved: list[Moved] = []
    lost: list[Entry] = []
    for entry in chart.entries:
        sheet = old.sheet_named(entry.sheet)
        pair = pairs.get(sheet.name) if sheet is not None else None
        found = pair.carried(entry) if pair is not None else None
        if found is None:
            lost.append(entry)
        elif found.after == entry and not found.reworded:
            kept.append(entry)
        else:
            moved.append(found)
    lists = [(each, _carried_list(old, pairs, each)) for each in chart.lists]
    after = [*kept, *(each.after for each in moved)]
    lines = [pair.lines() for pair in pairs.values()]
    return Carried(
        MapOfWorkbook(
            tuple(sorted(after, key=_order)),
            chart.title,
            version or chart.version,
            tuple(new for _old, new in lists if new is not None),
        ),
        tuple(kept),
        tuple(moved),
        tuple(lost),
        tuple(each for added, _removed in lines for each in added),
        tuple(each for _added, removed in lines for each in removed),
        tuple(each for each, new in lists if new is None),
    )


def _carried_list(old: Workbook, pairs: Mapping[str, _Pair], entry: ListEntry) -> ListEntry | None:
    sheet = old.sheet_named(entry.sheet)
    pair = pairs.get(sheet.name) if sheet is not None else None
    return pair.carried_list(entry) if pair is not None else None


class _Pair:
    """A sheet of the old form beside the same of the new one."""

    def __init__(self, old: Workbook, before: Sheet, new: Workbook, after: Sheet) -> None:
        self._before, self._after = before, after
        self._old, self._new = SheetLabels(old, before), SheetLabels(new, after)
        self._old_table, self._new_table = layout_of(old, before), layout_of(new, after)
        self._rows = _aligned(self._old_table, self._new_table)
        self._columns = _aligned_columns(self._old_table, self._new_table)

    def carried(self, entry: Entry) -> Moved | None:
        """The entry for the new sheet; None if its place is no more."""
        place = place_from(entry.at) if entry.at else None
        if place is None:
            try:
                self._new.place_of(entry)
            except NotFound:
                return None
            return Moved(entry, replace(entry, sheet=self._after.name), False)
        found, reworded = self._in_table(place) or self._beside(place)
        return Moved(entry, replace(entry, sheet=self._after.name, at=str(found)), reworded) if found else None

    def carried_list(self, entry: ListEntry) -> ListEntry | None:
        """The list for the new sheet, under the same heads; None if one of them is no more."""
        first = place_from(entry.first)
        columns = {column_number(name): value for name, value in entry.columns}
        moved = {column: self._under_head(Place(first.row, column)) for column in columns} if first else {}
        places = [place for place in moved.values() if place is not None]
        if len(places) < len(columns) or len({place.row for place in places}) != 1:
            return None
        named = tuple((letters(place.column), columns[column]) for column, place in moved.items() if place is not None)
        return replace(entry, sheet=self._after.name, first=str(min(places)), columns=named)

    def _under_head(self, place: Place) -> Place | None:
        head = head_over(self._old, place)
        there = self._one(head[1]) if head is not None else None
        if head is None or there is None:
            return None
        return Place(there.row + place.row - head[0].row, there.column + place.column - head[0].column)

    def lines(self) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
        """The lines that only the new sheet has, and those that only the old one had."""
        gone = [row for row in _rows(self._old_table) if row.number not in self._rows]
        taken = {row.number for row, _reworded in self._rows.values()}
        come = [row for row in _rows(self._new_table) if row.number not in taken]
        return [(self._after.name, row.label) for row in come], [(self._before.name, row.label) for row in gone]

    def _in_table(self, place: Place) -> tuple[Place | None, bool] | None:
        table = self._old_table
        if table is None or place.column not in table.columns or place.row <= table.head_rows[1]:
            return None
        row, column = self._rows.get(place.row), self._columns.get(place.column)
        if row is None or column is None:
            return None, False
        return Place(row[0].number, column), row[1]

    def _beside(self, place: Place) -> tuple[Place | None, bool]:
        """A field of the head: found by its own label, or by the one at its left."""
        own = self._old.texts.get(place)
        if own is not None and key_of(own.partition(":")[0]):
            return self._one(own), False
        left = [each for each in self._old.texts if each.row == place.row and each.column < place.column]
        if left:
            label = self._one(self._old.texts[left[-1]])
            return (Place(label.row, label.column + place.column - left[-1].column) if label else None), False
        empty_there = place not in self._new.texts
        return (place if empty_there else None), False

    def _one(self, label: str) -> Place | None:
        key = key_of(label.partition(":")[0])
        found = [place for place, text in self._new.texts.items() if key_of(text.partition(":")[0]) == key]
        return found[0] if len(found) == 1 else None


def _same(old: Workbook, sheet: Sheet, new: Workbook) -> Sheet | None:
    """The sheet of the same name, else the one that has most labels in common."""
    named = new.sheet_named(sheet.name)
    if named is not None and named.kind == "worksheet":
        return named
    labels = set(map(key_of, SheetLabels(old, sheet).texts.values()))
    scored = [
        (len(labels & set(map(key_of, SheetLabels(new, each).texts.values()))), each)
        for each in new.worksheets
        if old.sheet_named(each.name) is None
    ]
    best = max(scored, key=lambda each: each[0], default=(0, None))
    return best[1] if 2 * best[0] >= len(labels) > 0 else None


def _rows(table: TableLayout | None) -> Sequence[TableRow]:
    return table.rows if table is not None else ()


def _aligned(old: TableLayout | None, new: TableLayout | None) -> dict[int, tuple[TableRow, bool]]:
    """By old row the new row, and whether it is in other words: the same labels first, then the most alike."""
    left = list(_rows(new))
    found: dict[int, tuple[TableRow, bool]] = {}
    for row in _rows(old):
        same = next((each for each in left if _key(each) == _key(row)), None)
        if same is not None:
            found[row.number] = (same, False)
            left.remove(same)
    for row in _rows(old):
        if row.number in found or not left:
            continue
        like, best = max(((_alike(row, each), each) for each in left), key=lambda each: each[0])
        if like >= REWORDED_FROM:
            found[row.number] = (best, True)
            left.remove(best)
    return found


def _aligned_columns(old: TableLayout | None, new: TableLayout | None) -> dict[int, int]:
    found: dict[int, int] = {}
    if old is not None and new is not None:
        for column, heads in old.columns.items():
            keys = [key_of(head) for head in heads]
            same = [each for each, other in new.columns.items() if [key_of(head) for head in other] == keys]
            if len(same) == 1:
                found[column] = same[0]
    return found


def _key(row: TableRow) -> tuple[str, str]:
    return key_of(row.above), key_of(row.label)


def _alike(one: TableRow, other: TableRow) -> float:
    if bool(one.above) is not bool(other.above):
        return 0.0
    first, second = (dict.fromkeys(words_of(f"{row.above} {row.label}"), 1.0) for row in (one, other))
    return likeness(first, second)


def _order(entry: Entry) -> tuple[str, int, int]:
    place = place_from(entry.at) if entry.at else None
    return (entry.sheet, place.row, place.column) if place is not None else (entry.sheet, 0, 0)
