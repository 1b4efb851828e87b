"""A whole number with a button for one less and one for one more; the arrow keys do the same."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit

from ui.theme import STEP, wide
from ui.widgets.small import button, row

WIDTH = wide(56)
_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


class CountBox(QFrame):
    """Emits `changed` with the number that she chose; it stays within what is allowed."""

    changed = Signal(int)

    def __init__(self, named: str, of: str, most: int) -> None:
        """`named` is what is counted, `of` one of it."""
        super().__init__()
        self._most, self._number = most, 1
        self.input = QLineEdit()
        self.input.setAccessibleName(named)
        self.input.setFixedWidth(WIDTH)
        self.input.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.input.editingFinished.connect(self._read)
        self.fewer = button("", lambda: self.choose(self._number - 1), sign="minus")
        self.more = button("", lambda: self.choose(self._number + 1), sign="plus")
        for each, words in ((self.fewer, f"Bớt một {of}"), (self.more, f"Thêm một {of}")):
            each.setToolTip(words)
            each.setAccessibleName(words)
        row(self.fewer, self.input, self.more, into=self, spacing=STEP)
        self.show_number(1)

    @property
    def number(self) -> int:
        """The number as it stands."""
        return self._number

    def show_number(self, number: int) -> None:
        """Puts a number in, without emitting."""
        self._number = min(max(number, 1), self._most)
        self.input.setText(str(self._number))

    def choose(self, number: int) -> None:
        """Takes another number."""
        former = self._number
        self.show_number(number)
        if self._number != former:
            self.changed.emit(self._number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _STEPS:
            self.choose(self._number + _STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _read(self) -> None:
        said = self.input.text().strip()
        self.choose(int(said) if said.isdecimal() else self._number)
