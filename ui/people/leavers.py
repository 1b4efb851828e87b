"""Those who left long ago: their names are taken out of the ledger, their figures stay; told before it is done."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QDialog, QStackedWidget, QWidget

from models.errors import UserError
from models.forgetting import Mention, anonymise, erase_past, left_before, mentioned_in, still_in_history
from models.ledger.store import Store
from models.members_together import named_together
from models.records import CATALOGUE
from models.records.member import Member
from models.values import Whole, grouped
from ui import messages
from ui.editing.plain import NumberEditor
from ui.history.steps import fill_row, table_of
from ui.pages.page import Window
from ui.theme import STEP, wide
from ui.widgets.room import fit
from ui.widgets.small import button, card, column, label, row

_MONTHS, _COUNT = 12, Whole(most=1200)
_LOST = (
    "Mất: họ tên, ngày sinh, mã và số thẻ, vị trí công việc, điện thoại, email, số căn cước, nơi ở, dân tộc, tôn giáo, "
    "ghi chú."
)
_STAYS = "Còn: giới tính, tổ, ngày vào, ngày rời và lý do, các biến động; mọi con số trong báo cáo giữ nguyên"
_ERASE = (
    "Sau khi ẩn danh, tên vẫn còn trong lịch sử để hoàn tác được. Xóa khỏi lịch sử thì KHÔNG lấy lại được nữa; "
    "chỉ khi đó mới trả lời đoàn viên rằng dữ liệu đã xóa. Bản sao lưu và báo cáo đã gửi là tệp riêng, vẫn giữ như cũ."
)


class LeaversDialog(QDialog):
    """Serves the ledger of a window."""

    def __init__(self, window: Window, parent: QWidget) -> None:
        super().__init__(parent)
        assert window.store is not None
        self.setWindowTitle("Người đã rời")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fit(self, wide(860), wide(640))
        self._window, self._store = window, window.store
        self._people: list[Member] = []
        self._nameless: list[str] = []
        self.months = NumberEditor(_COUNT)
        self.months.show_value(_MONTHS)
        self.months.setFixedWidth(wide(64))
        self.months.setAccessibleName("Số tháng")
        self.months.edited.connect(self._read)
        self.table = table_of(("Ngày rời", "Họ và tên", "Lý do"))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.itemSelectionChanged.connect(self._say_what_stays)
        self.said = label(wrap=True)
        self.forget_button = button("Ẩn danh", self.forget, look="primary", sign="check")
        self.erase_button = button("", self.erase, look="danger", sign="trash")
        self._lay_out()
        self._read()
        self.table.selectRow(0)
        self.table.setFocus()

    def forget(self) -> None:
        """Makes those selected anonymous, in one step that can be taken back."""
        people = self._chosen()
        try:
            number, mentions = anonymise(self._store, *(each.uid for each in people))
        except UserError as error:
            messages.refuse(self, error, "Chưa ẩn danh được")
            return
        self._window.say(f"Đã ẩn danh {len(people)} người đã rời", number)
        self._read()
        if mentions:
            messages.tell(self, "Tên còn trong lời văn", _told(mentions))

    def erase(self) -> None:
        """Takes the names of those made anonymous out of the history too, after asking."""
        count = len(self._nameless)
        asked = f"Xóa hẳn tên của {count} người khỏi lịch sử?"
        if not messages.ask(self, asked, _ERASE, "Xóa hẳn khỏi lịch sử"):
            return
        try:
            for uid in self._nameless:
                erase_past(self._store, uid)
        except UserError as error:
            messages.refuse(self, error, "Chưa xóa được")
        self._window.say(f"Đã xóa hẳn {count} người khỏi lịch sử")
        self._read()

    def _read(self) -> None:
        try:
            months = self.months.value()
        except ValueError:
            return  # it is still being typed
        self._people = left_before(self._store, _months_ago(date.today(), months or 0))
        self._nameless = still_in_history(self._store)
        self.table.setRowCount(len(self._people))
        for place, each in enumerate(self._people):
            fill_row(self.table, place, (each.shown("left_on"), each.full_name, each.shown("left_reason")))
        self._middle.setCurrentIndex(0 if self._people else 1)
        self.erase_button.setText(f"Xóa hẳn {len(self._nameless)} người đã ẩn danh khỏi lịch sử…")
        self.erase_button.setVisible(bool(self._nameless))
        self._say_what_stays()

    def _say_what_stays(self) -> None:
        people = self._chosen()
        self.forget_button.setEnabled(bool(people))
        if not people:
            self.said.setText("Chọn một hoặc nhiều người (giữ Ctrl hoặc Shift để chọn thêm).")
            return
        stays = _counted(self._store, [each.uid for each in people])
        self.said.setText(f"Ẩn danh {named_together(people)}.\n{_LOST}\n{_STAYS}{stays}.\nHoàn tác được bằng Ctrl+Z.")

    def _chosen(self) -> list[Member]:
        rows = sorted({index.row() for index in self.table.selectedIndexes()})
        return [self._people[place] for place in rows if place < len(self._people)]

    def _lay_out(self) -> None:
        nothing = label("Không có ai rời lâu hơn thế mà còn tên trong sổ.", muted=True, wrap=True)
        nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._middle = QStackedWidget()
        self._middle.addWidget(self.table)
        self._middle.addWidget(nothing)
        layout = column(label("Người đã rời", name="title"), into=self, margin=3 * STEP, spacing=STEP + 4)
        layout.addLayout(row(label("Rời đơn vị đã hơn"), self.months, label("tháng"), None))
        layout.addWidget(card(self._middle, margin=1), 1)
        layout.addWidget(self.said)
        layout.addLayout(row(self.erase_button, None, button("Đóng", self.reject), self.forget_button))


def _months_ago(day: date, months: int) -> date:
    """The same day so many months before; the 28th at the latest, which every month has."""
    total = day.year * 12 + day.month - 1 - months
    return date(total // 12, total % 12 + 1, min(day.day, 28))


def _counted(store: Store, uids: list[str]) -> str:
    labels = {record.table_name: record.label.lower() for record in CATALOGUE}
    found = ", ".join(f"{grouped(count)} {labels[kind]}" for kind, count in mentioned_in(store, uids).most_common())
    return f", {found}" if found else ""


def _told(mentions: list[Mention]) -> str:
    labels = {record.table_name: record.label for record in CATALOGUE}
    named = "\n".join(f"• {labels[each.kind]}: {each.title}" for each in mentions)
    return f"Chương trình không sửa lời văn. Hãy xem lại những chỗ sau:\n{named}"
