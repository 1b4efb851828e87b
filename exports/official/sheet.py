"""A sheet's own text: where each row and cell stands in it, letter by letter, so that only what is meant is touched."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from operator import itemgetter

from exports.official.places import LAST_COLUMN, LAST_ROW, Box, Place, Spot, box_from, column_number
from exports.official.plain import plain_sheet
from exports.official.xml import PartText, Unreadable, attributes_of, tag_pattern, text_in, whole_number

MOST_CELLS = 500_000  # of a sheet: some 2 KB of memory each, and the form has to fit into the smallest office PC
LONGEST_NAME = 20  # letters of a wrong name of a cell that are told
Rows = dict[int, re.Match[str]]
Cells = dict[Spot, re.Match[str]]
_NAMED = re.compile(r"(?:^|\s)r\s*=")
_REFERENCE = re.compile(r"""(?:^|\s)r\s*=\s*["']([A-Za-z]*)([0-9]{1,9})["']""")


class TooManyCells(Unreadable):
    """More cells than a report can hold."""


@dataclass(frozen=True, slots=True)
class ColumnSpan:
    """What is said of a run of columns: style, width in letters, whether hidden."""

    first: int
    last: int
    style: str | None
    width: float | None
    hidden: bool


@dataclass(frozen=True, slots=True)
class CellFormula:
    """A formula as the sheet holds it; a shared one without text is that of its group's first cell, moved."""

    text: str
    kind: str = "normal"  # normal, shared, array, dataTable
    group: str = ""
    box: Box | None = None  # the cells that an array, a data table or a shared formula fills
    inputs: tuple[Box, ...] = ()  # the cells that a data table puts its values into


class SheetText:
    """The rows and cells of a sheet; `plain`, if there is one, knows them sooner than `rows` and `cells`."""

    def __init__(self, raw: bytes) -> None:
        self.part = PartText(raw)
        opened = self.part.tag("sheetData")
        if opened is None:
            raise Unreadable("no rows")
        self.opened = opened
        self.last = opened.end()
        if not opened[2]:
            closed = re.compile(rf"</{self.part.prefix}sheetData\s*>").search(self.part.shadow, opened.end())
            if closed is None:
                raise Unreadable("rows do not end")
            self.last = closed.start()
        if self.part.shadow.count(f"<{self.part.prefix}c", opened.end(), self.last) > MOST_CELLS:
            raise TooManyCells("too many cells")
        usual = not self.part.prefix and not self.part.hides
        self.plain = plain_sheet(self.part.text[opened.end() : self.last]) if usual else None
        if self.plain is None:
            _ = self._found  # what cannot be followed is told of at once

    @property
    def rows(self) -> Rows:
        """The opening marks of rows by their numbers: 1 attributes, 2 "/" of an empty one."""
        return self._found[0]

    @property
    def cells(self) -> Cells:
        """Where each cell stands: 3 its attributes, 6 its content."""
        return self._found[1]

    @cached_property
    def _found(self) -> tuple[Rows, Cells]:
        return _rows_and_cells(self.part, self.opened.end(), self.last)

    def cell(self, spot: Spot) -> tuple[str, str] | None:
        """A cell's attributes, as they are written, and what stands between its marks; None if there is no cell."""
        if self.plain is not None:
            plain = self.plain.find(spot)
            return (plain[2].style + plain[2].kind, plain[2].inside or "") if plain is not None else None
        found = self.cells.get(spot)
        return (found[3], self.part.text[slice(*found.span(6))] if found[6] else "") if found is not None else None

    def content(self, spot: Spot) -> str:
        """What stands between the marks of a cell; "" if there is no cell or nothing in it."""
        cell = self.cell(spot)
        return cell[1] if cell is not None else ""

    def shadow(self, spot: Spot) -> str:
        """The same with nothing but marks of elements in it: blanks where a comment or CDATA stands."""
        if self.plain is not None:
            return self.content(spot)
        found = self.cells.get(spot)
        return found[6] or "" if found is not None else ""

    def attributes(self, spot: Spot) -> dict[str, str]:
        """The attributes of a cell beside its name."""
        cell = self.cell(spot)
        return attributes_of(cell[0]) if cell is not None else {}

    def inner(self, spot: Spot, name: str) -> str | None:
        """The letters in the first element of that name in a cell; None if there is none."""
        told = _element(self, spot, name)
        return told[1] if told is not None else None

    def style(self, spot: Spot) -> int:
        """The number of the cell's look, its own or that of its row or column."""
        cell = self.cell(spot)
        return whole_number(self.default_style(spot) if cell is None else _style_said(cell[0])) or 0

    def default_style(self, spot: Spot) -> str | None:
        """The look that a cell put in here would have: its row's, else its column's."""
        if spot[0] in self.rows:
            row = attributes_of(self.rows[spot[0]][1])
            if row.get("customFormat") in ("1", "true") and "s" in row:
                return row["s"]
        return next((each.style for each in self.columns if each.first <= spot[1] <= each.last), None)

    @cached_property
    def merges(self) -> list[Box]:
        """The merged cells."""
        pattern = tag_pattern(self.part.prefix + "mergeCell")
        found = pattern.finditer(self.part.shadow, self.last)
        boxes = (box_from(attributes_of(each[1]).get("ref", "")) for each in found)
        return [box for box in boxes if box is not None]

    @cached_property
    def columns(self) -> list[ColumnSpan]:
        """What is said of columns."""
        found = tag_pattern(self.part.prefix + "col").finditer(self.part.shadow, 0, self.opened.start())
        return [_column(attributes_of(each[1])) for each in found]

    @cached_property
    def formulas(self) -> dict[Spot, CellFormula]:
        """Every formula by the cell in which it stands."""
        if self.plain is not None:
            return {spot: _formula(self, spot) for spot in self.plain.with_formulas()}
        mark = f"<{self.part.prefix}f"
        return {
            spot: _formula(self, spot)
            for spot, found in self.cells.items()
            if found[6] is not None and mark in found[6]
        }

    def merge_over(self, place: Place) -> Box | None:
        """The merge that a cell belongs to, if any."""
        return next((box for box in self.merges if box.holds(*place)), None)


def _element(sheet: SheetText, spot: Spot, name: str) -> tuple[str, str] | None:
    """Attributes and letters of the first element of that name in a cell."""
    found = element_pattern(sheet.part.prefix + name).search(sheet.shadow(spot))
    if found is None:
        return None
    return found[1], text_in(sheet.content(spot)[found.start(3) : found.end(3)] if found[3] else "")


def _formula(sheet: SheetText, spot: Spot) -> CellFormula:
    told = _element(sheet, spot, "f")
    if told is None:
        return CellFormula("", "dataTable")
    said = attributes_of(told[0])
    kind = said.get("t", "normal")
    inputs = [box_from(said[name]) for name in ("r1", "r2") if name in said] if kind == "dataTable" else []
    area = box_from(said.get("ref", ""))
    return CellFormula(told[1], kind, said.get("si", ""), area, tuple(each for each in inputs if each is not None))


def _rows_and_cells(part: PartText, first: int, last: int) -> tuple[Rows, Cells]:
    """Rows and cells, one by one; numbers counted on where a row or a cell does not say its own."""
    rows: Rows = {}
    cells: Cells = {}
    row, column, digits, count = 0, 0, "", 0
    for found in _pattern(part.prefix).finditer(part.shadow, first, last):
        count += 1
        letters, named = found.group(4, 5)
        if named == digits:  # named first and in its row, as nearly every program does
            column = column_number(letters)
            cells[row, column] = found
        elif found[3] is not None:
            column = _column_said(found[3], row) or column + 1
            cells[row, column] = found
        else:
            row, column = _row_said(found[1]) or row + 1, 0
            rows[row], digits = found, str(row)
    if count > len(rows) + len(cells):
        kept = {found.start() for each in (rows, cells) for found in each.values()}
        every = _pattern(part.prefix).finditer(part.shadow, first, last)
        said = next(found[1] or found[3] or "" for found in every if found.start() not in kept)
        raise Unreadable("twice", _named(attributes_of(said).get("r", "")))
    for place in ((max(rows, default=1), 1), max(cells, default=(1, 1), key=itemgetter(1))):
        if place[0] > LAST_ROW or place[1] > LAST_COLUMN:
            raise Unreadable("beyond the sheet", f"ô {Place(*place)}")
    return rows, cells


@lru_cache(maxsize=1024)
def _style_said(said: str) -> str | None:
    """The look that a cell's attributes name."""
    return attributes_of(said).get("s")


def _column_said(said: str, row: int) -> int:
    """The column that a cell's attributes name, 0 if they name none. Unreadable if they name another row or no cell."""
    named = _REFERENCE.search(said)
    if named is None:
        if _NAMED.search(said):
            raise Unreadable("no name of a cell", _named(attributes_of(said).get("r", "")))
        return 0
    if int(named[2]) != row or not named[1]:
        raise Unreadable(f"cell {named[0]} in row {row}", _named(named[1] + named[2]))
    return column_number(named[1])


def _row_said(said: str) -> int:
    """The row that a row's attributes name, 0 if they name none. Unreadable if what they name is no row."""
    told = _REFERENCE.search(said)
    if told is None:
        if _NAMED.search(said):
            raise Unreadable("no number of a row", _named(attributes_of(said).get("r", "")))
        return 0
    if told[1] or int(told[2]) < 1:
        raise Unreadable("no number of a row", _named(told[1] + told[2]))
    return int(told[2])


def _named(said: str) -> str:
    """A row or a cell in the words of a message."""
    return f"{'dòng' if said.isdigit() else 'ô'} {said[:LONGEST_NAME]}" if said else ""


@lru_cache(maxsize=64)
def element_pattern(name: str) -> re.Pattern[str]:
    """Finds an element with its content: group 1 attributes, 3 content."""
    return re.compile(
        rf"<{re.escape(name)}(?=[\s/>])((?:[^<>\"'/]++|\"[^\"<]*+\"|'[^'<]*+')*)(/>|>(.*?)</{re.escape(name)}\s*>)",
        re.DOTALL,
    )


def _pattern(prefix: str) -> re.Pattern[str]:
    """Finds rows (their opening mark) and cells (whole): 1 attributes of a row, 2 "/" of an empty one; 3 attributes
    of a cell, 4 and 5 its column and row where they stand first, 6 its content."""
    said = r"""(?:[^<>"'/]++|"[^"<]*+"|'[^'<]*+')*"""
    usual = r"""(?:\sr="([A-Z]{1,3})([0-9]{1,9})")?(?:\ss="[0-9]++")?"""
    content = rf"(?:<{prefix}v>[^<]*+</{prefix}v>|[^<]++|<(?!/{prefix}c\s*>|{prefix}v>[^<]*+</{prefix}v>))*"
    cell = rf"c(?=[\s/>])({usual}{said})(?:/>|>({content})</{prefix}c\s*>)"
    return re.compile(rf"<{prefix}(?:row(?=[\s/>])({said})(/?)>|{cell})")


def _column(said: dict[str, str]) -> ColumnSpan:
    try:
        width = float(said["width"]) if "width" in said else None
    except ValueError:
        width = None
    return ColumnSpan(
        whole_number(said.get("min")) or 0,
        whole_number(said.get("max")) or 0,
        said.get("style"),
        width,
        said.get("hidden") in ("1", "true"),
    )
