"""The bar under the sheet: hand the report out as Excel or PDF, see how far it is, then open what was made."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QProgressBar, QStackedWidget, QWidget

from ui.icons import picture
from ui.theme import STEP, TONES, wide
from ui.widgets.room import when_narrow
from ui.widgets.small import button, label, row

NAME_WIDTH, ROOMY = wide(230), wide(760)
READY, WORKING, DONE = range(3)
_NAMES = {".xlsx": "Excel", ".pdf": "PDF", ".docx": "Word", ".json": "JSON"}


class ExportBar(QFrame):
    """Emits `wished` with the ending of the file wanted, `empty_wished` for a workbook of the form without figures,
    `print_wished`, `choice_wished`, and `stopped` for *Dừng*.
    """

    wished = Signal(str)
    empty_wished = Signal()
    print_wished = Signal()
    choice_wished = Signal()
    stopped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._path = Path()
        self.hint = label(muted=True, wrap=True)
        self.said = label(name="strong", wrap=True)
        self.file_name = label(muted=True)
        self.open_button = button("Mở tệp", self.open_file, look="flat", sign="report")
        self.folder_button = button("Mở thư mục", self.open_folder, look="flat", sign="folder")
        self.bar = QProgressBar()
        self.working = label()
        self.stop_button = button("Dừng", self.stopped.emit)
        self._left = QStackedWidget()
        for part in (self._ready(), self._working(), self._done()):
            self._left.addWidget(part)
        self._build_buttons()
        line = row(self._left, self.more_button, self.pdf_button, self.excel_button, into=self, spacing=STEP)
        line.setContentsMargins(2 * STEP, STEP, STEP + 4, STEP)
        line.setStretch(0, 1)

    def allow(self, allowed: bool) -> None:
        """Switches handing out on and off."""
        for each in (self.excel_button, self.pdf_button, self.more_button):
            each.setEnabled(allowed)

    def show_hint(self, text: str) -> None:
        """Says what is on the sheet; a message of a file made before goes away."""
        self.hint.setText(text)
        if self.is_done:
            self.show_ready()

    def show_ready(self) -> None:
        """No file is being made."""
        self._left.setCurrentIndex(READY)

    def show_progress(self, ending: str, done: int, of: int) -> None:
        """Says how far the file is."""
        self.working.setText(f"Đang xuất {_NAMES[ending]}…")
        self.bar.setRange(0, of)
        self.bar.setValue(done)
        self._left.setCurrentIndex(WORKING)

    def show_done(self, path: Path, proof: str) -> None:
        """Says that a file is made and proven, and offers to open it."""
        self._path = path
        self.said.setText(f"Xong – {proof}")
        self.file_name.setText(
            self.file_name.fontMetrics().elidedText(path.name, Qt.TextElideMode.ElideMiddle, NAME_WIDTH)
        )
        self.file_name.setToolTip(str(path))
        self._left.setCurrentIndex(DONE)
        self.open_button.setFocus()

    @property
    def is_done(self) -> bool:
        """True while it offers to open a file."""
        return self._left.currentIndex() == DONE

    def open_file(self) -> None:
        """Opens the file made in its own program."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path)))

    def open_folder(self) -> None:
        """Opens the folder that the file was put in."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path.parent)))

    def _build_buttons(self) -> None:
        self.excel_button = button("Xuất Excel", lambda: self.wished.emit(".xlsx"), look="primary", sign="export")
        self.excel_button.setToolTip("Ghi báo cáo ra tệp Excel rồi đọc lại, đối chiếu từng ô")
        self.pdf_button = button("Xuất PDF", lambda: self.wished.emit(".pdf"))
        self.more_button = button("Khác", look="menu")
        menu = QMenu(self.more_button)
        menu.addAction("Xem trang in, in… (Ctrl+P)").triggered.connect(lambda _checked=False: self.print_wished.emit())
        empty = menu.addAction("Xuất biểu trống để ghi tay (Excel)…")
        empty.triggered.connect(lambda _checked=False: self.empty_wished.emit())
        menu.addAction("Xuất tệp Word để sửa tiếp…").triggered.connect(lambda _checked=False: self.wished.emit(".docx"))
        menu.addAction("Xuất số liệu cho phần mềm khác (JSON)…").triggered.connect(
            lambda _checked=False: self.wished.emit(".json")
        )
        self.choice = menu.addAction("Chọn nội dung bản tóm tắt…")
        self.choice.triggered.connect(lambda _checked=False: self.choice_wished.emit())
        self.choice.setVisible(False)
        self.more_button.setMenu(menu)

    def _ready(self) -> QWidget:
        return _line(self.hint)

    def _working(self) -> QWidget:
        self.bar.setTextVisible(False)
        self.bar.setMinimumWidth(160)
        return _line(self.working, self.bar, self.stop_button)

    def _done(self) -> QWidget:
        tick = QLabel()
        tick.setPixmap(picture("check", TONES.accent, 20))
        shown = _line(tick, self.said, self.file_name, self.open_button, self.folder_button)
        when_narrow(shown, ROOMY, self.file_name.setHidden)
        shown.layout().setStretch(1, 1)  # type: ignore[union-attr]
        return shown


def _line(*parts: QWidget | None) -> QWidget:
    holder = QWidget()
    layout: QHBoxLayout = row(*parts, into=holder)
    layout.setContentsMargins(0, 0, 0, 0)
    return holder
