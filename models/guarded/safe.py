"""The safe of one ledger: opened with her password it reads and locks identity numbers, until it is closed again."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from models.errors import UserError

if TYPE_CHECKING:
    from models.guarded.cipher import Key

REST = 600  # seconds without a number read or locked, after which the safe closes by itself
CLOSED = "(đã khóa)"
WRONG = "số căn cước gồm 12 chữ số (chứng minh nhân dân cũ: 9 chữ số); hãy kiểm tra lại"
_NUMBER = re.compile(r"\d{12}|\d{9}")


def number_in(typed: str) -> str | None:
    """The identity number that a text is, without its spaces and dots; None if it is none."""
    number = re.sub(r"[\s.\-]", "", typed)
    return number if _NUMBER.fullmatch(number) and number.isascii() else None


class Safe:
    """Holds the key as long as it is open, and nothing else; the key is in no file."""

    def __init__(self, clock: Callable[[], float] = time.time) -> None:
        """`clock` goes on while the machine sleeps."""
        self._clock, self._used = clock, 0.0
        self._key: Key | None = None
        self._listeners: list[Callable[[], object]] = []

    @property
    def is_open(self) -> bool:
        """True if numbers can be read and written."""
        return self._key is not None and self.seconds_left() > 0

    def on_turn(self, listener: Callable[[], object]) -> Callable[[], None]:
        """Calls `listener` whenever the safe was opened or closed, until what is returned is called."""
        self._listeners.append(listener)

        def stop() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return stop

    def open(self, key: Key) -> None:
        """Numbers can be read and written from now on."""
        self._key, self._used = key, self._clock()
        self._tell()

    def close(self) -> None:
        """Forgets the key."""
        if self._key is not None:
            self._key = None
            self._tell()

    def seconds_left(self) -> float:
        """How long it stays open if it is not used."""
        return self._used + REST - self._clock()

    def number(self, uid: str, text: str) -> str | None:
        """The number that was locked for this member; None while the safe is closed, or if it does not open."""
        if (key := self._in_use()) is None:
            return None
        from models.guarded.cipher import number_of

        return number_of(key, uid, text)

    def shown(self, uid: str, text: str) -> str:
        """The number for the screen; "(đã khóa)" while it cannot be read."""
        return self.number(uid, text) or CLOSED

    def locked(self, uid: str, typed: str) -> str:
        """What was typed, locked for this member. ValueError with the reason if it is no identity number."""
        number = number_in(typed)
        if number is None:
            raise ValueError(WRONG)
        if (key := self._in_use()) is None:
            raise ValueError("đang khóa; hãy mở khóa rồi gõ số")
        from models.guarded.cipher import locked

        return locked(key, uid, number)

    def moved(self, text: str, uid: str, to: str) -> str:
        """A number of one member, locked for another one. UserError while the safe is closed."""
        number = self.number(uid, text)
        if number is None:
            raise UserError("Số căn cước đang khóa nên chưa chuyển sang được. Hãy mở khóa số căn cước rồi làm lại.")
        return self.locked(to, number)

    def _in_use(self) -> Key | None:
        if not self.is_open:
            return None
        self._used = self._clock()
        return self._key

    def _tell(self) -> None:
        for listener in list(self._listeners):
            listener()
