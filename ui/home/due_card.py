"""Reports that are due: which one, by which day, how far it is, and one button that opens it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel

from models.deadlines import LACKING, OVERDUE, SENT, STATES, Due
from ui.home.next_step import SOON, named, time_left
from ui.home.parts import Card, clear, line, link, pill
from ui.theme import STEP
from ui.widgets.small import button, label, rule

MOST_SHOWN = 4
PROPOSED = (
    "Các ngày này do chương trình đề nghị, không theo văn bản nào. Hãy so với công văn của công đoàn cấp trên rồi sửa "
    "cho đúng."
)


class DueCard(Card):
    """Emits `report_wished` with a Due, `calendar_wished` to change the days, `adopt_wished` to have days to change."""

    report_wished = Signal(object)
    calendar_wished = Signal()
    adopt_wished = Signal()

    def __init__(self) -> None:
        super().__init__("calendar", "Báo cáo đến hạn")
        self.calendar_button = button("Sửa lịch nộp", self.calendar_wished.emit, look="flat", sign="pencil")
        self.head.addWidget(self.calendar_button)
        self.adopt_button = button("Lấy làm lịch của đơn vị…", self.adopt_wished.emit)

    def show_dues(self, dues: Sequence[Due], *, has_calendar: bool) -> None:
        """Shows what is to be done first, then the report sent last."""
        self.adopt_button.setParent(None)
        clear(self.body)
        self.calendar_button.setVisible(has_calendar)
        for place, due in enumerate(shown_of(dues)):
            if place:
                self.body.addWidget(rule())
            self._add(due)
        if not dues:
            self.body.addWidget(label("Bốn tháng tới không có báo cáo nào đến hạn.", muted=True, wrap=True))
        if not has_calendar:
            self.body.addSpacing(STEP)
            self.body.addWidget(label(PROPOSED, muted=True, small=True, wrap=True))
            self.body.addWidget(self.adopt_button, 0, Qt.AlignmentFlag.AlignLeft)
            self.adopt_button.show()

    def _add(self, due: Due) -> None:
        is_sent = due.state == SENT
        detail = f"Hạn {due.due_on:%d/%m/%Y}"
        if due.state == LACKING or (due.state == OVERDUE and due.lacking):
            detail += f" · phải sửa {due.lacking} điều"
        words = "Xem lại" if is_sent else "Làm báo cáo"
        act = partial(self.report_wished.emit, due)
        open_button = link(words, act, named(due)) if is_sent else button(words, act)
        open_button.setAccessibleName(f"{words}: {named(due)}")
        self.body.addWidget(line(named(due), detail, _state(due), open_button))


def shown_of(dues: Sequence[Due]) -> list[Due]:
    """Those not sent, by the day they are due, and the one sent last."""
    waiting = [due for due in dues if due.state != SENT][:MOST_SHOWN]
    sent = [due for due in dues if due.state == SENT]
    return waiting + sent[-1:]


def _state(due: Due) -> QLabel:
    if due.state == SENT:
        return pill(STATES[SENT], "done")
    left = time_left(due)
    tone = "late" if due.state == OVERDUE else "soon" if due.days_left <= SOON else "quiet"
    return pill(f"{left[:1].upper()}{left[1:]}", tone)
