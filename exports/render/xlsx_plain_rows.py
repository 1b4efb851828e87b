"""Ordinary rows of a long list as sheet XML, one pattern filled for each: as quick as if written by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from xml.sax.saxutils import escape

from openpyxl.utils import get_column_letter

from exports.document import Column, Shape
from exports.long_rows import LongRows, Plain
from exports.render.xlsx_text import DASH, WIDEST_LETTER, clean, escaped, height_of, lines_of, serial
from models.lists.line import Said

_TEXT = ' t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>'


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
        self._missing = [(_TEXT % DASH if alike else "") if is_one else "/>" for is_one in figured]
        self._widths = [(width, width / WIDEST_LETTER - 3) for width in widths[: len(columns)]]

    def row(self, number: int, plain: Plain) -> str:
        """The XML of a row; empty for one that does not look like the others."""
        if plain[2] != 1 or plain[3] != 1 or not plain[1]:
            return ""
        cells: list[float | str] = [0.0]
        lines = 1
        for value, (width, letters), missing in zip(plain[4:], self._widths, self._missing, strict=True):
            if value is None:
                if not missing:
                    return ""
                cells.append(missing)
            elif type(value) is str:
                cells.append(_text(value))
                if len(value) > letters or "\n" in value:
                    lines = max(lines, lines_of(value, width))
            else:
                cells.append(f"><v>{value}</v></c>" if type(value) is int else _number(value))
        cells[0] = height_of(lines)
        return self._pattern.replace("#", str(number)) % tuple(cells)


@lru_cache(maxsize=4096)
def _text(text: str) -> str:
    return _TEXT % markup(text)


def markup(text: str) -> str:
    """A text as it stands in XML."""
    return escape(escaped(clean(text)))


@lru_cache(maxsize=4096)
def _number(value: Said) -> str:
    if isinstance(value, int | float):
        return f"><v>{value!r}</v></c>"
    assert value is not None and not isinstance(value, str)
    day = serial(value)
    return f"><v>{day}</v></c>" if day is not None else _TEXT % f"{value:%d/%m/}{value.year:04}"
