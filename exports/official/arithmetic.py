"""How a spreadsheet reckons: numbers, texts and truth values with its signs."""

from __future__ import annotations

from collections.abc import Iterable
from math import isfinite
from typing import Final

Operand = str | int | float | bool | None
Cells = list[Operand]
SAME: Final = 2.0**-50  # so far apart, in proportion, and every program takes two numbers for one
DOUBTFUL: Final = 1e-13  # from here on every program takes them for two
LONGEST_IN_TEXT: Final = 1e11  # beyond it a number in a text may be written with an exponent


class Open(Exception):
    """A formula that is not worked out here: a spreadsheet program will, when the workbook is opened."""


class TooDeep(Open):
    """Formulas that read formulas further than can be followed at once; `cell` is where that was."""

    cell: tuple[int, tuple[int, int]] | None = None


class Wrong(Exception):
    """A formula that comes to an error, such as a division by zero."""

    def __init__(self, error: str) -> None:
        super().__init__(error)
        self.error = error


def number(value: Operand) -> float:
    """A value as a number: nothing is 0. Open for a text: how it is read depends on the program and its country."""
    if isinstance(value, str):
        raise Open("a text where a number is asked")
    return float(value or 0)


def operated(sign: str, first: Operand, second: Operand) -> Operand:
    """`first` and `second` put together by + - * / ^ or &."""
    if sign == "&":
        return _as_text(first) + _as_text(second)
    left, right = number(first), number(second)
    if sign == "/":
        if not right:
            raise Wrong("#DIV/0!")
        return finite(left / right)
    if sign == "^":
        raise Open("power")
    if sign == "*":
        return finite(left * right)
    return _sound(left + right if sign == "+" else left - right, left)


def compared(sign: str, first: Operand, second: Operand) -> bool:
    """Whether a comparison holds; texts are compared without regard to capitals."""
    left, right = _alike(first, second)
    if sign in ("=", "<>"):
        return (left == right) is (sign == "=")
    if isinstance(left, str) or isinstance(right, str):
        raise Open("order of texts")
    return {"<": left < right, ">": left > right, "<=": left <= right, ">=": left >= right}[sign]


def added(cells: Iterable[Operand]) -> float:
    """The numbers among these cells, added; texts in cells do not count."""
    numbers = [float(each) for each in cells if is_number(each)]  # type: ignore[arg-type]
    return _sound(sum(numbers), max(map(abs, numbers), default=0.0))


def is_number(value: Operand) -> bool:
    """True for a number that counts in a sum. Open for a truth value: programs do not agree whether it counts."""
    if isinstance(value, bool):
        raise Open("a truth value among numbers")
    return isinstance(value, int | float)


def finite(value: float) -> float:
    """A number that a cell can hold. Wrong if it is beyond all numbers."""
    if not isfinite(value):
        raise Wrong("#NUM!")
    return value


def _sound(value: float, part: float) -> float:
    """A sum. Open if nothing but the last digits of its parts is left: programs take it for nothing, or do not."""
    if value and abs(value) < DOUBTFUL * abs(part):
        raise Open("a difference of the last digits")
    return finite(value)


def _alike(first: Operand, second: Operand) -> tuple[str | float, str | float]:
    if first is None and isinstance(second, str):
        first = ""
    if second is None and isinstance(first, str):
        second = ""
    if isinstance(first, bool) is not isinstance(second, bool) and None not in (first, second):
        raise Open("a truth value beside another")
    if isinstance(first, str) and isinstance(second, str):
        return first.casefold(), second.casefold()
    if isinstance(first, str) or isinstance(second, str):
        return str(first), float("nan")  # a text is never equal to a number
    return _even(float(first or 0), float(second or 0))


def _even(left: float, right: float) -> tuple[float, float]:
    """Two numbers as a spreadsheet compares them: the last digits, where reckoning leaves its traces, do not count."""
    apart, size = abs(left - right), max(abs(left), abs(right))
    if apart <= SAME * size:
        return left, left
    if apart < DOUBTFUL * size:
        raise Open("numbers that differ in their last digits")
    return left, right


def _as_text(value: Operand) -> str:
    if isinstance(value, bool):
        raise Open("a truth value in a text")
    if isinstance(value, int | float):
        if not float(value).is_integer() or abs(value) >= LONGEST_IN_TEXT:
            raise Open("a number with decimals or without end in a text")
        value = int(value)
    return "" if value is None else str(value)
