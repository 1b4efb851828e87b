"""Kiểm tra, giám sát, phản biện, thanh tra nhân dân, and what was recommended."""

from __future__ import annotations

from datetime import date

from models.code_lists_feedback import SUPERVISION_DIRECTION, SUPERVISION_ITEM_STATE, SUPERVISION_KIND
from models.record import Part, Record, children, field
from models.records.rules import joined
from models.values import DAY, LINES, TEXT, WHOLE, YES_NO, Code, Link


class SupervisionItem(Part):
    """Kiến nghị sau giám sát."""

    table_name = "supervision_item"
    label = "Kiến nghị sau kiểm tra, giám sát"

    recommendation: str | None = field("Nội dung kiến nghị", LINES)
    addressee: str | None = field("Nơi thực hiện", TEXT)
    due_on: date | None = field("Hạn thực hiện", DAY)
    state: str | None = field("Tình trạng", Code(SUPERVISION_ITEM_STATE))


class Supervision(Record):
    """Một cuộc kiểm tra, giám sát."""

    table_name = "supervision"
    label = "Kiểm tra, giám sát"
    title_field = "subject"
    dated_by = "on"

    kind: str = field("Loại", Code(SUPERVISION_KIND), required=True, column=True, quick=True)
    direction: str = field("Vai trò", Code(SUPERVISION_DIRECTION), required=True, column=True, quick=True)
    subject: str | None = field("Đối tượng", TEXT, column=True, quick=True, hint="Tổ công đoàn Chuyền 3")
    content: str | None = field("Nội dung", LINES, column=True, quick=True)
    on: date | None = field("Ngày", DAY, column=True, quick=True)
    leader: str | None = field("Trưởng đoàn", TEXT, column=True)
    n_members: int | None = field("Số thành viên đoàn", WHOLE)
    conclusion_doc: str | None = field("Văn bản kết luận", Link(("document",)))
    is_par: bool = field("Về cải cách hành chính", YES_NO, default=False)
    items: list[SupervisionItem] = children("Kiến nghị sau kiểm tra, giám sát", SupervisionItem)

    @property
    def title_text(self) -> str:
        """Named by its kind, whom it looked at, and its day."""
        return joined(self.shown("kind"), self.subject or "", self.shown("on"))
