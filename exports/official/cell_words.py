"""A cell of an authority's form in her words: where it is, and what the form itself says beside and over it."""

from __future__ import annotations

from exports.official.labels import SheetLabels
from exports.official.layout import TableLayout, layout_of
from exports.official.list_placing import head_over
from exports.official.places import Place
from exports.official.workbook import Sheet, Workbook


class CellWords:
    """The words of one workbook."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._layouts: dict[int, TableLayout | None] = {}
        self._texts: dict[int, SheetLabels] = {}
        self._heads: dict[tuple[int, int], list[str]] = {}

    def at(self, sheet: Sheet, place: Place, *, headed: bool = False) -> str:
        """ "Ô D17, trang Biểu quý: Số buổi tuyên truyền – Trong kỳ"; `headed`: it has only a head over it."""
        page = f", trang {sheet.name}" if len(self._book.worksheets) > 1 else ""
        found = self._head(sheet, place) if headed else self._labels(sheet, place)
        labels = " – ".join(" ".join(each.split()) for each in found)
        return f"Ô {place}{page}" + (f": {labels}" if labels else "")

    def _head(self, sheet: Sheet, place: Place) -> list[str]:
        """The head over a column of a list: the same for all its rows, so it is looked for at the first one asked."""
        key = sheet.number, place.column
        if key not in self._heads:
            over = head_over(self._labels_of(sheet), place)
            self._heads[key] = [over[1]] if over is not None else []
        return self._heads[key]

    def _labels(self, sheet: Sheet, place: Place) -> list[str]:
        """The label of its row, with that of which it is a part, and the head over it; else "Đơn vị:" at its left."""
        if sheet.number not in self._layouts:
            self._layouts[sheet.number] = layout_of(self._book, sheet)
        layout = self._layouts[sheet.number]
        line = next((each for each in layout.rows if each.number == place.row), None) if layout is not None else None
        if layout is None or line is None:
            left = {at: text for at, text in self._labels_of(sheet).texts.items() if at.row == place.row}
            fields = [text for at, text in left.items() if at.column <= place.column and ":" in text]
            return [each.partition(":")[0] for each in fields[-1:]]
        heads = [each for each in layout.columns.get(place.column, ()) if each]
        return [*filter(None, (line.above, line.label.lstrip("-–+ "))), *heads[-1:]]

    def _labels_of(self, sheet: Sheet) -> SheetLabels:
        if sheet.number not in self._texts:
            self._texts[sheet.number] = SheetLabels(self._book, sheet)
        return self._texts[sheet.number]
