"""The backups of the ledger, the newest first, each with what it holds; one of them can be put back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QTreeWidget, QTreeWidgetItem, QWidget

from models.backups.generations import Generation
from models.values import grouped
from ui import messages
from ui.theme import STEP, wide
from ui.widgets.room import fit
from ui.widgets.small import button, column, label, row

HEADINGS = ("Sao lưu lúc", "", "Bản ghi", "So với sổ hiện nay", "Nằm ở")
WIDTHS = (150, 130, 90, 250)
NOBODY = "Chưa có bản sao lưu nào. Bấm “Sao lưu ngay” ở Trang chủ để có bản đầu tiên, hoặc chọn một tệp khác."


class RestoreDialog(QDialog):
    """Emits `wished` with the path of the backup to put back. `last_write` is the last write of the open ledger."""

    wished = Signal(object)

    def __init__(self, known: Sequence[Generation], last_write: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Khôi phục từ bản sao lưu")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fit(self, wide(940), wide(520))
        self.tree = QTreeWidget()
        self.tree.setRootIsDecorated(False)
        self.tree.setHeaderLabels(HEADINGS)
        self.tree.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        for place, width in enumerate(WIDTHS):
            self.tree.header().resizeSection(place, wide(width))
        now = datetime.now()
        for each in known:
            self._add(each, last_write, now)
        self.restore_button = button("Khôi phục bản này…", self._wish, look="primary", sign="undo")
        self.other_button = button("Chọn tệp khác…", self._choose, sign="folder")
        empty = label(NOBODY, muted=True, wrap=True)
        empty.setVisible(not known)
        self.tree.setVisible(bool(known))
        self.restore_button.setEnabled(bool(known))
        said = label("Sổ đang dùng không mất khi khôi phục: nó được giữ lại bên cạnh.", muted=True, wrap=True)
        layout = column(label("Khôi phục từ bản sao lưu", name="heading"), said, empty, into=self, margin=3 * STEP)
        layout.setSpacing(2 * STEP)
        layout.addWidget(self.tree, 1)
        if not known:
            layout.addStretch(1)
        layout.addLayout(row(self.other_button, None, button("Đóng", self.reject), self.restore_button))
        if (newest := self.tree.topLevelItem(0)) is not None:
            self.tree.setCurrentItem(newest)

    def _add(self, each: Generation, last_write: int, now: datetime) -> None:
        behind = last_write - each.manifest.last_write
        differing = (
            f"Thiếu {grouped(behind)} lần ghi sau đó" if behind > 0 else "Giống hiện nay" if not behind else "Mới hơn"
        )
        texts = (
            f"{each.made_at:%d/%m/%Y %H:%M}",
            each.age(now),
            grouped(each.manifest.records),
            differing,
            str(each.path.parent),
        )
        item = QTreeWidgetItem(self.tree, list(texts))
        item.setData(0, Qt.ItemDataRole.UserRole, each.path)
        item.setToolTip(4, str(each.path))

    def _wish(self) -> None:
        item = self.tree.currentItem()
        if item is not None:
            self._close_with(item.data(0, Qt.ItemDataRole.UserRole))

    def _choose(self) -> None:
        path = messages.file_to_open(self, "Chọn bản sao lưu", messages.LEDGERS)
        if path is not None:
            self._close_with(path)

    def _close_with(self, path: object) -> None:
        self.accept()
        self.wished.emit(path)
