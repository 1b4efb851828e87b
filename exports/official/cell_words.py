"""A cell of an authority's form in her words: where it is, and what the form itself says beside and over it."""

from __future__ import annotations

from exports.official.layout import TableLayout, layout_of
from exports.official.places import Place
from exports.official.workbook import Sheet, Workbook


class CellWords:
    """The words of one workbook."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._layouts: dict[int, TableLayout | None] = {}

    def at(self, sheet: Sheet, place: Place) -> str:
        """ "Ô D17, trang Biểu quý: Số buổi tuyên truyền – Trong kỳ"."""
        page = f", trang {sheet.name}" if len(self._book.worksheets) > 1 else ""
        labels = " – ".join(" ".join(each.split()) for each in self._labels(sheet, place))
        return f"Ô {place}{page}" + (f": {labels}" if labels else "")

    def _labels(self, sheet: Sheet, place: Place) -> list[str]:
        """The label of its row, with that of which it is a part, and the heads over it; else what stands left of it."""
        if sheet.number not in self._layouts:
            self._layouts[sheet.number] = layout_of(self._book, sheet)
        layout = self._layouts[sheet.number]
        line = next((each for each in layout.rows if each.number == place.row), None) if layout is not None else None
        if layout is None or line is None:
            return []
        heads = [each for each in layout.columns.get(place.column, ()) if each]
        return [*filter(None, (line.above, line.label.lstrip("-–+ "))), *heads[-1:]]
