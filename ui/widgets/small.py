"""Labels, buttons, cards and rules in the looks of the theme."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.icons import spaced_icon
from ui.theme import STEP, TONES


def label(text: str = "", *, name: str = "", muted: bool = False, small: bool = False, wrap: bool = False) -> QLabel:
    """A piece of text, shown as it is whatever signs it holds; `name` is one of heading, title, strong."""
    from PySide6.QtCore import Qt  # takes 30 ms the first time, which the first painting does without

    made = own_words(text, name=name, muted=muted, small=small)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    return made


def own_words(text: str, *, name: str = "", muted: bool = False, small: bool = False) -> QLabel:
    """A piece of text of the program's own, in which no sign can be taken for something else."""
    made = QLabel(text)
    made.setObjectName(name)
    made.setProperty("muted", muted)
    made.setProperty("small", small)
    return made


def button(text: str, action: Callable[[], object] | None = None, *, look: str = "", sign: str = "") -> QPushButton:
    """A button; `look` is "", primary, flat or danger, `sign` the name of its icon."""
    made = QPushButton(text)
    made.setAutoDefault(False)
    if look:
        made.setProperty(look, True)
    if sign:
        tones = {"primary": TONES.on_accent, "flat": TONES.accent}
        gap = 4 if text else 0
        made.setIcon(spaced_icon(sign, tones.get(look, TONES.text), 18, gap))
        made.setIconSize(QSize(18 + gap, 18))
    if action is not None:
        made.clicked.connect(lambda _checked=False: action())
    return made


def card(*parts: QWidget, margin: int = 2 * STEP, spacing: int = STEP) -> QFrame:
    """A white card with rounded corners that holds parts one below the other."""
    frame = QFrame()
    frame.setObjectName("card")
    column(*parts, into=frame, margin=margin, spacing=spacing)
    return frame


def rule() -> QFrame:
    """A thin line between things."""
    line = QFrame()
    line.setObjectName("rule")
    return line


def column(*parts: QWidget | None, into: QWidget | None = None, margin: int = 0, spacing: int = STEP) -> QVBoxLayout:
    """Parts one below the other; None takes the room that is left."""
    layout = QVBoxLayout() if into is None else QVBoxLayout(into)
    _fill(layout, parts, margin, spacing)
    return layout


def row(*parts: QWidget | None, into: QWidget | None = None, margin: int = 0, spacing: int = STEP) -> QHBoxLayout:
    """Parts beside each other; None takes the room that is left."""
    layout = QHBoxLayout() if into is None else QHBoxLayout(into)
    _fill(layout, parts, margin, spacing)
    return layout


def _fill(layout: QBoxLayout, parts: tuple[QWidget | None, ...], margin: int, spacing: int) -> None:
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(spacing)
    for part in parts:
        if part is None:
            layout.addStretch(1)
        else:
            layout.addWidget(part)


def restyle(widget: QWidget, look: str, value: object) -> None:
    """Changes a property that the style sheet looks at."""
    if widget.property(look) != value:
        widget.setProperty(look, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
