"""Running text and blocks of lines: what stands outside the tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from exports.render.pdf_flow import Strip
from exports.render.pdf_sheet import Sheet
from exports.render.pdf_type import REGULAR, Typesetter
from exports.render.style import STYLE, points

LINE_GAP_PT = 2.5  # between the letters and the line under them, clear of dots below (ộ, ạ)


@dataclass(frozen=True, slots=True)
class Frame:
    """Where text stands on the page: left edge and width in points."""

    type: Typesetter
    left: float
    width: float

    @property
    def middle(self) -> float:
        """The x of its centre line."""
        return self.left + self.width / 2

    @property
    def right(self) -> float:
        """The x of its right edge."""
        return self.left + self.width

    def split(self, share: float) -> tuple[Frame, Frame]:
        """Two frames beside each other; the left one takes `share` of the width."""
        cut = self.width * share
        return Frame(self.type, self.left, cut), Frame(self.type, self.left + cut, self.width - cut)


def text_frame(type_: Typesetter, landscape: bool) -> Frame:
    """The space between the margins."""
    return Frame(type_, points(STYLE.margin_left_mm), STYLE.text_width_pt(landscape))


class Block:
    """Lines one under another in a frame, centred or from its left edge; never split over pages."""

    def __init__(self, frame: Frame, centred: bool = True) -> None:
        self.frame = frame
        self.height = 0.0
        self._centred = centred
        self._lines: list[tuple[float, float, str, str, float]] = []  # x, baseline, text, face, size
        self._rules: list[tuple[float, float, float]] = []  # y, from, to

    def add(self, text: str, face: str, size: float, before: float = 0.0) -> Block:
        """Set a text of any length below what is there; `size` and the gap `before` in points."""
        self.height += before
        type_ = self.frame.type
        breaking = type_.balanced if self._centred else type_.lines
        for line in breaking(text, face, size, self.frame.width):
            start = self.frame.middle - type_.width(line, face, size) / 2 if self._centred else self.frame.left
            self._lines.append((start, self.height + size * STYLE.ascent, line, face, size))
            self.height += STYLE.pitch_pt(size)
        return self

    def space(self, height: float) -> Block:
        """Leave free space, in points."""
        self.height += height
        return self

    def underline(self, text: str, face: str, size: float, share: float = 1.0) -> Block:
        """A centred line under the text just set, as long as that share of its longest line."""
        type_ = self.frame.type
        lines = type_.balanced(text, face, size, self.frame.width)
        half = share * max(type_.width(line, face, size) for line in lines) / 2
        self._rules.append((self.height + LINE_GAP_PT, self.frame.middle - half, self.frame.middle + half))
        self.height += LINE_GAP_PT + STYLE.head_line_pt
        return self

    def draw(self, sheet: Sheet, top: float) -> None:
        """Draw it with its top edge at `top`."""
        for x, baseline, text, face, size in self._lines:
            sheet.text(x, top + baseline, text, face, size)
        for y, start, end in self._rules:
            sheet.rule(start, top + y, end, top + y, STYLE.head_line_pt)

    def strip(self, before: float = 0.0, keep: bool = True) -> Strip:
        """The block as a strip of its own."""
        return Strip(self.height, self.draw, before, keep)


def beside(left: Block, right: Block, before: float = 0.0, keep: bool = True) -> Strip:
    """Two blocks with their top edges on one height."""

    def draw(sheet: Sheet, top: float) -> None:
        left.draw(sheet, top)
        right.draw(sheet, top)

    return Strip(max(left.height, right.height), draw, before, keep)


def paragraph(frame: Frame, text: str, face: str = REGULAR, keep: bool = False) -> Iterator[Strip]:
    """A justified paragraph, a strip a line; its first two and its last two lines stay together.

    `keep`: its end stays with what follows.
    """
    size, first = STYLE.body_pt, points(STYLE.body_indent_mm)
    lines = _indented(frame, text, face, size, first)
    for at, line in enumerate(lines):
        last = at == len(lines) - 1
        start = first if at == 0 else 0.0
        yield Strip(
            STYLE.pitch_pt(size) * STYLE.body_spacing,
            partial(_draw_line, frame=frame, line=line, face=face, size=size, start=start, stretch=not last),
            before=STYLE.body_before_pt if at == 0 else 0.0,
            keep=keep if last else at in (0, len(lines) - 2) or (keep and at >= len(lines) - 2),
        )


def _indented(frame: Frame, text: str, face: str, size: float, first: float) -> list[str]:
    """Lines of a paragraph whose first line is shorter by `first`."""
    head, *more = frame.type.lines(text.replace("\n", " "), face, size, frame.width - first)
    return [head, *(frame.type.lines(" ".join(more), face, size, frame.width) if more else ())]


def _draw_line(
    sheet: Sheet, top: float, frame: Frame, line: str, face: str, size: float, start: float, stretch: bool
) -> None:
    baseline = top + size * STYLE.ascent + (STYLE.body_spacing - 1) * STYLE.pitch_pt(size)
    if stretch:
        sheet.justified(frame.left + start, baseline, line, face, size, frame.width - start)
    else:
        sheet.text(frame.left + start, baseline, line, face, size)
