"""The looks of a Word file: letters, paragraphs and headings as the printed paper has them, each a style of its own."""

from __future__ import annotations

from typing import Any

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm, Pt, RGBColor

from exports.render.docx_xml import elements
from exports.render.style import STYLE

FONT = "Times New Roman"
BODY, TABLE, TITLE, CENTRED, APPENDIX = "LoiVan", "TrongBang", "TieuDeBaoCao", "GiuaTrang", "PhuLuc"
HEADINGS = {1: "Heading1", 2: "Heading2", 3: "Heading3"}  # ids of Word's own styles: its contents list finds them
_FACES = ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs")
_ASCENT_MM = STYLE.page_number_pt * STYLE.ascent * 25.4 / 72


def dress(document: Document) -> None:
    """Give a new document all our styles and its language."""
    _face(document.styles["Normal"], STYLE.body_pt)
    _spaced(document.styles["Normal"], 0, 1.0)
    _say_language(document)
    _own(document, BODY, "Lời văn", STYLE.body_pt, STYLE.body_before_pt, STYLE.body_spacing, justified=True)
    inside = _own(document, TABLE, "Trong bảng", STYLE.table_body_pt, STYLE.cell_above_pt)
    inside.paragraph_format.space_after = Pt(STYLE.cell_above_pt)
    for key, name, bold in (
        (TITLE, "Tiêu đề báo cáo", True),
        (CENTRED, "Giữa trang", False),
        (APPENDIX, "Phụ lục", True),
    ):
        style = _own(document, key, name, STYLE.title_pt, 0)
        style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
        style.paragraph_format.keep_with_next = True
        style.font.bold = bold
    _outlined(document.styles["Phụ lục"])
    for level in HEADINGS:
        _heading(document.styles[f"Heading {level}"], level)


def set_paper(section: Section, landscape: bool, *, number_from: int | None, hidden_first: bool) -> None:
    """Paper, margins and page numbers of a section; `number_from`: it counts from there, else on."""
    short, long = Mm(STYLE.page_short_mm), Mm(STYLE.page_long_mm)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (long, short) if landscape else (short, long)
    section.top_margin, section.bottom_margin = Mm(STYLE.margin_top_mm), Mm(STYLE.margin_bottom_mm)
    section.left_margin, section.right_margin = Mm(STYLE.margin_left_mm), Mm(STYLE.margin_right_mm)
    section.header_distance = Mm(STYLE.page_number_baseline_mm - _ASCENT_MM)
    section.footer_distance = Mm(STYLE.page_number_baseline_mm)
    section.different_first_page_header_footer = hidden_first
    for old in section._sectPr.findall(qn("w:pgNumType")):
        section._sectPr.remove(old)
    if number_from is not None:
        kind: Any = OxmlElement("w:pgNumType")
        kind.set(qn("w:start"), str(number_from))
        section._sectPr.insert_element_before(kind, "w:cols", "w:titlePg", "w:docGrid")


def number_pages(section: Section) -> None:
    """The page number, centred above the text."""
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    size = f'<w:rPr><w:sz w:val="{round(2 * STYLE.page_number_pt)}"/></w:rPr>'
    field = f'<w:fldSimple w:instr=" PAGE "><w:r>{size}<w:t>2</w:t></w:r></w:fldSimple>'
    for element in elements(field):
        paragraph._p.append(element)


def _own(
    document: Document, key: str, name: str, size: float, before: float, spacing: float = 1.0, justified: bool = False
) -> Any:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.element.set(qn("w:styleId"), key)
    style.base_style = document.styles["Normal"]
    style.quick_style = True
    _face(style, size)
    _spaced(style, before, spacing)
    if justified:
        style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        style.paragraph_format.first_line_indent = Mm(STYLE.body_indent_mm)
    return style


def _heading(style: Any, level: int) -> None:
    _face(style, STYLE.body_pt)
    _spaced(style, STYLE.body_before_pt, STYLE.body_spacing)
    style.font.bold, style.font.italic = level < 3, False
    style.font.color.rgb = RGBColor(0, 0, 0)
    style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    style.paragraph_format.first_line_indent = Mm(STYLE.body_indent_mm)
    style.paragraph_format.keep_with_next = True


def _face(style: Any, size: float) -> None:
    style.font.name, style.font.size = FONT, Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for old in [name for name in fonts.attrib if name.endswith("Theme")]:
        del fonts.attrib[old]
    for name in _FACES:
        fonts.set(qn(name), FONT)


def _spaced(style: Any, before: float, lines: float) -> None:
    paragraph = style.paragraph_format
    paragraph.space_before, paragraph.space_after, paragraph.line_spacing = Pt(before), Pt(0), lines


def _outlined(style: Any) -> None:
    level = OxmlElement("w:outlineLvl")
    level.set(qn("w:val"), "0")
    style.element.get_or_add_pPr().append(level)


def _say_language(document: Document) -> None:
    """Vietnamese, so that no word is marked as misspelt English."""
    for properties in document.styles.element.iter(qn("w:rPr")):
        for language in properties.findall(qn("w:lang")):
            language.set(qn("w:val"), "vi-VN")
            language.set(qn("w:eastAsia"), "vi-VN")
