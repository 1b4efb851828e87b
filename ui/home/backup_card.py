"""The last backup: how old it is, where it lies, what it holds; one more now."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QFrame, QLabel

from models.backups.generations import Generation
from models.values import grouped
from ui import settings
from ui.backups.desk import BackupDesk
from ui.icons import picture
from ui.theme import STEP, TONES
from ui.widgets.small import button, column, label, row

NONE_YET = "Chưa có bản sao lưu nào."
BESIDE = "Các bản sao nằm cạnh sổ. Nên đổi sang ổ USB hoặc ổ đĩa khác để phòng khi hỏng máy."


class BackupCard(QFrame):
    """A low strip; its buttons do what the desk of backups does."""

    def __init__(self, desk: BackupDesk) -> None:
        super().__init__()
        self.setObjectName("card")
        drawing = QLabel()
        drawing.setPixmap(picture("shield", TONES.accent, 22))
        self.age, self.place, self.fault = label(name="strong", wrap=True), label(wrap=True), label(wrap=True)
        self.place.setProperty("muted", True)
        self.place.setProperty("small", True)
        self.fault.setProperty("fault", True)
        self.make_button = button("Sao lưu ngay", desk.make)
        self.restore_button = button("Khôi phục…", desk.open_restore, look="flat")
        self.folder_button = button("Đổi thư mục…", desk.choose_folder, look="flat")
        whole = row(drawing, into=self, margin=3 * STEP - 4, spacing=STEP + 2)
        whole.addLayout(column(self.age, self.place, self.fault, spacing=2), 1)
        whole.addLayout(row(self.folder_button, self.restore_button, self.make_button))

    def show_backups(self, newest: Generation | None, folder: Path | None, now: datetime) -> None:
        """Shows the newest backup and the folder of her choice."""
        if newest is None:
            self.age.setText(NONE_YET)
        else:
            records = grouped(newest.manifest.records)
            self.age.setText(
                f"Sao lưu gần nhất: {newest.age(now)} ({newest.made_at:%d/%m/%Y %H:%M}), {records} bản ghi"
            )
        self.place.setText(f"Thư mục: {folder}" if folder is not None else BESIDE)
        fault = settings.backup_fault()
        self.fault.setText(f"Lần sao lưu khi đóng chương trình chưa được: {fault}" if fault else "")
        self.fault.setVisible(bool(fault))
