"""The panel before sending: whether the report was sent, what is missing with the way to repair it, *Gửi và khóa*."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from models.gaps.gap import ERROR, SEVERITIES, Gap
from ui.reports.gap_list import GapList
from ui.theme import STEP, wide
from ui.widgets.room import when_low
from ui.widgets.small import button, column, label, row, rule

WIDTH, LOW = wide(360), wide(350)
ALL_THERE = "Không còn thiếu gì. Báo cáo có thể gửi."
LOOKING = "Đang xem sổ còn thiếu gì…"


class SendingPanel(QFrame):
    """Emits `repair_wished` with a Gap, `send_wished`, `sent_wished` for the reports sent, `closed`."""

    repair_wished = Signal(object)
    send_wished = Signal()
    sent_wished = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setFixedWidth(WIDTH)
        self.heading = label("Còn thiếu gì?", name="strong")
        close = button("", self.closed.emit, look="flat", sign="close")
        close.setToolTip("Đóng khung này")
        close.setAccessibleName("Đóng")
        self.state = label(wrap=True)
        self.count = label(muted=True, wrap=True)
        self.list = GapList()
        self.list.chosen.connect(self._explain)
        self.list.opened.connect(self.repair_wished)
        self.reason, self.remedy = label(wrap=True), label(muted=True, wrap=True)
        self.repair_button = button("Sửa ngay", self._repair, sign="pencil")
        self.send_button = button("Gửi và khóa…", self.send_wished.emit, look="primary", sign="check")
        self.sent_button = button("Đã gửi", self.sent_wished.emit, look="flat", sign="book")
        self.sent_button.setToolTip("Các báo cáo đã gửi và chỗ khác so với bản đã gửi")
        self._said = self._explanation()
        self._lay_out(close)
        self.show_gaps(None)
        self.show_state("", "Gửi và khóa…")

    def show_gaps(self, gaps: Sequence[Gap] | None) -> None:
        """Shows what is missing; None: somebody is still looking."""
        found = gaps or ()
        self.count.setText(LOOKING if gaps is None else _counted(found) or ALL_THERE)
        self.list.show_gaps(found)
        self.list.setVisible(bool(found))
        self._said.setVisible(bool(found))

    def show_state(self, state: str, send: str, *, allowed: bool = False) -> None:
        """Says whether the report was sent; `send` is what the button does now."""
        self.state.setText(state)
        self.state.setVisible(bool(state))
        self.send_button.setText(send)
        self.send_button.setEnabled(allowed)

    def _explanation(self) -> QWidget:
        said = QFrame()
        words = column(self.reason, self.remedy, spacing=STEP // 2)
        words.addSpacing(STEP // 2)
        words.addWidget(self.repair_button, 0, Qt.AlignmentFlag.AlignLeft)
        words.setContentsMargins(STEP, STEP // 2, STEP, 0)
        column(rule(), into=said).addLayout(words)
        return said

    def _lay_out(self, close: QWidget) -> None:
        layout = column(into=self, margin=STEP, spacing=STEP)
        head = row(self.heading, None, close)
        head.setContentsMargins(STEP, 0, 0, 0)
        layout.addLayout(head)
        words = column(self.state, self.count, spacing=STEP // 2)
        words.setContentsMargins(STEP, 0, STEP, 0)
        layout.addLayout(words)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._said)
        layout.addStretch(0)
        layout.addWidget(rule())
        layout.addLayout(row(self.sent_button, None, self.send_button))
        when_low(self, LOW, self._leave_out)

    def _leave_out(self, is_low: bool) -> None:
        """In a low window reason and remedy are the tip of the button that repairs, and the head says how many."""
        for each in (self.count, self.reason, self.remedy):
            each.setHidden(is_low)

    def _explain(self, gap: Gap | None) -> None:
        self.reason.setText(f"{gap.reason[:1].upper()}{gap.reason[1:]}." if gap is not None else "")
        self.remedy.setText(gap.remedy if gap is not None else "Chọn một dòng để xem lý do và cách sửa.")
        self.repair_button.setEnabled(gap is not None)
        self.repair_button.setToolTip("\n".join(filter(None, (self.reason.text(), self.remedy.text()))))

    def _repair(self) -> None:
        if self.list.gap is not None:
            self.repair_wished.emit(self.list.gap)


def _counted(gaps: Sequence[Gap]) -> str:
    must = sum(gap.severity == ERROR for gap in gaps)
    parts = [f"{count} điều {SEVERITIES[kind].lower()}" for kind, count in _by_severity(must, len(gaps)) if count]
    return " · ".join(parts)


def _by_severity(must: int, of: int) -> tuple[tuple[str, int], ...]:
    return tuple(zip(SEVERITIES, (must, of - must), strict=True))
