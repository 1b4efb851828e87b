"""Chương trình, kế hoạch that the union's work follows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from models.code_lists import PROGRAMME_KIND
from models.errors import Fault
from models.record import Record, field
from models.records.rules import in_order, not_itself
from models.values import DAY, LINES, TEXT, Code, Link


class Programme(Record):
    """Một chương trình phối hợp, chương trình công tác hoặc kế hoạch."""

    table_name = "programme"
    label = "Chương trình, kế hoạch"
    dated_by = "from"

    kind: str = field("Loại", Code(PROGRAMME_KIND), required=True, column=True, quick=True)
    title: str = field("Tên chương trình, kế hoạch", TEXT, required=True, column=True, quick=True)
    first_on: date | None = field("Từ ngày", DAY, key="from", column=True, quick=True)
    last_on: date | None = field("Đến ngày", DAY, key="to", column=True, quick=True)
    parties: str | None = field("Các bên tham gia", LINES, column=True)
    basis_doc: str | None = field("Văn bản ban hành", Link(("document",)))
    objective: str | None = field("Mục tiêu", LINES)
    parent: str | None = field("Thuộc chương trình", Link(("programme",)))

    def faults(self) -> Iterator[Fault]:
        yield from in_order(self, "first_on", "last_on")
        yield from not_itself(self, "parent")
