"""Draws a plot, once for paper, screen and Office files: grey and hatching only, numbers directly at the bars."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportlab.graphics.shapes import Drawing, Group, Line, Rect, String
from reportlab.lib.colors import Color, black, white

from exports.document import Cell, Shape
from exports.plot import Plot
from exports.render.pdf_type import REGULAR, Typesetter
from exports.render.wording import text_of
from models.indicators.figure import Figure

LETTERS = 13.0
GAP = 4.0  # between a bar and its number
LINE = 0.75
BAR, LEAST_BAR = 20.0, 1.0  # height of a lying bar; length of one for a value above 0
HATCH = 5.0
DARK = Color(0.25, 0.25, 0.25)
SHARE = 0.7  # of the room of a category that its columns take
NAME_SHARE = 0.44  # of the width, for the names beside lying bars
LEGEND = LETTERS + 8


class _Drawing(Drawing):
    """Begins with a face that is embedded; reportlab's begins with Helvetica, which is not."""

    initialFontName = REGULAR  # noqa: N815 - reportlab's name


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar in its place: points from the lower left corner of the drawing; `series` 0 is solid, 1 hatched."""

    x: float
    y: float
    width: float
    height: float
    series: int
    category: int
    figure: Figure

    @property
    def text(self) -> str:
        """The number at the bar."""
        return text_of(Cell(self.figure.value, Shape.WHOLE, self.figure))


def height_of(plot: Plot, columns: float = 112.0) -> float:
    """How high a plot is drawn, in points: lying bars need a line each."""
    legend = LEGEND if len(plot.series) > 1 else 0.0
    if plot.kind == "bars":
        return max(len(plot.categories), 1) * (BAR * len(plot.series) + 8.0) + legend
    return columns + legend


def bars_of(plot: Plot, width: float, height: float) -> list[Bar]:
    """Every bar in its place; all numbers start from 0."""
    return list(_lying(plot, width, height) if plot.kind == "bars" else _standing(plot, width, height))


def draw_plot(plot: Plot, type_: Typesetter, width: float, height: float) -> Drawing:
    """The plot, `width` × `height` points, without its title."""
    drawing = _Drawing(width, height)
    for bar in bars_of(plot, width, height):
        drawing.add(_drawn(bar))
        drawing.add(_number(bar, plot, type_))
    if plot.kind == "bars":
        _name_lying(drawing, plot, type_, width, height)
    else:
        _name_standing(drawing, plot, type_, width)
    if len(plot.series) > 1:
        _explain(drawing, plot, type_, height)
    return drawing


def _standing(plot: Plot, width: float, height: float) -> Iterator[Bar]:
    floor = LETTERS + GAP + 2
    room = height - floor - LETTERS - GAP - (LEGEND if len(plot.series) > 1 else 0.0)
    each = width / max(len(plot.categories), 1)
    thick = each * SHARE / len(plot.series)
    for number, series in enumerate(plot.series):
        for at, figure in enumerate(series.figures):
            x = each * at + each * (1 - SHARE) / 2 + thick * number
            yield Bar(x, floor, thick, _length(figure, plot, room), number, at, figure)


def _lying(plot: Plot, width: float, height: float) -> Iterator[Bar]:
    left = width * NAME_SHARE
    room = width - left - GAP - _widest(plot) * LETTERS
    top = height - (LEGEND if len(plot.series) > 1 else 0.0)
    for number, series in enumerate(plot.series):
        for at, figure in enumerate(series.figures):
            y = top - (at + 1) * (BAR * len(plot.series) + 8.0) + 4.0 + BAR * (len(plot.series) - 1 - number)
            yield Bar(left, y, _length(figure, plot, room), BAR, number, at, figure)


def _widest(plot: Plot) -> float:
    """The width of the longest number in letters of 1 pt: a digit is half as wide, a point a quarter."""
    texts = [Bar(0, 0, 0, 0, 0, 0, figure).text for series in plot.series for figure in series.figures]
    return max((sum(0.5 if sign.isdigit() else 0.25 for sign in text) for text in texts), default=0.0)


def _length(figure: Figure, plot: Plot, room: float) -> float:
    if not figure.value:
        return 0.0
    return max(room * figure.value / plot.largest, LEAST_BAR)


def _drawn(bar: Bar) -> Group:
    """Solid dark for the first series, hatched for the second."""
    frame = Rect(bar.x, bar.y, bar.width, bar.height)
    frame.strokeColor, frame.strokeWidth = black, LINE
    frame.fillColor = white if bar.series else DARK
    group = Group(frame)
    if bar.series:
        for line in _hatching(bar):
            group.add(line)
    return group


def _hatching(bar: Bar) -> Iterator[Line]:
    """Lines rising to the right, cut at the edges of the bar."""
    start = HATCH
    while start < bar.width + bar.height:
        x1, y1 = max(start - bar.height, 0.0), min(start, bar.height)
        x2, y2 = min(start, bar.width), max(start - bar.width, 0.0)
        yield Line(bar.x + x1, bar.y + y1, bar.x + x2, bar.y + y2, strokeColor=black, strokeWidth=LINE)
        start += HATCH


def _number(bar: Bar, plot: Plot, type_: Typesetter) -> String:
    """In the common letters; smaller only where a column is narrower than its number."""
    if plot.kind == "bars":
        x, y = bar.x + bar.width + GAP, bar.y + bar.height / 2 - LETTERS * 0.33
        return String(x, y, bar.text, fontName=REGULAR, fontSize=LETTERS)
    size = min(LETTERS, bar.width * (1 / SHARE if len(plot.series) == 1 else 1.0) / max(_widest(plot), 0.5))
    x = bar.x + bar.width / 2 - type_.width(bar.text, REGULAR, size) / 2
    return String(x, bar.y + bar.height + GAP, bar.text, fontName=REGULAR, fontSize=size)


def _name_standing(drawing: Drawing, plot: Plot, type_: Typesetter, width: float) -> None:
    each, floor = width / max(len(plot.categories), 1), LETTERS + GAP + 2
    drawing.add(Line(0, floor, width, floor, strokeColor=black, strokeWidth=LINE))
    for at, name in enumerate(plot.categories):
        words = _shortened(name, type_, each)
        x = each * (at + 0.5) - type_.width(words, REGULAR, LETTERS) / 2
        drawing.add(String(x, 2, words, fontName=REGULAR, fontSize=LETTERS))


def _name_lying(drawing: Drawing, plot: Plot, type_: Typesetter, width: float, height: float) -> None:
    left = width * NAME_SHARE
    first = {bar.category: bar for bar in reversed(bars_of(plot, width, height))}
    bottom = min((bar.y for bar in first.values()), default=0.0)
    drawing.add(Line(left, bottom - 4, left, height, strokeColor=black, strokeWidth=LINE))
    for at, name in enumerate(plot.categories):
        words = _shortened(name, type_, left - GAP)
        y = first[at].y + BAR / 2 - LETTERS * 0.33
        drawing.add(
            String(left - GAP - type_.width(words, REGULAR, LETTERS), y, words, fontName=REGULAR, fontSize=LETTERS)
        )


def _shortened(name: str, type_: Typesetter, room: float) -> str:
    """As many whole words as have room, and dots for the others."""
    if type_.width(name, REGULAR, LETTERS) <= room:
        return name
    return type_.lines(name, REGULAR, LETTERS, room - type_.width(" …", REGULAR, LETTERS))[0].rstrip(" ,") + " …"


def _explain(drawing: Drawing, plot: Plot, type_: Typesetter, height: float) -> None:
    """Which pattern is which, above the bars."""
    x, y = 0.0, height - LETTERS
    for number, series in enumerate(plot.series):
        drawing.add(_drawn(Bar(x, y, 2 * LETTERS, LETTERS - 2, number, 0, series.figures[0])))
        drawing.add(String(x + 2 * LETTERS + GAP, y + 1, series.label, fontName=REGULAR, fontSize=LETTERS))
        x += 2 * LETTERS + 2 * GAP + type_.width(series.label, REGULAR, LETTERS) + LETTERS
