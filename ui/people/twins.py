"""People who may stand in the ledger twice, side by side: made one, value by value, or said to be two."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListWidget, QSplitter, QStackedWidget, QWidget

from models.duplicates import likely_pairs, tell_apart
from models.errors import UserError
from models.ledger.merging import merge
from models.ledger.store import Store
from models.records.member import Member
from ui import messages
from ui.people.side_by_side import SideBySide
from ui.theme import STEP, wide
from ui.widgets.room import fit
from ui.widgets.small import button, column, label, row

_NOTHING = "Không thấy ai có thể bị ghi trùng.\nĐã xem họ tên (không kể dấu), ngày sinh, giới tính và tổ của mọi người."
_SAID = (
    "Cột trái là người được giữ lại. Chỗ nào khác nhau, bấm vào giá trị đúng để giữ. "
    "Mọi việc đã ghi cho người kia (dự họp, khen thưởng, ý kiến…) chuyển sang người được giữ."
)


class TwinsDialog(QDialog):
    """Calls `say` with what was done and the number of that write."""

    def __init__(self, store: Store, say: Callable[[str, int], object], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Tìm người trùng")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fit(self, wide(1060), wide(600))
        self._store, self._say = store, say
        self._pairs: list[tuple[Member, Member]] = []
        self.list = QListWidget()
        self.list.setMinimumWidth(wide(220))
        self.list.currentRowChanged.connect(self._show)
        self.table = SideBySide(store)
        self.said = label(_SAID, muted=True, wrap=True)
        self.swap_button = button("Đổi bên giữ", self.swap, sign="redo")
        self.apart_button = button("Không phải một người", self.tell_apart)
        self.merge_button = button("Gộp làm một", self.merge, look="primary", sign="check")
        nothing = label(_NOTHING, muted=True, wrap=True)
        nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        sides = QSplitter(Qt.Orientation.Horizontal)
        sides.setHandleWidth(2 * STEP)
        sides.addWidget(self.list)
        right = QWidget()
        column(self.said, self.table, into=right).setStretch(1, 1)
        sides.addWidget(right)
        sides.setStretchFactor(1, 1)
        self._middle = QStackedWidget()
        self._middle.addWidget(sides)
        self._middle.addWidget(nothing)
        self.heading = label(name="title")
        layout = column(self.heading, into=self, margin=3 * STEP, spacing=STEP + 4)
        layout.addWidget(self._middle, 1)
        buttons = (self.swap_button, self.apart_button, None, button("Đóng", self.reject), self.merge_button)
        layout.addLayout(row(*buttons))
        self._read()
        self.list.setFocus()

    def swap(self) -> None:
        """Keeps the other entry of the two."""
        place = self.list.currentRow()
        if place >= 0:
            one, other = self._pairs[place]
            self._pairs[place] = (other, one)
            self._show(place)

    def tell_apart(self) -> None:
        """Remembers that they are two; they are proposed no more."""
        if (pair := self._pair()) is not None:
            one, other = pair
            self._carry_out(
                lambda: tell_apart(self._store, one.uid, other.uid), f"Đã nhớ: {one.full_name} là hai người khác nhau"
            )

    def merge(self) -> None:
        """Makes one of the two."""
        if (pair := self._pair()) is not None:
            one, other = pair
            taken = self.table.taken
            self._carry_out(
                lambda: merge(self._store, Member, one.uid, other.uid, taken), f"Đã gộp hai bản ghi của {one.full_name}"
            )

    def _carry_out(self, act: Callable[[], int], told: str) -> None:
        try:
            number = act()
        except UserError as error:
            messages.refuse(self, error, "Chưa gộp được")
            return
        self._say(told, number)
        self._read()

    def _pair(self) -> tuple[Member, Member] | None:
        place = self.list.currentRow()
        return self._pairs[place] if 0 <= place < len(self._pairs) else None

    def _read(self) -> None:
        """Looks again; what was merged or told apart is gone from the list."""
        place = self.list.currentRow()
        self._pairs = likely_pairs(self._store)
        self.list.clear()
        self.list.addItems([one.full_name for one, _other in self._pairs])
        count = len(self._pairs)
        self.heading.setText(f"{count} cặp có thể là một người" if count else "Tìm người trùng")
        self._middle.setCurrentIndex(0 if self._pairs else 1)
        for each in (self.swap_button, self.apart_button, self.merge_button):
            each.setVisible(bool(self._pairs))
        self.list.setCurrentRow(min(max(place, 0), count - 1))

    def _show(self, place: int) -> None:
        if 0 <= place < len(self._pairs):
            self.table.show_pair(*self._pairs[place])
