"""The one thing to do next, large, with its button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from ui.home.next_step import NextStep
from ui.theme import STEP
from ui.widgets.small import button, column, label, row


class NextCard(QFrame):
    """Emits `wished` with the NextStep."""

    wished = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("nextStep")
        self._step: NextStep | None = None
        self.heading, self.reason = label(name="title", wrap=True), label(wrap=True)
        self.button = button("", lambda: self.wished.emit(self._step), look="primary")
        whole = row(into=self, margin=3 * STEP - 4, spacing=3 * STEP)
        said = column(label("Việc tiếp theo", muted=True, small=True), self.heading, self.reason, spacing=4)
        whole.addLayout(said, 1)
        whole.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_step(self, step: NextStep) -> None:
        """Shows another step."""
        self._step = step
        self.heading.setText(step.heading)
        self.reason.setText(step.reason)
        self.button.setText(step.button)
