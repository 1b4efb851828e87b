"""What belongs to the reports themselves: when which one is due, and what she says or corrects beside a figure."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date

from models.code_lists import PERIOD_KIND
from models.errors import Fault
from models.periods import period_label
from models.record import Record, field
from models.records.rules import joined
from models.values import DECIMAL, FORM, LINES, PERIOD, TEXT, YEAR, Code, FormKey, Whole

PERIODS_A_YEAR = {"thang": 12, "quy": 4, "6_thang": 2, "hoc_ky": 2}  # of the other kinds there is one


class ReportDue(Record):
    """Lịch nộp báo cáo: which form, for which periods, by which day. Dates follow the union above: hers to edit."""

    table_name = "report_due"
    label = "Lịch nộp báo cáo"

    title: str | None = field("Tên báo cáo", TEXT, column=True, quick=True, hint="Báo cáo quý I")
    form_code: str = field("Biểu, báo cáo", FORM, required=True, column=True, quick=True)
    kind: str = field("Loại kỳ", Code(PERIOD_KIND), required=True, column=True, quick=True)
    no: int | None = field("Kỳ thứ", Whole(least=1, most=12), column=True, quick=True, hint="để trống: mọi kỳ")
    due_day: int = field("Hạn nộp: ngày", Whole(least=1, most=31), required=True, column=True, quick=True)
    due_month: int | None = field(
        "Hạn nộp: tháng", Whole(least=1, most=12), column=True, quick=True, hint="để trống: tháng sau kỳ"
    )
    first_year: int | None = field("Áp dụng từ năm", YEAR, key="from_year")
    last_year: int | None = field("Áp dụng đến hết năm", YEAR, key="to_year")
    note: str | None = field("Ghi chú", LINES)

    @property
    def title_text(self) -> str:
        """Its own name, else form and kind of period."""
        return self.title or joined(f"Báo cáo {self.form_code}", self.shown("kind").lower())

    def due_on(self, last: date) -> date:
        """The day by which the report of a period ending on `last` is due: in the month said, nearest to its end."""
        if self.due_month is None:
            following = last.replace(day=28).toordinal() + 7
            return self._day_in(date.fromordinal(following).year, date.fromordinal(following).month)
        days = [self._day_in(year, self.due_month) for year in (last.year - 1, last.year, last.year + 1)]
        return min(days, key=lambda day: abs((day - last).days))

    def faults(self) -> Iterator[Fault]:
        most = PERIODS_A_YEAR.get(self.kind, 1) if self.kind else 12
        if self.no is not None and self.no > most:
            yield self.fault("no", f"là {self.no}, nhưng trong năm chỉ có {most} kỳ loại này; hãy sửa")
        if self.due_month is not None and self.no is None and most > 1:
            yield self.fault("due_month", "chỉ dùng được khi đã nêu kỳ thứ mấy; hãy điền kỳ thứ, hoặc để trống tháng")
        if None not in (self.first_year, self.last_year) and self.first_year > self.last_year:  # type: ignore[operator]
            yield self.fault("last_year", "trước năm bắt đầu áp dụng; hãy sửa một trong hai năm")

    def _day_in(self, year: int, month: int) -> date:
        return date(year, month, min(self.due_day, calendar.monthrange(year, month)[1]))


class ReportCell(Record):
    """Ghi chú hoặc số sửa tay at one figure of one report: the computed figure stays known beside it."""

    table_name = "report_cell"
    label = "Ghi chú, số sửa tay trên biểu"
    title_field = "form_code"

    form_code: str = field("Biểu", FORM, required=True, column=True, quick=True)
    table_code: str = field("Bảng", TEXT, required=True, quick=True, hint="A2")
    period: str = field("Kỳ báo cáo", PERIOD, required=True, column=True, quick=True, hint="2026-Q1")
    row_code: str = field("Dòng", TEXT, required=True, column=True, quick=True, hint="III.1")
    col_code: str = field("Cột", FormKey(of="column"), required=True, column=True, quick=True)
    override: float | None = field("Số sửa tay", DECIMAL, column=True, quick=True)
    override_reason: str | None = field("Lý do sửa", LINES, column=True, quick=True)
    remark: str | None = field("Ghi chú in dưới biểu", LINES, column=True, quick=True)

    @property
    def title_text(self) -> str:
        """Named by where it stands."""
        return joined(f"Biểu {self.form_code}", f"dòng {self.row_code}", period_label(self.period))

    def faults(self) -> Iterator[Fault]:
        if self.override is not None and not self.override_reason:
            yield self.fault("override_reason", "sửa số thì phải nói vì sao; hãy ghi một câu")


def cell_uid(form: str, table: str, period: str, row: str, column: str) -> str:
    """The uid of what is said at a figure: one record for each place and period."""
    return "/".join((form, table, period, row, column))
