"""Chăm lo: visits, gifts and support, in lượt and in đồng."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from models.code_lists_feedback import WELFARE_SOURCE
from models.errors import Fault
from models.record import Record, field
from models.records.rules import joined, within
from models.values import DAY, LINES, MONEY, TEXT, WHOLE, Code


class WelfareAction(Record):
    """Một lần chăm lo, thăm hỏi, hỗ trợ."""

    table_name = "welfare_action"
    label = "Chăm lo, hỗ trợ"
    title_field = "program"
    dated_by = "on"

    program: str | None = field("Chương trình", TEXT, column=True, quick=True, hint="Tết Sum vầy")
    on: date | None = field("Ngày", DAY, column=True, quick=True)
    n_turns: int | None = field("Số lượt người", WHOLE, column=True, quick=True)
    n_members: int | None = field("Trong đó: đoàn viên", WHOLE, column=True)
    amount_vnd: int | None = field("Số tiền (đồng)", MONEY, column=True, quick=True)
    in_kind_vnd: int | None = field("Hiện vật quy ra tiền (đồng)", MONEY, column=True)
    source: str | None = field("Nguồn kinh phí", Code(WELFARE_SOURCE), column=True, quick=True)
    note: str | None = field("Ghi chú", LINES)

    @property
    def title_text(self) -> str:
        """Named by its programme and day."""
        return joined(self.program or "", self.shown("on")) or self.label

    def faults(self) -> Iterator[Fault]:
        yield from within(self, "n_turns", "n_members")
