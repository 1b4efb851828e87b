"""A report as a Word file, in which a sentence can still be changed before it is signed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path

from docx.document import Document

from exports.document import Report, ReportDocument
from exports.reference import reference_of
from exports.render import docx_blocks as blocks
from exports.render.docx_look import BODY, HEADINGS
from exports.render.docx_paper import Paper
from exports.render.docx_summary import put_summary
from exports.render.docx_table import table_xml
from exports.render.docx_xml import paragraph, run
from exports.render.pdf_head import APPENDIX, attached_somewhere, attached_to
from exports.render.pdf_text import Frame
from exports.render.pdf_type import Typesetter
from exports.render.style import STYLE
from exports.render.wording import roman
from exports.render.xlsx_package import entry
from exports.render.xlsx_text import clean

Progress = Callable[[int, int], None]


def write_docx(report: Report | ReportDocument, target: Path, progress: Progress | None = None) -> None:
    """Write a report, or one form alone; `progress(done, of)` counts forms. OSError if it cannot be written."""
    paper = Paper(Typesetter())
    if isinstance(report, ReportDocument):
        paper.begin(report.landscape)
        if report.kind == "tom_tat":
            put_summary(paper, report)
        else:
            paper.put(_alone(report, paper.frame))
    else:
        _put_report(paper, report, progress or (lambda _done, _of: None))
    _describe(paper.document, report)
    _save(paper.document, target, report)


def _put_report(paper: Paper, report: Report, progress: Progress) -> None:
    paper.begin(landscape=False)
    paper.put(blocks.report_head(report, paper.frame) + blocks.report_title(report, paper.frame))
    text = (paragraph(run(each.text), style=HEADINGS[each.level] if each.level else BODY) for each in report.paragraphs)
    paper.put("".join(text) + blocks.report_foot(report, paper.frame))
    several = len(report.documents) > 1
    for number, document in enumerate(report.documents, 1):
        paper.begin(document.landscape, counts_on=report.continuous)
        name = f"{APPENDIX} {roman(number)}" if several else APPENDIX
        paper.put(blocks.appendix_head(name, document.form_no.partition("\n")[0]))
        paper.put(blocks.titles(document, attached_to(report)) + _content(document, paper.frame))
        progress(number, len(report.documents))


def _alone(document: ReportDocument, frame: Frame) -> str:
    """A form in a file of its own: a form sheet, or an appendix whose report is not in the file."""
    if document.kind == "phu_luc":
        head = blocks.appendix_head(APPENDIX, document.form_no.partition("\n")[0])
        return head + blocks.titles(document, attached_somewhere(document)) + _content(document, frame)
    content = blocks.titles(document) + _content(document, frame, signed=True)
    if document.kind == "phieu":
        head = blocks.paper_head(document.issuer, document.day_printed, frame)
        return head + content + blocks.paper_foot(document, frame)
    return blocks.sheet_head(document, frame) + content + blocks.sheet_foot(document, frame)


def _content(document: ReportDocument, frame: Frame, *, signed: bool = False) -> str:
    parts = []
    if document.unit_note:
        note = run(document.unit_note, italic=True, size=STYLE.unit_note_pt)
        parts.append(paragraph(note, rules='<w:keepNext/><w:jc w:val="right"/>'))
    for at, table in enumerate(document.tables, 1):
        if table.title:
            parts.append(paragraph(run(table.title, bold=True, size=STYLE.table_title_pt), rules="<w:keepNext/>"))
        last = signed and at == len(document.tables)
        parts.append(table_xml(table, frame, signed=last) + blocks.spaced(STYLE.table_before_pt))
    parts += [paragraph(run(remark, size=STYLE.remark_pt)) for remark in document.remarks]
    return "".join(parts)


def _describe(document: Document, report: Report | ReportDocument) -> None:
    properties = document.core_properties
    subject = report.abstract if isinstance(report, Report) else report.subtitle
    signed = datetime.combine(_signed_on(report), time())
    properties.title = clean(" ".join(f"{report.title} {subject}".split()))[:255]
    properties.author = properties.last_modified_by = clean(report.issuer.name)[:255]
    properties.keywords = str(reference_of(report))
    properties.subject = f"{report.form}, {report.period.label}"
    properties.comments, properties.language = "", "vi-VN"
    properties.created = properties.modified = signed


def _signed_on(report: Report | ReportDocument) -> date:
    return report.signed_on if isinstance(report, ReportDocument) else report.documents[0].signed_on


def _save(document: Document, target: Path, report: Report | ReportDocument) -> None:
    """The same bytes for the same report: the time of writing stays out of the file."""
    frame = io.BytesIO()
    document.save(frame)
    with zipfile.ZipFile(frame) as parts, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        for name in parts.namelist():
            file.writestr(entry(name, _signed_on(report)), parts.read(name))
