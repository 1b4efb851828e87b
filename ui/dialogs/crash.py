"""The one window for what nobody foresaw: polite, can be copied, holds nothing of anybody's records."""

from __future__ import annotations

import platform
import traceback
from types import TracebackType

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from models import __version__
from ui.theme import STEP
from ui.widgets.room import fit
from ui.widgets.small import button, column, label, row


class CrashDialog(QDialog):
    """Shows the place in the program where it happened."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Sổ Công đoàn gặp trục trặc")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fit(self, 640, 420)
        words = label(
            "Việc vừa làm chưa xong được, nhưng những gì đã cất vẫn nguyên vẹn. Bạn có thể làm tiếp, hoặc đóng chương "
            "trình rồi mở lại. Nếu gặp lại, hãy chép nội dung dưới đây gửi cho người hỗ trợ; trong đó không có dữ liệu "
            "của đơn vị.",
            wrap=True,
        )
        text = QPlainTextEdit(report)
        text.setReadOnly(True)
        layout = column(
            label("Xin lỗi, chương trình gặp trục trặc", name="heading"),
            words,
            text,
            into=self,
            margin=3 * STEP,
            spacing=2 * STEP,
        )
        copy = button("Chép nội dung", lambda: QGuiApplication.clipboard().setText(report), sign="copy")
        layout.addLayout(row(copy, None, button("Đóng", self.accept, look="primary")))


def report_of(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Where it happened, without the words of the error: those may quote a record."""
    places = [
        f"{frame.filename.replace(chr(92), '/').rsplit('/', 3)[-1]}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(trace)
    ]
    system = f"{platform.system()} {platform.release()}, Python {platform.python_version()}, Qt {qVersion()}"
    return "\n".join([f"Sổ Công đoàn {__version__}", system, kind.__name__, *places[-15:]])
