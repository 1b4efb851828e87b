"""The summary for a meeting in a Word file: key figures in large type, plots as pictures, short lists."""

from __future__ import annotations

from exports.document import ReportDocument
from exports.render import docx_blocks as blocks
from exports.render.docx_look import TITLE
from exports.render.docx_paper import Paper
from exports.render.docx_table import table_xml
from exports.render.docx_xml import paragraph, run, twips
from exports.render.pdf_summary import FIGURE, SIZES, plot_lines
from exports.render.plot_drawing import draw_plot, height_of
from exports.render.plot_picture import png_of
from exports.render.style import STYLE, points

HEAD = "<w:keepNext/>"
ABOVE = f'{HEAD}<w:spacing w:before="{twips(STYLE.table_before_pt)}"/>'


def put_summary(paper: Paper, document: ReportDocument) -> None:
    """Everything from the unit's name to the last list."""
    unit = paragraph(run(document.issuer.head_2, bold=True, size=STYLE.unit_pt), style=TITLE)
    key_figures, *lists = document.tables
    tall = table_xml(key_figures, paper.frame, sizes=SIZES, large=FIGURE)
    paper.put(unit + blocks.titles(document) + tall + blocks.spaced(STYLE.plot_before_pt))
    _put_plots(paper, document)
    for each in (table for table in lists if table.rows):
        title = paragraph(run(each.title or "", bold=True, size=STYLE.table_title_pt), rules=ABOVE)
        paper.put(title + table_xml(each, paper.frame, sizes=SIZES))
    paper.put(blocks.spaced(1))


def _put_plots(paper: Paper, document: ReportDocument) -> None:
    gap = points(STYLE.summary_gap_mm)
    for line in plot_lines(document.plots):
        width = (paper.frame.width / 2 if line[0].half else paper.frame.width) - gap
        pictures = []
        for plot in line:
            title = paragraph(run(plot.title, bold=True, size=STYLE.summary_least_pt), rules=HEAD)
            drawing = draw_plot(plot, paper.frame.type, width, height_of(plot))
            pictures.append((title, png_of(drawing), width))
        paper.put_pictures(pictures)
