"""Khảo sát, lấy phiếu: one question and how many gave each answer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from models.code_lists import PAR_CONTENT
from models.errors import Fault
from models.record import Part, Record, children, field
from models.records.rules import in_order, joined, no_repeats, within
from models.values import DAY, LINES, TEXT, WHOLE, YES_NO, Code


class SurveyAnswer(Part):
    """Một phương án trả lời and how many chose it; or what someone wrote in her own words."""

    table_name = "survey_answer"
    label = "Kết quả trả lời"

    option: str | None = field("Phương án trả lời", TEXT, hint="Rất hài lòng")
    count: int | None = field("Số phiếu", WHOLE)
    text: str | None = field("Ý kiến ghi thêm", LINES, formerly=("free_text",))


class Survey(Record):
    """Một cuộc khảo sát."""

    table_name = "survey"
    label = "Khảo sát, lấy phiếu"
    computed: ClassVar = {"dated_on": 'coalesce("to", "from")'}
    dated_by = "dated_on"

    title: str | None = field(
        "Tên cuộc khảo sát", TEXT, column=True, quick=True, hint="Đánh giá thái độ phục vụ của bộ phận nhân sự"
    )
    question: str | None = field("Câu hỏi", LINES, quick=True)
    first_on: date | None = field("Từ ngày", DAY, key="from", column=True, quick=True)
    last_on: date | None = field("Đến ngày", DAY, key="to", column=True, quick=True)
    n_asked: int | None = field("Số phiếu phát ra", WHOLE, quick=True)
    n_returned: int | None = field("Số phiếu thu về", WHOLE, column=True, quick=True)
    anonymous: bool = field("Không ghi tên người trả lời", YES_NO, default=False, quick=True)
    is_par: bool = field("Về cải cách hành chính", YES_NO, default=False)
    par_content: int | None = field("Nội dung CCHC", Code(PAR_CONTENT))
    answers: list[SurveyAnswer] = children("Kết quả trả lời", SurveyAnswer)

    @property
    def title_text(self) -> str:
        """Its own title, else its question, else what it is and its first day."""
        return self.title or self.question or joined(self.label, self.shown("first_on"))

    def faults(self) -> Iterator[Fault]:
        yield from in_order(self, "first_on", "last_on")
        yield from within(self, "n_asked", "n_returned")
        yield from no_repeats(self, "answers", "option")
        for place, each in enumerate(self.answers, 1):
            if each.count is not None and self.n_returned is not None and each.count > self.n_returned:
                said = f"dòng {place} có {each.shown('count')} phiếu, nhiều hơn số phiếu thu về"
                yield self.fault("answers", f"{said} ({self.shown('n_returned')}); hãy sửa một trong hai số")
