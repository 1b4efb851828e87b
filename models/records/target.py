"""Chỉ tiêu: what is planned for a row of the figures (A2) in a period."""

from __future__ import annotations

from models.periods import period_label
from models.record import Record, field
from models.records.rules import joined
from models.values import DECIMAL, LINES, PERIOD, TEXT, FormKey, Link


class Target(Record):
    """Một chỉ tiêu for one row of Phụ lục A2."""

    table_name = "target"
    label = "Chỉ tiêu"
    title_field = "indicator"

    indicator: str = field("Dòng chỉ tiêu (A2)", FormKey(of="row"), required=True, column=True, quick=True)
    unit: str | None = field("Đơn vị thực hiện", Link(("org_unit",)))
    period: str | None = field("Kỳ", PERIOD, column=True, quick=True, hint="2026")
    assigned_by: str | None = field("Đơn vị giao", Link(("org_unit",)))
    planned: float = field("Chỉ tiêu", DECIMAL, required=True, column=True, quick=True)
    measure: str | None = field("Đơn vị tính", TEXT, column=True, quick=True, hint="buổi")
    basis_doc: str | None = field("Văn bản giao", Link(("document",)))
    note: str | None = field("Ghi chú", LINES, column=True)

    @property
    def title_text(self) -> str:
        """Named by its row and period."""
        return joined(self.indicator or "", period_label(self.period))
