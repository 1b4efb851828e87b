"""A choice of a few, side by side, one of them chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton


class Segments(QFrame):
    """Emits `chosen` with the place of what was clicked."""

    chosen = Signal(int)

    def __init__(self, titles: Sequence[str]) -> None:
        super().__init__()
        self.setObjectName("segments")
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(3, 3, 3, 3)
        layout.setSpacing(2)
        for place, title in enumerate(titles):
            each = QPushButton(title)
            each.setCheckable(True)
            each.setAutoDefault(False)
            each.setCursor(Qt.CursorShape.PointingHandCursor)
            self._group.addButton(each, place)
            layout.addWidget(each)
        self._group.idClicked.connect(self.chosen)

    def show_chosen(self, place: int) -> None:
        """Marks one as chosen, without emitting."""
        self._group.button(place).setChecked(True)
