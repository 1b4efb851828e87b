"""The letters and lines of a page as a PDF holds them; what a cell says is turned into them once, not each time.

WORKAROUND: reportlab sets every line anew, letter by letter, which takes most of the time of a long list. May go when
its text objects remember what they have set.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.lib.rl_accel import escapePDF, fp_str
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.textobject import PDFTextObject

from exports.render.pdf_stream import StreamedCanvas
from exports.render.style import STYLE


class Stack:
    """Lines one under another, each with the place where it begins, in points from the left edge of the page."""

    __slots__ = ("face", "lines", "places", "set", "size")

    def __init__(self, lines: tuple[str, ...], places: tuple[float, ...], face: str, size: float) -> None:
        self.lines = lines
        self.places = places
        self.face = face
        self.size = size
        self.set: _Set | None = None  # worked out when it is first drawn

    def part(self, start: int, end: int) -> Stack:
        """Some of its lines."""
        return Stack(self.lines[start:end], self.places[start:end], self.face, self.size)


class _Set:
    """A stack as operators: the font it begins with, the one it ends with, what comes before and after its height."""

    __slots__ = ("after", "before", "first", "last")

    def __init__(self, first: str, last: str, before: str, after: str) -> None:
        self.first = first
        self.last = last
        self.before = before
        self.after = after


class Ink(PDFTextObject):
    """The letters and the lines of one page. Heights are measured from its lower edge."""

    _code: list[str]

    def __init__(self, canvas: StreamedCanvas) -> None:
        super().__init__(canvas)
        self._document = canvas.document
        self._used = ("", 0.0)  # name of the font in the file, size
        self._blank = len(self._code)
        self._rules: dict[float, list[str]] = {}  # by thickness

    def line(self, x: float, y: float, text: str, face: str, size: float) -> None:
        """A line, its baseline beginning at (x, y)."""
        self._code.append(f"1 0 0 1 {fp_str(x, y)} Tm")
        for font, shown in self._shown(text, face):
            self._use(font, size)
            self._code.append(shown)

    def stack(self, y: float, stack: Stack) -> None:
        """A stack, the baseline of its first line at y."""
        ready = stack.set
        if ready is None:
            ready = stack.set = self._set(stack)
        self._use(ready.first, stack.size)
        self._code.append(f"{ready.before}{y:.3f}{ready.after}")
        self._used = (ready.last, stack.size)

    def rule(self, x1: float, y1: float, x2: float, y2: float, thickness: float) -> None:
        """A line between two points."""
        self._rules.setdefault(thickness, []).append(f"{fp_str(x1, y1)} m {fp_str(x2, y2)} l")

    def add(self, other: Ink) -> None:
        """What stands on another page, at its place."""
        self._code += other._code[other._blank :]
        self._used = ("", 0.0)
        for thickness, lines in other._rules.items():
            self._rules.setdefault(thickness, []).extend(lines)

    def getCode(self) -> str:  # noqa: N802 - reportlab's name
        """The operators of the page."""
        rules = (f"{fp_str(thickness)} w n {' '.join(lines)} S" for thickness, lines in self._rules.items())
        return "\n".join([" ".join([*self._code, "ET"]), *rules])

    def _use(self, font: str, size: float) -> None:
        if self._used != (font, size):
            self._used = (font, size)
            self._code.append(f"{font} {fp_str(size)} Tf")

    def _set(self, stack: Stack) -> _Set:
        pitch, first, last = fp_str(-STYLE.pitch_pt(stack.size)), "", ""
        code, x = ["Tm"], stack.places[0]
        for at, (line, place) in enumerate(zip(stack.lines, stack.places, strict=True)):
            if at:
                code.append(f"{fp_str(place - x)} {pitch} Td")
                x = place
            for font, shown in self._shown(line, stack.face):
                first = first or font
                if last and font != last:
                    code.append(f"{font} {fp_str(stack.size)} Tf")
                last = font
                code.append(shown)
        return _Set(first, last, f"1 0 0 1 {fp_str(stack.places[0])} ", f" {' '.join(code)}")

    def _shown(self, text: str, face: str) -> Iterator[tuple[str, str]]:
        """A text in pieces, each with the font in the file that holds its letters; an empty text is one piece."""
        font = pdfmetrics.getFont(face)
        assert isinstance(font, TTFont)
        for subset, codes in font.splitString(text, self._document) or [(0, b"")]:
            yield font.getSubsetInternalName(subset, self._document), f"({escapePDF(codes)}) Tj"
