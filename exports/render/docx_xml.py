"""Paragraphs and tables of a Word file as its XML, written directly: lists of thousands of rows stay quick."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from xml.sax.saxutils import escape

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from exports.render.style import POINTS_PER_MM
from exports.render.xlsx_text import legible

TWIPS_PER_POINT = 20
NAMES = nsdecls("w")


def twips(points: float) -> int:
    """A length in twentieths of a point, as Word counts."""
    return round(points * TWIPS_PER_POINT)


def twips_mm(millimetres: float) -> int:
    """Millimetres in twentieths of a point."""
    return twips(millimetres * POINTS_PER_MM)


def run(text: str, *, bold: bool = False, italic: bool = False, size: float | None = None) -> str:
    """Some letters; a line break inside stays one."""
    marks = ("<w:b/>" if bold else "") + ("<w:i/>" if italic else "")
    marks += f'<w:sz w:val="{round(2 * size)}"/><w:szCs w:val="{round(2 * size)}"/>' if size else ""
    lines = legible(text).split("\n")
    words = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in lines)
    return f"<w:r>{f'<w:rPr>{marks}</w:rPr>' if marks else ''}{words}</w:r>"


def paragraph(runs: str = "", *, style: str = "", rules: str = "") -> str:
    """A paragraph of runs; `rules` are further paragraph properties, in the order of the format."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    opened = f"<w:pPr>{named}{rules}</w:pPr>" if named or rules else ""
    return f"<w:p>{opened}{runs}</w:p>"


def line_below(width: float, room: float, thickness: float) -> str:
    """A centred rule `width` points long in a column of `room` points, in a paragraph as high as nothing."""
    side = max(twips((room - width) / 2), 0)
    border = f'<w:pBdr><w:top w:val="single" w:sz="{round(8 * thickness)}" w:space="0" w:color="auto"/></w:pBdr>'
    rules = f'{border}<w:spacing w:before="60" w:after="0" w:line="20" w:lineRule="exact"/>'
    return paragraph(rules=f'{rules}<w:ind w:left="{side}" w:right="{side}"/>')


def cell(content: str, width: int, *, span: int = 1, merge: str = "", middle: bool = True) -> str:
    """A cell `width` twips wide over `span` columns; `merge` "restart" or "continue" joins it with the one below."""
    rules = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    rules += f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    rules += f'<w:vMerge w:val="{merge}"/>' if merge else ""
    rules += '<w:vAlign w:val="center"/>' if middle else ""
    return f"<w:tc><w:tcPr>{rules}</w:tcPr>{content or paragraph()}</w:tc>"


def row(cells: Iterable[str], *, repeated: bool = False) -> str:
    """A row that no page splits; `repeated`: each page of the table begins with it."""
    rules = "<w:cantSplit/>" + ("<w:tblHeader/>" if repeated else "")
    return f"<w:tr><w:trPr>{rules}</w:trPr>{''.join(cells)}</w:tr>"


def table(rows: Iterable[str], widths: Sequence[int], *, name: str = "", border: float = 0.0, side: float = 0.0) -> str:
    """A table with columns of so many twips; `border` in points, `side` the room beside the text of a cell."""
    kind = "single" if border else "nil"
    line = f'w:val="{kind}" w:sz="{round(8 * border)}" w:space="0" w:color="auto"'
    edges = "".join(f"<w:{edge} {line}/>" for edge in ("top", "left", "bottom", "right", "insideH", "insideV"))
    margins = "".join(f'<w:{edge} w:w="{twips(side)}" w:type="dxa"/>' for edge in ("left", "right"))
    rules = (
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
        f'<w:tblBorders>{edges}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar>'
    )
    rules += f'<w:tblCaption w:val="{escape(name)}"/>' if name else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblPr>{rules}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def elements(content: str) -> list[Any]:
    """The elements of some XML, to be put into a document."""
    return list(parse_xml(f"<w:body {NAMES}>{content}</w:body>"))
