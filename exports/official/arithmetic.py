"""How a spreadsheet reckons: numbers, texts and truth values with its signs."""

from __future__ import annotations

from collections.abc import Iterable

Operand = str | int | float | bool | None
Cells = list[Operand]


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
        return left / right
    if sign == "^":
        raise Open("power")
    return left + right if sign == "+" else left - right if sign == "-" else left * right


def compared(sign: str, first: Operand, second: Operand) -> bool:
    """Whether a comparison holds; texts are compared without regard to capitals."""
    left, right = _alike(first, second)
    if sign in ("=", "<>"):
        return (left == right) is (sign == "=")
    if isinstance(left, str) or isinstance(right, str):
        raise Open("order of texts")
    return {"<": left < right, ">": left > right, "<=": left <= right, ">=": left >= right}[sign]


def added(cells: Iterable[Operand]) -> float:
    """The numbers among these cells, added; texts and truth values in cells do not count."""
    return float(sum(each for each in cells if is_number(each)))  # type: ignore[misc]


def is_number(value: Operand) -> bool:
    """True for a number that counts in a sum."""
    return isinstance(value, int | float) and not isinstance(value, bool)


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
    return float(first or 0), float(second or 0)


def _as_text(value: Operand) -> str:
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        if not value.is_integer():
            raise Open("a number with decimals in a text")
        value = int(value)
    return "" if value is None else str(value)
