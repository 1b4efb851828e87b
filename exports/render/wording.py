"""How values are written in Vietnamese on paper and in the preview: 1.737 · 52,3 · 102,9% · 05/02/2026 · "-"."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from exports.document import Cell, Column, Shape

NOT_COLLECTED = "-"
DAY_TO_FILL_IN = "ngày …. tháng …. năm 20…"
ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
EN_TO_VI = str.maketrans(",.", ".,")


def text_of(cell: Cell) -> str:
    """What stands in a cell; "-" where a figure belongs but was not collected, "" where nothing belongs."""
    value = cell.value
    if value is None:
        return NOT_COLLECTED if cell.expected or cell.figure is not None else ""
    if isinstance(value, str):
        return value
    if isinstance(value, date):
        return short_date(value)
    if cell.shape is Shape.DECIMAL:
        return decimal(value)
    if cell.shape is Shape.POINTS or (cell.shape is Shape.WHOLE and value % 1):
        return points(value)
    if cell.shape is Shape.CODE:
        return str(value)
    return whole(value) if cell.shape is Shape.WHOLE or value == int(value) else decimal(value)


def shape_of(cell: Cell, column: Column) -> Shape:
    """How a cell stands in its column: its own shape, but empties and undeclared numbers follow the column.

    What is no whole number, as a plan of 92,5 %, is never cut to one.
    """
    shape = column.shape if cell.shape is Shape.TEXT and not isinstance(cell.value, str) else cell.shape
    return Shape.POINTS if shape is Shape.WHOLE and isinstance(cell.value, float) and cell.value % 1 else shape


def whole(number: int | float) -> str:
    """A count or whole đồng: 1.737."""
    return f"{number if isinstance(number, int) else _rounded(number, 0):,}".translate(EN_TO_VI)


def decimal(number: int | float) -> str:
    """One decimal, rounded half up: 52,3."""
    return f"{_rounded(number, 1):,}".translate(EN_TO_VI)


def points(number: int | float) -> str:
    """As many decimals as needed, two at most: 2, 0,25."""
    return f"{_rounded(number, 2).normalize():,f}".translate(EN_TO_VI)


def percent(number: int | float) -> str:
    """A rate that carries its own sign: 102,9%. Only where neither column nor unit says %."""
    return decimal(number) + "%"


def short_date(day: date) -> str:
    """05/02/2026, as in tables."""
    return f"{day:%d/%m/%Y}"


def plain_date(day: date) -> str:
    """05/02/2026, 18/3/2026: as in a running text, zeros after the rule of `long_date`."""
    return f"{day.day:02}/{_month(day)}/{day.year:04}"


def long_date(day: date) -> str:
    """ngày 05 tháng 02 năm 2026; a zero before days below 10 and before months 1 and 2 only (Decree 30/2020)."""
    return f"ngày {day.day:02} tháng {_month(day)} năm {day.year:04}"


def place_and_date(place: str, day: date | None) -> str:
    """Tây Ninh, ngày 18 tháng 3 năm 2026; dots to fill in where the place or the day is unknown."""
    return f"{place.strip() or '…………'}, {DAY_TO_FILL_IN if day is None else long_date(day)}"


def roman(number: int) -> str:
    """1 to 39 as I, II, III, IV …"""
    text = ""
    for value, sign in ROMAN:
        count, number = divmod(number, value)
        text += sign * count
    return text


def _month(day: date) -> str:
    return f"{day.month:02}" if day.month < 3 else str(day.month)


def _rounded(number: int | float, places: int) -> Decimal:
    # Through the written form: 0.15 must become 0,2 although the binary number lies a little below.
    return Decimal(repr(number)).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP) + 0
