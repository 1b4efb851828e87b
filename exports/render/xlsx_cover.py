"""The first and the last sheet of a workbook: "BC" says whose report it is and what is in it, "DM" lists the codes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from exports.document import Report, ReportDocument
from exports.render.xlsx_form import put_paper_head, put_signatures
from exports.render.xlsx_plan import PlanBuilder, SheetPlan

COVER_WIDTHS = (14.0, 51.0, 78.0, 22.0)  # the first two are the left block of the head: 65 mm of 165
LIST_WIDTHS = (55.0, 110.0)
BODY = "text_normal"

type_of_lists = Sequence[tuple[str, Sequence[tuple[str, str]]]]


def plan_cover(report: Report | ReportDocument, sheets: Sequence[tuple[str, ReportDocument]]) -> SheetPlan:
    """The sheet BC; `sheets` are the sheets with forms by their names."""
    builder = PlanBuilder("BC", COVER_WIDTHS)
    document = sheets[0][1]
    _put_head(builder, report, document)
    if isinstance(report, Report):
        _put_letter(builder, report)
    else:
        builder.line(report.title, "title")
        builder.line(report.subtitle or document.period.label, "centre_bold")
        builder.gap()
    _put_facts(builder, report, document)
    _put_contents(builder, sheets)
    right = [(line, "centre_bold") for line in document.signature.lines]
    put_signatures(builder, _recipients(report), right, document.signature.name)
    return builder.plan()


def plan_lists(lists: type_of_lists) -> SheetPlan:
    """The sheet DM: every code list with its keys and labels."""
    builder = PlanBuilder("DM", LIST_WIDTHS)
    builder.line("DANH MỤC MÃ DÙNG TRONG BÁO CÁO", "title")
    for title, items in lists:
        builder.gap()
        builder.line(title, "left_bold")
        _put_pair(builder, "Mã", "Nội dung", "head")
        for key, label in items:
            _put_pair(builder, key, label, BODY)
    return builder.plan()


def _put_head(builder: PlanBuilder, report: Report | ReportDocument, document: ReportDocument) -> None:
    put_paper_head(builder, 2, document, report.number if isinstance(report, Report) else "")
    builder.gap()


def _put_letter(builder: PlanBuilder, report: Report) -> None:
    builder.line(report.title, "title")
    builder.line(report.abstract, "centre_bold")
    builder.gap()
    if report.addressee:
        builder.line(f"Kính gửi: {report.addressee}", "centre")
        builder.gap()
    for paragraph in report.paragraphs:
        builder.line(paragraph.text, "left_bold" if paragraph.level else "justified")
    if report.paragraphs:
        builder.gap()


def _put_facts(builder: PlanBuilder, report: Report | ReportDocument, document: ReportDocument) -> None:
    period = document.period
    facts: list[tuple[str, str | date]] = [
        ("Biểu, báo cáo", report.form if isinstance(report, Report) else f"{report.form} ({report.version})"),
        ("Đơn vị báo cáo", f"{document.issuer.name} (mã {document.issuer.code})"),
        ("Công đoàn cấp trên", document.issuer.superior),
        ("Kỳ báo cáo", period.label),
        ("Từ ngày", period.first),
        ("Đến ngày", period.last),
        ("Số liệu tính đến ngày", period.cutoff),
        ("Số báo cáo", report.number.removeprefix("Số:").strip() if isinstance(report, Report) else ""),
        ("Ngày ký", document.day_printed or ""),
        ("Người ký", document.signature.name),
    ]
    for label, value in facts:
        if value:
            builder.put(1, 2, label, BODY)
            builder.put(3, 4, value, "date" if isinstance(value, date) else BODY)
            builder.row += 1
    builder.gap()


def _put_contents(builder: PlanBuilder, sheets: Sequence[tuple[str, ReportDocument]]) -> None:
    for title, first, last in (("TT", 1, 1), ("Tên biểu", 2, 3), ("Trang tính", 4, 4)):
        builder.put(first, last, title, "head")
    builder.row += 1
    for at, (name, document) in enumerate(sheets, start=1):
        builder.put(1, 1, str(at), "code_normal")
        builder.put(2, 3, " ".join(document.title.split()), BODY)
        builder.put(4, 4, name, "link", link=name)
        builder.row += 1
    builder.gap(14)


def _put_pair(builder: PlanBuilder, left: str, right: str, style: str) -> None:
    builder.put(1, 1, left, style)
    builder.put(2, 2, right, style)
    builder.row += 1


def _recipients(report: Report | ReportDocument) -> list[tuple[str, str]]:
    if not isinstance(report, Report) or not report.recipients:
        return []
    *others, last = report.recipients
    lines = [f"- {one.rstrip(';.')};" for one in others] + [f"- {last.rstrip(';.')}."]
    return [("Nơi nhận:", "recipients_head"), *((line, "recipients") for line in lines)]
