"""The bar on the left: the subjects of the work, one click each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QPushButton, QVBoxLayout

from ui.icons import emblem, spaced_icon
from ui.pages.subjects import Subject
from ui.theme import STEP, TONES, wide
from ui.widgets.small import own_words, row

WIDTH, COMPACT_WIDTH = wide(232), 72
ICON = QSize(32, 22)


class Sidebar(QFrame):
    """Emits `chosen` with the name of a subject."""

    chosen = Signal(str)

    def __init__(self, subjects: Sequence[Subject]) -> None:
        super().__init__()
        self.setObjectName("sidebar")
        self.setFixedWidth(WIDTH)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        empty = QPixmap(ICON)
        empty.fill(QColor(0, 0, 0, 0))
        self._room_for_icon = QIcon(empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(STEP + 4, 2 * STEP, STEP + 4, 2 * STEP)
        layout.setSpacing(4)
        layout.addLayout(self._emblem())
        layout.addSpacing(2 * STEP)
        for subject in subjects:
            layout.addWidget(self._entry(subject))
        layout.addStretch(1)

    def draw_icons(self, subjects: Sequence[Subject]) -> None:
        """Gives the entries their icons: not needed for the first painting, their room is kept."""
        for subject in subjects:
            self._buttons[subject.name].setIcon(spaced_icon(subject.icon, TONES.side_text, ICON.height(), 10))

    def show_chosen(self, name: str) -> None:
        """Marks the entry of this subject."""
        self._buttons[name].setChecked(True)

    def show_compact(self, compact: bool) -> None:
        """Shows icons alone where there is little room; the words come up under the pointer."""
        self.setFixedWidth(COMPACT_WIDTH if compact else WIDTH)
        self._name.setVisible(not compact)
        for entry in self._buttons.values():
            entry.setText("" if compact else entry.accessibleName())
            entry.setToolTip(entry.accessibleName().replace("&&", "&") if compact else "")

    def _emblem(self) -> QVBoxLayout:
        sign = QLabel()
        sign.setPixmap(emblem(32))
        self._name = own_words("Sổ Công đoàn", name="title")
        line = row(sign, self._name, None, spacing=STEP + 2)
        layout = QVBoxLayout()
        layout.setContentsMargins(4, 0, 0, 0)
        layout.addLayout(line)
        return layout

    def _entry(self, subject: Subject) -> QPushButton:
        entry = QPushButton(subject.menu.replace("&&", "\0").replace("&", "").replace("\0", "&&"))
        entry.setAccessibleName(entry.text())
        entry.setIcon(self._room_for_icon)
        entry.setIconSize(ICON)
        entry.setCheckable(True)
        entry.clicked.connect(lambda: self.chosen.emit(subject.name))
        self._group.addButton(entry)
        self._buttons[subject.name] = entry
        return entry
