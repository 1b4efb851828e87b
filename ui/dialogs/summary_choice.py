"""Chọn nội dung bản tóm tắt: ticks what the summary for a meeting shows from now on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QWidget

from ui.theme import STEP, wide
from ui.widgets.room import fit
from ui.widgets.small import button, column, label, row

EXPLAINED = "Đánh dấu những số liệu, biểu đồ và danh sách cần có. Lựa chọn này được giữ cho các kỳ sau."
FEWEST, MOST = 8, 12
WIDTH, HEIGHT = 480, 620


class SummaryChoice(QDialog):
    """Accepted with `keys` chosen."""

    def __init__(self, offered: Mapping[str, str], chosen: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Chọn nội dung bản tóm tắt")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fit(self, wide(WIDTH), wide(HEIGHT))
        self.list = QListWidget()
        self.list.setSpacing(STEP // 2)
        self.list.setAccessibleName("Nội dung bản tóm tắt")
        for key, text in offered.items():
            item = QListWidgetItem(text, self.list)
            item.setData(Qt.ItemDataRole.UserRole, key)
            item.setCheckState(Qt.CheckState.Checked if key in chosen else Qt.CheckState.Unchecked)
        self.list.itemChanged.connect(lambda _item: self._judge())
        self.note = label(muted=True, small=True, wrap=True)
        self.keep_button = button("Lưu", self.accept, look="primary")
        self.keep_button.setDefault(True)
        foot = row(None, button("Bỏ", self.reject), self.keep_button)
        column(label(EXPLAINED, wrap=True), self.list, self.note, into=self, margin=2 * STEP).addLayout(foot)
        self._judge()

    @property
    def keys(self) -> list[str]:
        """What is ticked, in its order."""
        items = (self.list.item(number) for number in range(self.list.count()))
        return [item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() == Qt.CheckState.Checked]

    def _judge(self) -> None:
        """A summary needs something, and keeps to two pages with eight to twelve figures."""
        count = len(self.keys)
        self.keep_button.setEnabled(count > 0)
        advice = f"Nên chọn {FEWEST} đến {MOST} số liệu để bản tóm tắt vừa hai trang giấy."
        self.note.setText(f"Đã chọn {count} mục. {advice}")
