"""What a form's own formulas come to with the new figures; what is beyond this program is left open."""

from __future__ import annotations

from collections.abc import Mapping

from exports.official.arithmetic import Cells, Open, Operand, Wrong, compared, operated
from exports.official.dependence import Formulas
from exports.official.edit import Result, Value
from exports.official.formula import Area, Token, tokens
from exports.official.functions import FUNCTIONS, LAZY
from exports.official.places import Box
from exports.official.reading import StoredError, stored_value
from exports.official.sheet import Spot
from exports.official.workbook import Workbook

POWERS = ({"=", "<>", "<", ">", "<=", ">="}, {"&"}, {"+", "-"}, {"*", "/"}, {"^"})
MOST_CELLS = 200_000
DEEPEST = 200  # formulas that read formulas
_END = Token("end", "")


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
        self._known: dict[tuple[int, Spot], Operand | Wrong | Open] = {}
        self._depth = 0

    def result(self, number: int, spot: Spot) -> Result | None:
        """What a formula comes to; None if it cannot be worked out here."""
        try:
            value = self._cell(number, spot)
        except Open:
            return None
        except Wrong as error:
            return Result(error.error, is_error=True)
        return Result(0 if value is None else value)

    def _cell(self, number: int, spot: Spot) -> Operand:
        if spot in self._filled.get(number, {}):
            return self._filled[number][spot]
        if spot not in self._stale.get(number, ()):
            return self._stored(number, spot)
        key = (number, spot)
        if key not in self._known:
            self._known[key] = Open("a ring of formulas")
            self._known[key] = self._worked_out(number, spot)
        known = self._known[key]
        if isinstance(known, Open | Wrong):
            raise known
        return known

    def _worked_out(self, number: int, spot: Spot) -> Operand | Wrong | Open:
        text = self._formulas.texts[number]
        formula = text.formulas.get(spot)
        if formula is None or formula.kind not in ("normal", "shared") or self._depth >= DEEPEST:
            return Open("not a plain formula")
        written, rows, columns = self._formulas.written(number, spot)
        self._depth += 1
        try:
            return _Reading(self, tokens(written), number, (rows, columns)).value()
        except (Open, Wrong) as error:
            return error
        finally:
            self._depth -= 1

    def _stored(self, number: int, spot: Spot) -> Operand:
        sheet = self._workbook.sheets[number]
        text = self._workbook.text_of(sheet)
        value = stored_value(self._workbook, text, spot)
        if isinstance(value, StoredError):
            raise Wrong(value)
        if value is None and spot in text.formulas:
            raise Open("a formula without a result")
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

    def _box(self, number: int, box: Box) -> Cells:
        if self._workbook.sheets[number].kind != "worksheet":
            raise Open("not a sheet of cells")
        text = self._workbook.text_of(self._workbook.sheets[number])
        if (box.bottom - box.top + 1) * (box.right - box.left + 1) <= len(text.cells):
            spots = [tuple(place) for place in box.cells()]
        else:
            there = {*text.cells, *self._filled.get(number, {})}
            spots = sorted(spot for spot in there if box.holds(*spot))
        if len(spots) > MOST_CELLS:
            raise Open("too many cells")
        return [self._cell(number, (spot[0], spot[1])) for spot in spots]


class _Reading:
    """One formula, read from left to right."""

    def __init__(self, calculator: Calculator, pieces: tuple[Token, ...], number: int, moved: tuple[int, int]) -> None:
        self._calculator, self._pieces, self._number, self._moved = calculator, pieces, number, moved
        self._at = 0

    def value(self) -> Operand:
        """What the whole formula comes to."""
        found = self._single(self._expression())
        if self._next is not _END:
            raise Open(self._next.text)
        return found

    @property
    def _next(self) -> Token:
        return self._pieces[self._at] if self._at < len(self._pieces) else _END

    def _take(self, sign: str) -> bool:
        taken = self._next.kind == "sign" and self._next.text == sign
        self._at += taken
        return taken

    def _expression(self, level: int = 0) -> Operand | Cells:
        if level == len(POWERS):
            return self._signed()
        left = self._expression(level + 1)
        while self._next.kind == "sign" and self._next.text in POWERS[level]:
            sign = self._next.text
            self._at += 1
            first, second = self._single(left), self._single(self._expression(level + 1))
            left = compared(sign, first, second) if level == 0 else operated(sign, first, second)
        return left

    def _signed(self) -> Operand | Cells:
        if self._take("-"):
            return operated("-", 0, self._single(self._signed()))
        if self._take("+"):
            return self._signed()
        found = self._operand()
        while self._take("%"):
            found = operated("/", self._single(found), 100)
        return found

    def _operand(self) -> Operand | Cells:
        piece = self._next
        self._at += 1
        if piece.kind == "number":
            return float(piece.text)
        if piece.kind == "text":
            return piece.text[1:-1].replace('""', '"')
        if piece.kind == "area" and piece.area is not None:
            return self._calculator.area(piece.area.moved(*self._moved), self._number)
        if piece.kind == "name":
            return self._named(piece.text)
        if piece.kind == "function":
            return self._function(piece.text.upper())
        if piece.kind == "sign" and piece.text == "(":
            found = self._expression()
            if self._take(")"):
                return found
        raise Wrong(piece.text) if piece.kind == "error" else Open(piece.text)

    def _named(self, name: str) -> Operand | Cells:
        """TRUE, FALSE, or the cells that a name stands for."""
        if name.upper() in ("TRUE", "FALSE"):
            return name.upper() == "TRUE"
        meant = tokens(self._calculator.name(name, self._number))
        if len(meant) != 1 or meant[0].area is None:
            raise Open(name)
        return self._calculator.area(meant[0].area, self._number)

    def _function(self, name: str) -> Operand:
        """A function; of the branches of IF and IFERROR one may fail without harm."""
        given: list[Operand | Cells | Wrong] = []
        while not self._take(")"):
            if self._next.kind == "sign" and self._next.text == ",":
                given.append(None)
            else:
                given.append(self._argument(name))
            if not self._take(",") and not (self._next.kind == "sign" and self._next.text == ")"):
                raise Open(name)
        if name in LAZY:
            return LAZY[name](given)
        if name not in FUNCTIONS:
            raise Open(name)
        sound: list[Operand | Cells] = []
        for each in given:
            if isinstance(each, Wrong):
                raise each
            sound.append(each)
        return FUNCTIONS[name](sound)

    def _argument(self, name: str) -> Operand | Cells | Wrong:
        start = self._at
        try:
            return self._expression()
        except Wrong as error:
            if name not in LAZY:
                raise
            self._at = self._end_of_argument(start)
            return error

    def _end_of_argument(self, at: int) -> int:
        depth = 0
        while at < len(self._pieces):
            piece = self._pieces[at]
            opened = piece.kind == "function" or (piece.kind == "sign" and piece.text in "({")
            closed = piece.kind == "sign" and piece.text in ")}"
            if depth == 0 and (closed or (piece.kind == "sign" and piece.text == ",")):
                return at
            depth += opened - closed
            at += 1
        return at

    def _single(self, value: Operand | Cells) -> Operand:
        """A value where one is asked; an area of one cell is its value."""
        if not isinstance(value, list):
            return value
        if len(value) > 1:
            raise Open("an area where a value is asked")
        return value[0] if value else None
