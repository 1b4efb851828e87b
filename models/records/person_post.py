"""Chức danh của đại biểu, khách mời: leaders who are no members, with their posts as they are to be written."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from models.errors import Fault
from models.record import Record, field
from models.records.rules import in_order
from models.values import DAY, TEXT, Link
from models.vietnamese import name_key


class PersonPost(Record):
    """Một người giữ chức vụ from one day to another, several posts in one line if need be."""

    table_name = "person_post"
    label = "Chức danh đại biểu, khách mời"
    title_field = "name"

    name: str = field("Họ và tên", TEXT, required=True, column=True, quick=True)
    office: str | None = field(
        "Chức vụ",
        TEXT,
        key="title_text",
        column=True,
        quick=True,
        hint="Chủ tịch Công đoàn ngành",
    )
    unit: str | None = field("Đơn vị", Link(("org_unit",)), quick=True)
    unit_text: str | None = field("Cơ quan khác", TEXT, column=True, quick=True)
    first_on: date | None = field("Từ ngày", DAY, key="from", quick=True)
    last_on: date | None = field("Đến ngày", DAY, key="to", quick=True)

    def order_text(self) -> str:
        """Ordered by given name, as a list of people is."""
        return name_key(self.name or "")

    def faults(self) -> Iterator[Fault]:
        yield from in_order(self, "first_on", "last_on")
