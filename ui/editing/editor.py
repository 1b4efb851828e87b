"""What every editor of a value offers, and the one on which the editors of a single line are built."""

from __future__ import annotations

from typing import Any, Protocol

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit


class Editor(Protocol):
    """Shows a value and lets it be changed; every one is a QWidget too."""

    edited: SignalInstance

    def value(self) -> Any:
        """The value typed, None if empty. ValueError with a Vietnamese reason if it cannot be read."""

    def show_value(self, value: Any) -> None:
        """Puts a value in."""


class LineEditor(QLineEdit):
    """A value written on one line. Nothing is corrected while she types, only when she goes on to the next field."""

    edited = Signal()

    def __init__(self, hint: str = "") -> None:
        super().__init__()
        self.setPlaceholderText(hint)
        self.textEdited.connect(lambda _text: self.edited.emit())

    def value(self) -> Any:
        """The value typed, None if empty. ValueError with a Vietnamese reason if it cannot be read."""
        text = self.text().strip()
        return self.read(text) if text else None

    def show_value(self, value: Any) -> None:
        """Puts a value in."""
        self.setText("" if value is None else self.written(value))
        self.setCursorPosition(0)

    def read(self, text: str) -> Any:
        """The value of a text that is not empty."""
        return text

    def written(self, value: Any) -> str:
        """The text of a value."""
        return str(value)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.tidy()
        super().focusOutEvent(event)

    def tidy(self) -> None:
        """Writes what was typed the usual way: "5/7" becomes 05/07/2026."""
        try:
            value = self.value()
        except ValueError:
            return
        written = "" if value is None else self.written(value)
        if written != self.text():
            self.setText(written)
