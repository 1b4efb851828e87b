"""A field of the editor: what is typed in it is a step of the whole form, and so is taking that back."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

_STEPS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class StepField(QLineEdit):
    """Leaves Ctrl+Z and Ctrl+Y to the window."""

    def __init__(self, name: str, *, tip: str = "", hint: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setToolTip(tip)
        self.setPlaceholderText(hint)

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and any(event.matches(each) for each in _STEPS)
        ):
            event.ignore()
            return True
        return super().event(event)

    def show_text(self, text: str) -> None:
        """Shows another text from its beginning; the same text leaves the cursor where it is."""
        if self.text() != text:
            self.setText(text)
            self.setCursorPosition(0)
