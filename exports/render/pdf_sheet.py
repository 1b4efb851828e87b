"""The sheet being written: text and lines at places measured in points from its top left corner."""

from __future__ import annotations

from collections.abc import Callable

from exports.render.pdf_ink import Ink, Stack
from exports.render.pdf_stream import StreamedCanvas
from exports.render.pdf_type import REGULAR, Typesetter
from exports.render.style import STYLE, points

_OF = "pages"


class Sheet:
    """One page after another of a file; `begin` and `end` enclose a page."""

    def __init__(self, canvas: StreamedCanvas, type_: Typesetter, reference: str = "") -> None:
        """`reference` stands, small, at the foot of every page."""
        self.canvas = canvas
        canvas.announce(_OF, 20 * STYLE.reference_pt)
        self.type = type_
        self._reference = reference
        self.height = self._right = 0.0
        self._ink = Ink(canvas)
        self._run: tuple[tuple[float, ...], float, float] | None = None
        self._stamps: dict[tuple[Drawing, float, float], Ink] = {}

    def begin(self, landscape: bool, number: int) -> None:
        """A new page with its number, which a first page does not show."""
        width, self.height = STYLE.page_pt(landscape)
        self.canvas.setPageSize((width, self.height))
        self._right = width - points(STYLE.margin_right_mm)
        self._ink = Ink(self.canvas)
        if number > 1:
            middle = points(STYLE.margin_left_mm) + STYLE.text_width_pt(landscape) / 2
            self.centred(middle, points(STYLE.page_number_baseline_mm), str(number), REGULAR, STYLE.page_number_pt)

    def end(self) -> None:
        """Finish the page."""
        self._end_run()
        foot = self.height - points(STYLE.reference_baseline_mm)
        self.flush_right(self._right, foot, self._reference, REGULAR, STYLE.reference_pt)
        left, told = points(STYLE.margin_left_mm), f"tr. {self.canvas.getPageNumber()}"
        self.text(left, foot, told, REGULAR, STYLE.reference_pt)
        self.canvas.drawText(self._ink)
        self.canvas.saveState()
        left += self.type.width(told, REGULAR, STYLE.reference_pt)
        self.canvas.translate(left, points(STYLE.reference_baseline_mm))
        self.canvas.doForm(_OF)  # how many pages there are is known, and said once, when the last is set
        self.canvas.restoreState()
        self.canvas.showPage()

    def save(self) -> None:
        """Finish the file: every page is told of how many it is."""
        ink = Ink(self.canvas)
        ink.line(0, 0, f"/{self.canvas.getPageNumber() - 1}", REGULAR, STYLE.reference_pt)
        self.canvas.complete(_OF, ink)
        self.canvas.save()

    def text(self, x: float, y: float, text: str, face: str, size: float) -> None:
        """A line from x on, its baseline at y."""
        if text:
            self._ink.line(x, self.height - y, text, face, size)

    def stack(self, y: float, stack: Stack) -> None:
        """Lines one under another, the baseline of the first at y."""
        self._ink.stack(self.height - y, stack)

    def stamp(self, draw: Drawing, top: float) -> None:
        """What `draw` draws at `top`; worked out once, for it stands there on many pages."""
        self._end_run()
        key = (draw, top, self.height)
        if key not in self._stamps:
            page, self._ink = self._ink, Ink(self.canvas)
            draw(self, top)
            self._end_run()
            self._stamps[key], self._ink = self._ink, page
        self._ink.add(self._stamps[key])

    def centred(self, x: float, y: float, text: str, face: str, size: float) -> None:
        """A line with its middle at x."""
        self.text(x - self.type.width(text, face, size) / 2, y, text, face, size)

    def flush_right(self, x: float, y: float, text: str, face: str, size: float) -> None:
        """A line that ends at x."""
        self.text(x - self.type.width(text, face, size), y, text, face, size)

    def justified(self, x: float, y: float, text: str, face: str, size: float, width: float) -> None:
        """A line stretched to a width. Each word is set by itself, for word spacing does not reach embedded fonts."""
        words = text.split(" ")
        gap = (width - self.type.width(text, face, size)) / max(len(words) - 1, 1)
        for word in words[:-1]:
            self.text(x, y, word + " ", face, size)
            x += self.type.width(word, face, size) + self.type.width(" ", face, size) + gap
        self.text(x, y, words[-1], face, size)

    def rule(self, x1: float, y1: float, x2: float, y2: float, thickness: float) -> None:
        """A line between two points."""
        self._ink.rule(x1, self.height - y1, x2, self.height - y2, thickness)

    def box(self, x1: float, y1: float, x2: float, y2: float, thickness: float) -> None:
        """A rectangle."""
        for x in (x1, x2):
            self.rule(x, y1, x, y2, thickness)
        for y in (y1, y2):
            self.rule(x1, y, x2, y, thickness)

    def row_lines(self, edges: tuple[float, ...], top: float, bottom: float) -> None:
        """The lines around the cells of a row; columns of rows that follow each other become single long lines."""
        self.rule(edges[0], bottom, edges[-1], bottom, STYLE.grid_pt)
        if self._run and self._run[0] == edges and abs(self._run[2] - top) < STYLE.grid_pt:
            self._run = (edges, self._run[1], bottom)
            return
        self._end_run()
        self._run = (edges, top, bottom)

    def _end_run(self) -> None:
        if self._run:
            edges, top, bottom = self._run
            for x in edges:
                self.rule(x, top, x, bottom, STYLE.grid_pt)
        self._run = None


Drawing = Callable[[Sheet, float], None]  # (sheet, top edge)
