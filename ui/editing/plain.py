"""Editors of text, of numbers as Vietnamese write them (1.234,5), and of yes or no."""

from __future__ import annotations

import re
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit

from models.values import Decimal, Kind, Text, Whole
from ui.editing.editor import LineEditor

_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+|\d+")
_FACTORS = {"k": 10**3, "nghìn": 10**3, "ngàn": 10**3, "tr": 10**6, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}


def number_from(text: str) -> float:
    """The number of a text like 1.234,5. ValueError with the reason."""
    whole, comma, rest = text.replace("\u00a0", " ").replace(" ", "").partition(",")
    if not _GROUPED.fullmatch(whole) or (comma and not rest.isdigit()):
        raise ValueError("không đọc được số; hãy gõ như 1.250 hoặc 12,5")
    return float(f"{whole.replace('.', '')}.{rest or 0}")


class TextEditor(LineEditor):
    """A line of text."""

    def read(self, text: str) -> Any:
        return Text().read(text)

    def tidy(self) -> None:
        """Leaves the text as it was typed."""


class LinesEditor(QPlainTextEdit):
    """Several lines of text; Tab goes on to the next field."""

    edited = Signal()

    def __init__(self, hint: str = "", lines: int = 3) -> None:
        super().__init__()
        self._lines = lines
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 22)
        self.textChanged.connect(self.edited)

    def value(self) -> Any:
        """The text, None if empty."""
        return Text(lines=True).read(self.toPlainText())

    def show_value(self, value: Any) -> None:
        """Puts a text in."""
        self.setPlainText(value or "")

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.height())


class NumberEditor(LineEditor):
    """A number; amounts may be typed as "5 triệu" or "500k"."""

    def __init__(self, kind: Whole | Decimal, hint: str = "") -> None:
        super().__init__(hint)
        self._kind: Kind = kind
        self._is_money = isinstance(kind, Whole) and kind.money

    def read(self, text: str) -> Any:
        match = re.fullmatch(r"(.*\d)\s*([^\W\d]+)\.?", text)
        if match and self._is_money and match[2].lower() in ("đ", "đồng", "vnd"):
            text, match = match[1], None
        if match and self._is_money and match[2].lower() in _FACTORS:
            return self._kind.read(float(round(number_from(match[1]) * _FACTORS[match[2].lower()])))
        number = number_from(text)
        return self._kind.read(int(number) if number.is_integer() else number)

    def written(self, value: Any) -> str:
        return self._kind.shown(value)


class YesNoEditor(QCheckBox):
    """A box to tick."""

    edited = Signal()

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.clicked.connect(lambda _checked: self.edited.emit())

    def value(self) -> bool:
        """True if ticked."""
        return self.isChecked()

    def show_value(self, value: Any) -> None:
        """Ticks or empties the box."""
        self.setChecked(bool(value))
