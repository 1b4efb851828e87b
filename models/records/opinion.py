"""Dư luận xã hội: what people in the unit talk about, and whether it was dealt with."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from models.errors import Fault
from models.record import Record, field
from models.records.rules import in_order
from models.values import DAY, LINES, PERIOD, WHOLE, YES_NO


class OpinionIssue(Record):
    """Một vấn đề dư luận quan tâm in a report period."""

    table_name = "opinion_issue"
    label = "Vấn đề dư luận"
    title_field = "text"
    dated_by = "on"

    text: str = field("Vấn đề", LINES, required=True, column=True, quick=True)
    on: date | None = field("Ngày nắm được", DAY, column=True, quick=True)
    period: str | None = field("Kỳ báo cáo", PERIOD, quick=True, hint="2026-Q1")
    n_reports: int | None = field("Số lần phản ánh", WHOLE, column=True, quick=True)
    is_hot: bool = field("Nổi cộm", YES_NO, default=False, column=True, quick=True)
    handled: bool = field("Đã xử lý", YES_NO, default=False, column=True, quick=True)
    handled_on: date | None = field("Ngày xử lý xong", DAY)
    result: str | None = field("Kết quả khắc phục, xử lý", LINES)

    def faults(self) -> Iterator[Fault]:
        yield from in_order(self, "on", "handled_on")
        if self.handled_on and not self.handled:
            yield self.fault("handled", "đã có ngày xử lý xong nhưng chưa đánh dấu; hãy đánh dấu hoặc bỏ ngày")
