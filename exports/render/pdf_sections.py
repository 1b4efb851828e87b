"""What a file consists of: the signed report and its appendices, or one form alone; each starts on a new page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from exports.document import Report, ReportDocument
from exports.render.pdf_flow import Strip
from exports.render.pdf_foot import paper_foot, report_foot, sheet_foot
from exports.render.pdf_head import (
    APPENDIX,
    appendix_head,
    attached_somewhere,
    attached_to,
    paper_head,
    report_head,
    report_title,
    sheet_head,
    titles,
)
from exports.render.pdf_summary import summary_strips
from exports.render.pdf_table import table_strips
from exports.render.pdf_text import Block, Frame, paragraph, text_frame
from exports.render.pdf_type import BOLD, ITALIC, REGULAR, Typesetter
from exports.render.style import STYLE
from exports.render.wording import roman


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the file with its name for the table of contents; `strips` can be asked for more than once."""

    name: str
    landscape: bool
    rows: int  # of its tables
    strips: Callable[[], Iterator[Strip]]
    counted_alone: bool = True  # its pages are numbered from 1


def sections_of(report: Report | ReportDocument, type_: Typesetter) -> list[Section]:
    """The sections in their order."""
    if isinstance(report, ReportDocument):
        return [_section(report, type_, APPENDIX, partial(_alone, report, text_frame(type_, report.landscape)))]
    cover = Section(
        f"{report.title}: {report.abstract}", False, 0, partial(_cover, report, text_frame(type_, landscape=False))
    )
    several = len(report.documents) > 1
    sections = [cover]
    for number, document in enumerate(report.documents, 1):
        name = f"{APPENDIX} {roman(number)}" if several else APPENDIX
        frame = text_frame(type_, document.landscape)
        sections.append(_section(document, type_, name, partial(_appendix, report, document, name, frame)))
    return [replace(each, counted_alone=not report.continuous) for each in sections]


def _section(document: ReportDocument, type_: Typesetter, name: str, strips: Callable[[], Iterator[Strip]]) -> Section:
    rows = sum(len(table.rows) for table in document.tables)
    return Section(f"{name}. {' '.join(document.title.split())}", document.landscape, rows, strips)


def _cover(report: Report, frame: Frame) -> Iterator[Strip]:
    """The report itself: head, title, text, who gets it and who signs."""
    yield from report_head(frame, report)
    yield from report_title(frame, report)
    text = report.paragraphs
    for at, each in enumerate(text, 1):
        yield from paragraph(
            frame, each.text, BOLD if each.level else REGULAR, keep=bool(each.level) or at == len(text)
        )
    yield from report_foot(frame, report)


def _alone(document: ReportDocument, frame: Frame) -> Iterator[Strip]:
    """A form in a file of its own: a form sheet with head and foot, or an appendix whose report is not in the file."""
    if document.kind == "tom_tat":
        yield from summary_strips(document, frame)
        return
    if document.kind == "bieu":
        yield from sheet_head(frame, document)
        yield from titles(frame, document)
    elif document.kind == "phieu":
        yield from paper_head(frame, document.issuer, document.day_printed)
        yield from titles(frame, document)
    else:
        yield from appendix_head(frame, document, APPENDIX)
        yield from titles(frame, document, attached_somewhere(document))
    foot = {"bieu": sheet_foot, "phieu": paper_foot}.get(document.kind)
    yield from _content(document, frame, signed=foot is not None)
    if foot is not None:
        yield from foot(frame, document)


def _appendix(report: Report, document: ReportDocument, name: str, frame: Frame) -> Iterator[Strip]:
    """A form behind the report that is signed for all of them."""
    yield from appendix_head(frame, document, name)
    yield from titles(frame, document, attached_to(report))
    yield from _content(document, frame, signed=False)


def _content(document: ReportDocument, frame: Frame, signed: bool) -> Iterator[Strip]:
    """Tables and remarks; the last two rows stay with the first remark or the foot, the last remark with the foot."""
    if document.unit_note:
        yield _unit_note(document.unit_note, frame)
    room = STYLE.text_height_pt(document.landscape)
    for at, table in enumerate(document.tables, 1):
        keep_end = at == len(document.tables) and (signed or bool(document.remarks))
        yield from table_strips(table, frame, room, keep_end)
    for at, remark in enumerate(document.remarks, 1):
        block = Block(frame, centred=False).add(remark, REGULAR, STYLE.remark_pt)
        yield block.strip(before=STYLE.body_before_pt, keep=signed and at == len(document.remarks))


def _unit_note(text: str, frame: Frame) -> Strip:
    size = STYLE.unit_note_pt
    (line, *_) = frame.type.lines(text, ITALIC, size, frame.width)
    return Strip(
        STYLE.pitch_pt(size),
        lambda sheet, top: sheet.flush_right(frame.right, top + size * STYLE.ascent, line, ITALIC, size),
        before=STYLE.table_before_pt,
        keep=True,
    )
