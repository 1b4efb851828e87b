"""Days and hours as they are typed in an office: 5, 5/7, 0507, 5/7/26, 05/07/2026 8h30.

What is not said is taken from today, or, while the window shows another period, from the day of that period next to it.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QWidget

from models.periods import Period
from ui.editing.editor import LineEditor
from ui.icons import icon
from ui.theme import TONES

_PARTS = re.compile(r"(\d{1,2})(?:[/.\- ](\d{1,2})(?:[/.\- ](\d{4}|\d{2}))?)?")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_TOGETHER = re.compile(r"(\d\d)(\d\d)(\d{4}|\d\d)?")
_HOUR = re.compile(r"(\d{1,2})(?:\s*(?:[:hHgG]|giờ)\s*(\d{1,2})?)?(?::\d\d)?")


def day_from(text: str, today: date) -> date:
    """The day that a short text means; what is not said is taken from today. ValueError with the reason."""
    text = text.strip().rstrip("/.-")
    if first := _YEAR_FIRST.fullmatch(text):
        text = "/".join(reversed(first.groups()))
    match = _TOGETHER.fullmatch(text) or _PARTS.fullmatch(text)
    if match is None:
        raise ValueError("không đọc được ngày; hãy gõ như 05/07/2026, 5/7 hoặc 0507")
    day, number, year = match.groups()
    try:
        return date(_year(year, today), int(number or today.month), int(day))
    except ValueError:
        raise ValueError(f"không có ngày “{text}” trong lịch; hãy gõ lại ngày") from None


def moment_from(text: str, today: date) -> datetime:
    """The day and hour that a short text means: "5/7 8h30"; without an hour, 0 o'clock, which is not shown."""
    day, _, hour = text.strip().partition(" ")
    if not hour.strip():
        return datetime.combine(day_from(day, today), time())
    match = _HOUR.fullmatch(hour.strip())
    if match is None or int(match[1]) > 23 or int(match[2] or 0) > 59:
        raise ValueError("không đọc được giờ; hãy gõ như 05/07/2026 08:30 hoặc 5/7 8h30")
    return datetime.combine(day_from(day, today), time(int(match[1]), int(match[2] or 0)))


def day_meant(widget: QWidget) -> date:
    """The day from which short texts are completed: today, or the day next to it in the period of the window above."""
    today = date.today()
    above: QWidget | None = widget
    while above is not None:
        period: Period | None = getattr(above, "period", None)
        if period is not None:
            return min(max(today, period.first), period.last)
        above = above.parentWidget()
    return today


def _year(text: str | None, today: date) -> int:
    if not text:
        return today.year
    year = int(text) if len(text) == 4 else 2000 + int(text)
    if not 1900 <= year <= 2200:
        raise ValueError
    return year


class DayEditor(LineEditor):
    """A day, typed or picked from the calendar (F4); Ctrl+; is today."""

    def __init__(self, hint: str = "") -> None:
        super().__init__(hint or "ngày/tháng/năm")
        self._calendar: QCalendarWidget | None = None
        pick = QAction(icon("calendar", TONES.muted, 18), "Chọn trên lịch (F4)", self)
        pick.triggered.connect(self.open_calendar)
        self.addAction(pick, LineEditor.ActionPosition.TrailingPosition)

    def read(self, text: str) -> date:
        return day_from(text, day_meant(self))

    def written(self, value: date) -> str:
        return f"{value:%d/%m/%Y}"

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F4:
            self.open_calendar()
        elif event.key() == Qt.Key.Key_Semicolon and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._take(date.today())
        else:
            super().keyPressEvent(event)

    def open_calendar(self) -> None:
        """Shows a calendar under the field, on the day typed."""
        calendar = self._calendar or self._new_calendar()
        try:
            day = self.value() or date.today()
        except ValueError:
            day = date.today()
        calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        calendar.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        calendar.show()
        calendar.setFocus()

    def _new_calendar(self) -> QCalendarWidget:
        calendar = QCalendarWidget(self)
        calendar.setWindowFlag(Qt.WindowType.Popup)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.clicked.connect(self._pick)
        calendar.activated.connect(self._pick)
        self._calendar = calendar
        return calendar

    def _pick(self, picked: QDate) -> None:
        if self._calendar is not None:
            self._calendar.hide()
        self._take(date(picked.year(), picked.month(), picked.day()))

    def _take(self, day: date) -> None:
        self.show_value(day)
        self.edited.emit()


class MomentEditor(DayEditor):
    """A day and, if it matters, an hour."""

    def __init__(self, hint: str = "") -> None:
        super().__init__(hint or "ngày/tháng/năm giờ:phút")

    def read(self, text: str) -> datetime:
        return moment_from(text, day_meant(self))

    def written(self, value: date) -> str:
        hour = f" {value:%H:%M}" if isinstance(value, datetime) and (value.hour or value.minute) else ""
        return super().written(value) + hour

    def _take(self, day: date) -> None:
        try:
            former = self.value()
        except ValueError:
            former = None
        super()._take(datetime.combine(day, former.time() if former else time()))
