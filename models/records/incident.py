"""Vụ việc: wages owed, disputes, stoppages, accidents, and what the union did for the workers concerned."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from models.code_lists_work import INCIDENT_KIND, INCIDENT_STATE
from models.errors import Fault
from models.record import Record, field
from models.records.rules import in_order, within
from models.values import DAY, LINES, MONEY, TEXT, WHOLE, Code, Link


class Incident(Record):
    """Một vụ việc in which workers need the union's help."""

    table_name = "incident"
    label = "Vụ việc cần hỗ trợ"
    dated_by = "on"

    title: str = field("Vụ việc", TEXT, required=True, column=True, quick=True, hint="Công ty chậm trả lương tháng 3")
    kind: str | None = field("Loại vụ việc", Code(INCIDENT_KIND), column=True, quick=True)
    on: date | None = field("Ngày xảy ra", DAY, column=True, quick=True)
    employer: str | None = field("Doanh nghiệp, bộ phận", TEXT, quick=True)
    n_workers: int | None = field("Số người liên quan", WHOLE, quick=True)
    n_helped: int | None = field("Trong đó: được công đoàn hỗ trợ", WHOLE, quick=True)
    amount_vnd: int | None = field("Số tiền liên quan (đồng)", MONEY)
    action: str | None = field("Việc công đoàn đã làm", LINES, quick=True)
    state: str | None = field("Tình trạng", Code(INCIDENT_STATE), column=True, quick=True)
    closed_on: date | None = field("Ngày kết thúc", DAY)
    result: str | None = field("Kết quả", LINES)
    feedback: str | None = field("Từ ý kiến, kiến nghị", Link(("feedback",)))
    doc: str | None = field("Văn bản", Link(("document",)))

    def faults(self) -> Iterator[Fault]:
        yield from in_order(self, "on", "closed_on")
        yield from within(self, "n_workers", "n_helped")
