"""The panel beside the sheet: what the chosen figure is in words, its value, and the records behind it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from models.indicators.figure import Figure
from ui.reports.origin_list import OriginList
from ui.reports.origin_rows import Line, lines_of
from ui.reports.origins import Origin, Side
from ui.theme import STEP, wide
from ui.widgets.room import when_low
from ui.widgets.small import button, column, label, row, rule

WIDTH, LOW = wide(320), wide(350)
INVITATION = (
    "Chọn một con số trên biểu để xem nó được cộng từ những bản ghi nào.\n\n"
    "Bấm đúp (hoặc Enter) vào số, rồi bấm đúp vào một bản ghi để mở và sửa."
)
SEARCHING = "Đang tìm các bản ghi…"


@dataclass(frozen=True, slots=True)
class Asked:
    """The cell that the panel speaks of, in words."""

    place: str
    heading: str
    details: tuple[str, ...] = ()
    value: str = ""
    figure: Figure | None = None


class BehindPanel(QFrame):
    """Emits `record_opened` with an Origin, `list_wished` with all of them, `left` for back to the sheet, `closed`."""

    closed = Signal()
    record_opened = Signal(object)
    list_wished = Signal(list)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setFixedWidth(WIDTH)
        close = button("", self.closed.emit, look="flat", sign="close")
        close.setToolTip("Đóng khung này (F4)")
        close.setAccessibleName("Đóng")
        self.place = label(muted=True, small=True, wrap=True)
        self.heading = label(name="title", wrap=True)
        self.value = label(name="heading")
        self.details = label(muted=True, wrap=True)
        self.note = label(INVITATION, muted=True, wrap=True)
        self.note.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.records = OriginList()
        self.records.record_opened.connect(self.record_opened)
        self.records.left.connect(self.left)
        self.all_button = button("Xem thành bảng", self._wish_list, look="flat", sign="book")
        self._line = rule()
        self._asked: Asked | None = None
        self._is_low = False
        self._origins: tuple[Origin, ...] = ()
        self._fill(row(label("Con số này từ đâu?", name="strong"), None, close))
        self.ask(None)

    def ask(self, asked: Asked | None) -> None:
        """Speaks of another cell, or invites to choose one; the records come later."""
        same = asked is not None and self._asked is not None and asked.place == self._asked.place
        self._asked = asked
        for text, shown in (
            (asked.place if asked else "", self.place),
            (asked.heading if asked else "", self.heading),
            (asked.value if asked else "", self.value),
            ("\n".join(asked.details) if asked else "", self.details),
        ):
            _show(shown, text)
        self.heading.setToolTip("\n".join(filter(None, (self.place.text(), self.details.text()))))
        self._leave_out(self._is_low)
        if asked is not None and asked.figure is not None:
            _show(self.note, "" if same and self.records.isVisibleTo(self) else SEARCHING)
        else:
            _show(self.note, INVITATION if asked is None else "")
        if not same or asked is None or asked.figure is None:
            self._show_lines([])

    def show_sides(self, sides: list[Side]) -> None:
        """Shows the records behind the figure asked about."""
        _show(self.note, "")
        self._origins = tuple(origin for side in sides for origin in side.origins)
        self._show_lines(lines_of(sides))

    def say(self, text: str) -> None:
        """A sentence in place of records."""
        self._show_lines([])
        _show(self.note, text)

    def enter(self) -> None:
        """Takes the keyboard into the records."""
        self.records.setFocus()

    def _fill(self, head: QHBoxLayout) -> None:
        layout = column(into=self, margin=STEP, spacing=6)
        head.setContentsMargins(STEP, 0, 0, 0)
        layout.addLayout(head)
        words = column(self.place, self.heading, self.value, self.details, self.note, spacing=4)
        words.setContentsMargins(STEP, 0, STEP, STEP)
        layout.addLayout(words)
        layout.addWidget(self._line)
        layout.addWidget(self.records, 1)
        layout.addWidget(self.all_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(0)
        when_low(self, LOW, self._leave_out)

    def _leave_out(self, is_low: bool) -> None:
        """In a low window place and details are the tip of the heading, which leaves the room to the records."""
        self._is_low = is_low
        for each in (self.place, self.details):
            each.setVisible(bool(each.text()) and not is_low)

    def _show_lines(self, lines: list[Line]) -> None:
        self.records.show_lines(lines)
        for part in (self._line, self.records):
            part.setVisible(bool(lines))
        kinds = {origin.kind for origin in self._origins}
        self.all_button.setVisible(bool(lines) and len(kinds) == 1)

    def _wish_list(self) -> None:
        self.list_wished.emit(list({origin.uid: origin for origin in self._origins}.values()))


def _show(shown: QLabel, text: str) -> None:
    shown.setText(text)
    shown.setVisible(bool(text))
