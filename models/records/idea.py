"""Ý tưởng, mô hình hay and gương điển hình."""

from __future__ import annotations

from datetime import date

from models.code_lists import PAR_CONTENT
from models.record import Record, field
from models.records.rules import joined
from models.values import DAY, LINES, PERIOD, TEXT, YES_NO, Code


class _Example(Record):
    """What the three records of this file have in common."""

    dated_by = "on"

    title: str | None = field("Tên", TEXT, column=True, quick=True)
    subject: str | None = field("Tập thể, cá nhân", TEXT, column=True, quick=True)
    unit: str | None = field("Đơn vị", TEXT, column=True)
    on: date | None = field("Ngày", DAY, column=True, quick=True)
    period: str | None = field("Kỳ báo cáo", PERIOD, hint="2026-Q1")
    text: str | None = field("Nội dung", LINES, column=True, quick=True)
    is_par: bool = field("Về cải cách hành chính", YES_NO, default=False, column=True, quick=True)
    par_content: int | None = field("Nội dung CCHC", Code(PAR_CONTENT), quick=True)
    replicated: bool = field("Đã nhân rộng", YES_NO, default=False, column=True)

    @property
    def title_text(self) -> str:
        """Its own title, else whose it is and its day."""
        return self.title or joined(self.subject or self.label, self.shown("on"))


class Idea(_Example):
    """Một ý tưởng."""

    table_name = "idea"
    label = "Ý tưởng"


class GoodPractice(_Example):
    """Một mô hình hay, cách làm hiệu quả."""

    table_name = "good_practice"
    label = "Mô hình hay, cách làm hiệu quả"


class RoleModel(_Example):
    """Một gương điển hình tiên tiến, người tốt việc tốt."""

    table_name = "role_model"
    label = "Gương điển hình tiên tiến"
