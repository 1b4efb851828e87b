"""Tham gia góp ý drafts of laws, rules and regulations."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from models.errors import Fault
from models.record import Record, field
from models.records.rules import in_order, within
from models.values import DAY, TEXT, WHOLE, Link


class Consultation(Record):
    """Một lần góp ý văn bản, nội quy, quy chế."""

    table_name = "consultation"
    label = "Góp ý văn bản"
    title_field = "draft_title"
    computed: ClassVar = {"dated_on": 'coalesce("to", "from")'}  # `forms.md` 13.5
    dated_by = "dated_on"

    draft_title: str | None = field("Tên dự thảo", TEXT, column=True, quick=True, hint="Dự thảo nội quy lao động")
    asked_by: str | None = field("Cơ quan lấy ý kiến", TEXT, column=True, quick=True)
    first_on: date | None = field("Từ ngày", DAY, key="from", column=True, quick=True)
    last_on: date | None = field("Đến ngày", DAY, key="to", column=True, quick=True)
    n_opinions: int | None = field("Số ý kiến góp ý", WHOLE, column=True, quick=True)
    n_accepted: int | None = field("Trong đó: được tiếp thu", WHOLE, column=True)
    doc: str | None = field("Văn bản góp ý", Link(("document",)))

    @property
    def title_text(self) -> str:
        """The draft's title, else what it is."""
        return self.draft_title or self.label

    def faults(self) -> Iterator[Fault]:
        yield from in_order(self, "first_on", "last_on")
        yield from within(self, "n_opinions", "n_accepted")
