"""Hội thi, cuộc thi and what was handed in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from models.code_lists import CONTEST_KIND, PAR_CONTENT, TOPIC
from models.errors import Fault
from models.record import Part, Record, children, field
from models.records.rules import in_order, joined
from models.values import DAY, DECIMAL, LINES, TEXT, WHOLE, YES_NO, Code


class ContestEntry(Part):
    """Bài dự thi."""

    table_name = "contest_entry"
    label = "Bài dự thi"

    author: str | None = field("Tác giả, đội thi", TEXT)
    unit: str | None = field("Đơn vị", TEXT)
    title: str | None = field("Tên bài", TEXT)
    score: float | None = field("Điểm", DECIMAL)
    prize: str | None = field("Giải", TEXT, hint="Giải Nhất")


class Contest(Record):
    """Một hội thi, cuộc thi."""

    table_name = "contest"
    label = "Hội thi, cuộc thi"
    computed: ClassVar = {"dated_on": 'coalesce("to", "from")'}  # `forms.md` 13.5
    dated_by = "dated_on"

    title: str | None = field("Tên cuộc thi", TEXT, column=True, quick=True, hint="Cuộc thi tìm hiểu Luật Công đoàn")
    kind: str | None = field("Loại", Code(CONTEST_KIND), column=True, quick=True)
    first_on: date | None = field("Từ ngày", DAY, key="from", column=True, quick=True)
    last_on: date | None = field("Đến ngày", DAY, key="to", column=True, quick=True)
    topic: str | None = field("Nội dung", Code(TOPIC), column=True)
    is_par: bool = field("Về cải cách hành chính", YES_NO, default=False)
    par_content: int | None = field("Nội dung CCHC", Code(PAR_CONTENT))
    n_entries: int | None = field("Số bài dự thi", WHOLE, column=True, quick=True)
    n_participants: int | None = field("Số người dự thi", WHOLE, column=True, quick=True)
    rounds: str | None = field("Các vòng thi", LINES)
    prizes: str | None = field("Giải thưởng", LINES)
    entries: list[ContestEntry] = children("Bài dự thi", ContestEntry)

    @property
    def title_text(self) -> str:
        """Its own title, else its kind and first day."""
        return self.title or joined(self.shown("kind"), self.shown("first_on"))

    def faults(self) -> Iterator[Fault]:
        yield from in_order(self, "first_on", "last_on")
