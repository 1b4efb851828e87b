"""Unlocking the identity numbers for a while: they lock themselves again when they are not used."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from models.guarded import numbers
from models.guarded.safe import REST, Safe, number_in
from models.ledger.store import Store
from ui.guarded.password_dialog import PasswordDialog

_SAID = f"Mở một lần cho buổi làm việc này. Sau {REST // 60} phút không dùng đến, các số tự khóa lại."


def ask_to_unlock(store: Store, parent: QWidget, then: Callable[[], object] = lambda: None) -> PasswordDialog:
    """Asks for the password; calls `then` when the numbers are open."""

    def open_(typed: list[str]) -> None:
        numbers.unlock(store, typed[0])
        RestLock(store.safe)
        then()

    asked = PasswordDialog("Mở khóa số căn cước", _SAID, ["Mật khẩu"], "Mở khóa", open_, parent)
    asked.open()
    return asked


class RestLock(QObject):
    """Closes an open safe when its time has come, and is gone with it; a number that was copied goes too."""

    def __init__(self, safe: Safe) -> None:
        super().__init__(QCoreApplication.instance())
        self._safe = safe
        self._clock = QTimer(self, singleShot=True)
        self._clock.timeout.connect(self._look)
        self._stop = safe.on_turn(self._follow)
        self._look()

    def _look(self) -> None:
        left = self._safe.seconds_left()
        if left > 0:
            self._clock.start(int(left * 1000) + 50)
        else:
            self._safe.close()

    def _follow(self) -> None:
        if not self._safe.is_open:
            if number_in(QGuiApplication.clipboard().text()) is not None:
                QGuiApplication.clipboard().clear()
            self._stop()
            self._clock.stop()
            self.deleteLater()
