"""What an empty ledger says: three steps to begin."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from ui.home.parts import Card, line
from ui.widgets.small import button, label, rule

STEPS = (
    ("unit", "Xem lại tên đơn vị", "Tên, công đoàn cấp trên, địa danh: đầu mọi văn bản in ra đều lấy ở đây.", "Mở"),
    ("log", "Ghi hoạt động đầu tiên", "Một buổi tuyên truyền, một cuộc họp tổ: dưới một phút.", "Ghi"),
    ("calendar", "Xem lịch nộp báo cáo", "Ngày nào phải nộp gì; sửa theo công văn của công đoàn cấp trên.", "Xem lịch"),
)


class FirstSteps(Card):
    """Emits `wished` with the name of a step."""

    wished = Signal(str)

    def __init__(self) -> None:
        super().__init__("star", "Ba bước để bắt đầu")
        self.buttons: dict[str, QPushButton] = {}
        for place, (name, words, detail, act) in enumerate(STEPS):
            if place:
                self.body.addWidget(rule())
            made = button(act, partial(self.wished.emit, name), look="primary" if name == "log" else "")
            made.setAccessibleName(words)
            self.buttons[name] = made
            self.body.addWidget(line(f"{place + 1}. {words}", detail, made))
        self.body.addWidget(rule())
        self.body.addWidget(
            label("Muốn xem trước? Mở Sổ ▸ Lập sổ mới… rồi chọn xem dữ liệu mẫu.", muted=True, wrap=True)
        )
