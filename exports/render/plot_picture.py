"""A plot as a picture: SVG for the screen, PNG for Word and Excel."""

from __future__ import annotations

import re

from reportlab.graphics import renderPDF, renderSVG
from reportlab.graphics.shapes import Drawing

from exports.pdf_pages import png_of_page

DOTS_PER_INCH = 300
FAMILY = "Liberation Serif"
# Nothing of ours reaches over the edge, and Qt, which knows no clipping, would paint the frame of it black.
_CLIPPED = re.compile(r'<clipPath.*?</clipPath>| style="clip-path: url\(#clip\)"', re.DOTALL)


def svg_of(drawing: Drawing) -> str:
    """The drawing as SVG, its letters named by their family, as the screen knows it."""
    text: str = renderSVG.drawToString(drawing)
    return _CLIPPED.sub("", text).replace("LiberationSerif-Regular", FAMILY)


def png_of(drawing: Drawing) -> bytes:
    """The drawing in grey, sharp enough for print."""
    return png_of_page(renderPDF.drawToString(drawing), DOTS_PER_INCH)
