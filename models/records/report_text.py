"""Lời văn của báo cáo: a section of a report as the secretary wrote it herself, kept for its period."""

from __future__ import annotations

from models.periods import period_label
from models.record import Record, field
from models.records.rules import joined
from models.values import FORM, LINES, PERIOD, FormKey


class ReportText(Record):
    """Một đoạn của báo cáo, in her own words; `pattern` is what the program would have written when she did."""

    table_name = "report_text"
    label = "Lời văn báo cáo"
    title_field = "section"

    form: str = field("Báo cáo", FORM, required=True, column=True, quick=True)
    period: str = field("Kỳ báo cáo", PERIOD, required=True, column=True, quick=True, hint="2026-Q1")
    section: str = field("Mục", FormKey(of="passage"), required=True, column=True, quick=True)
    text: str | None = field("Lời văn", LINES, column=True, quick=True)
    pattern: str | None = field("Câu mẫu khi sửa", LINES)

    @property
    def title_text(self) -> str:
        """Named by its report and period."""
        return joined(f"Lời văn {self.form or ''}".strip(), period_label(self.period))
