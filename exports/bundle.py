"""`Q`, the quarter's whole bundle: the report with its head and signature, and every chosen form as an appendix."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from exports.build import build
from exports.document import Report, ReportDocument
from exports.form_shelf import form_named
from exports.made import refuse_period
from exports.render.wording import plain_date, text_of
from models.ledger.store import Store
from models.periods import Period

BUNDLE = "Q"
BUNDLE_TITLE = "Báo cáo trọn bộ: phụ lục số liệu và các biểu"
CHOSEN = ("A2", "B1", "B2", "B3", "C1", "C2", "C3", "D3")

Progress = Callable[[int, int], None]


def report_of(
    store: Store,
    name: str,
    period: Period,
    *,
    chosen: Sequence[str] = CHOSEN,
    every: bool = False,
    signed_on: date | None = None,
    unit: str | None = None,
    progress: Progress | None = None,
) -> Report | ReportDocument:
    """The form called `name` for a period, or the bundle `Q` of the forms chosen; `unit`: of whom it speaks.

    UserError for an unknown name, or for a period that the form is not made for.
    """
    if name.upper() != BUNDLE:
        form = form_named(name)
        refuse_period(form, period)
        return build(store, form, period, every=every, signed_on=signed_on, unit=unit)
    documents = []
    for done, each in enumerate(chosen, 1):
        documents.append(build(store, form_named(each), period, every=every, signed_on=signed_on))
        if progress is not None:
            progress(done, len(chosen))
    return bundle(documents)


def bundle(documents: Sequence[ReportDocument]) -> Report:
    """The signed report over these documents, all of one unit and period."""
    first = documents[0]
    issuer, period = first.issuer, first.period
    return Report(
        form=BUNDLE,
        title="BÁO CÁO",
        abstract=f"Số liệu hoạt động công đoàn {period.title}",
        number="Số:        /BC-CĐCS",
        addressee=issuer.superior or "Công đoàn cấp trên",
        recipients=("Như trên", "Lưu: VT, CĐCS"),
        paragraphs=(
            f"Thực hiện chế độ thông tin, báo cáo của tổ chức công đoàn, Ban Chấp hành {issuer.name} báo cáo "
            f"số liệu hoạt động công đoàn {period.title}, tính đến ngày {plain_date(period.cutoff)}, theo phụ lục "
            "và các biểu kèm theo.",
            *_highlights(first),
        ),
        documents=tuple(documents),
    )


def _highlights(document: ReportDocument) -> list[str]:
    """The paragraph of leading figures, where the first document is A2 and has them."""
    if document.form != "A2":
        return []
    table = document.tables[0]
    said = {row.code: text_of(table.cell(row.code, "so_luong")) for row in table.rows}
    return [
        f"Trong kỳ, đơn vị đã tổ chức {said['III.1']} buổi tuyên truyền với {said['III.2']} lượt người tham dự, "
        f"trong đó {said['III.5']} buổi chuyên đề và {said['III.6']} buổi lồng ghép về cải cách hành chính; phát động "
        f"{said['IV.1']} phong trào, đợt thi đua; có {said['IV.5']} sáng kiến được công nhận; {said['IV.9']} lượt "
        f"tập thể và {said['IV.10']} lượt cá nhân được khen thưởng; tiếp nhận {said['VII.2']} ý kiến, kiến nghị, "
        f"đã trả lời, giải quyết {said['VII.3']} ý kiến."
    ]
