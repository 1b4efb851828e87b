"""One table on the paper: the edges of its columns and rows, and the titles of its head in two rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise

from PySide6.QtCore import QRectF

from exports.document import Column, Row, Shape, Table, together
from exports.render.wording import text_of
from ui.reports.paper import CELL_ABOVE, CELL_SIDE, PART_INDENT, PX_PER_MM, SMALL_LETTERS, Face, Gauge

HEAD, NUMBERS = Face(SMALL_LETTERS, bold=True), Face(SMALL_LETTERS - 1, italic=True)
NUMERIC = (Shape.WHOLE, Shape.DECIMAL, Shape.POINTS)
STRONG_ROWS, PLAIN_ROWS = Face(bold=True), Face()


@dataclass(frozen=True, slots=True)
class Title:
    """A cell of the head; `room` counts from the head's own top."""

    room: QRectF
    text: str
    face: Face


@dataclass(slots=True)
class Grid:
    """A table in its place: `edges` of its columns, `tops` of its rows and the bottom of the last one."""

    table: Table
    edges: list[float]
    head: list[Title]
    tops: list[float]
    head_height: float
    texts: list[list[str]]  # of every cell, as it is written
    label_column: int  # the one whose parts ("- Trong đó …") stand further in
    head_top: float = 0.0

    def move_down(self, top: float) -> float:
        """Puts its head at `top`; gives back where the table ends."""
        by = top - self.head_top
        self.head_top = top
        self.tops = [each + by for each in self.tops]
        return self.tops[-1]

    def bottom(self, row: int, column: int) -> float:
        """Where a cell ends: a merged one with the last row of its record."""
        over = self.table.rows[row].over if self.table.columns[column].merged else 1
        return self.tops[row + max(over, 1)]

    def first_of(self, row: int, column: int) -> int:
        """The row that a cell belongs to: a merged one to the first of its record."""
        while self.table.columns[column].merged and not self.table.rows[row].over:
            row -= 1
        return row

    def frozen(self) -> int:
        """How many columns stay on the left when the paper is moved: up to the one that says what a row is."""
        return self.label_column + 1 if len(self.edges) > self.label_column + 3 else 0


def grid_of(table: Table, left: float) -> Grid:
    """The table from x = `left` on, its head at 0."""
    texts = [[text_of(cell) for cell in row.cells] for row in table.rows]
    label = next((at for at, column in enumerate(table.columns) if column.shape is Shape.TEXT), 0)
    edges = _edges(table, texts, left)
    head, height = _head(table.columns, edges)
    tops = [height]
    gauges = {face: Gauge(face) for face in (STRONG_ROWS, PLAIN_ROWS)}
    merged = {at for at, column in enumerate(table.columns) if column.merged}
    for portion in together(table.rows):
        written = texts[len(tops) - 1 : len(tops) - 1 + len(portion)]
        tops += _bottoms(
            portion,
            written,
            merged,
            tops[-1],
            lambda row, said: _row_height(row, said, edges, gauges[face_of(row)], label),
        )
    return Grid(table, edges, head, tops, height, texts, label)


def face_of(row: Row) -> Face:
    """Headings and totals are bold."""
    return STRONG_ROWS if row.total or row.level == 0 else PLAIN_ROWS


def indent_of(row: Row, column: int, label_column: int) -> float:
    """How much further in a part stands."""
    return PART_INDENT if row.level > 1 and column == label_column else 0.0


def _edges(table: Table, texts: list[list[str]], left: float) -> list[float]:
    """The columns as wide as on paper, or wider where a number or a word would be cut."""
    edges, bold, head = [left], Gauge(STRONG_ROWS), Gauge(HEAD)
    for at, column in enumerate(table.columns):
        written = {row[at] for row in texts}
        unbroken = bold.widest_word if column.shape is Shape.TEXT else bold.width
        if column.shape is Shape.CODE:
            unbroken = bold.widest_word
        least = max([head.widest_word(column.title), *map(unbroken, written)]) + 2 * CELL_SIDE + 1
        edges.append(edges[-1] + max(column.width * PX_PER_MM, least))
    return edges


def _head(columns: tuple[Column, ...], edges: list[float]) -> tuple[list[Title], float]:
    gauge = Gauge(HEAD)

    def height(text: str, first: int, last: int) -> float:
        return gauge.height(text, edges[last + 1] - edges[first] - 2 * CELL_SIDE) + 2 * CELL_ABOVE

    groups = _groups(columns)
    grouped = [at for at, column in enumerate(columns) if column.group]
    upper = max((height(text, first, last) for text, first, last in groups), default=0.0)
    lower = max((height(columns[at].title, at, at) for at in grouped), default=0.0)
    alone = max((height(columns[at].title, at, at) for at in range(len(columns)) if at not in grouped), default=0.0)
    lower = max(lower, alone - upper)
    titles = [Title(QRectF(edges[a], 0, edges[b + 1] - edges[a], upper), text, HEAD) for text, a, b in groups]
    for at, (start, end) in enumerate(pairwise(edges)):
        top = upper if at in grouped else 0.0
        titles.append(Title(QRectF(start, top, end - start, upper + lower - top), columns[at].title, HEAD))
    return _numbered(titles, columns, edges, upper + lower)


def _groups(columns: tuple[Column, ...]) -> list[tuple[str, int, int]]:
    """Titles over several columns, with the first and the last of them."""
    found = []
    for group, members in groupby(enumerate(columns), key=lambda each: each[1].group):
        places = [at for at, _column in members]
        if group:
            found.append((group, places[0], places[-1]))
    return found


def _numbered(
    titles: list[Title], columns: tuple[Column, ...], edges: list[float], height: float
) -> tuple[list[Title], float]:
    if not any(column.number for column in columns):
        return titles, height
    row = Gauge(NUMBERS).line + CELL_ABOVE
    for at, (start, end) in enumerate(pairwise(edges)):
        titles.append(Title(QRectF(start, height, end - start, row), columns[at].number or "", NUMBERS))
    return titles, height + row


def _bottoms(
    portion: list[Row],
    written: list[list[str]],
    merged: set[int],
    top: float,
    height: Callable[[Row, list[str]], float],
) -> list[float]:
    """Where the rows end that tell of one record; what its merged cells need more, the last one gets."""
    if len(portion) == 1:
        return [top + height(portion[0], written[0])]
    own = [["" if at in merged else text for at, text in enumerate(line)] for line in written]
    whole = [text if at in merged else "" for at, text in enumerate(written[0])]
    bottoms = list(accumulate(map(height, portion, own), initial=top))[1:]
    return [*bottoms[:-1], max(bottoms[-1], top + height(portion[0], whole))]


def _row_height(row: Row, written: list[str], edges: list[float], gauge: Gauge, label: int) -> float:
    heights = (
        gauge.height(text, edges[at + 1] - edges[at] - 2 * CELL_SIDE - indent_of(row, at, label))
        for at, text in enumerate(written)
        if text
    )
    return max(heights, default=gauge.line) + 2 * CELL_ABOVE
