"""A text written before is offered in a list under the field, and taken with an arrow key and Enter or a click."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from models.values import Text
from models.vietnamese import folded
from ui.editing.listed import ListedEditor

_SHOWN = 8


class RememberingEditor(ListedEditor):
    """A line of text. `before` gives what was written in this field so far; it is asked when first needed."""

    def __init__(self, before: Callable[[], Sequence[str]], hint: str = "") -> None:
        super().__init__(hint)
        self._before = before
        self._known: list[tuple[str, str]] | None = None
        self._offered: list[str] = []
        self.textEdited.connect(self._offer)

    def read(self, text: str) -> str | None:
        return Text().read(text)

    def tidy(self) -> None:
        """Leaves the text as it was typed."""

    def take(self, row: int) -> None:
        self.setText(self._offered[row])
        self.edited.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_F4) and not self.list.isVisible():
            self._offer(self.text(), even_empty=True)
        else:
            super().keyPressEvent(event)

    def _offer(self, text: str, even_empty: bool = False) -> None:
        words = folded(text).split()
        if self._known is None:
            self._known = [(each, folded(each)) for each in self._before()]
        fitting = [each for each in self._known if all(word in each[1] for word in words)]
        fitting.sort(key=lambda each: not each[1].startswith(folded(text)))
        self._offered = [shown for shown, _found_by in fitting[:_SHOWN] if shown != text] if words or even_empty else []
        self.show_list(self._offered, -1)
