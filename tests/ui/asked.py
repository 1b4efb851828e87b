"""The small windows that ask for what a step needs, found and filled in with keys."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit

from tests.ui.keys import type_in
from ui.editing.asking import AskDialog

D = TypeVar("D", bound=QDialog)


def shown(kind: type[D]) -> D:
    """The one window of that kind that is shown now; those of windows of other tests are passed over."""
    (found,) = [
        each
        for each in QApplication.topLevelWidgets()
        if isinstance(each, kind) and each.isVisible() and (window := each.parentWidget()) and window.isVisible()
    ]
    QApplication.processEvents()  # the window behind it may be about to become active
    found.activateWindow()
    assert QTest.qWaitForWindowActive(found)
    return found


def fill(asked: AskDialog, **texts: str) -> None:
    """Types into these fields, as she would; what stood there is replaced."""
    for name, text in texts.items():
        box = asked.boxes[name].input
        box.setFocus()
        assert box.hasFocus(), (QApplication.focusWidget(), QApplication.activeWindow())
        if not isinstance(box, QPlainTextEdit):
            QTest.keySequence(box, "Ctrl+A")
        type_in(f"{text}\t")


def agree(asked: AskDialog) -> None:
    """Ctrl+Enter."""
    QTest.keyClick(asked, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
