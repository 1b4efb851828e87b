"""Cells as texts of a block, and texts of a block as cells."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex

from models.values import YesNo
from ui.editing.block import Block
from ui.editing.cells import CellRows, Typed
from ui.editing.reading import CellReader

TICKED = "x"


class CellBlocks:
    """Between the rows of one table and the clipboard."""

    def __init__(self, rows: CellRows, reader: CellReader) -> None:
        self._rows, self._reader = rows, reader

    def text(self, index: QModelIndex | None) -> str:
        """A cell as it is copied; "" for one that is not selected."""
        if index is None:
            return ""
        if isinstance(self._rows.member(index.column()).kind, YesNo):
            return TICKED if self._rows.raw(index)[0] else ""
        return str(index.data() or "")

    def read(self, row: int, column: int, text: str) -> Typed:
        """What a text means in a cell."""
        try:
            return Typed(row, column, self._reader.value(self._rows.member(column), text))
        except ValueError as error:
            return Typed(row, column, None, (text.strip(), str(error)))

    def typed(self, row: int, column: int, block: Block) -> Iterator[Typed]:
        """The cells of a block whose first one stands at this place."""
        for down, line in enumerate(block):
            for along, text in enumerate(line):
                yield self.read(row + down, column + along, text)
