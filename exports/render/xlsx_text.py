"""What a value becomes in a workbook, and how much room its text takes on paper.

The widths are those of Times New Roman; a Vietnamese letter is as wide as the letter without its marks.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from exports.document import Cell, Column, Row, Shape

FIGURE_TYPES = (int, float, date)
LONGEST_TEXT = 32767  # what a cell of a workbook can hold
TALLEST_ROW = 409.0  # points, likewise
DASH = "-"
EPOCH = date(1899, 12, 30)
FIRST_DATE = date(1900, 3, 1)  # before it, spreadsheets count the days wrongly: such a date is written as text
MM_PER_POINT = 25.4 / 72
PADDING = 2.0  # mm of a column that its text cannot use
DAY_WIDTH = 24.0  # mm of a day at size 12
INDENT = 3.2  # mm more that an indented part loses
WIDEST_LETTER = 4.0  # mm at size 12
LINE = 1.3125  # height of a line in letter sizes, as Excel draws Times New Roman
LETTER_WIDTHS = {
    180: "'",
    200: "|",
    250: " .,",
    278: "ijlt/\\:;",
    333: "Ifr!()-[]`",
    389: "Js",
    408: '"',
    444: "acez?",
    556: "FP",
    564: "+<=>",
    611: "ELTZ",
    667: "BCR",
    722: "ADGHKNOQUVXYw&",
    778: "m",
    833: "%",
    889: "M",
    921: "@",
    944: "W",
}

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


class _Widths(dict[str, int]):
    """Widths of letters in thousandths of the letter size, worked out when first asked for."""

    def __missing__(self, letter: str) -> int:
        plain = unicodedata.normalize("NFD", letter)[0]
        self[letter] = width = self[plain] if plain != letter and plain in self else 520
        return width


_WIDTHS = _Widths({letter: width for width, letters in LETTER_WIDTHS.items() for letter in letters})


def clean(text: str) -> str:
    """A text as it may stand in a cell: no control characters, no `\\r`, not longer than a cell can hold."""
    text = legible(text)
    return text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1] + "…"


def legible(text: str) -> str:
    """A text without control characters and `\\r`, of any length: as it may stand in a document."""
    return text if text.isprintable() else _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def escaped(text: str) -> str:
    """A clean text in which Excel sees no escape of its own: it would show "_x0041_" as "A"."""
    return _ESCAPE.sub("_x005F_", text) if "_x" in text else text


def serial(day: date) -> int | None:
    """The number by which a workbook names a day; None if it has none."""
    return (day - EPOCH).days if day >= FIRST_DATE else None


def is_figure(cell: Cell) -> bool:
    """True if a figure, a number or a date stands here, or should stand here."""
    return cell.expected or cell.figure is not None or isinstance(cell.value, FIGURE_TYPES)


def written(cell: Cell) -> str | int | float | date | None:
    """The value that a spreadsheet program reads in the cell."""
    value = cell.value
    if isinstance(value, str):
        return clean(value) or None
    if value is None:
        return DASH if is_figure(cell) else None
    return f"{value:%d/%m/}{value.year:04}" if isinstance(value, date) and value < FIRST_DATE else value


@lru_cache(maxsize=16384)
def lines_of(text: str, width: float, size: float = 12, bold: bool = False) -> int:
    """How many lines a text takes in a column of so many mm; rather one too many than one cut off."""
    room = (width - PADDING) / (size * MM_PER_POINT) * (930 if bold else 975)
    if len(text) * 780 <= room and "\n" not in text:
        return 1
    return sum(_wrapped(line, max(room, 1000)) for line in text.split("\n"))


def least_width(column: Column) -> float:
    """The width in mm in which no word of a column's title is broken and no day becomes small."""
    words = max(map(_word_width, column.title.split()), default=0) / 930 * 12 * MM_PER_POINT + PADDING
    return max(words, DAY_WIDTH if column.shape is Shape.DATE else 0.0)


def height_of(lines: int, size: float = 12) -> float:
    """The height in points of a row with so many lines."""
    return min(TALLEST_ROW, round(lines * size * LINE + 1.5, 2))


def height_of_row(row: Row, widths: Sequence[float], size: float = 12) -> float:
    """The height in points of a table row in columns of so many mm."""
    lines, bold, indent = 2 if row.roomy else 1, is_bold(row), INDENT if row.level > 1 else 0.0
    for cell, width in zip(row.cells, widths, strict=False):
        text = cell.value
        if isinstance(text, str) and (len(text) > width / WIDEST_LETTER - 3 or "\n" in text):
            lines = max(lines, lines_of(text, width - indent, size, bold))
    return height_of(lines, size)


def heights_of(portion: Sequence[Row], merged: Sequence[int], widths: Sequence[float], size: float = 12) -> list[float]:
    """The heights of rows that tell of one record; what their merged cells need more, the last one gets."""
    if len(portion) == 1:
        return [height_of_row(portion[0], widths, size)]
    heights = [height_of_row(_only(row, merged, False), widths, size) for row in portion]
    lacking = height_of_row(_only(portion[0], merged, True), widths, size) - sum(heights)
    return [*heights[:-1], min(TALLEST_ROW, round(heights[-1] + max(lacking, 0.0), 2))]


def _only(row: Row, columns: Sequence[int], inside: bool) -> Row:
    cells = (cell if (at in columns) is inside else Cell() for at, cell in enumerate(row.cells))
    return replace(row, cells=tuple(cells))


def is_bold(row: Row) -> bool:
    """True for headings of groups and totals."""
    return row.total or row.level == 0


@lru_cache(maxsize=8192)
def _word_width(word: str) -> int:
    return sum(map(_WIDTHS.__getitem__, word))


def _wrapped(line: str, room: float) -> int:
    lines, used = 1, 0.0
    for word in line.split(" "):
        width = _word_width(word)
        if used and used + 250 + width > room:
            lines, used = lines + 1, 0.0
        used += width + (250 if used else 0)
        if used > room:  # a word longer than the line is broken
            lines, used = lines + int(used // room), used % room
    return lines
