"""Letters of the PDF: the four faces of Liberation Serif (as wide as Times New Roman), their widths, breaking lines."""

from __future__ import annotations

import re
import string
import unicodedata
from functools import cache
from io import BytesIO
from itertools import accumulate, takewhile

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from exports.render.pdf_words import NO_BREAK_SPACE, joined
from resources import file

REGULAR = "LiberationSerif-Regular"
BOLD = "LiberationSerif-Bold"
ITALIC = "LiberationSerif-Italic"
BOLD_ITALIC = "LiberationSerif-BoldItalic"
FACES = (REGULAR, BOLD, ITALIC, BOLD_ITALIC)

MISSING = "?"
# None of the faces has boxes, ticks and Word's hyphen; its invisible letters would print as empty boxes.
IN_OTHER_WORDS = {"☑": "[x]", "☒": "[x]", "☐": "[ ]", "✓": "x", "✔": "x", "\u2011": "-"} | dict.fromkeys(
    "\u200b\ufeff\u00ad", ""
)
ODD_LETTER = re.compile(f"[{''.join(IN_OTHER_WORDS)}]")
CACHED_WORDS = 50_000
SLACK_PT = 0.01  # sums of widths differ in the last digits
BREAK_AFTER = "/-_.,;@&?="


class MissingLetter(ValueError):
    """A letter that the typeface lacks stood in a text (only with `strict`)."""


@cache
def register_faces() -> frozenset[str]:
    """Make the family known to reportlab, once; the letters that all four faces have, and the line break."""
    letters = []
    for face in FACES:
        font = TTFont(face, BytesIO(file(f"fonts/{face}.ttf").read_bytes()))
        pdfmetrics.registerFont(font)
        letters.append(frozenset(font.face.charToGlyph))
    # Without the family bold and italic are silently drawn upright and light.
    pdfmetrics.registerFontFamily(REGULAR, *FACES)
    known = map(chr, frozenset.intersection(*letters))
    return frozenset(letter for letter in known if letter.isprintable() or letter == NO_BREAK_SPACE) | {"\n"}


def missing_letters(text: str) -> str:
    """The letters of a text that cannot be printed, each once, in order of code."""
    normal = unicodedata.normalize("NFC", ODD_LETTER.sub("", text))
    return "".join(sorted(set(normal) - register_faces() - set(string.whitespace)))


class Typesetter:
    """Widths and line breaks in points for the writing of one file; remembers the width of each word."""

    def __init__(self, strict: bool = False) -> None:
        self._known = register_faces()
        self._strict = strict
        self._widths: dict[str, dict[str, float]] = {face: {} for face in FACES}

    def clean(self, text: str) -> str:
        """The text in NFC with printable letters only; MissingLetter if strict, else "?" for what the face lacks."""
        if text.isascii() and text.isprintable():
            return text
        text = ODD_LETTER.sub(lambda match: IN_OTHER_WORDS[match[0]], unicodedata.normalize("NFC", text))
        if self._known.issuperset(text):
            return text
        return self._replaced("\n".join(text.splitlines()))

    def width(self, text: str, face: str, size: float) -> float:
        """Width of a clean text in points."""
        return self._unit_width(text, face) * size

    def longest_word(self, text: str, face: str) -> float:
        """Width of the widest word for letters of 1 pt."""
        return max((self._unit_width(word, face) for word in re.split(r"[ \n]", self.clean(text))), default=0.0)

    def lines(self, text: str, face: str, size: float, width: float) -> tuple[str, ...]:
        """The text broken into lines no wider than `width`; a word that is wider alone is broken inside."""
        text = self.clean(text)
        limit = (width + SLACK_PT) / size
        if "\n" not in text and self._unit_width(text, face) <= limit:
            return (text,)
        return tuple(line for part in text.split("\n") for line in self._filled(part, face, limit))

    def balanced(self, text: str, face: str, size: float, width: float) -> tuple[str, ...]:
        """As `lines`, but lines of about the same length, as headings are set."""
        return tuple(line for part in self.clean(text).split("\n") for line in self._balanced(part, face, size, width))

    def _balanced(self, text: str, face: str, size: float, width: float) -> tuple[str, ...]:
        best = self.lines(text, face, size, width)
        together = joined(text)
        if self.longest_word(together, face) * size <= width:
            attempt = self.lines(together, face, size, width)
            text, best = (together, attempt) if len(attempt) == len(best) else (text, best)
        narrow, wide = self.longest_word(text, face) * size, width
        while len(best) > 1 and wide - narrow > 1:
            middle = (narrow + wide) / 2
            attempt = self.lines(text, face, size, middle)
            if len(attempt) == len(best):
                best, wide = attempt, middle
            else:
                narrow = middle
        return tuple(line.replace(NO_BREAK_SPACE, " ") for line in best)

    def _filled(self, text: str, face: str, limit: float) -> list[str]:
        lines: list[str] = []
        line, used = "", 0.0
        space = self._unit_width(" ", face)
        for word in self._pieces(text, face, limit):
            needed = self._unit_width(word, face)
            if line and used + space + needed > limit:
                lines.append(line)
                line, used = word, needed
            elif line:
                line, used = f"{line} {word}", used + space + needed
            else:
                line, used = word, needed
        return [*lines, line]

    def _pieces(self, text: str, face: str, limit: float) -> list[str]:
        """The words of a text, those wider than a line cut into pieces that fit."""
        pieces: list[str] = []
        for word in text.split(" "):
            while self._unit_width(word, face) > limit and len(word) > 1:
                cut = self._cut(word, face, limit)
                pieces.append(word[:cut])
                word = word[cut:]
            if word:
                pieces.append(word)
        return pieces

    def _cut(self, word: str, face: str, limit: float) -> int:
        used = accumulate(self._unit_width(letter, face) for letter in word)
        count = sum(1 for _ in takewhile(lambda width: width <= limit, used))
        sign = max((word.rfind(sign, 1, count) for sign in BREAK_AFTER), default=-1)
        return sign + 1 if sign > count // 2 else max(count, 1)

    def _unit_width(self, text: str, face: str) -> float:
        widths = self._widths[face]
        width = widths.get(text)
        if width is None:
            if len(widths) > CACHED_WORDS:
                widths.clear()
            width = widths[text] = pdfmetrics.stringWidth(text, face, 1)
        return width

    def _replaced(self, text: str) -> str:
        if self._strict and (missing := missing_letters(text)):
            raise MissingLetter(f"No glyph for {missing!r} in {text!r}")
        return "".join(letter if letter in self._known else " " if letter.isspace() else MISSING for letter in text)
