"""The sentences over and under the sheet, and the blank forms that stand there before anything is filled."""

from __future__ import annotations

from collections.abc import Sequence

from exports.document import ReportDocument
from models.periods import Period


def notice_for(documents: Sequence[ReportDocument] | None, period: Period) -> str:
    """What is to be said over the sheet; None: no ledger is open."""
    from ui.reports.blank import says_nothing

    if documents is None:
        return "Chưa mở sổ nên biểu còn trống. Hãy mở sổ (Ctrl+O) hoặc lập sổ mới ở mục Sổ."
    if says_nothing(documents) and _made(documents[0].form) not in ("scoring", "sending"):
        if _made(documents[0].form) == "totals":
            return (
                f"{period.label}: chưa có số liệu nào của cấp dưới cho biểu này. Hãy chọn kỳ khác ở thanh trên, nạp "
                "báo cáo đã nhận (Sổ, Nạp tệp), hoặc ghi ở mục Văn bản & số liệu, Cấp dưới gửi."
            )
        return (
            f"{period.label}: sổ chưa ghi hoạt động nào cho biểu này. Hãy chọn kỳ khác ở thanh trên, "
            "hoặc ghi hoạt động ở các mục bên trái – số trên biểu sẽ tự cập nhật."
        )
    return ""


def _made(form: str) -> str:
    """By which way the form is filled: criteria and lists of units say something even without a figure."""
    from exports.form_shelf import form_named

    return form_named(form).made


def summary_of(documents: Sequence[ReportDocument], period: Period) -> str:
    """What lies on the sheet: "Quý I/2026 · 8 biểu", and what can be done with it."""
    forms = f" · {len(documents)} biểu" if len(documents) > 1 else ""
    return f"{period.label}{forms} · Bấm đúp vào một số để xem các bản ghi đứng sau"


def period_for(form: str, period: Period) -> Period:
    """The period that a form is shown for: one made for years shows the year around the period chosen."""
    from exports.form_shelf import shelf
    from exports.made import fitting_period

    known = shelf().forms
    return fitting_period(known[form], period) if form in known else period


def other_period(form: str, period: Period) -> str:
    """Says for which kinds of period a form is made, where it is shown for another one than that chosen; else ""."""
    from exports.form_shelf import form_named
    from exports.made import kinds_of_period

    shown = period_for(form, period)
    if shown == period:
        return ""
    kinds = kinds_of_period(form_named(form))
    return f"Biểu {form} chỉ lập theo kỳ: {kinds}. Đang hiện {shown.label}; có thể chọn kỳ khác ở thanh trên."


def counts_every(form: str) -> bool:
    """True if a form (or one of the bundle's) may count an activity in each of its contents."""
    from exports.bundle import documents_in
    from exports.form_shelf import form_named

    return any(form_named(name).remark_every for name in documents_in(form))


def blank_documents(form: str, period: Period) -> list[ReportDocument]:
    """The forms of this name without figures; none if its file has gone meanwhile."""
    from exports.bundle import documents_in
    from exports.form_shelf import shelf
    from ui.reports.blank import blank

    known = shelf().forms
    return [blank(known[name], period) for name in documents_in(form) if name in known]
