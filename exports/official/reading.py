"""What stands in a cell: the value stored there, and the text a reader sees, nearly as the spreadsheet shows it."""

from __future__ import annotations

import re
from datetime import date, timedelta
from math import isfinite

from exports.official.places import Spot
from exports.official.sheet import SheetText
from exports.official.styles import Look
from exports.official.workbook import Workbook
from exports.official.xml import rich_text_in, whole_number
from exports.render.wording import EN_TO_VI, short_date

Stored = str | int | float | bool | None
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
EPOCH, EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
LATEST_DAY = 2_958_465  # 31/12/9999


class StoredError(str):
    """An error stored as the result of a formula: "#REF!"."""

    __slots__ = ()


def stored_value(workbook: Workbook, text: SheetText, spot: Spot) -> Stored:
    """The value stored in a cell; None if it is empty or a formula without a result."""
    kind = text.attributes(spot).get("t", "n")
    if kind == "inlineStr":
        return _unescaped(rich_text_in(text.content(spot), text.part.prefix))
    said = text.inner(spot, "v")
    if said is None:
        return None
    if kind == "s":
        return _shared(workbook, said)
    if kind in ("str", "d"):
        return _unescaped(said)
    if kind == "e":
        return StoredError(said)
    return said.strip() not in ("0", "false") if kind == "b" else _number(said)


def shown(workbook: Workbook, value: Stored, look: Look) -> str:
    """A value as its cell shows it, as near as reading and drawing need it."""
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if look.is_date and 0 < value <= LATEST_DAY:
        return short_date(day_of(value, workbook.counts_from_1904))
    share = look.is_percent
    number = value * 100 if share else value
    decimals = re.search(r"\.(0+)", look.format)
    places = len(decimals[1]) if decimals else 0 if look.format != "General" or float(number).is_integer() else None
    separator = "," if "," in look.format else ""
    said = f"{number:{separator}.{places}f}" if places is not None else repr(number)
    return said.translate(EN_TO_VI) + "%" * share


def day_of(serial: int | float, from_1904: bool) -> date:
    """The day that a number means in a workbook."""
    return (EPOCH_1904 if from_1904 else EPOCH) + timedelta(days=int(serial))


def serial_of(day: date, from_1904: bool) -> int | None:
    """The number that means a day in a workbook; None where there is none that every program reads the same."""
    if day < (EPOCH_1904 if from_1904 else date(1900, 3, 1)):
        return None
    return (day - (EPOCH_1904 if from_1904 else EPOCH)).days


def _shared(workbook: Workbook, said: str) -> str | None:
    number = whole_number(said.strip())
    return _unescaped(workbook.strings[number]) if number is not None and number < len(workbook.strings) else None


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def _number(said: str) -> int | float | None:
    try:
        number = float(said)
    except ValueError:
        return None
    if not isfinite(number):
        return None
    return int(number) if number.is_integer() and abs(number) < 1e15 else number
