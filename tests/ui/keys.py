"""Real keys, sent to where the cursor is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def under_cursor() -> QWidget:
    """Where keys go: to the list that is unfolded, else to the field."""
    widget = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key where the cursor is."""
    QTest.keyClick(under_cursor(), key, keys)


def type_in(text: str) -> None:
    """Letters where the cursor is, one after the other; Tab goes on. Vietnamese ones come as Unikey sends them."""
    for letter in text:
        if letter == "\t":
            press(Qt.Key.Key_Tab)
        elif not letter.isascii():
            written = QInputMethodEvent()
            written.setCommitString(letter)
            QApplication.sendEvent(under_cursor(), written)
        else:
            QTest.keyClicks(under_cursor(), letter)
