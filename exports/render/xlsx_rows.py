"""The body of a table as rows of sheet XML, one after the other: as quick and small for 100 000 rows as for ten.

WORKAROUND: openpyxl needs 350 MB or 17 times as long for such a list, and cannot store the result of a formula; it
makes the frame of the sheet, these rows are put into it. May go when openpyxl can do both.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from xml.sax.saxutils import escape

from openpyxl.utils import get_column_letter

from exports.document import Cell, Column, Row, Shape, together
from exports.long_rows import LongRows
from exports.render.wording import shape_of
from exports.render.xlsx_formulas import Formulas
from exports.render.xlsx_plain_rows import PlainRows, inline
from exports.render.xlsx_plan import Place
from exports.render.xlsx_styles import BODY_SIZE, WEIGHTS, body_style
from exports.render.xlsx_text import clean, heights_of, is_bold, is_figure, serial, written


class RowWriter:
    """Writes the rows of one table."""

    def __init__(self, place: Place, widths: tuple[float, ...], styles: dict[str, int]) -> None:
        self._place = place
        self._widths = widths
        self._merged = [at for at, column in enumerate(place.table.columns) if column.merged]
        self._starts = [f'<c r="{get_column_letter(at)}' for at in range(1, len(place.table.columns) + 1)]
        self._formulas = Formulas(place)
        self._styles = {weight: {shape: styles[body_style(shape, weight)] for shape in Shape} for weight in WEIGHTS}

    def rows(self) -> Iterator[str]:
        """The XML of each row."""
        number, rows = self._place.first, self._place.table.rows
        if isinstance(rows, LongRows) and not self._merged:
            plain = PlainRows(rows, self._place.table.columns, self._widths, self._styles["normal"])
            for each in rows.plain():
                yield plain.row(number, each) or self._single(number, rows.packing.row(each))
                number += 1
            rows = rows.tail
        for portion in together(rows):
            heights = heights_of(portion, self._merged, self._widths, BODY_SIZE)
            for row, height in zip(portion, heights, strict=True):
                yield self._row(number, row, height)
                number += 1

    def _single(self, number: int, row: Row) -> str:
        return self._row(number, row, heights_of([row], self._merged, self._widths, BODY_SIZE)[0])

    def _row(self, number: int, row: Row, height: float) -> str:
        """Texts and numbers, nearly all cells of a long list, are written at once; the others take the long way."""
        styles = self._styles["bold" if is_bold(row) else "part" if row.level > 1 else "normal"]
        cells = []
        for start, column, cell in zip(self._starts, self._place.table.columns, row.cells, strict=True):
            value, shape = cell.value, _shape(cell, column)
            opened = f'{start}{number}" s="{styles[shape]}"'
            if cell.formula is not None or not value:
                cells.append(self._cell(opened, cell))
            elif type(value) is str:
                cells.append(opened + inline(clean(value)))
            else:
                cells.append(self._cell(opened, cell) if type(value) is not int else f"{opened}><v>{value}</v></c>")
        return f'<row r="{number}" ht="{height}" customHeight="1">{"".join(cells)}</row>'

    def _cell(self, start: str, cell: Cell) -> str:
        value = written(cell)
        if value is None:
            return f"{start}/>"
        formula = self._formulas.of(cell) if cell.formula is not None else None
        if formula is not None:
            return _calculated(start, escape(formula), value)
        if isinstance(value, str):
            return start + inline(value)
        return f"{start}><v>{serial(value) if isinstance(value, date) else repr(value)}</v></c>"


def _shape(cell: Cell, column: Column) -> Shape:
    """As on paper; the dash of a missing figure always stands at the right."""
    if cell.value is None:
        return Shape.WHOLE if is_figure(cell) else cell.shape
    return shape_of(cell, column)


def _calculated(start: str, formula: str, value: str | int | float | date) -> str:
    """With its result stored: a reader that does not calculate, and a protected view, show it too."""
    kind = ' t="str"' if isinstance(value, str) else ""
    return f"{start}{kind}><f>{formula}</f><v>{value}</v></c>"
