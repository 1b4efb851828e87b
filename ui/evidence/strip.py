"""The photos and papers of the record shown: small pictures, more by dropping files, opened by a double click."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QIcon, QImage, QKeyEvent, QPixmap
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem

from models.ledger.attachments import attached_to, place_of
from models.ledger.store import Store
from models.records.attachment import Attachment
from ui.evidence.reduced import thumbnail
from ui.icons import icon
from ui.theme import STEP, TONES
from ui.widgets.small import button, column, label, row

PICTURE = QSize(56, 42)
_LINE, _MOST_LINES = 50, 3


class EvidenceStrip(QFrame):
    """Emits what is wished: `adding_wished`, `caption_wished` with a uid and its words, `removal_wished` with a uid."""

    adding_wished = Signal()
    caption_wished = Signal(str, str)
    removal_wished = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._store: Store | None = None
        self._shown: list[Attachment] = []
        self._heading = label("Ảnh, tệp minh chứng", name="strong")
        add = button("Thêm", self.adding_wished.emit, look="flat", sign="plus")
        add.setToolTip("Chọn ảnh hoặc tệp; cũng có thể kéo thả tệp vào đây")
        self._hint = label("Kéo ảnh, tệp vào đây hoặc bấm Thêm.", muted=True, small=True, wrap=True)
        self.list = _Pictures()
        self.list.itemActivated.connect(self._open)
        self.list.itemChanged.connect(self._rename)
        self.list.removal_wished.connect(self._remove)
        layout = column(into=self, spacing=STEP // 2)
        layout.addLayout(row(self._heading, None, add))
        layout.addWidget(self._hint)
        layout.addWidget(self.list)

    def show_owner(self, store: Store | None, uid: str) -> None:
        """Shows the evidence of this record; "" for none."""
        self._store = store
        self._shown = attached_to(store, uid) if store is not None and uid else []
        self.list.blockSignals(True)
        self.list.clear()
        for each in self._shown:
            self.list.addItem(self._item(each))
        self.list.blockSignals(False)
        self._hint.setVisible(not self._shown)
        self.list.setVisible(bool(self._shown))
        self.list.setFixedHeight(min(len(self._shown), _MOST_LINES) * _LINE + STEP)
        count = f" ({len(self._shown)})" if self._shown else ""
        self._heading.setText(f"Ảnh, tệp minh chứng{count}")

    def _item(self, attachment: Attachment) -> QListWidgetItem:
        made = QListWidgetItem(attachment.caption or attachment.file_name)
        made.setFlags(made.flags() | Qt.ItemFlag.ItemIsEditable)
        made.setToolTip(f"{attachment.file_name}\nBấm đúp để mở · F2 sửa chú thích · Delete bỏ khỏi bản ghi")
        made.setIcon(self._picture(attachment))
        made.setSizeHint(QSize(0, _LINE))
        return made

    def _picture(self, attachment: Attachment) -> QIcon:
        path = self._place(attachment)
        if (attachment.mime or "").startswith("image/") and path is not None:
            try:
                image = thumbnail(path.read_bytes(), PICTURE)
            except OSError:
                image = QImage()
            if not image.isNull():
                return QIcon(QPixmap.fromImage(image))
        return icon("report" if path is not None else "warning", TONES.muted, 28)

    def _place(self, attachment: Attachment) -> Path | None:
        if self._store is None:
            return None
        path = place_of(self._store, attachment)
        return path if path is not None and path.is_file() else None

    def _open(self, item: QListWidgetItem) -> None:
        path = self._place(self._shown[self.list.row(item)])
        if path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _rename(self, item: QListWidgetItem) -> None:
        self.caption_wished.emit(self._shown[self.list.row(item)].uid, item.text())

    def _remove(self, rows: Sequence[int]) -> None:
        for uid in [self._shown[place].uid for place in rows]:
            self.removal_wished.emit(uid)


class _Pictures(QListWidget):
    """Small pictures with their captions; Delete wishes the selected ones away."""

    removal_wished = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self.setIconSize(PICTURE)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.selectedItems():
            self.removal_wished.emit([self.row(item) for item in self.selectedItems()])
        else:
            super().keyPressEvent(event)
