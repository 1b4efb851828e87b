"""Making do with little room: a small screen, or large letters on it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

BESIDE, ABOVE = 40, 60  # pixels of the screen that a dialog leaves free, its own title among them


def when_narrow(widget: QWidget, limit: int, tell: Callable[[bool], object]) -> None:
    """Tells now, and each time it changes, whether a widget is narrower than `limit` pixels."""
    _Room(widget, limit, tell, QWidget.width)


def when_low(widget: QWidget, limit: int, tell: Callable[[bool], object]) -> None:
    """Tells now, and each time it changes, whether a widget is lower than `limit` pixels."""
    _Room(widget, limit, tell, QWidget.height)


class _Room(QObject):
    """Watches the width or height of the widget it belongs to."""

    def __init__(
        self, widget: QWidget, limit: int, tell: Callable[[bool], object], measure: Callable[[QWidget], int]
    ) -> None:
        super().__init__(widget)
        self._limit, self._tell, self._measure = limit, tell, measure
        self._is_small: bool | None = None
        self._look(widget)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self._look(watched)
        return False

    def _look(self, widget: QWidget) -> None:
        is_small = self._measure(widget) < self._limit
        if self._is_small != is_small:
            self._is_small = is_small
            self._tell(is_small)


def fit(dialog: QWidget, width: int, height: int) -> None:
    """Gives a dialog this size, or what its screen has room for."""
    room = dialog.screen().availableGeometry()
    dialog.resize(min(width, room.width() - BESIDE), min(height, room.height() - ABOVE))
