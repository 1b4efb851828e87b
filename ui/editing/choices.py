"""Choosing from a list by typing some of its letters, without accents: codes, other records, report periods."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QMouseEvent

from models.codes import CodeList
from models.vietnamese import folded
from ui.editing.editor import LineEditor
from ui.editing.listed import ListedEditor
from ui.icons import icon
from ui.theme import TONES

Option = tuple[Any, str]  # the value, and what it is called
Offer = Callable[[str], Sequence[Option]]  # those that fit a typed text; all for ""
NONE_FITS = "không có trong danh sách; hãy gõ vài chữ rồi chọn một dòng"


def offer_of(codes: CodeList) -> Offer:
    """The options of a code list; those that begin with what was typed come first."""
    return offer_in([(key, codes.label(key)) for key in codes])


def offer_in(choices: Sequence[Option]) -> Offer:
    """The same of any choices."""
    options = [(value, shown, folded(shown)) for value, shown in choices]

    def offer(text: str) -> Sequence[Option]:
        words = folded(text).split()
        fitting = [each for each in options if all(word in each[2] for word in words)]
        fitting.sort(key=lambda each: not each[2].startswith(folded(text)))
        return [each[:2] for each in fitting]

    return offer


class ChoiceEditor(ListedEditor):
    """A field that holds one of the lines of its list."""

    def __init__(self, offer: Offer, label_of: Callable[[Any], str], hint: str = "") -> None:
        super().__init__(hint or "gõ để tìm")
        self._offer, self._label_of = offer, label_of
        self._chosen: Any = None
        self._offered: list[Option] = []
        self.textEdited.connect(self._narrow)
        unfold = QAction(icon("chevron-down", TONES.muted, 18), "Mở danh sách (F4)", self)
        unfold.triggered.connect(self.open_list)
        self.addAction(unfold, LineEditor.ActionPosition.TrailingPosition)

    def value(self) -> Any:
        """What was chosen; ValueError if the text is none of the list."""
        text = self.text().strip()
        if not text:
            return None
        if self._chosen is not None and text == self._label_of(self._chosen):
            return self._chosen
        for value, shown in self._offer(text):
            if folded(shown) == folded(text):
                return value
        return self.read(text)

    def read(self, text: str) -> Any:
        raise ValueError(NONE_FITS)

    def written(self, value: Any) -> str:
        return self._label_of(value)

    def show_value(self, value: Any) -> None:
        """Puts a choice in."""
        self._chosen = value
        super().show_value(value)

    def open_list(self) -> None:
        """Lists everything there is, the present choice marked."""
        self.setFocus()
        self._list("", self._chosen)

    def tidy(self) -> None:
        """Takes the first that fits, if what was typed is not a choice yet, and writes it out in full."""
        try:
            chosen = self.value()
        except ValueError:
            fitting = self._offer(self.text())
            chosen = fitting[0][0] if fitting else None
        if chosen is not None and chosen != self._chosen:
            self.show_value(chosen)
            self.edited.emit()
        super().tidy()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_F4) and not self.list.isVisible():
            self.open_list()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if not self.text():
            self.open_list()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.selectAll()

    def take(self, row: int) -> None:
        value = self._offered[row][0]
        if value != self._chosen:
            self.show_value(value)
            self.edited.emit()

    def options(self, text: str) -> Sequence[Option]:
        """Those that fit a text."""
        return self._offer(text)

    def _narrow(self, text: str) -> None:
        self._chosen = None
        if text.strip():
            self._list(text, None)
        else:
            self.list.hide()  # emptied on purpose: no line is marked that Enter would take

    def _list(self, text: str, marked: Any) -> None:
        self._offered = list(self._offer(text))
        place = next((place for place, option in enumerate(self._offered) if option[0] == marked), 0)
        self.show_list([shown for _value, shown in self._offered], place)
