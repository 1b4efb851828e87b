"""A short message at the foot of the window, for some seconds, with *Hoàn tác* where something can be taken back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QFrame, QWidget

from ui.theme import STEP
from ui.widgets.small import button, label, row

SECONDS, SECONDS_WITH_UNDO = 4, 10
_WIDEST = 90


class Toast(QFrame):
    """Floats over its window. Emits `undo_wished` with the number of the write."""

    undo_wished = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("toast")
        self._number: int | None = None
        self.text = label()
        self.undo_button = button("Hoàn tác", self._undo)
        row(self.text, self.undo_button, into=self).setContentsMargins(2 * STEP, 6, STEP, 6)
        self._window = parent
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    def say(self, text: str, undo: int | None = None) -> None:
        """Shows the message, in place of a former one."""
        self._number = undo
        self.text.setText(text if len(text) <= _WIDEST else text[: _WIDEST - 1] + "…")
        self.undo_button.setVisible(undo is not None)
        self._clock.start(1000 * (SECONDS if undo is None else SECONDS_WITH_UNDO))
        self.show()
        self.raise_()
        self._settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._settle()
        return super().eventFilter(watched, event)

    def _settle(self) -> None:
        self.adjustSize()
        area = self._window.rect()
        self.move((area.width() - self.width()) // 2, area.height() - self.height() - 7 * STEP)

    def _undo(self) -> None:
        self.hide()
        if self._number is not None:
            self.undo_wished.emit(self._number)
