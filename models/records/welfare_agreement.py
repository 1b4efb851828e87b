"""Thỏa thuận phúc lợi: what partners grant to members, as in the programme "Phúc lợi đoàn viên"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from models.errors import Fault
from models.record import Record, field
from models.records.rules import in_order, joined
from models.values import DAY, LINES, TEXT, WHOLE, Link


class WelfareAgreement(Record):
    """Một thỏa thuận hợp tác with a partner; in force from its signing to `valid_to`, the last day."""

    table_name = "welfare_agreement"
    label = "Thỏa thuận phúc lợi đoàn viên"
    title_field = "partner"
    dated_by = "signed_on"

    partner: str = field("Đối tác", TEXT, required=True, column=True, quick=True, hint="Nhà thuốc Mẫu An")
    title: str | None = field("Tên thỏa thuận", TEXT, quick=True)
    signed_on: date | None = field("Ngày ký", DAY, column=True, quick=True)
    valid_to: date | None = field("Có hiệu lực đến hết ngày", DAY, column=True, quick=True)
    benefit: str | None = field("Quyền lợi của đoàn viên", LINES, quick=True, hint="Giảm 10% giá thuốc")
    n_users: int | None = field("Số đoàn viên đã hưởng", WHOLE, column=True, quick=True)
    programme: str | None = field("Thuộc chương trình", Link(("programme",)))
    doc: str | None = field("Văn bản thỏa thuận", Link(("document",)))

    @property
    def title_text(self) -> str:
        """Named by its partner and title."""
        return joined(self.partner or "", self.title or "")

    def faults(self) -> Iterator[Fault]:
        yield from in_order(self, "signed_on", "valid_to")
