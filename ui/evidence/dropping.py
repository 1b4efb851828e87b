"""Files dropped on something: on the card of a record, or on its line in the list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget


class FilesDropped(QObject):
    """Lets a widget take files; `take(where, paths)` is told the place within the widget."""

    def __init__(self, widget: QWidget, take: Callable[[QPoint, Sequence[Path]], object]) -> None:
        super().__init__(widget)
        self._take = take
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and not isinstance(event, QDragMoveEvent) and _files(event.mimeData()):
            event.acceptProposedAction()
            self._take(event.position().toPoint(), _files(event.mimeData()))
            return True
        if isinstance(event, QDragEnterEvent | QDragMoveEvent) and _files(event.mimeData()):
            event.acceptProposedAction()
            return True
        return False


def _files(dropped: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]
