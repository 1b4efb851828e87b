"""What the paper on the screen is made of: its letters, its measures at 100 %, and how high a text stands."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from resources import file

PX_PER_MM = 3.7
MARGIN = 28.0  # of the paper, on every side
LETTERS, SMALL_LETTERS, TITLE_LETTERS = 15, 14, 18
CELL_SIDE, CELL_ABOVE = 6.0, 5.0
PART_INDENT = 16.0  # rows of level 2
SIGNATURE = 72.0  # room to sign in
_FACES = ("Regular", "Bold", "Italic", "BoldItalic")

LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)
CENTRED = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)


class Face(NamedTuple):
    """The letters of a text: height in pixels of the paper, weight and slope."""

    size: int = LETTERS
    bold: bool = False
    italic: bool = False


@cache
def paper_font(face: Face) -> QFont:
    """The letters that the printed paper has too."""
    font = QFont(_family())
    font.setPixelSize(face.size)
    font.setBold(face.bold)
    font.setItalic(face.italic)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)  # so that a zoomed line breaks where it did
    return font


@cache
def _family() -> str:
    families: list[str] = []
    for name in _FACES:
        content = file(f"fonts/LiberationSerif-{name}.ttf").read_bytes()
        number = QFontDatabase.addApplicationFontFromData(content)
        families += QFontDatabase.applicationFontFamilies(number)
    return families[0] if families else "Times New Roman"


class Gauge:
    """Measures texts in one face; knows again what it has measured."""

    def __init__(self, face: Face) -> None:
        self._metrics = QFontMetricsF(paper_font(face))
        self._widths: dict[str, float] = {}
        self.line = self._metrics.height()

    def width(self, text: str) -> float:
        """How wide the text is in one line."""
        if text not in self._widths:
            self._widths[text] = self._metrics.horizontalAdvance(text)
        return self._widths[text]

    def widest_word(self, text: str) -> float:
        """How wide its longest word is: less cannot be cut off at a blank."""
        return max(map(self.width, text.split()), default=0.0)

    def height(self, text: str, width: float) -> float:
        """How high it stands, wrapped at this width."""
        if "\n" not in text and self.width(text) <= width:
            return self.line
        room = QRectF(0, 0, width, 100_000)
        return self._metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), text).height()
