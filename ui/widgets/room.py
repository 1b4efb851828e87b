"""Making do with little room: a small screen, or large letters on it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget


def when_narrow(widget: QWidget, limit: int, tell: Callable[[bool], object]) -> None:
    """Tells now, and each time it changes, whether a widget is narrower than `limit` pixels."""
    _Room(widget, limit, tell)


class _Room(QObject):
    """Watches the width of the widget it belongs to."""

    def __init__(self, widget: QWidget, limit: int, tell: Callable[[bool], object]) -> None:
        super().__init__(widget)
        self._limit, self._tell = limit, tell
        self._narrow: bool | None = None
        self._look(widget.width())
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self._look(watched.width())
        return False

    def _look(self, width: int) -> None:
        if self._narrow != (width < self._limit):
            self._narrow = width < self._limit
            self._tell(self._narrow)
