"""The help on one page: the way from a record to a report, and every key."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QTextBrowser, QWidget

from ui.actions import MENUS
from ui.theme import STEP, TONES
from ui.widgets.small import button, column, label, row

_STEPS = (
    (
        "Chọn kỳ",
        "Bấm tên kỳ ở thanh trên cùng. Mọi danh sách và báo cáo đều theo kỳ này; đánh dấu “Mọi kỳ” để xem tất cả.",
    ),
    ("Ghi", "Ctrl+N để thêm. Ngày gõ tắt được: 5, 5/7 hoặc 0507. Ô có mũi tên: gõ vài chữ không dấu rồi Enter."),
    ("Cất", "Ctrl+S. Không có gì phải lưu thêm. Cất hoặc xóa nhầm thì bấm “Hoàn tác” hoặc Ctrl+Z, từng bước một."),
    ("Tìm", "Ctrl+F, gõ không dấu cũng được: “duong” tìm thấy “Đường”."),
    ("Báo cáo", "Mở mục Báo cáo, chọn mẫu; bấm đúp vào con số để xem những bản ghi làm nên con số ấy."),
)


class QuickHelp(QDialog):
    """The page that F1 opens."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Hướng dẫn nhanh")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(680, 600)
        text = QTextBrowser()
        text.setHtml(_words())
        layout = column(label("Hướng dẫn nhanh", name="heading"), text, into=self, margin=3 * STEP, spacing=2 * STEP)
        layout.addLayout(row(None, button("Đóng", self.accept, look="primary")))


def _words() -> str:
    steps = "".join(f"<p><b>{place}. {name}.</b> {words}</p>" for place, (name, words) in enumerate(_STEPS, 1))
    lines = "".join(
        f'<tr><td style="padding:3px 24px 3px 0">{_plain(entry.text)}</td>'
        f'<td style="padding:3px 0; color:{TONES.accent}">{", ".join(entry.keys)}</td></tr>'
        for _menu, entries in MENUS
        for entry in entries
        if entry.keys
    )
    return f'{steps}<p style="margin-top:14px"><b>Phím tắt</b></p><table>{lines}</table>'


def _plain(text: str) -> str:
    return "&amp;".join(part.replace("&", "") for part in text.split("&&"))
