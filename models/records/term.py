"""Nhiệm kỳ, đại hội: the terms of office of the unit and of those above and below it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from models.errors import Fault
from models.record import Record, field
from models.records.rules import joined
from models.values import DAY, LINES, TEXT, YEAR, Link


class Term(Record):
    """Một nhiệm kỳ of a unit, with the day and motto of its congress."""

    table_name = "term"
    label = "Nhiệm kỳ, đại hội"
    title_field = "no"
    dated_by = "congress_on"

    unit: str | None = field("Đơn vị", Link(("org_unit",)), column=True, quick=True)
    no: str | None = field("Đại hội lần thứ", TEXT, column=True, quick=True, hint="XVIII")
    from_year: int | None = field("Từ năm", YEAR, column=True, quick=True)
    to_year: int | None = field("Đến năm", YEAR, column=True, quick=True)
    congress_on: date | None = field("Ngày đại hội", DAY, column=True, quick=True)
    motto: str | None = field("Phương châm, khẩu hiệu", LINES, quick=True)

    @property
    def title_text(self) -> str:
        """Named by its number and years."""
        years = "-".join(year for year in (self.shown("from_year"), self.shown("to_year")) if year)
        return joined(f"Đại hội lần thứ {self.no}" if self.no else "", f"nhiệm kỳ {years}" if years else "") or (
            self.label
        )

    def faults(self) -> Iterator[Fault]:
        if self.from_year is not None and self.to_year is not None and self.to_year < self.from_year:
            yield self.fault("to_year", f"là {self.to_year}, trước năm {self.from_year}; hãy sửa một trong hai năm")
