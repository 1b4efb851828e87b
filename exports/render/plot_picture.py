"""A plot as a picture: SVG for the screen, PNG for Word and Excel."""

from __future__ import annotations

import io
import re

import pypdfium2
from reportlab.graphics import renderPDF, renderSVG
from reportlab.graphics.shapes import Drawing

POINTS_PER_INCH = 72
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
    document = pypdfium2.PdfDocument(renderPDF.drawToString(drawing))
    try:
        page = document[0]
        drawn = page.render(scale=DOTS_PER_INCH / POINTS_PER_INCH, grayscale=True)
        target = io.BytesIO()
        drawn.to_pil().save(target, "PNG", dpi=(DOTS_PER_INCH, DOTS_PER_INCH))
        drawn.close()
        page.close()
        return target.getvalue()
    finally:
        document.close()
