"""How wide the columns of a table are and how large its letters, so that nothing is cut off or overlaps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain

from exports.by_value import ByValue
from exports.document import Cell, Row, Shape, Table
from exports.long_rows import ORDINARY, LongRows, is_ordinary
from exports.render import wording
from exports.render.pdf_text import Frame
from exports.render.pdf_type import BOLD, REGULAR, Typesetter
from exports.render.style import STYLE, points

STEP_PT = 0.5
LONG_WORD = 5.0  # ems; longer words (addresses of web pages) are broken rather than making all letters small
NUMBERS = (Shape.WHOLE, Shape.DECIMAL, Shape.POINTS, Shape.DATE)
CROWDED = 15  # with more columns than this the year of a day may stand under day and month


@dataclass(frozen=True, slots=True)
class Sizes:
    """The letters of a table in points: body, head, and the least that either may shrink to."""

    body: float = STYLE.table_body_pt
    head: float = STYLE.table_head_pt
    least: float = STYLE.table_least_pt


PLAIN = Sizes()


@dataclass(frozen=True, slots=True)
class Grid:
    """The edges of the columns in points from the left edge of the page, and the size of letters in body and head."""

    edges: tuple[float, ...]
    size: float
    head_size: float
    part_column: int | None  # where rows of level 2 are indented
    side: float  # free at each side of a cell

    def inner(self, first: int, last: int | None = None) -> tuple[float, float]:
        """Left and right edge of the text in a column, or over the columns first..last."""
        return self.edges[first] + self.side, self.edges[(first if last is None else last) + 1] - self.side


def fit(table: Table, frame: Frame, sizes: Sizes = PLAIN) -> Grid:
    """The columns in the proportions the form gives them.

    Letters shrink from 12 to 10 pt (to 7 pt in a crowded table; unless `sizes` say otherwise) where a word or number is
    wider than its column; columns in which it does not fit even then are widened at the cost of the others.
    """
    body, head = _needs(table, frame.type), _head_needs(table, frame.type)
    given = sum(column.width for column in table.columns)
    widths = [column.width * frame.width / given for column in table.columns]
    crowded = len(table.columns) > STYLE.crowded_columns
    smallest = STYLE.crowded_least_pt if crowded else sizes.least
    side = points(STYLE.crowded_side_mm if crowded else STYLE.cell_side_mm)
    rims = 2 * side
    least = [max(pair) * smallest + rims for pair in zip(body, head, strict=True)]
    widths = _widened(widths, least)
    inner = [width - rims for width in widths]
    return Grid(
        edges=tuple(accumulate(widths, initial=frame.left)),
        size=_largest(sizes.body, smallest, body, inner),
        head_size=_largest(sizes.head, smallest, head, inner),
        part_column=_part_column(table),
        side=side,
    )


def face_of(row: Row) -> str:
    """Group headings and totals are bold."""
    return BOLD if row.level == 0 or row.total else REGULAR


def _part_column(table: Table) -> int | None:
    return next((at for at, column in enumerate(table.columns) if column.shape is Shape.TEXT), None)


def _needs(table: Table, type_: Typesetter) -> list[float]:
    """For letters of 1 pt, the widest thing in each column that must not be broken."""
    needs = [0.0] * len(table.columns)
    for row in _needs_of_rows(table, type_):
        for at, need in enumerate(row):
            if need > needs[at]:
                needs[at] = need
    return needs


def _needs_of_rows(table: Table, type_: Typesetter) -> Iterator[Sequence[float]]:
    part_column, crowded = _part_column(table), len(table.columns) > CROWDED
    indent = points(STYLE.part_indent_mm) / STYLE.table_least_pt

    def need(at: int, cell: Cell, row: Row) -> float:
        if cell.value is None:
            return 0.0
        text = wording.text_of(cell)
        if crowded and cell.shape is Shape.DATE:
            text = text[: text.rfind("/") + 1]
        widest = type_.longest_word(text, face_of(row))
        if cell.shape in NUMBERS:
            return widest
        return min(widest, LONG_WORD) + (indent if row.level > 1 and at == part_column else 0.0)

    others: Iterable[Row] = table.rows
    if isinstance(table.rows, LongRows):
        rows, by_value = table.rows, ByValue(table.rows, lambda at, cell: need(at, cell, ORDINARY))
        yield from (by_value.of(plain) for plain in rows.plain() if is_ordinary(plain))
        others = chain((rows.packing.row(plain) for plain in rows.plain() if not is_ordinary(plain)), rows.tail)
    for row in others:
        yield [need(at, cell, row) for at, cell in enumerate(row.cells)]


def _head_needs(table: Table, type_: Typesetter) -> list[float]:
    return [min(type_.longest_word(column.title, BOLD), LONG_WORD) for column in table.columns]


def _largest(size: float, smallest: float, needs: list[float], inner: list[float]) -> float:
    """The largest size in which everything fits, or the least one allowed."""
    return next((size for size in _sizes(size, smallest) if _all_fit(size, needs, inner)), smallest)


def _sizes(size: float, smallest: float) -> Iterator[float]:
    while size >= smallest:
        yield size
        size -= STEP_PT


def _all_fit(size: float, needs: list[float], inner: list[float]) -> bool:
    return all(need * size <= width + 0.01 for need, width in zip(needs, inner, strict=True))


def _widened(widths: list[float], least: list[float]) -> list[float]:
    """Columns narrower than they must be take what they lack from the others, in proportion to what those can spare."""
    lacking = [max(need - width, 0.0) for width, need in zip(widths, least, strict=True)]
    spare = [max(width - need, 0.0) for width, need in zip(widths, least, strict=True)]
    if not sum(lacking):
        return widths
    share = min(1.0, sum(spare) / sum(lacking))  # below 1 the paper is too narrow: words will be broken
    taken = share * sum(lacking) / (sum(spare) or 1.0)
    return [width + share * lack - taken * free for width, lack, free in zip(widths, lacking, spare, strict=True)]
