"""Which stored results of formulas no longer hold once some cells are filled; where it cannot be told, they do not."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from openpyxl.utils import FORMULAE

from exports.official.formula import Area, Token, is_relative, tokens
from exports.official.places import Box, Spot
from exports.official.sheet import CellFormula, SheetText
from exports.official.structured import table_cells
from exports.official.workbook import Workbook

UNTOLD = {"INDIRECT", "OFFSET", "CELL", "INFO", "GETPIVOTDATA", "RTD", "CALL"}
UNTOLD |= {"EVALUATE", "CUBEVALUE", "CUBEMEMBER", "CUBESET"}
CLOCKS = {"NOW", "TODAY", "RAND", "RANDBETWEEN", "_XLFN.RANDARRAY"}  # read no cell, and are never twice the same
_LIKE_A_CLOCK = re.compile(r"NOW|TODAY|RAND", re.IGNORECASE)
DEEPEST = 20  # names that stand for names
FromWhere = tuple[int, Box]  # sheet number and the cells


class _At(NamedTuple):
    """Where a formula stands: its sheet, its row, and how far it was moved from where it is written."""

    number: int
    row: int
    moved: tuple[int, int]


class Formulas:
    """The formulas of a workbook, and which cells each of them reads."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._numbers = {sheet.name.casefold(): sheet.number for sheet in workbook.sheets}
        self._tables = {table.name.casefold(): table for table in workbook.tables}
        self._names: dict[tuple[str, int], list[FromWhere] | None] = {}
        self.texts: dict[int, SheetText] = {}
        for sheet in workbook.worksheets:
            raw = workbook.package.part(sheet.part) or b""
            if b"f" in raw and _may_hold_formulas(raw):
                self.texts[sheet.number] = workbook.text_of(sheet)
        self._shared = {
            (number, formula.group): (spot, formula.text)
            for number, text in self.texts.items()
            for spot, formula in text.formulas.items()
            if formula.kind == "shared" and formula.text
        }

    def written(self, number: int, spot: Spot) -> tuple[str, int, int]:
        """A cell's formula, and how many rows and columns it was moved from where it is written out."""
        formula = self.texts[number].formulas[spot]
        if formula.kind != "shared" or formula.text:
            return formula.text, 0, 0
        (row, column), text = self._shared.get((number, formula.group), (spot, ""))
        return text, spot[0] - row, spot[1] - column

    def reads(self, number: int, spot: Spot) -> list[FromWhere] | None:
        """The cells a formula reads; None if that cannot be told."""
        formula = self.texts[number].formulas[spot]
        text, rows, columns = self.written(number, spot)
        if formula.kind == "dataTable":
            return _table_reads(formula, number)
        return self._read_by(tokens(text), _At(number, spot[0], (rows, columns)), DEEPEST) if text else None

    def clocks(self) -> dict[int, set[Spot]]:
        """By sheet number, the cells whose result is another one at each calculation."""
        found: dict[int, set[Spot]] = defaultdict(set)
        for number, text in self.texts.items():
            for spot in text.formulas:
                if _reads_a_clock(self.written(number, spot)[0]):
                    found[number].update(_output(text, spot))
        return found

    def _read_by(self, pieces: Iterable[Token], at: _At, depth: int) -> list[FromWhere] | None:
        found: list[FromWhere] = []
        for piece in pieces:
            read = self._piece(piece, at, depth)
            if read is None:
                return None
            found += read
        return found

    def _piece(self, piece: Token, at: _At, depth: int) -> list[FromWhere] | None:
        if piece.kind == "area" and piece.area is not None:
            return self._cells(piece.area.moved(*at.moved), at.number)
        if piece.kind == "function":
            return [] if _is_plain(piece.text) or (depth == DEEPEST and piece.text.upper() in CLOCKS) else None
        if piece.kind == "name":
            home = self._numbers.get(piece.home.casefold()) if piece.home else at.number
            return self._named(piece.text, home, depth) if home is not None else None
        if piece.kind == "table":
            table = self._tables.get(piece.text.partition("[")[0].casefold())
            return [(table.sheet, table_cells(table, piece.text, at.row) or table.box)] if table else None
        return None if piece.kind == "odd" or piece.text in (":", "#", "!", "[") else []

    def _cells(self, area: Area, number: int) -> list[FromWhere] | None:
        if area.sheets is None:
            return [(number, area.box)]
        if "[" in area.sheets[0]:
            return []  # another workbook
        first, last = (self._numbers.get(name.casefold()) for name in area.sheets)
        if first is None or last is None:
            return None
        return [(each, area.box) for each in range(min(first, last), max(first, last) + 1)]

    def _named(self, name: str, number: int, depth: int) -> list[FromWhere] | None:
        bare = name.casefold()
        if bare in ("true", "false") or bare.startswith("_xlpm."):
            return []
        if bare in self._tables:
            table = self._tables[bare]
            return [(table.sheet, table.box)]
        if (bare, number) not in self._names:
            text = self._workbook.names.get((bare, number), self._workbook.names.get((bare, None)))
            self._names[bare, number] = None  # a name that stands for itself cannot be told
            if text is not None and depth and not is_relative(text):
                self._names[bare, number] = self._read_by(tokens(text), _At(number, 0, (0, 0)), depth - 1)
        return self._names[bare, number]


def stale_results(formulas: Formulas, filled: Mapping[int, Iterable[Spot]]) -> dict[int, set[Spot]]:
    """By sheet number, the cells whose stored result depends on the filled cells, over however many steps."""
    changed = _Changed(filled)
    waiting = [(n, spot, formulas.reads(n, spot)) for n, text in formulas.texts.items() for spot in text.formulas]
    stale: dict[int, set[Spot]] = defaultdict(set)
    before = -1
    while len(waiting) != before:
        before = len(waiting)
        left: list[tuple[int, Spot, list[FromWhere] | None]] = []
        for number, spot, read in waiting:
            if read is not None and not any(map(changed.meets, read)):
                left.append((number, spot, read))
                continue
            for each in _output(formulas.texts[number], spot):
                stale[number].add(each)
                changed.add(number, each)
        waiting = left[::-1]  # a chain may run up or down the sheet
    return stale


def passing_results(formulas: Formulas) -> dict[int, set[Spot]]:
    """By sheet number, the cells whose stored result was true only when it was worked out: those that read a clock."""
    clocks = formulas.clocks()
    over = stale_results(formulas, clocks) if clocks else {}
    return {number: clocks.get(number, set()) | over.get(number, set()) for number in clocks.keys() | over.keys()}


class _Changed:
    """The cells that are not what they were, quick to ask whether one lies in a box."""

    def __init__(self, filled: Mapping[int, Iterable[Spot]]) -> None:
        self._columns: dict[int, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
        for number, spots in filled.items():
            for spot in sorted(spots):
                self._columns[number][spot[1]].append(spot[0])

    def add(self, number: int, spot: Spot) -> None:
        insort(self._columns[number][spot[1]], spot[0])

    def meets(self, read: FromWhere) -> bool:
        number, box = read
        for column, rows in self._columns[number].items():
            at = bisect_left(rows, box.top)
            if box.left <= column <= box.right and at < len(rows) and rows[at] <= box.bottom:
                return True
        return False


def _output(text: SheetText, spot: Spot) -> Iterator[Spot]:
    """The cells that a formula fills: its own, and all of an array's or a data table's."""
    formula: CellFormula = text.formulas[spot]
    yield spot
    if formula.kind in ("array", "dataTable") and formula.box is not None:
        yield from (each for each in text.cells if each != spot and formula.box.holds(*each))


def _table_reads(formula: CellFormula, number: int) -> list[FromWhere] | None:
    """What a data table reads: the formulas and values along its two sides, and where it puts the values in."""
    if formula.box is None or not formula.inputs:
        return None
    top, left, bottom, right = formula.box
    return [(number, Box(top - 1, left - 1, bottom, right)), *((number, each) for each in formula.inputs)]


def _is_plain(function: str) -> bool:
    """A function that reads what it is given and nothing else."""
    bare = function.upper()
    return bare not in UNTOLD | CLOCKS and (bare in FORMULAE or bare.startswith(("_XLFN.", "_XLPM.")))


def _reads_a_clock(formula: str) -> bool:
    if not _LIKE_A_CLOCK.search(formula):
        return False  # most formulas, without taking them apart
    return any(each.kind == "function" and each.text.upper() in CLOCKS for each in tokens(formula))


def _may_hold_formulas(raw: bytes) -> bool:
    flat = raw.replace(b"\x00", b"") if b"\x00" in raw else raw  # UTF-16 too
    return b"<f" in flat or b":f" in flat
