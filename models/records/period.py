"""Kỳ báo cáo that the unit defines itself, with its cut-off and due date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from models.code_lists import PERIOD_KIND
from models.errors import Fault
from models.record import Record, field
from models.records.rules import in_order
from models.values import DAY, TEXT, WHOLE, YEAR, Code

_LATEST_CUTOFF = timedelta(days=31)  # `forms.md` section 10.7


class ReportPeriod(Record):
    """Một kỳ báo cáo: first and last day included."""

    table_name = "report_period"
    label = "Kỳ báo cáo"
    title_field = "label_text"
    dated_by = "from"

    label_text: str | None = field("Tên kỳ", TEXT, key="label", column=True, quick=True, hint="Quý I/2026")
    kind: str = field("Loại kỳ", Code(PERIOD_KIND), required=True, column=True, quick=True)
    year: int = field("Năm", YEAR, required=True, column=True, quick=True)
    no: int | None = field("Kỳ thứ", WHOLE)
    first_on: date = field("Từ ngày", DAY, key="from", required=True, column=True, quick=True)
    last_on: date = field("Đến ngày", DAY, key="to", required=True, column=True, quick=True)
    cutoff: date = field("Số liệu tính đến ngày", DAY, required=True, column=True, quick=True)
    due_on: date | None = field("Hạn nộp", DAY, column=True)

    @property
    def title_text(self) -> str:
        """Its own name, else its days."""
        return self.label_text or f"{self.shown('first_on')} - {self.shown('last_on')}"

    def faults(self) -> Iterator[Fault]:
        yield from in_order(self, "first_on", "last_on", "cutoff")
        if None in (self.year, self.first_on, self.last_on, self.cutoff):
            return
        if self.cutoff > self.last_on + _LATEST_CUTOFF:
            yield self.fault("cutoff", f"muộn hơn 31 ngày sau “Đến ngày” ({self.shown('last_on')}); hãy sửa ngày")
        if self.first_on <= self.last_on and not self.first_on.year <= self.year <= self.last_on.year:
            days = f"{self.shown('first_on')} - {self.shown('last_on')}"
            yield self.fault("year", f"là {self.year}, không phải năm của kỳ ({days}); hãy sửa năm hoặc ngày")
