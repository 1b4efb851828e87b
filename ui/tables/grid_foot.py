"""The line below a log: what keeps a row from being saved, what is selected, and which columns are shown."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtWidgets import QFrame

from models.record import MISSING
from ui import settings
from ui.tables.record_grid import RecordGrid
from ui.tables.unsaved import Unsaved, field_of
from ui.theme import STEP
from ui.widgets.small import button, label, restyle, row

_HINT = "Gõ thẳng vào ô để sửa, gõ ở dòng cuối để thêm · Ctrl+V dán từ Excel · Ctrl+E mở thẻ"
_SECONDS = 6


class GridFoot(QFrame):
    """Emits `opening_wished` to finish the row in its form, `card_turned` when the card is wished or not."""

    opening_wished = Signal()
    card_turned = Signal()

    def __init__(self, grid: RecordGrid) -> None:
        super().__init__()
        self._grid = grid
        self.text = label(_HINT, muted=True, small=True, wrap=True)
        self.open_button = button("Mở thẻ để điền", self.opening_wished.emit, look="flat")
        self.go_button = button("Đến dòng đó", self._go, look="flat")
        self._menu_button = button("Cột", self._open_menu, look="flat", sign="chevron-down")
        self._menu_button.setToolTip("Chọn các cột của bảng")
        self._clock = QTimer(self, singleShot=True, interval=1000 * _SECONDS)
        self._clock.timeout.connect(self.look)
        self.card_button = button("", self._turn_card, look="flat")
        self._name_card_button()
        buttons = (self.go_button, self.open_button, self.card_button, self._menu_button)
        line = row(self.text, *buttons, into=self, spacing=STEP)
        line.setStretch(0, 1)
        line.setContentsMargins(2 * STEP, 2, STEP, 2)
        grid.rows.unfinished.connect(self.look)
        grid.marked.connect(self.look)
        grid.keys.said.connect(self.say)
        self.look()

    def say(self, text: str) -> None:
        """Shows a remark for some seconds."""
        self._show(text, is_fault=True)
        self._clock.start()

    def look(self) -> None:
        """Says what the row with the cursor lacks; else that another row waits; else what one can do."""
        self._clock.stop()
        row, waiting = self._grid.unsaved, list(self._grid.rows.unsaved.values())
        self.open_button.setVisible(row is not None)
        self.go_button.setVisible(row is None and bool(waiting))
        if row is not None:
            self._show(
                _what_is_lacking(row, [column.key for column in self._grid.rows.columns]), is_fault=bool(row.faults)
            )
        elif waiting:
            self._show(f"Còn {len(waiting)} dòng chưa cất vì chưa đủ hoặc chưa đúng.", is_fault=True)
        else:
            self._show(_HINT)

    def _show(self, text: str, is_fault: bool = False) -> None:
        restyle(self.text, "fault", is_fault)
        restyle(self.text, "muted", not is_fault)
        self.text.setText(text)

    def _go(self) -> None:
        waiting = list(self._grid.rows.unsaved.values())
        if waiting and not any(self._grid.go_to(each) for each in waiting):
            self.say("Dòng đó nằm ngoài danh sách đang xem: hãy chọn “Mọi kỳ” hoặc xóa chữ đang tìm.")

    def _open_menu(self) -> None:
        menu = self._grid.columns.menu()
        menu.popup(self._menu_button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def _turn_card(self) -> None:
        settings.remember_card(not settings.card_is_shown())
        self._name_card_button()
        self.card_turned.emit()

    def _name_card_button(self) -> None:
        self.card_button.setText("Ẩn thẻ" if settings.card_is_shown() else "Hiện thẻ")


def _what_is_lacking(row: Unsaved, shown: list[str]) -> str:
    if not row.faults:
        return "Dòng mới, chưa cất: dòng tự cất khi đã đủ và bạn sang dòng khác."
    order = {key: place for place, key in enumerate(shown)}
    keys = sorted(row.faults, key=lambda key: order.get(key, len(order)))
    lacking = [field_of(row.type, key).label for key in keys if row.faults[key] == MISSING]
    wrong = [
        f"{field_of(row.type, key).label}: {row.faults[key]}" if key else row.faults[key]
        for key in keys
        if row.faults[key] != MISSING
    ]
    said = ["còn thiếu " + ", ".join(lacking)] * bool(lacking) + wrong
    way_out = "Ctrl+Delete để bỏ dòng này" if row.is_new else "Esc để lấy lại như cũ"
    return f"Chưa cất: {'; '.join(said)}. Điền tại ô, hoặc {way_out}."
