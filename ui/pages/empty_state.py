"""What an empty list says: one sentence, and the button that does the next thing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from ui.icons import picture
from ui.theme import STEP, TONES, wide
from ui.widgets.room import when_low
from ui.widgets.small import button, column, label, row

LOW = wide(190)  # pixels below which the drawing would be cut


class EmptyState(QWidget):
    """Emits `wished` for the main action, `typing_wished` and `other_wished` for the quiet ones beside it."""

    wished = Signal()
    typing_wished = Signal()
    other_wished = Signal()

    def __init__(self, sign: str, *, typed: bool = False) -> None:
        """`typed`: records may be typed or pasted here, too."""
        super().__init__()
        drawing = QLabel()
        drawing.setPixmap(picture(sign, TONES.edge, 56))
        drawing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sentence = label(name="strong", wrap=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._is_typed = typed
        self._action = button("Thêm", self.wished.emit, look="primary", sign="plus")
        self._typing = button("Gõ hoặc dán vào bảng", self.typing_wished.emit)
        self._other = button("", self.other_wished.emit, look="flat")
        layout = column(None, drawing, self.sentence, into=self, margin=3 * STEP, spacing=2 * STEP)
        buttons = row(None, self._action, self._typing, self._other, None)
        layout.addLayout(buttons)
        layout.addStretch(1)
        when_low(self, LOW, drawing.setHidden)

    def say(self, sentence: str, action: str, other: str = "") -> None:
        """Sets the sentence and the buttons; an empty text hides a button."""
        self.sentence.setText(sentence)
        for each, text in ((self._action, action), (self._other, other)):
            each.setText(text)
            each.setVisible(bool(text))
        self._typing.setVisible(self._is_typed and bool(action))
