"""Dữ liệu cá nhân: for what a member's data are kept, on which basis, and what the member asked for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from models.code_lists_people import LEGAL_BASIS, PRIVACY_REQUEST
from models.errors import Fault
from models.record import Record, field
from models.records.rules import in_order, joined
from models.values import DAY, LINES, Code, Link


class PrivacyRecord(Record):
    """Một lần đồng ý, yêu cầu hoặc xử lý dữ liệu cá nhân of one member."""

    table_name = "privacy_record"
    label = "Dữ liệu cá nhân"
    title_field = "purpose"

    member: str = field("Đoàn viên", Link(("member",)), required=True, column=True, quick=True)
    purpose: str | None = field("Mục đích", LINES, column=True, quick=True, hint="Lập danh sách đề nghị khen thưởng")
    legal_basis: str | None = field("Căn cứ", Code(LEGAL_BASIS), quick=True)
    consent_on: date | None = field("Ngày đồng ý", DAY, column=True, quick=True)
    withdrawn_on: date | None = field("Ngày rút lại đồng ý", DAY)
    request_kind: str | None = field("Đoàn viên yêu cầu", Code(PRIVACY_REQUEST), column=True, quick=True)
    requested_on: date | None = field("Ngày yêu cầu", DAY, quick=True)
    handled_on: date | None = field("Ngày giải quyết", DAY, quick=True)

    @property
    def title_text(self) -> str:
        """Named by its purpose or request, and its day."""
        day = self.shown("handled_on") or self.shown("requested_on") or self.shown("consent_on")
        return joined(self.purpose or self.shown("request_kind") or self.label, day)

    def faults(self) -> Iterator[Fault]:
        yield from in_order(self, "consent_on", "withdrawn_on")
        yield from in_order(self, "requested_on", "handled_on")
