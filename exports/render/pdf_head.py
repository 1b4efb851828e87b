"""What stands above the content: the head block of a report, the block of a form sheet, titles."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from exports.document import Issuer, Report, ReportDocument
from exports.render import wording
from exports.render.pdf_flow import Strip
from exports.render.pdf_text import Block, Frame, beside
from exports.render.pdf_type import BOLD, ITALIC, REGULAR
from exports.render.style import STYLE

APPENDIX = "PHỤ LỤC"
TO_FILL_IN = "……………"


def report_head(frame: Frame, report: Report) -> Iterator[Strip]:
    """Two by two cells without lines, so that number and date share a line however long the unit's name is (1.2)."""
    yield from paper_head(frame, report.issuer, report.documents[0].day_printed, report.number)


def paper_head(frame: Frame, issuer: Issuer, day: date | None, number: str = "") -> Iterator[Strip]:
    """The same for a paper that is no report; without a number the place and date stand alone in their row."""
    left, right = frame.split(STYLE.head_left_mm / (STYLE.head_left_mm + STYLE.head_right_mm))
    names = Block(left).add(issuer.head_1, REGULAR, STYLE.unit_pt).add(issuer.head_2, BOLD, STYLE.unit_pt)
    names.underline(issuer.head_2, BOLD, STYLE.unit_pt, STYLE.short_line)
    nation = Block(right).add(wording.NATION, BOLD, STYLE.nation_pt).add(wording.MOTTO, BOLD, STYLE.motto_pt)
    nation.underline(wording.MOTTO, BOLD, STYLE.motto_pt)
    yield beside(names, nation)
    drop = (STYLE.place_date_pt - STYLE.number_pt) * STYLE.ascent  # both baselines on one height
    numbered = Block(left).space(drop).add(number, REGULAR, STYLE.number_pt)
    place = Block(right).add(wording.place_and_date(issuer.place, day), ITALIC, STYLE.place_date_pt)
    yield beside(numbered, place, before=STYLE.place_date_before_pt)


def report_title(frame: Frame, report: Report) -> Iterator[Strip]:
    """Type, trích yếu with its line, and Kính gửi (1.2, numbers 5a and 9a)."""
    title = Block(frame).add(report.title, BOLD, STYLE.type_pt).add(report.abstract, BOLD, STYLE.abstract_pt)
    title.underline(report.abstract, BOLD, STYLE.abstract_pt, STYLE.short_line)
    yield title.strip(before=STYLE.type_before_pt)
    if report.addressee:
        addressee = Block(frame).add(f"Kính gửi: {report.addressee}", REGULAR, STYLE.addressee_pt)
        yield addressee.strip(before=STYLE.addressee_before_pt)


def sheet_head(frame: Frame, document: ReportDocument) -> Iterator[Strip]:
    """Who reports to whom, and the number of the form (1.4)."""
    left, right = frame.split(STYLE.sheet_left)
    units = Block(left, centred=False)
    units.add(f"Công đoàn cấp trên : {document.issuer.superior}", REGULAR, STYLE.sheet_head_pt)
    units.add(f"Đơn vị báo cáo : {document.issuer.name}", REGULAR, STYLE.sheet_head_pt)
    yield beside(units, _form_number(right, document.form_no))


def appendix_head(frame: Frame, document: ReportDocument, name: str) -> Iterator[Strip]:
    """ "PHỤ LỤC II", with the number of the form beside it where the appendix is a form sheet."""
    word = Block(frame).add(name, BOLD, STYLE.title_pt)
    number = _form_number(frame.split(1 - (1 - STYLE.sheet_left) / 2)[1], document.form_no.partition("\n")[0])
    yield beside(word, number)


def titles(frame: Frame, document: ReportDocument, attached: str = "") -> Iterator[Strip]:
    """Title, period, day of the figures, and the line that names the report it is attached to (1.3)."""
    block = Block(frame).add(document.title, BOLD, STYLE.title_pt)
    if document.subtitle:
        block.add(document.subtitle, BOLD, STYLE.subtitle_pt)
    for line in (document.note, attached):
        if line:
            block.add(line, ITALIC, STYLE.note_pt)
    yield block.strip(before=0.0 if attached else STYLE.title_before_pt)


def attached_to(report: Report) -> str:
    """(Kèm theo Báo cáo số 05/BC-CĐCS ngày 18/3/2026 của CĐCS …)."""
    if report.documents[0].is_empty:
        return attached_somewhere(report.documents[0])
    number = report.number.removeprefix("Số:").strip()
    day = wording.plain_date(report.documents[0].signed_on)
    return f"(Kèm theo {report.title.capitalize()} số {number} ngày {day} của {report.issuer.name})"


def attached_somewhere(document: ReportDocument) -> str:
    """The same line for an appendix written alone, with dots to fill in by hand."""
    return f"(Kèm theo Báo cáo số {TO_FILL_IN} ngày {TO_FILL_IN} của {document.issuer.name})"


def _form_number(frame: Frame, text: str) -> Block:
    block = Block(frame)
    first, _, more = text.partition("\n")
    if first:
        block.add(first, BOLD, STYLE.sheet_head_pt)
    if more:
        block.add(more, REGULAR, STYLE.sheet_head_pt)
    return block
