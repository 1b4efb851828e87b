"""What stands above and below the content of a paper in a Word file: heads, titles, signatures."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from exports.document import Issuer, Report, ReportDocument, Signature
from exports.render import wording
from exports.render.docx_look import APPENDIX, CENTRED, TITLE
from exports.render.docx_xml import cell, line_below, paragraph, row, run, table, twips, twips_mm
from exports.render.pdf_text import Frame
from exports.render.pdf_type import BOLD, REGULAR
from exports.render.style import STYLE

HEAD_SHARE = STYLE.head_left_mm / (STYLE.head_left_mm + STYLE.head_right_mm)
FOOT_SHARE = STYLE.foot_left_mm / (STYLE.foot_left_mm + STYLE.foot_right_mm)
_MIDDLE = '<w:jc w:val="center"/>'


def report_head(report: Report, frame: Frame) -> str:
    """Two by two cells without lines: names and nation, number and day (1.2)."""
    return paper_head(report.issuer, report.documents[0].day_printed, frame, report.number)


def paper_head(issuer: Issuer, day: date | None, frame: Frame, number: str = "") -> str:
    """The same for a paper that is no report."""
    left, right = frame.split(HEAD_SHARE)
    names = centred(_balanced(issuer.head_1, STYLE.unit_pt, left, REGULAR), STYLE.unit_pt)
    names += centred(_balanced(issuer.head_2, STYLE.unit_pt, left), STYLE.unit_pt, bold=True)
    names += _rule(issuer.head_2, STYLE.unit_pt, left, STYLE.short_line)
    nation = centred(wording.NATION, STYLE.nation_pt, bold=True) + centred(wording.MOTTO, STYLE.motto_pt, bold=True)
    nation += _rule(wording.MOTTO, STYLE.motto_pt, right)
    before = STYLE.place_date_before_pt
    numbered = centred(number, STYLE.number_pt, before=before)
    place = centred(wording.place_and_date(issuer.place, day), STYLE.place_date_pt, italic=True, before=before)
    return beside(frame, HEAD_SHARE, [(names, nation), (numbered, place)])


def report_title(report: Report, frame: Frame) -> str:
    """Type, trích yếu with its line, Kính gửi (1.2, numbers 5a and 9a)."""
    text = _titled(report.title, STYLE.type_pt, STYLE.type_before_pt) + _titled(
        _balanced(report.abstract, STYLE.abstract_pt, frame), STYLE.abstract_pt
    )
    text += _rule(report.abstract, STYLE.abstract_pt, frame, STYLE.short_line)
    if report.addressee:
        before = f'<w:spacing w:before="{twips(STYLE.addressee_before_pt)}"/>'
        words = run(f"Kính gửi: {report.addressee}", size=STYLE.addressee_pt)
        text += paragraph(words, style=CENTRED, rules=before)
    return text


def report_foot(report: Report, frame: Frame) -> str:
    """Nơi nhận on the left, the signature on the right (1.2, numbers 7 and 9b)."""
    left = paragraph(run("Nơi nhận:", bold=True, italic=True, size=STYLE.recipients_head_pt))
    for at, name in enumerate(report.recipients, 1):
        end = "." if at == len(report.recipients) else ";"
        left += paragraph(run(f"- {name.rstrip(' .;')}{end}", size=STYLE.recipients_pt))
    signed = _signed(report.documents[0].signature, "")
    return spaced(STYLE.foot_before_pt) + beside(frame, FOOT_SHARE, [(left if report.recipients else "", signed)])


def sheet_head(document: ReportDocument, frame: Frame) -> str:
    """Who reports to whom, and the number of the form (1.4)."""
    units = "".join(
        paragraph(run(text, size=STYLE.sheet_head_pt))
        for text in (
            f"Công đoàn cấp trên : {document.issuer.superior}",
            f"Đơn vị báo cáo : {document.issuer.name}",
        )
    )
    first, _, more = document.form_no.partition("\n")
    number = centred(first, STYLE.sheet_head_pt, bold=True) + (centred(more, STYLE.sheet_head_pt) if more else "")
    return beside(frame, STYLE.sheet_left, [(units, number)])


def appendix_head(name: str, number: str) -> str:
    """ "PHỤ LỤC II", with the number of the form beside it."""
    text = f"{name} ({number})" if number and number != name else name
    return paragraph(run(text, bold=True, size=STYLE.title_pt), style=APPENDIX)


def titles(document: ReportDocument, attached: str = "") -> str:
    """Title, period, day of the figures, and the report it is attached to (1.3)."""
    text = _titled(document.title, STYLE.title_pt, 0 if attached else STYLE.title_before_pt)
    text += _titled(document.subtitle, STYLE.subtitle_pt) if document.subtitle else ""
    notes = [run(line, italic=True, size=STYLE.note_pt) for line in (document.note, attached) if line]
    return text + "".join(paragraph(note, style=CENTRED) for note in notes) + spaced(STYLE.table_before_pt)


def sheet_foot(document: ReportDocument, frame: Frame) -> str:
    """NGƯỜI LẬP BIỂU on the left, place, date and the chairman on the right (1.4)."""
    day = wording.place_and_date(document.issuer.place, document.day_printed)
    left = centred("", STYLE.place_date_pt) + centred("NGƯỜI LẬP BIỂU", STYLE.authority_pt, bold=True)
    left += centred("(Ký, họ tên)", STYLE.hint_pt, italic=True)
    right = centred(day, STYLE.place_date_pt, italic=True) + _signed(document.signature, "(Ký, họ tên, đóng dấu)")
    return spaced(STYLE.foot_before_pt) + beside(frame, FOOT_SHARE, [(left, right)])


def paper_foot(document: ReportDocument, frame: Frame) -> str:
    """The signature alone: place and date stand in the head of the paper."""
    signed = _signed(document.signature, "(Ký, họ tên)")
    return spaced(STYLE.foot_before_pt) + beside(frame, FOOT_SHARE, [("", signed)])


def beside(frame: Frame, share: float, rows: Sequence[tuple[str, str]]) -> str:
    """Blocks beside each other in cells without lines."""
    left = twips(frame.width * share)
    widths = [left, twips(frame.width) - left]
    return table(
        (row([cell(one, widths[0], middle=False), cell(two, widths[1], middle=False)]) for one, two in rows), widths
    )


def centred(text: str, size: float, *, bold: bool = False, italic: bool = False, before: float = 0.0) -> str:
    """A centred line."""
    room = f'<w:spacing w:before="{twips(before)}"/>' if before else ""
    words = run(text, bold=bold, italic=italic, size=size) if text else ""
    return paragraph(words, rules=f"<w:keepNext/>{room}{_MIDDLE}")


def spaced(height: float) -> str:
    """Free room of so many points, kept with what stands above it."""
    return paragraph(rules=f'<w:keepNext/><w:spacing w:before="0" w:line="{twips(height)}" w:lineRule="exact"/>')


def _titled(text: str, size: float, before: float = 0.0) -> str:
    room = f'<w:spacing w:before="{twips(before)}"/>' if before else ""
    return paragraph(run(text, bold=True, size=size), style=TITLE, rules=room)


def _balanced(text: str, size: float, frame: Frame, face: str = BOLD) -> str:
    """A heading in lines of about the same length, as it is printed."""
    return "\n".join(frame.type.balanced(text, face, size, frame.width))


def _rule(text: str, size: float, frame: Frame, share: float = 1.0) -> str:
    lines = frame.type.balanced(text, BOLD, size, frame.width)
    width = share * max(frame.type.width(line, BOLD, size) for line in lines)
    return line_below(width, frame.width, STYLE.head_line_pt)


def _signed(signature: Signature, hint: str) -> str:
    text = "".join(centred(line, STYLE.authority_pt, bold=True) for line in signature.lines)
    text += centred(hint, STYLE.hint_pt, italic=True) if hint else ""
    room = f'<w:spacing w:line="{twips_mm(STYLE.signature_mm)}" w:lineRule="exact"/>'
    text += paragraph(rules=f"<w:keepNext/>{room}")
    return text + paragraph(
        run(signature.name, bold=True, size=STYLE.signer_pt) if signature.name else "", rules=_MIDDLE
    )
