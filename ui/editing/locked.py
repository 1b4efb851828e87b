"""An identity number in a form: "đã khóa" until it is unlocked; what is typed is locked at once."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from models.ledger.store import Store
from ui.widgets.small import button, row


class LockedEditor(QWidget):
    """The value of this editor is the locked text; the number itself stands on the screen alone."""

    edited = Signal()

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store, self._uid = store, ""
        self._value: str | None = None
        self._reason = ""
        self.line = QLineEdit()
        self.line.textEdited.connect(self._take)
        self.unlock_button = button("Mở khóa…", self._unlock, sign="lock")
        row(self.line, self.unlock_button, into=self)
        self.setFocusProxy(self.line)
        self.destroyed.connect(store.safe.on_turn(self._show))

    def serve(self, uid: str) -> None:
        """Says whose number this is; it is locked for this record alone."""
        self._uid = uid

    def value(self) -> Any:
        """The number, locked; None if empty. ValueError with the reason if what was typed is no number."""
        if self._reason:
            raise ValueError(self._reason)
        return self._value

    def show_value(self, value: Any) -> None:
        """Puts a locked number in."""
        self._value, self._reason = value, ""
        self._show()

    def setAccessibleName(self, name: str) -> None:
        self.line.setAccessibleName(name)

    def _show(self) -> None:
        """Shows what may be seen now; a number half typed when the safe closes is given up."""
        safe, self._reason = self._store.safe, ""
        number = safe.number(self._uid, self._value) if self._value is not None else ""
        is_open = safe.is_open and number is not None
        self.line.setEnabled(is_open)
        self.line.setText((number or "") if is_open else "")
        self.line.setPlaceholderText("12 chữ số" if is_open else "đã khóa" if self._value else "đang khóa")
        self.unlock_button.setVisible(not safe.is_open)
        self.setFocusProxy(self.line if is_open else self.unlock_button)

    def _take(self, text: str) -> None:
        self._reason = ""
        try:
            self._value = self._store.safe.locked(self._uid, text) if text.strip() else None
        except ValueError as error:
            self._reason = str(error)
        self.edited.emit()

    def _unlock(self) -> None:
        from ui.guarded.unlocking import ask_to_unlock

        ask_to_unlock(self._store, self.window(), self.line.setFocus)
