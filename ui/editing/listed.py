"""A field with a list under it: what fits is listed while she types, and taken only when she says so.

Nothing is ever put in behind the cursor, which would fight with Telex and Unikey.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QRect, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QListView

from ui.editing.editor import LineEditor

_LINES, _WIDEST, _FRAME = 9, 520, 30
_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_ENDS_OF_CELL = (*_TABS, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)


class ListedEditor(LineEditor):
    """What such fields share. In a cell the keys that end typing end it at once, list or no list."""

    in_cell = False

    def __init__(self, hint: str = "") -> None:
        super().__init__(hint)
        self._lines = QStringListModel(self)
        self.list = QListView()
        self.list.setObjectName("choices")
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._completer = QCompleter(self._lines, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setWidget(self)
        self._completer.setMaxVisibleItems(_LINES)
        self._completer.setPopup(self.list)
        self.list.clicked.connect(self._take)
        self._completer.activated[QModelIndex].connect(self._take)  # type: ignore[index]

    def show_list(self, lines: Sequence[str], marked: int) -> None:
        """Unfolds the list with one line marked, none for -1; without lines it is folded."""
        self._lines.setStringList(list(lines))
        if not lines:
            self.list.hide()
            return
        needed = self.list.sizeHintForColumn(0) + _FRAME
        self._completer.complete(QRect(0, 0, max(self.width(), min(needed, _WIDEST)), self.height()))
        self.list.setCurrentIndex(self.list.model().index(marked, 0) if marked >= 0 else QModelIndex())

    def take(self, row: int) -> None:
        """Puts in what that line says."""

    def event(self, event: QEvent) -> bool:
        is_end = isinstance(event, QKeyEvent) and event.key() in (_ENDS_OF_CELL if self.in_cell else _TABS)
        if is_end and event.type() == QEvent.Type.KeyPress and self.list.isVisible():
            # the list passes the key on past whoever watches this field; a cell of a table must see it to move on
            key = QKeyEvent(event.type(), event.key(), event.modifiers())  # type: ignore[attr-defined]
            if key.key() == Qt.Key.Key_Escape:
                self.list.hide()
            else:
                self._take(self.list.currentIndex())
            return QCoreApplication.sendEvent(self, key)
        return super().event(event)

    def _take(self, index: QModelIndex) -> None:
        self.list.hide()
        if 0 <= index.row() < self._lines.rowCount():
            self.take(index.row())
