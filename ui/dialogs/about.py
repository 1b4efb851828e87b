"""What the program is, and under which licences its parts come."""

from __future__ import annotations

import platform

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QLabel, QTextBrowser, QWidget

from models import __version__
from ui import settings
from ui.icons import emblem
from ui.theme import STEP, wide
from ui.widgets.room import fit
from ui.widgets.small import button, column, label, row

_PARTS = (
    ("Qt và PySide6", "LGPL-3.0", "Qt, thư viện cửa sổ; mã nguồn ở download.qt.io. Được thay bằng bản khác tùy ý."),
    ("SQLite, SQLCipher, sqlcipher3", "miền công cộng, BSD, zlib", "Tệp sổ."),
    ("cryptography, OpenSSL", "Apache-2.0, BSD", "Khóa số căn cước."),
    ("SQLAlchemy, Alembic", "MIT", "Đọc và ghi sổ."),
    ("openpyxl, lxml, defusedxml", "MIT, BSD, PSF", "Tệp Excel."),
    ("reportlab, rl_accel", "BSD", "Tệp PDF."),
    ("pypdfium2", "BSD, Apache-2.0", "Xem trước trang in."),
    ("platformdirs", "MIT", "Thư mục của người dùng."),
    ("tomlkit", "MIT", "Tệp biểu tự lập."),
    ("Liberation Serif", "SIL OFL 1.1", "Phông chữ trong tệp PDF."),
)


class AboutDialog(QDialog):
    """Version, place of the records, licences."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Giới thiệu và giấy phép")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fit(self, wide(640), wide(520))
        sign = QLabel()
        sign.setPixmap(emblem(48))
        machine = f"Python {platform.python_version()} · Qt {qVersion()} · {platform.system()}"
        head = column(
            label(f"Sổ Công đoàn {__version__}", name="heading"), label(machine, muted=True, small=True), spacing=2
        )
        top = row(sign, spacing=2 * STEP)
        top.addLayout(head, 1)
        text = QTextBrowser()
        text.setHtml(_words())
        layout = column(into=self, margin=3 * STEP, spacing=2 * STEP)
        layout.addLayout(top)
        layout.addWidget(text)
        layout.addLayout(row(None, button("Đóng", self.accept, look="primary")))


def _words() -> str:
    rows = "".join(f"<p><b>{name}</b> — {licence}<br>{use}</p>" for name, licence, use in _PARTS)
    return (
        "<p>Ghi hoạt động tuyên truyền, thi đua, ý kiến đoàn viên và lập báo cáo cho công đoàn cấp trên. Chương trình "
        "không kết nối mạng; mọi dữ liệu nằm trong tệp sổ trên máy này.</p>"
        f"<p>Sổ mới được đề nghị lưu ở: {settings.ledger_folder()}</p>"
        "<p>Sổ Công đoàn theo giấy phép MIT. Các thành phần đi kèm:</p>" + rows
    )
