"""The help: topics on the left, the words on the right; F1 opens the topic of the page that is shown."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QDialog, QListWidget, QTextBrowser, QWidget

from resources import file
from ui.actions import MENUS
from ui.theme import STEP, TONES, wide
from ui.widgets.room import fit
from ui.widgets.small import button, column, label, row

KEYS = "Phím tắt"
_LINE = 135.0  # percent


@cache
def topics() -> dict[str, str]:
    """The texts of `resources/help` by their names, in the order in which they are read."""
    found = sorted((each for each in file("help").iterdir() if each.name.endswith(".md")), key=lambda each: each.name)
    return {each.name.removesuffix(".md").split("-", 1)[1]: each.read_text(encoding="utf-8") for each in found}


class HelpDialog(QDialog):
    """Opens with the topic of that name, else with the first."""

    def __init__(self, topic: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Hướng dẫn")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fit(self, wide(860), wide(620))
        self.list = QListWidget()
        self.list.setFixedWidth(wide(260))
        self.list.ensurePolished()  # else the lines lie over each other
        self.list.addItems([*(_title(text) for text in topics().values()), KEYS])
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text = QTextBrowser()
        self.text.document().setDefaultFont(self.font())
        self.text.document().setDocumentMargin(STEP)
        self.list.currentRowChanged.connect(self._show)
        layout = column(label("Hướng dẫn", name="heading"), into=self, margin=3 * STEP, spacing=2 * STEP)
        layout.addLayout(row(self.list, self.text, spacing=2 * STEP), 1)
        layout.addLayout(row(None, button("Đóng", self.accept, look="primary")))
        self.list.setCurrentRow(list(topics()).index(topic) if topic in topics() else 0)
        self.list.setFocus()

    def _show(self, place: int) -> None:
        texts = list(topics().values())
        if place < len(texts):
            self.text.setMarkdown(texts[place])
            _space_out(self.text.document())
        else:
            self.text.setHtml(_keys())


def _space_out(document: QTextDocument) -> None:
    """Lines an office person reads with ease: half a letter between them."""
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    lines = QTextBlockFormat()
    lines.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    lines.setBottomMargin(STEP)
    cursor.mergeBlockFormat(lines)


def _title(text: str) -> str:
    return text.split("\n", 1)[0].removeprefix("# ")


def _keys() -> str:
    lines = "".join(
        f'<tr><td style="padding:4px 24px 4px 0">{_plain(entry.text)}</td>'
        f'<td style="padding:4px 0; color:{TONES.accent}">{", ".join(entry.keys)}</td></tr>'
        for _menu, entries in MENUS
        for entry in entries
        if entry.keys
    )
    return f"<h1>{KEYS}</h1><table>{lines}</table>"


def _plain(text: str) -> str:
    return "&amp;".join(part.replace("&", "") for part in text.split("&&"))
