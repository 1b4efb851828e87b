"""The functions of a spreadsheet that forms use for their totals and shares."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

from exports.official.arithmetic import Cells, Open, Operand, Wrong, added, is_number, number

Given = Sequence[Operand | Cells]
GivenLazily = Sequence[Operand | Cells | Wrong]


def _flat(given: Given) -> Cells:
    """All values given: cells as they are, of what is written out only numbers are taken as such."""
    flat: Cells = []
    for each in given:
        if isinstance(each, list):
            flat += each
        elif isinstance(each, str | bool):
            raise Open("a text among numbers")
        else:
            flat.append(0 if each is None else each)
    return flat


def _numbers(given: Given) -> list[float]:
    return [float(each) for each in _flat(given) if is_number(each)]  # type: ignore[arg-type]


def _one(given: Given, at: int = 0) -> Operand:
    if at >= len(given):
        raise Open("something is not given")
    each = given[at]
    if isinstance(each, list):
        if len(each) > 1:
            raise Open("an area where a value is asked")
        return each[0] if each else None
    return each


def _average(given: Given) -> float:
    found = _numbers(given)
    if not found:
        raise Wrong("#DIV/0!")
    return added(found) / len(found)


def _rounded(given: Given) -> float:
    value, places = number(_one(given)), int(number(_one(given, 1)))
    if abs(places) > 12 or abs(value) > 1e15:
        raise Open("rounding beyond the numbers of a form")
    exact = Decimal(repr(value)).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    return float(exact)


def _truth(value: Operand) -> bool:
    if isinstance(value, str):
        raise Open("a text where a truth is asked")
    return bool(value)


def _all_or_any(choose: Callable[[list[bool]], bool]) -> Callable[[Given], bool]:
    def chosen(given: Given) -> bool:
        return choose([_truth(each) for each in _flat_truths(given)])

    return chosen


def _flat_truths(given: Given) -> Cells:
    """What is asked, without the cells in which nothing stands: they do not count, but something must be there."""
    asked = [_one(given, at) for at in range(len(given)) if not _is_empty_cell(given[at])]
    if not asked:
        raise Open("nothing is asked")
    return asked


def _is_empty_cell(given: Operand | Cells) -> bool:
    return isinstance(given, list) and all(each is None for each in given)


def _if(given: GivenLazily) -> Operand:
    if not 2 <= len(given) <= 3:
        raise Open("IF")
    asked = _sound(given[0])
    branch: Operand | Cells | Wrong = given[1] if _truth(_one([asked])) else given[2] if len(given) > 2 else False
    found = _one([_sound(branch)])
    return 0 if found is None else found


def _if_error(given: GivenLazily) -> Operand:
    if len(given) != 2:
        raise Open("IFERROR")
    found = _one([_sound(given[1])]) if isinstance(given[0], Wrong) else _one([_sound(given[0])])
    return 0 if found is None else found


def _count(given: GivenLazily) -> Operand:
    """How many numbers there are. Open beside an error, which counts for nothing here."""
    if any(isinstance(each, Wrong) for each in given):
        raise Open("an error among what is counted")
    return float(len(_numbers([_sound(each) for each in given])))


def _is_number(given: GivenLazily) -> Operand:
    """False for an error too: it is asked before a figure is used."""
    if len(given) != 1:
        raise Open("ISNUMBER")
    return not isinstance(given[0], Wrong) and is_number(_one([given[0]]))


def _sound(value: Operand | Cells | Wrong) -> Operand | Cells:
    if isinstance(value, Wrong):
        raise value
    return value


LAZY: Mapping[str, Callable[[GivenLazily], Operand]] = {
    "IF": _if,
    "IFERROR": _if_error,
    "COUNT": _count,
    "ISNUMBER": _is_number,
}
FUNCTIONS: Mapping[str, Callable[[Given], Operand]] = {
    "SUM": lambda given: added(_flat(given)),
    "AVERAGE": _average,
    "MIN": lambda given: min(_numbers(given), default=0.0),
    "MAX": lambda given: max(_numbers(given), default=0.0),
    "ROUND": _rounded,
    "ABS": lambda given: abs(number(_one(given))),
    "AND": _all_or_any(all),
    "OR": _all_or_any(any),
    "NOT": lambda given: not _truth(_one(given)),
}
