"""Nhiệm vụ: what is to be done, by whom and until when; and the reminders sent about it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from models.code_lists_work import TASK_SOURCE, TASK_STATE
from models.errors import Fault
from models.record import Record, field
from models.records.rules import in_order
from models.values import DAY, LINES, TEXT, Code, Link

_ORIGIN = Link(("activity", "dialogue", "supervision", "programme", "document", "movement"))
_ABOUT = Link(("task", "supervision", "document", "feedback", "programme"))


class Task(Record):
    """Một nhiệm vụ, from a conclusion, a programme or a paper to its result."""

    table_name = "task"
    label = "Nhiệm vụ"
    title_field = "text"
    dated_by = "due_on"

    text: str = field("Việc phải làm", LINES, required=True, column=True, quick=True)
    owner: str | None = field("Người thực hiện", TEXT, column=True, quick=True)
    assigned_on: date | None = field("Ngày giao", DAY)
    due_on: date | None = field("Hạn hoàn thành", DAY, column=True, quick=True)
    source: str | None = field("Xuất phát từ", Code(TASK_SOURCE), quick=True)
    origin: str | None = field("Giao tại, theo", _ORIGIN)
    expected: str | None = field("Kết quả cần đạt", LINES, quick=True)
    state: str = field("Tình trạng", Code(TASK_STATE), required=True, default="chua_thuc_hien", column=True, quick=True)
    done_on: date | None = field("Ngày hoàn thành", DAY)
    result: str | None = field("Kết quả thực hiện", LINES)

    def faults(self) -> Iterator[Fault]:
        yield from in_order(self, "assigned_on", "due_on", "done_on")
        if self.done_on and self.state != "da_thuc_hien":
            state = f"“{self.shown('state')}”"
            yield self.fault("done_on", f"đã có ngày nhưng tình trạng là {state}; hãy sửa tình trạng hoặc bỏ ngày")


class Reminder(Record):
    """Một lần đôn đốc, nhắc nhở: to whom, about what, and what came of it."""

    table_name = "reminder"
    label = "Đôn đốc, nhắc nhở"
    title_field = "text"
    dated_by = "on"

    on: date = field("Ngày", DAY, required=True, column=True, quick=True)
    addressee: str = field("Nơi được nhắc", TEXT, required=True, column=True, quick=True, hint="Tổ công đoàn Chuyền 3")
    text: str = field("Nội dung đôn đốc", LINES, required=True, column=True, quick=True)
    about: str | None = field("Về việc", _ABOUT, quick=True)
    doc: str | None = field("Văn bản đôn đốc", Link(("document",)))
    answered_on: date | None = field("Ngày có phản hồi", DAY, column=True)
    result: str | None = field("Kết quả", LINES)

    def faults(self) -> Iterator[Fault]:
        yield from in_order(self, "on", "answered_on")
