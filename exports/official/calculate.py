"""What a form's own formulas come to with the new figures; what is beyond this program is left open."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from itertools import product
from math import isfinite

from exports.official.arithmetic import Cells, Open, Operand, TooDeep, Wrong
from exports.official.dependence import Formulas, passing_results
from exports.official.edit import Result, Value
from exports.official.expression import Reading
from exports.official.formula import Area, tokens
from exports.official.places import Box, Spot
from exports.official.reading import StoredError, stored_value
from exports.official.structured import table_cells
from exports.official.workbook import Workbook

FEW_CELLS = 2_000  # an area whose cells are looked up one by one, without an order of the whole sheet
MOST_CELLS = 500_000  # read in one go over all formulas: beyond it a spreadsheet program is asked


class Calculator:
    """Works out formulas over the filled workbook, each cell once."""

    def __init__(
        self,
        workbook: Workbook,
        formulas: Formulas,
        filled: Mapping[int, Mapping[Spot, Value]],
        stale: Mapping[int, set[Spot]],
    ) -> None:
        self._workbook, self._formulas, self._filled, self._stale = workbook, formulas, filled, stale
        self._numbers = {sheet.name.casefold(): sheet.number for sheet in workbook.sheets}
        self._passing = passing_results(formulas)
        self._known: dict[tuple[int, Spot], Operand | Wrong | Open] = {}
        self._rows: dict[int, dict[int, list[int]]] = {}
        self._read = 0
        self.depth = 0

    def results(self) -> dict[int, dict[Spot, Result | None]]:
        """What every stale formula comes to, by sheet; None where it cannot be worked out here."""
        for number, spots in self._stale.items():
            for spot in spots:
                self._follow(number, spot)
        return {number: {spot: self._result(number, spot) for spot in spots} for number, spots in self._stale.items()}

    def _follow(self, number: int, spot: Spot) -> None:
        """Works out a cell; where its formulas lead too deep, what lies there first."""
        path = [(number, spot)]
        while path:
            try:
                self._cell(*path[-1])
            except TooDeep as error:
                if error.cell is not None and error.cell not in path:
                    path.append(error.cell)
                    continue
                self._known[path[-1]] = Open("deeper than can be followed")
            except (Open, Wrong):
                pass
            path.pop()

    def _result(self, number: int, spot: Spot) -> Result | None:
        try:
            value = self._cell(number, spot)
        except Open:
            return None
        except Wrong as error:
            return Result(error.error, is_error=True)
        return Result(0 if value is None else value)

    def _cell(self, number: int, spot: Spot) -> Operand:
        key = (number, spot)
        if key not in self._known:
            self._known[key] = Open("a ring of formulas")
            self._known[key] = self._found(key)
        known = self._known[key]
        if isinstance(known, Open | Wrong):
            raise known
        return known

    def _found(self, key: tuple[int, Spot]) -> Operand | Wrong | Open:
        number, spot = key
        if spot in self._filled.get(number, {}):
            return self._filled[number][spot]
        try:
            return self._worked_out(number, spot) if spot in self._stale.get(number, ()) else self._stored(number, spot)
        except TooDeep as error:
            del self._known[key]
            error.cell = error.cell or key
            raise
        except (Open, Wrong) as error:
            return error

    def _worked_out(self, number: int, spot: Spot) -> Operand | Wrong | Open:
        text = self._formulas.texts[number]
        formula = text.formulas.get(spot)
        if formula is None or formula.kind not in ("normal", "shared"):
            return Open("not a plain formula")
        written, rows, columns = self._formulas.written(number, spot)
        try:
            value = Reading(self, tokens(written), number, spot[0], (rows, columns)).value()
        except TooDeep:
            raise
        except (Open, Wrong) as error:
            return error
        return value if not isinstance(value, float) or isfinite(value) else Wrong("#NUM!")

    def _stored(self, number: int, spot: Spot) -> Operand:
        sheet = self._workbook.sheets[number]
        text = self._workbook.text_of(sheet)
        value = stored_value(self._workbook, text, spot)
        if isinstance(value, StoredError):
            raise Wrong(value)
        if (value is None and spot in text.formulas) or spot in self._passing.get(number, ()):
            raise Open("a formula without a result, or with one that is another by now")
        return value

    def area(self, area: Area, number: int) -> Cells:
        """The values in an area, row by row; empty cells beyond what is written are left out."""
        if area.sheets is None:
            sheets = [number]
        else:
            first, last = (self._numbers.get(name.casefold()) for name in area.sheets)
            if first is None or last is None:
                raise Open("another workbook")
            sheets = list(range(min(first, last), max(first, last) + 1))
        return [value for each in sheets for value in self._box(each, area.box)]

    def name(self, name: str, number: int) -> str:
        """What a name stands for on a sheet; "" if there is none."""
        names = self._workbook.names
        return names.get((name.casefold(), number), names.get((name.casefold(), None), ""))

    def table(self, said: str, row: int) -> Cells:
        """The values in the cells that are named by their table, to a formula in that row."""
        name = said.partition("[")[0].casefold()
        table = next((each for each in self._workbook.tables if each.name.casefold() == name), None)
        box = table_cells(table, said, row) if table is not None else None
        if table is None or box is None:
            raise Open(said)
        return self._box(table.sheet, box)

    def _box(self, number: int, box: Box) -> Cells:
        if self._workbook.sheets[number].kind != "worksheet":
            raise Open("not a sheet of cells")
        if box.top == box.bottom and box.left == box.right:
            return [self._cell(number, box.first)]
        if (box.bottom - box.top + 1) * (box.right - box.left + 1) <= FEW_CELLS:
            return self._few(number, box)
        spots: list[Spot] = []
        for column, rows in self._rows_by_column(number).items():
            if box.left <= column <= box.right:
                first, last = bisect_left(rows, box.top), bisect_right(rows, box.bottom)
                self._read += last - first
                if self._read > MOST_CELLS:
                    raise Open("too many cells")
                spots += [(row, column) for row in rows[first:last]]
        return [self._cell(number, spot) for spot in spots]

    def _few(self, number: int, box: Box) -> Cells:
        filled = self._filled.get(number, {})
        text = self._workbook.text_of(self._workbook.sheets[number])
        values: Cells = []
        for spot in product(range(box.top, box.bottom + 1), range(box.left, box.right + 1)):
            if spot in filled:
                values.append(filled[spot])
            elif text.cell(spot) is not None:
                values.append(self._cell(number, spot))
        self._read += len(values)
        if self._read > MOST_CELLS:
            raise Open("too many cells")
        return values

    def _rows_by_column(self, number: int) -> dict[int, list[int]]:
        """The rows of a sheet in which something stands, by column."""
        if number not in self._rows:
            text = self._workbook.text_of(self._workbook.sheets[number])
            found: dict[int, list[int]] = {}
            for row, column in sorted({*text.cells, *self._filled.get(number, {})}):
                found.setdefault(column, []).append(row)
            self._rows[number] = found
        return self._rows[number]
