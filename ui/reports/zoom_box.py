"""Larger, smaller, and how large the sheet is now."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton

from ui.widgets.small import button, row


class ZoomBox(QFrame):
    """Emits `stepped` with -1 or 1, and `fit_wished` when the number is clicked."""

    stepped = Signal(int)
    fit_wished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.percent = button("100 %", self.fit_wished.emit, look="flat")
        self.percent.setToolTip("Vừa khung")
        self.percent.setFixedWidth(72)
        row(
            self._step("minus", "Nhỏ hơn (Ctrl và lăn chuột)", -1),
            self.percent,
            self._step("plus", "Lớn hơn (Ctrl và lăn chuột)", 1),
            into=self,
            spacing=0,
        )

    def show_zoom(self, zoom: float) -> None:
        """Shows how large the sheet is."""
        self.percent.setText(f"{round(100 * zoom)} %")

    def _step(self, sign: str, words: str, by: int) -> QPushButton:
        made = button("", lambda: self.stepped.emit(by), look="flat", sign=sign)
        made.setToolTip(words)
        made.setAccessibleName(words)
        return made
