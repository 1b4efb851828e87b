"""Chỉ số bên ngoài: figures that others publish (PAR INDEX, SIPAS, loans given) and that reports cite."""

from __future__ import annotations

from datetime import date

from models.record import Record, field
from models.records.rules import joined
from models.values import DAY, DECIMAL, LINES, TEXT


class ExternalIndicator(Record):
    """Một chỉ số with its value on a day and where it is from."""

    table_name = "external_indicator"
    label = "Chỉ số bên ngoài"
    title_field = "name"
    dated_by = "as_of"

    code: str | None = field("Ký hiệu", TEXT, quick=True, hint="PARINDEX")
    name: str | None = field("Tên chỉ số", TEXT, column=True, quick=True, hint="Chỉ số cải cách hành chính của tỉnh")
    value: float | None = field("Giá trị", DECIMAL, column=True, quick=True)
    unit: str | None = field("Đơn vị tính", TEXT, column=True, quick=True, hint="%")
    as_of: date | None = field("Số liệu đến ngày", DAY, column=True, quick=True)
    source: str | None = field("Nguồn", LINES, quick=True)

    @property
    def title_text(self) -> str:
        """Its name, else its code, with its day."""
        return joined(self.name or self.code or self.label, self.shown("as_of"))
