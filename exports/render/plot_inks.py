"""The drawing of a plot in the colours of a screen instead of those of paper."""

from __future__ import annotations

from typing import NamedTuple

from reportlab.graphics.shapes import Drawing, Group, Line, Rect, String
from reportlab.lib.colors import HexColor, white


class Inks(NamedTuple):
    """Colours as "#rrggbb": of letters, of the axis, of bars with their hatching, of what lies behind the hatching."""

    letters: str
    axis: str
    bars: str
    ground: str


def inked(drawing: Drawing, inks: Inks) -> Drawing:
    """The same drawing, its colours changed; bars are the groups in it."""
    for shape in drawing.contents:
        if isinstance(shape, Group):
            for part in shape.contents:
                if isinstance(part, Rect):
                    part.fillColor = HexColor(inks.ground if part.fillColor == white else inks.bars)
                if isinstance(part, Rect | Line):
                    part.strokeColor = HexColor(inks.bars)
        elif isinstance(shape, String):
            shape.fillColor = HexColor(inks.letters)
        elif isinstance(shape, Line):
            shape.strokeColor = HexColor(inks.axis)
    return drawing
