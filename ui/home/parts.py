"""What the cards of the home page are made of: a heading with its sign, a pill, a line that leads somewhere."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.icons import picture
from ui.theme import STEP, TONES, wide
from ui.widgets.small import button, column, label, row

HEAD = wide(36)  # as high as a button, so that the headings of cards beside each other stand in one line


class Card(QFrame):
    """A white card; its parts go below the heading, into `body`."""

    def __init__(self, sign: str, title: str) -> None:
        super().__init__()
        self.setObjectName("card")
        drawing = QLabel()
        drawing.setPixmap(picture(sign, TONES.accent, 22))
        self.title = label(title, name="title")
        self.title.setMinimumHeight(HEAD)
        self.head = row(drawing, self.title, None, spacing=STEP + 2)
        self.body: QVBoxLayout = column(spacing=STEP)
        whole = column(into=self, margin=3 * STEP - 4, spacing=2 * STEP)
        whole.addLayout(self.head)
        whole.addLayout(self.body)
        whole.addStretch(1)


def pill(text: str, tone: str) -> QLabel:
    """A few words on a soft ground; `tone` is late, soon, done or quiet."""
    made = label(text, small=True)
    made.setProperty("pill", tone)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made


def line(words: str, detail: str, *right: QWidget) -> QWidget:
    """Words with a muted detail below them, and what stands on the right."""
    said = column(label(words, name="strong", wrap=True), spacing=2)
    if detail:
        said.addWidget(label(detail, muted=True, small=True, wrap=True))
    made = QWidget()
    beside = row(into=made, spacing=2 * STEP)
    beside.addLayout(said, 1)
    for each in right:
        beside.addWidget(each, 0, Qt.AlignmentFlag.AlignVCenter)
    return made


def link(text: str, act: Callable[[], object], told: str) -> QPushButton:
    """A quiet button; `told` says to a screen reader what it leads to."""
    made = button(text, act, look="flat")
    made.setAccessibleName(told)
    return made


def clear(layout: QVBoxLayout) -> None:
    """Takes every widget out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
