"""Her calendar of reports, and what she wrote beside a figure of the last quarter."""

from __future__ import annotations

from collections.abc import Iterator

from models.deadlines import PROPOSED
from models.records.report import ReportCell, ReportDue, cell_uid


def dues() -> Iterator[ReportDue]:
    """As the program proposes it."""
    yield from PROPOSED


def remarks() -> Iterator[ReportCell]:
    """A sentence on the sum that grew most."""
    said = {"form_code": "A2", "table_code": "A2", "period": "2026-Q1", "row_code": "II.7", "col_code": "so_luong"}
    yield ReportCell(
        cell_uid(*said.values()), **said, remark="Tăng do quà Tết Nguyên đán và hỗ trợ đoàn viên bị giảm giờ làm."
    )
