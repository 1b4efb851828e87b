"""How wide words are in the letters of the window, for drawings that are shown in them."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontMetricsF

from exports.render.pdf_type import Typesetter

_SIZE = 100  # pixels at which widths are measured


class ScreenLetters(Typesetter):
    """Measures as a typesetter does, in a font of the screen, whatever face is named."""

    def __init__(self, font: QFont) -> None:
        super().__init__()
        measured = QFont(font)
        measured.setPixelSize(_SIZE)
        self._metrics = QFontMetricsF(measured)

    def width(self, text: str, face: str, size: float) -> float:
        return self._metrics.horizontalAdvance(text) * size / _SIZE

    def lines(self, text: str, face: str, size: float, width: float) -> tuple[str, ...]:
        found = [""]
        for word in text.split():
            longer = f"{found[-1]} {word}".strip()
            if found[-1] and self.width(longer, face, size) > width:
                found.append(word)
            else:
                found[-1] = longer
        return tuple(found)
