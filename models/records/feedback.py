"""Ý kiến, kiến nghị, phản ánh: from receiving to the answer given back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import ClassVar

from models.code_lists import PAR_CONTENT
from models.code_lists_feedback import (
    COMPETENT_LEVEL,
    FEEDBACK_CHANNEL,
    FEEDBACK_FIELD,
    FEEDBACK_KIND,
    FEEDBACK_OUTCOME,
    FEEDBACK_STATE,
    HANDLING_WAY,
    SOURCE_KIND,
)
from models.errors import Fault
from models.masks import hidden
from models.record import Part, QuickFilter, Record, children, field
from models.records.rules import in_order, joined, not_itself
from models.values import DAY, LINES, MOMENT, TEXT, YES_NO, Code, Link, Whole

_DOCUMENT = Link(("document",))
_OPEN = ("dang_xu_ly", "chuyen_cap_tren", "da_tra_loi", "tra_lai", "khong_thu_ly", "gop")
_IS_OPEN = "state IN ('tiep_nhan', 'dang_xu_ly', 'chuyen_cap_tren', 'mo_lai')"
_SECRET = (("confidential", (True,)), ("source_kind", ("an_danh",)))
_NEXT = {
    "tiep_nhan": _OPEN,
    "dang_xu_ly": _OPEN[1:],
    "chuyen_cap_tren": ("dang_xu_ly", "da_tra_loi", "tra_lai", "khong_thu_ly", "gop"),
    "da_tra_loi": ("dong", "mo_lai"),
    "dong": ("mo_lai",),
    "tra_lai": ("dong", "mo_lai"),
    "khong_thu_ly": ("dong", "mo_lai"),
    "gop": ("mo_lai",),
    "mo_lai": _OPEN,
}


def next_states(state: str) -> tuple[str, ...]:
    """The states that an item may take next (`domain.md` 6.8), the usual one first."""
    return _NEXT[state]


class FeedbackEvent(Part):
    """Một bước xử lý: when, from which state to which, by whom."""

    table_name = "feedback_event"
    label = "Quá trình xử lý"

    at: datetime | None = field("Lúc", MOMENT)
    from_state: str | None = field("Từ tình trạng", Code(FEEDBACK_STATE))
    to_state: str | None = field("Sang tình trạng", Code(FEEDBACK_STATE))
    actor: str | None = field("Người thực hiện", TEXT)
    note: str | None = field("Ghi chú", LINES)
    doc: str | None = field("Văn bản", _DOCUMENT)


class Feedback(Record):
    """Một ý kiến, kiến nghị hoặc phản ánh."""

    table_name = "feedback"
    label = "Ý kiến, kiến nghị"
    title_field = "content"
    dated_by = "received_on"
    numbered_by = "received_on"
    filters: ClassVar = {
        "open": QuickFilter("Đang xử lý", "Mới tiếp nhận, đang xử lý, đã chuyển đi hoặc mở lại", _IS_OPEN),
        "overdue": QuickFilter(
            "Quá hạn", "Đang xử lý mà hạn xử lý đã qua", f"{_IS_OPEN} AND due_on < date('now', 'localtime')"
        ),
        "untold": QuickFilter(
            "Đã trả lời, chưa báo lại",
            "Đã có trả lời nhưng chưa ghi ngày báo lại cho người nêu",
            "state = 'da_tra_loi' AND returned_to_source_on IS NULL AND source_kind <> 'an_danh'",
        ),
    }
    # Law has its own way for complaints and denunciations: lists do not pass on what they say (`domain.md` 6.8).
    masked: ClassVar = {
        "source_name": _SECRET,
        "member": _SECRET,
        "content": (("kind", ("khieu_nai", "to_cao")),),
    }
    persons = ("source_name", "member")

    # Section 5 asks for a code: the ledger gives the next one of the year when it is empty, so it is not required here.
    code: str | None = field("Số sổ", TEXT, column=True, hint="2026/0001")
    received_on: date = field("Ngày tiếp nhận", DAY, required=True, column=True, quick=True)
    channel: str = field("Kênh tiếp nhận", Code(FEEDBACK_CHANNEL), required=True, quick=True)
    occasion: str | None = field("Nêu tại", Link(("activity", "dialogue")))
    source_kind: str = field("Nguồn", Code(SOURCE_KIND), required=True, quick=True)
    source_name: str | None = field("Họ tên, tên đơn vị nêu ý kiến", TEXT, quick=True)
    member: str | None = field("Đoàn viên", Link(("member",)))
    union_group: str | None = field("Tổ công đoàn", Link(("org_unit",)))
    n_people: int = field("Số người", Whole(least=1), required=True, default=1)
    confidential: bool = field("Giữ kín người nêu", YES_NO, default=False)
    kind: str = field("Loại", Code(FEEDBACK_KIND), required=True, column=True, quick=True)
    subject_area: str = field("Lĩnh vực", Code(FEEDBACK_FIELD), key="field", required=True, column=True, quick=True)
    content: str = field("Nội dung", LINES, required=True, column=True, quick=True)
    is_par: bool = field("Về cải cách hành chính", YES_NO, default=False)
    par_content: int | None = field("Nội dung CCHC", Code(PAR_CONTENT))
    competent_level: str = field("Cấp có thẩm quyền", Code(COMPETENT_LEVEL), required=True, column=True, quick=True)
    competent_body: str | None = field("Cơ quan có thẩm quyền", TEXT)
    forwarded_on: date | None = field("Ngày chuyển", DAY)
    forward_doc: str | None = field("Văn bản chuyển", _DOCUMENT)
    assigned_to: str | None = field("Người được giao", TEXT)
    due_on: date | None = field("Hạn xử lý", DAY, column=True, quick=True)
    state: str = field("Tình trạng", Code(FEEDBACK_STATE), required=True, default="tiep_nhan", column=True)
    handling: str | None = field("Hướng xử lý", Code(HANDLING_WAY))
    reply_text: str | None = field("Nội dung trả lời", LINES)
    reply_doc: str | None = field("Văn bản trả lời", _DOCUMENT)
    replied_on: date | None = field("Ngày trả lời", DAY, column=True)
    returned_to_source_on: date | None = field("Ngày báo lại người nêu", DAY)
    outcome: str | None = field("Kết quả", Code(FEEDBACK_OUTCOME))
    satisfaction: int | None = field("Mức hài lòng (1 đến 5)", Whole(least=1, most=5))
    closed_on: date | None = field("Ngày đóng", DAY)
    merged_into: str | None = field("Gộp vào", Link(("feedback",)))
    events: list[FeedbackEvent] = children("Quá trình xử lý", FeedbackEvent)

    @property
    def title_text(self) -> str:
        """What was said; where something of it is kept back, what it is about."""
        if not hidden(self):
            return self.content or ""
        about = joined(" ".join(filter(None, [self.shown("kind"), self.code])), self.shown("subject_area"))
        return f"{about} (giữ kín)"

    def faults(self) -> Iterator[Fault]:
        days = ("forwarded_on", "due_on", "replied_on", "returned_to_source_on", "closed_on")
        yield from in_order(self, "received_on", *days)
        yield from not_itself(self, "merged_into")
