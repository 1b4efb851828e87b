"""The documents of the whole bundle side by side over the sheet; nothing where there is only one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton

from exports.document import ReportDocument
from ui.widgets.segments import Segments
from ui.widgets.small import row

HEIGHT = 44
TEXT = ("Lời văn", "Lời văn báo cáo: đọc và sửa từng mục")
PLOTS = ("Biểu đồ", "Bấm vào một cột để xem các bản ghi đứng sau")


class Tabs(QFrame):
    """Emits `chosen` with the place of a document."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._names: list[str] = []
        self._segments: Segments | None = None
        self._row = row(into=self)
        self.setMinimumHeight(HEIGHT)  # the same with and without tabs

    @property
    def is_empty(self) -> bool:
        """True if there is nothing to choose from."""
        return self._segments is None

    def show_documents(
        self, documents: Sequence[ReportDocument], place: int, *, text: bool = False, plots: bool = False
    ) -> None:
        """Shows their names, between those of the text and the plots if there are any, and marks one."""
        tabs = [(each.form, " ".join(each.title.split()).capitalize()) for each in documents]
        tabs = [*([TEXT] if text else []), *tabs, *([PLOTS] if plots else [])]
        names = [name for name, _tip in tabs]
        if names != self._names:
            self._names = names
            self._make([tip for _name, tip in tabs])
        if self._segments is not None:
            self._segments.show_chosen(place)

    def _make(self, tips: Sequence[str]) -> None:
        if self._segments is not None:
            self._row.removeWidget(self._segments)
            self._segments.deleteLater()
            self._segments = None
        if len(tips) > 1:
            self._segments = Segments(self._names)
            self._segments.chosen.connect(self.chosen)
            self._row.addWidget(self._segments)
            for tip, tab in zip(tips, self._segments.findChildren(QPushButton), strict=True):
                tab.setToolTip(tip)
                tab.setStyleSheet("padding: 6px 11px;")
