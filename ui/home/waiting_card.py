"""What waits besides reports: what the next report lacks, late feedback and tasks, plans, habits."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from models.deadlines import Due
from models.gaps.gap import ERROR, SEVERITIES, WARNING, Gap
from ui.home.next_step import named
from ui.home.parts import Card, clear, line, link, pill
from ui.widgets.small import label, rule

if TYPE_CHECKING:
    from exports.overview import Chores

NOTHING = "Không có ý kiến, nhiệm vụ nào quá hạn; hai tuần tới chưa có việc nào được ghi trước."

MOST_AGAIN = 3  # the next one comes when one of them is logged
LOOKING = "Đang xem các biểu…"


class WaitingCard(Card):
    """Emits `gaps_wished` with the Due that lacks something, `records_wished` with a Waiting."""

    gaps_wished = Signal(object)
    records_wished = Signal(object)
    again_wished = Signal(str)  # the uid of what is to be done again

    def __init__(self) -> None:
        super().__init__("inbox", "Đang chờ")

    def show_chores(self, chores: Chores, gaps: Sequence[Gap] | None) -> None:
        """Shows what waits now; `gaps` are those of the next report, None while somebody is still looking."""
        clear(self.body)
        lines = [*self._lacking(chores.next_due, gaps), *self._records(chores), *self._again(chores)]
        for place, each in enumerate(lines):
            if place:
                self.body.addWidget(rule())
            self.body.addWidget(each)
        if not lines:
            self.body.addWidget(label(NOTHING, muted=True, wrap=True))

    def _lacking(self, due: Due | None, gaps: Sequence[Gap] | None) -> list[QWidget]:
        if due is None:
            return []
        if gaps is None:
            return [line("Còn thiếu gì?", LOOKING)]
        must = sum(gap.severity == ERROR for gap in gaps)
        counts = {ERROR: must, WARNING: len(gaps) - must}
        said = " · ".join(f"{count} điều {SEVERITIES[kind].lower()}" for kind, count in counts.items() if count)
        words = "Còn thiếu gì?" if gaps else "Không còn thiếu gì"
        see = link("Xem", partial(self.gaps_wished.emit, due), f"Xem còn thiếu gì trong {named(due)}")
        detail = f"{due.period.label}: {said or 'có thể gửi'}"
        return [line(words, detail, _count(len(gaps), late=must > 0), see)]

    def _records(self, chores: Chores) -> list[QWidget]:
        return [
            line(
                each.heading,
                "",
                _count(len(each.uids), late=each.is_late),
                link("Xem", partial(self.records_wished.emit, each), f"Xem: {each.heading}"),
            )
            for each in chores.waiting
        ]

    def _again(self, chores: Chores) -> list[QWidget]:
        return [
            line(
                each.title,
                f"Việc làm đều kỳ, lần này vào khoảng {each.due_on:%d/%m}",
                link("Ghi", partial(self.again_wished.emit, each.uid), f"Ghi: {each.title}"),
            )
            for each in chores.again[:MOST_AGAIN]
        ]


def _count(number: int, *, late: bool) -> QLabel:
    return pill(str(number), "late" if late else "quiet" if number else "done")
