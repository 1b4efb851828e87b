"""Ordinary rows of a long list as sheet XML, one pattern filled for each: as quick as if written by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import islice
from xml.sax.saxutils import escape

from openpyxl.utils import get_column_letter

from exports.by_value import REMEMBERED
from exports.document import Column, Shape
from exports.long_rows import LongRows, Plain, is_ordinary
from exports.render.xlsx_text import DASH, WIDEST_LETTER, clean, escaped, height_of, lines_of, serial
from models.lists.line import Said

Written = tuple[str, int]  # a cell from its style on, its lines


class PlainRows:
    """Fills the pattern of a row; styles are those of normal weight."""

    def __init__(
        self, rows: LongRows, columns: Sequence[Column], widths: Sequence[float], styles: Mapping[Shape, int]
    ) -> None:
        cells = [
            f'<c r="{get_column_letter(at)}#" s="{styles[column.shape]}"%s' for at, column in enumerate(columns, 1)
        ]
        self._pattern = f'<row r="#" ht="%s" customHeight="1">{"".join(cells)}</row>'
        figured = rows.packing.figured
        alike = all(
            styles[each.shape] == styles[Shape.WHOLE] for each, is_one in zip(columns, figured, strict=True) if is_one
        )
        missing = [(inline(DASH) if alike else "") if is_one else "/>" for is_one in figured]
        self._known: list[dict[Said, Written]] = [{None: (each, 1)} for each in missing]
        self._widths = widths[: len(columns)]

    def row(self, number: int, plain: Plain) -> str:
        """The XML of a row; empty for one that does not look like the others."""
        if not is_ordinary(plain):
            return ""
        cells: list[float | str] = [0.0]
        tallest = 1
        for known, width, value in zip(self._known, self._widths, islice(plain, 4, None), strict=True):
            if value in known and type(value) is not float:  # 1.0 is not written as 1
                cell, lines = known[value]
            else:
                cell, lines = _remembered(known, value, width)
            if not cell:
                return ""
            cells.append(cell)
            if lines > tallest:
                tallest = lines
        cells[0] = height_of(tallest)
        return self._pattern.replace("#", str(number)) % tuple(cells)


def _remembered(known: dict[Said, Written], value: Said, width: float) -> Written:
    if type(value) is int:
        return f"><v>{value}</v></c>", 1  # running numbers come once only
    if type(value) is float:
        return f"><v>{value!r}</v></c>", 1
    if len(known) > REMEMBERED:
        nothing = known[None]
        known.clear()
        known[None] = nothing
    known[value] = written = _written(value, width)
    return written


def _written(value: Said, width: float) -> Written:
    if isinstance(value, str):
        is_long = len(value) > width / WIDEST_LETTER - 3 or "\n" in value
        return inline(clean(value)), lines_of(value, width) if is_long else 1
    assert isinstance(value, date)
    day = serial(value)
    return f"><v>{day}</v></c>" if day is not None else inline(f"{value:%d/%m/}{value.year:04}"), 1


def inline(text: str) -> str:
    """A clean text as it stands in its cell, from the cell's style on; blanks that XML would lose are guarded."""
    guarded = ' xml:space="preserve"' if text != text.strip() or "\n" in text or "  " in text else ""
    return f' t="inlineStr"><is><t{guarded}>{escape(escaped(text))}</t></is></c>' if text else "/>"
