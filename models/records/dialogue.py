"""Hội nghị người lao động, đối thoại tại nơi làm việc, tiếp xúc."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from models.code_lists_feedback import DIALOGUE_KIND
from models.errors import Fault
from models.record import Record, field
from models.records.rules import joined, within
from models.values import DAY, TEXT, WHOLE, YES_NO, Code, Link


class Dialogue(Record):
    """Một hội nghị hoặc cuộc đối thoại."""

    table_name = "dialogue"
    label = "Hội nghị, đối thoại"
    title_field = "kind"
    dated_by = "on"

    kind: str = field("Loại", Code(DIALOGUE_KIND), required=True, column=True, quick=True)
    on: date | None = field("Ngày", DAY, column=True, quick=True)
    place: str | None = field("Địa điểm", TEXT, column=True, quick=True)
    n_workers: int | None = field("Số người bên người lao động", WHOLE, column=True, quick=True)
    n_employer: int | None = field("Số người bên người sử dụng lao động", WHOLE)
    n_raised: int | None = field("Số ý kiến nêu ra", WHOLE, column=True, quick=True)
    n_answered_on_spot: int | None = field("Trong đó: đã trả lời tại chỗ", WHOLE, column=True, quick=True)
    minutes_doc: str | None = field("Biên bản", Link(("document",)))
    elected_ttnd: bool = field("Có bầu Ban Thanh tra nhân dân", YES_NO, default=False)

    @property
    def title_text(self) -> str:
        """Named by its kind and day."""
        return joined(self.shown("kind"), self.shown("on"))

    def faults(self) -> Iterator[Fault]:
        yield from within(self, "n_raised", "n_answered_on_spot")
