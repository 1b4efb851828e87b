"""One formula read from left to right, with the values of the cells it speaks of."""

from __future__ import annotations

from typing import Protocol

from exports.official.arithmetic import Cells, Open, Operand, TooDeep, Wrong, compared, operated
from exports.official.formula import Area, Token, tokens
from exports.official.functions import FUNCTIONS, LAZY

POWERS = ({"=", "<>", "<", ">", "<=", ">="}, {"&"}, {"+", "-"}, {"*", "/"}, {"^"})
DEEPEST = 30  # formulas that read formulas, and brackets in brackets
_END = Token("end", "")


class Known(Protocol):
    """Where a formula finds its cells and names; `depth` counts how far formulas are read inside one another."""

    depth: int

    def area(self, area: Area, number: int) -> Cells:
        """The values in an area."""

    def name(self, name: str, number: int) -> str:
        """What a name stands for on a sheet; "" if there is none."""

    def table(self, said: str, row: int) -> Cells:
        """The values in the cells that are named by their table, to a formula in that row."""


class Reading:
    """One formula, read from left to right."""

    def __init__(
        self, calculator: Known, pieces: tuple[Token, ...], number: int, row: int, moved: tuple[int, int]
    ) -> None:
        self._calculator, self._pieces = calculator, pieces
        self._number, self._row, self._moved = number, row, moved
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

    def _expression(self) -> Operand | Cells:
        """A whole expression, as deep as can be followed."""
        if self._calculator.depth >= DEEPEST:
            raise TooDeep("brackets in brackets")
        self._calculator.depth += 1
        try:
            return self._chained(0)
        finally:
            self._calculator.depth -= 1

    def _chained(self, level: int) -> Operand | Cells:
        """Operands between signs of one power; those of higher power first."""
        if level == len(POWERS):
            return self._signed()
        left = self._chained(level + 1)
        while self._next.kind == "sign" and self._next.text in POWERS[level]:
            sign = self._next.text
            self._at += 1
            first, second = self._single(left), self._single(self._chained(level + 1))
            left = compared(sign, first, second) if level == 0 else operated(sign, first, second)
        return left

    def _signed(self) -> Operand | Cells:
        sign, is_signed = 1, False
        while self._next.kind == "sign" and self._next.text in "+-":
            sign, is_signed = -sign if self._next.text == "-" else sign, True
            self._at += 1
        found = self._operand()
        while self._take("%"):
            found = operated("/", self._single(found), 100)
        return operated("*", sign, self._single(found)) if is_signed else found

    def _operand(self) -> Operand | Cells:
        piece = self._next
        self._at += 1
        if piece.kind == "number":
            return float(piece.text)
        if piece.kind == "text":
            return piece.text[1:-1].replace('""', '"')
        if piece.kind in ("area", "name", "table"):
            return self._cells(piece)
        if piece.kind == "function":
            return self._function(piece.text.upper())
        if piece.kind == "sign" and piece.text == "(":
            found = self._expression()
            if self._take(")"):
                return found
        raise Wrong(piece.text) if piece.kind == "error" else Open(piece.text)

    def _cells(self, piece: Token) -> Operand | Cells:
        """The values of cells, however they are spoken of."""
        if piece.area is not None:
            return self._calculator.area(piece.area.moved(*self._moved), self._number)
        if piece.kind == "table":
            return self._calculator.table(piece.text, self._row)
        if piece.home:
            raise Open("a name of another sheet")
        return self._named(piece.text)

    def _named(self, name: str) -> Operand | Cells:
        """TRUE, FALSE, or the cells that a name stands for."""
        if name.upper() in ("TRUE", "FALSE"):
            return name.upper() == "TRUE"
        meant = tokens(self._calculator.name(name, self._number))
        if len(meant) != 1 or meant[0].area is None or not all(meant[0].area.fixed):
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
