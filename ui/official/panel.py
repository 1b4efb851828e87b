"""The panel beside the form: what goes into the cell she is at, its value now, and the list to choose from."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel

from ui.figures.picker import Picker
from ui.official.choices import choices
from ui.official.speaking import Spoken
from ui.theme import STEP, wide
from ui.widgets.small import button, column, label, restyle, row, rule

WIDTH, NARROW = wide(336), wide(284)
LOW = 400  # pixels of height below which only what is needed to choose is said
LONG = 26  # letters of a value that is a text rather than a number
FROM_HERE, CHANGE = "Điền danh sách từ đây…", "Sửa danh sách…"
INVITATION = "Chọn một ô trên biểu để ghép số liệu vào."


class CellPanel(QFrame):
    """Emits `accepted` for *Nhận*, `removed` for *Bỏ*, `records_wished` for the records behind the value.

    `words_wished` is for a remark or another number, `list_wished` for a list from this cell on, or for its change.
    """

    accepted = Signal()
    removed = Signal()
    records_wished = Signal()
    words_wished = Signal()
    list_wished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._said: tuple[Spoken, str, bool] | None = None
        self.place = label(muted=True, small=True)
        self.heading = label(INVITATION, name="strong", wrap=True)
        self.details = label(muted=True, small=True, wrap=True)
        self.value = label(name="title")
        self.note = label(muted=True, small=True, wrap=True)
        self.accept_button = button("Nhận", self.accepted.emit, sign="check")
        self.remove_button = button("Bỏ", self.removed.emit)
        self.records_button = button("Bản ghi", self.records_wished.emit, look="flat", sign="book")
        self.records_button.setToolTip("Các bản ghi đứng sau số này (F4, bấm đúp vào ô)")
        self.words_button = button("Ghi chú…", self.words_wished.emit, look="flat", sign="pencil")
        self.words_button.setToolTip("Ghi chú ở con số này, hoặc sửa số tay và nói vì sao; giữ trong sổ và bản đã gửi")
        self.list_button = button(FROM_HERE, self.list_wished.emit, look="flat", sign="form")
        self.list_button.setToolTip("Điền cả danh sách vào các dòng trống từ ô này trở xuống")
        self.question = label("Ghép số liệu khác vào ô này", muted=True, small=True)
        self.picker = Picker(choices, "Tìm số liệu cho ô")
        self.preview = label(muted=True, small=True, wrap=True)
        self._rule = rule()
        layout = column(into=self, margin=STEP + 4, spacing=5)
        for words in (self.place, self.heading, self.details, self.value, self.note):
            layout.addWidget(words)
        layout.addLayout(row(self.accept_button, self.remove_button, self.records_button, None, spacing=6))
        layout.addLayout(row(self.words_button, self.list_button, None, spacing=6))
        for part in (self._rule, self.question, self.picker, self.preview):
            layout.addWidget(part)
        layout.setStretchFactor(self.picker, 1)
        layout.addStretch(0)
        self.show_narrow(False)
        self._say()

    def show_narrow(self, narrow: bool) -> None:
        """Leaves more of the room to the form."""
        self.setFixedWidth(NARROW if narrow else WIDTH)

    def show_cell(self, cell: Spoken, value: str, has_records: bool = False) -> None:
        """Speaks of another cell."""
        self._said = (cell, value, has_records)
        self._say()

    def show_preview(self, value: str) -> None:
        """Says what the line chosen on the list would bring into the cell."""
        self.preview.setText(f"Enter: ghép vào ô, kỳ này là {value}" if value else "Không tìm thấy số liệu nào.")

    def ask(self, typed: str) -> None:
        """Takes the keyboard to the search, with what was typed already."""
        if self.picker.isVisibleTo(self):
            self.picker.input.setFocus(Qt.FocusReason.OtherFocusReason)
            if typed:
                self.picker.input.setText(typed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (event.size().height() < LOW) is not (event.oldSize().height() < LOW):
            self._say()

    def _say(self) -> None:
        cell, value, has_records = self._said or (Spoken("", INVITATION, is_open=False), "", False)
        low = self.height() < LOW and cell.is_open and not cell.faulty
        short = len(value) <= LONG
        self.heading.setText(f"{cell.heading}: {value}" if low and value and short else cell.heading)
        _show(self.place, "" if low else cell.place)
        _show(self.details, "" if low else cell.details if short else value)
        _show(self.value, value if short and not low else "")
        _show(self.note, "" if low else cell.note)
        restyle(self.note, "fault", cell.faulty)
        self.accept_button.setVisible(cell.entry is not None and not cell.is_mapped)
        self.remove_button.setVisible(cell.is_mapped)
        self.records_button.setVisible(has_records)
        self.words_button.setVisible(has_records and cell.is_mapped and cell.listed is None)
        self.list_button.setText(CHANGE if cell.listed is not None else FROM_HERE)
        self.list_button.setVisible(cell.listed is not None or (cell.is_free and not low))
        self.picker.setVisible(cell.is_open)
        for part in (self._rule, self.question, self.preview):
            part.setVisible(cell.is_open and not low)


def _show(shown: QLabel, text: str) -> None:
    shown.setText(text)
    shown.setVisible(bool(text))
