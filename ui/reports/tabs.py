"""The documents of the whole bundle side by side over the sheet; nothing where there is only one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton

from exports.document import ReportDocument
from ui.widgets.segments import Segments
from ui.widgets.small import row

HEIGHT = 44


class Tabs(QFrame):
    """Emits `chosen` with the place of a document."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._names: list[str] = []
        self._segments: Segments | None = None
        self._row = row(into=self)
        self.setMinimumHeight(HEIGHT)  # the same with and without tabs

    def show_documents(self, documents: Sequence[ReportDocument], place: int) -> None:
        """Shows their names and marks one."""
        names = [each.form for each in documents]
        if names != self._names:
            self._names = names
            self._make(documents)
        if self._segments is not None:
            self._segments.show_chosen(place)

    def _make(self, documents: Sequence[ReportDocument]) -> None:
        if self._segments is not None:
            self._row.removeWidget(self._segments)
            self._segments.deleteLater()
            self._segments = None
        if len(documents) > 1:
            self._segments = Segments(self._names)
            self._segments.chosen.connect(self.chosen)
            self._row.addWidget(self._segments)
            for document, tab in zip(documents, self._segments.findChildren(QPushButton), strict=True):
                tab.setToolTip(" ".join(document.title.split()).capitalize())
                tab.setStyleSheet("padding: 6px 11px;")
