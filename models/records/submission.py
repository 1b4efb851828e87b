"""Báo cáo của cấp dưới: what a unit below sent for a period, cell by cell, and how its sending went."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from models.code_lists_rating import SUBMISSION_STATE
from models.errors import Fault
from models.periods import period_label
from models.record import Part, Record, children, field
from models.records.rules import joined
from models.values import DAY, DECIMAL, FORM, LINES, PERIOD, TEXT, WHOLE, Code, FormKey, Link, Whole


class SubmissionCell(Part):
    """Một ô của báo cáo: an empty one is not there, or has no value."""

    table_name = "submission_cell"
    label = "Số liệu đã gửi"
    counted = ("row_code", "col_code", "value")

    row_code: str = field("Dòng", TEXT, required=True, hint="III.1")
    col_code: str = field("Cột", FormKey(of="column"), required=True, default="so_luong")
    value: float | None = field("Số", DECIMAL)
    text: str | None = field("Chữ", LINES)


class Submission(Record):
    """Một báo cáo của đơn vị cấp dưới."""

    table_name = "submission"
    label = "Báo cáo của cấp dưới"
    title_field = "form"
    dated_by = "received_on"

    form: str = field("Biểu", FORM, required=True, column=True, quick=True, default="A2")
    form_version: str | None = field("Phiên bản biểu", TEXT)
    period: str = field("Kỳ báo cáo", PERIOD, required=True, column=True, quick=True, hint="2026-Q1")
    unit: str = field("Đơn vị gửi", Link(("org_unit",)), required=True, column=True, quick=True)
    state: str = field("Tình trạng", Code(SUBMISSION_STATE), required=True, default="da_nop", column=True, quick=True)
    received_on: date | None = field("Ngày nộp", DAY, column=True, quick=True)
    due_on: date | None = field("Hạn nộp", DAY, column=True, quick=True)
    reporter: str | None = field("Người báo cáo", TEXT, column=True, quick=True)
    phone: str | None = field("Điện thoại", TEXT, quick=True)
    file: str | None = field("Tệp", TEXT)
    n: int | None = field("Lần nộp thứ", Whole(least=1))
    n_returned: int | None = field("Số lần trả lại", WHOLE, column=True)
    n_errors: int | None = field("Số lỗi", WHOLE, column=True)
    errors: str | None = field("Lỗi", LINES)
    note: str | None = field("Ghi chú", LINES)
    cells: list[SubmissionCell] = children("Số liệu đã gửi", SubmissionCell)

    @property
    def title_text(self) -> str:
        """Named by its form, period and day."""
        return joined(f"Biểu {self.form or ''}".strip(), period_label(self.period), self.shown("received_on"))

    def faults(self) -> Iterator[Fault]:
        seen: set[tuple[str, str]] = set()
        for each in self.cells:
            if (each.row_code, each.col_code) in seen:
                yield self.fault("cells", f"ô {each.row_code} ({each.col_code}) có hai lần; hãy bỏ một")
            seen.add((each.row_code, each.col_code))
