"""Thỏa ước lao động tập thể."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from models.errors import Fault
from models.record import Record, field
from models.records.rules import in_order, joined
from models.values import DAY, LINES, TEXT, YES_NO


class LabourAgreement(Record):
    """Một thỏa ước lao động tập thể, in force from its signing to `valid_to`, the last day."""

    table_name = "labour_agreement"
    label = "Thỏa ước lao động tập thể"
    dated_by = "signed_on"

    title: str | None = field("Tên thỏa ước", TEXT, column=True, quick=True)
    signed_on: date | None = field("Ngày ký", DAY, column=True, quick=True)
    valid_to: date | None = field("Có hiệu lực đến hết ngày", DAY, column=True, quick=True)
    registered: bool = field("Đã gửi đăng ký", YES_NO, default=False, column=True, quick=True)
    n_benefits: str | None = field("Điều khoản có lợi hơn luật", LINES, column=True)

    @property
    def title_text(self) -> str:
        """Its own title, else what it is and its day."""
        return self.title or joined(self.label, self.shown("signed_on"))

    def faults(self) -> Iterator[Fault]:
        yield from in_order(self, "signed_on", "valid_to")
