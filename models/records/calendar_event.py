"""Ngày lễ, kỷ niệm: the days that propaganda prepares for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from models.code_lists import TOPIC
from models.errors import Fault
from models.record import Record, field
from models.records.rules import joined
from models.values import DAY, LINES, TEXT, YEAR, Code


class CalendarEvent(Record):
    """Một ngày kỷ niệm in a given year, perhaps a round one since another year."""

    table_name = "calendar_event"
    label = "Ngày lễ, kỷ niệm"
    dated_by = "on"

    title: str = field("Tên ngày lễ, kỷ niệm", TEXT, required=True, column=True, quick=True, hint="Ngày thành lập CĐCS")
    on: date = field("Ngày", DAY, required=True, column=True, quick=True)
    since_year: int | None = field("Tính từ năm", YEAR, column=True, quick=True)
    topic: str | None = field("Nội dung tuyên truyền", Code(TOPIC), column=True, quick=True)
    note: str | None = field("Việc cần chuẩn bị", LINES, quick=True)

    @property
    def title_text(self) -> str:
        """Its title with the number of years: "…, 30 năm"."""
        years = self.on.year - self.since_year if self.on and self.since_year else 0
        return joined(self.title or "", f"{years} năm" if years > 0 else "")

    def faults(self) -> Iterator[Fault]:
        if self.since_year is not None and self.on is not None and self.since_year > self.on.year:
            yield self.fault("since_year", f"là {self.since_year}, sau năm {self.on.year} của ngày; hãy sửa")
