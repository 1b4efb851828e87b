"""A Word file being filled: sections with their paper, text, pictures."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import docx
from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.shared import Pt

from exports.render.docx_blocks import spaced
from exports.render.docx_look import dress, number_pages, set_paper
from exports.render.docx_xml import cell, elements, paragraph, row, table, twips
from exports.render.pdf_text import Frame, text_frame
from exports.render.pdf_type import Typesetter
from exports.render.style import STYLE


class Paper:
    """The Word file being filled, section by section."""

    def __init__(self, type_: Typesetter) -> None:
        self.document: Document = docx.Document()
        dress(self.document)
        self.frame: Frame = text_frame(type_, landscape=False)
        self._type = type_
        self._begun = False

    def begin(self, landscape: bool, *, counts_on: bool = False) -> None:
        """A new page with its own paper; `counts_on`: its numbers follow those before."""
        section = self.document.add_section(WD_SECTION.NEW_PAGE) if self._begun else self.document.sections[0]
        set_paper(section, landscape, number_from=None if counts_on else 1, hidden_first=not counts_on)
        if not self._begun:
            number_pages(section)
        self._begun = True
        self.frame = text_frame(self._type, landscape)

    def put_pictures(self, pictures: Sequence[tuple[str, bytes, float]]) -> None:
        """Pictures beside each other, each (title as XML, PNG, width in points); title and picture stay together."""
        width = twips(self.frame.width / len(pictures))
        cells = [cell(title + paragraph(), width, middle=False) for title, _picture, _width in pictures]
        self.put(table([row(cells)], [width] * len(pictures)) + spaced(STYLE.plot_before_pt))
        for held, (_title, picture, wide) in zip(self.document.tables[-1].rows[0].cells, pictures, strict=True):
            held.paragraphs[-1].add_run().add_picture(io.BytesIO(picture), width=Pt(wide))

    def put(self, content: str) -> None:
        """Add to the section begun last."""
        body: Any = self.document.element.body
        for element in elements(content):
            body.insert(len(body) - 1, element)  # the last one describes the section
