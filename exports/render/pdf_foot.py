"""What stands under the content: who made the paper, who signs it, who gets it."""

from __future__ import annotations

from collections.abc import Iterator

from exports.document import Report, ReportDocument, Signature
from exports.render import wording
from exports.render.pdf_flow import Strip
from exports.render.pdf_text import Block, Frame, beside
from exports.render.pdf_type import BOLD, BOLD_ITALIC, ITALIC, REGULAR
from exports.render.style import STYLE, points

LEFT_SHARE = STYLE.foot_left_mm / (STYLE.foot_left_mm + STYLE.foot_right_mm)


def report_foot(frame: Frame, report: Report) -> Iterator[Strip]:
    """Nơi nhận on the left, the signature on the right (1.2, numbers 7 and 9b)."""
    left, right = frame.split(LEFT_SHARE)
    recipients = Block(left, centred=False)
    if report.recipients:
        recipients.add("Nơi nhận:", BOLD_ITALIC, STYLE.recipients_head_pt)
    for at, name in enumerate(report.recipients, 1):
        end = "." if at == len(report.recipients) else ";"
        recipients.add(f"- {name.rstrip(' .;')}{end}", REGULAR, STYLE.recipients_pt)
    signature = Block(right)
    _sign(signature, report.documents[0].signature, hint="")
    yield beside(recipients, signature, before=STYLE.foot_before_pt, keep=False)


def sheet_foot(frame: Frame, document: ReportDocument) -> Iterator[Strip]:
    """NGƯỜI LẬP BIỂU on the left, place, date and the chairman on the right (1.4)."""
    left, right = frame.split(LEFT_SHARE)
    place_and_date = wording.place_and_date(document.issuer.place, document.day_printed)
    signature = Block(right).add(place_and_date, ITALIC, STYLE.place_date_pt)
    maker = Block(left).space(signature.height)  # beside the first line of the authority
    maker.add("NGƯỜI LẬP BIỂU", BOLD, STYLE.authority_pt).add("(Ký, họ tên)", ITALIC, STYLE.hint_pt)
    _sign(signature, document.signature, hint="(Ký, họ tên, đóng dấu)")
    yield beside(maker, signature, before=STYLE.foot_before_pt, keep=False)


def paper_foot(frame: Frame, document: ReportDocument) -> Iterator[Strip]:
    """The signature alone: place and date stand in the head of the paper."""
    left, right = frame.split(LEFT_SHARE)
    signature = Block(right)
    _sign(signature, document.signature, hint="(Ký, họ tên)")
    yield beside(Block(left), signature, before=STYLE.foot_before_pt, keep=False)


def _sign(block: Block, signature: Signature, hint: str) -> None:
    for line in signature.lines:
        block.add(line, BOLD, STYLE.authority_pt)
    if hint:
        block.add(hint, ITALIC, STYLE.hint_pt)
    block.space(points(STYLE.signature_mm))
    if signature.name:
        block.add(signature.name, BOLD, STYLE.signer_pt)
