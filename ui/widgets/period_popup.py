"""Choosing a period in words: a quarter, a month, 6 or 9 months, a year, or any days."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QWidget

from models.periods import ROMAN, Period, free, half_year, month, nine_months, quarter, whole_year
from ui.editing.days import DayEditor
from ui.theme import STEP
from ui.widgets.small import button, column, label, restyle, row, rule

Build = Callable[[int], Period]


def _quarter(number: int) -> Build:
    return lambda year: quarter(year, number)


def _month(number: int) -> Build:
    return lambda year: month(year, number)


_QUARTERS = tuple((f"Quý {roman}", _quarter(number)) for number, roman in enumerate(ROMAN, 1))
_MONTHS = tuple((f"Tháng {number}", _month(number)) for number in range(1, 13))
_SPANS: tuple[tuple[str, Build], ...] = (
    ("6 tháng đầu năm", lambda year: half_year(year, 1)),
    ("6 tháng cuối năm", lambda year: half_year(year, 2)),
    ("9 tháng đầu năm", nine_months),
    ("Cả năm", whole_year),
)


class PeriodPopup(QFrame):
    """Emits `chosen` with a period, and closes."""

    chosen = Signal(object)

    def __init__(self, period: Period, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._period = period
        self.year = period.year
        self.choices: list[tuple[QPushButton, Build]] = []
        self._year_label = label(name="title")
        years = row(button("", lambda: self._turn(-1), look="flat", sign="chevron-left"), None, self._year_label, None)
        years.addWidget(button("", lambda: self._turn(1), look="flat", sign="chevron-right"))
        layout = column(into=self, margin=2 * STEP, spacing=STEP)
        layout.addLayout(years)
        for entries, columns in ((_QUARTERS, 4), (_MONTHS, 4), (_SPANS, 2)):
            layout.addLayout(self._grid(entries, columns))
        layout.addWidget(rule())
        layout.addLayout(self._days())
        self.fault = label(small=True)
        self.fault.setProperty("fault", True)
        self.fault.hide()
        layout.addWidget(self.fault)
        self._turn(0)

    def _grid(self, entries: tuple[tuple[str, Build], ...], columns: int) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(6)
        for place, (text, build) in enumerate(entries):
            each = button(text, partial(self._choose_built, build))
            self.choices.append((each, build))
            grid.addWidget(each, place // columns, place % columns)
        return grid

    def _days(self) -> QGridLayout:
        self.first, self.last = DayEditor(), DayEditor()
        self.first.show_value(self._period.first)
        self.last.show_value(self._period.last)
        grid = QGridLayout()
        grid.setSpacing(6)
        grid.addWidget(label("Từ ngày", small=True, muted=True), 0, 0)
        grid.addWidget(label("Đến ngày", small=True, muted=True), 0, 1)
        grid.addWidget(self.first, 1, 0)
        grid.addWidget(self.last, 1, 1)
        grid.addWidget(button("Xem", self.choose_days, look="primary"), 1, 2)
        return grid

    def choose_days(self) -> None:
        """Chooses the days typed, if they make sense."""
        try:
            first, last = self.first.value(), self.last.value()
            if first is None or last is None:
                raise ValueError("hãy điền cả hai ngày")
            if last < first:
                raise ValueError("ngày cuối phải sau ngày đầu")
        except ValueError as error:
            self.fault.setText(f"Chưa chọn được: {error}.")
            self.fault.show()
            return
        self._choose(free(first, last))

    def _turn(self, by: int) -> None:
        self.year += by
        self._year_label.setText(f"Năm {self.year}")
        for each, build in self.choices:
            restyle(each, "chosen", build(self.year).text == self._period.text)

    def _choose_built(self, build: Build) -> None:
        self._choose(build(self.year))

    def _choose(self, period: Period) -> None:
        self.close()
        self.chosen.emit(period)
