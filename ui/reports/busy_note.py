"""The small note over the sheet while a form is being filled: how far it is, and *Dừng*."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QFrame, QProgressBar, QWidget

from ui.theme import STEP
from ui.widgets.small import button, label, row

PATIENCE = 300  # milliseconds without a note: most forms are filled sooner


class BusyNote(QFrame):
    """Floats at the top of its sheet. Emits `stopped` for *Dừng*."""

    stopped = Signal()

    def __init__(self, sheet: QWidget) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self.setObjectName("card")
        self.said = label()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(140)
        row(
            self.said,
            self._bar,
            button("Dừng", self.stopped.emit, look="flat"),
            into=self,
            margin=STEP,
            spacing=STEP + 4,
        )
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(PATIENCE)
        self._clock.timeout.connect(self._appear)
        sheet.installEventFilter(self)
        self.hide()

    def begin(self, text: str) -> None:
        """Appears soon, unless `end` comes before."""
        self.said.setText(text)
        self._bar.setRange(0, 0)
        self._clock.start()

    def show_progress(self, done: int, of: int) -> None:
        """Moves the bar; without an end in sight it runs to and fro."""
        self._bar.setRange(0, of if of > 1 else 0)
        self._bar.setValue(done)

    def end(self) -> None:
        """Goes away."""
        self._clock.stop()
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._settle()
        return super().eventFilter(watched, event)

    def _appear(self) -> None:
        self.show()
        self.raise_()
        self._settle()

    def _settle(self) -> None:
        self.adjustSize()
        self.move((self._sheet.width() - self.width()) // 2, 2 * STEP)
