"""A question to the ledger that may be dropped, from any thread, while it is being answered."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlcipher3 import dbapi2 as driver

from models.ledger.connection import Connection


class Dropped(Exception):
    """The question was dropped before it was answered."""


class Question:
    """Asked once, inside `store.reading()`; dropping it stops SQLite in the midst of its work."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._asked: Any = None
        self._is_dropped = False

    def drop(self) -> None:
        """The answer is not wanted any more."""
        with self._lock:
            self._is_dropped = True
            if self._asked is not None:
                self._asked.interrupt()

    @contextmanager
    def asked(self, connection: Connection) -> Iterator[None]:
        """The block reads from this connection. Raises Dropped if the question is dropped before the block ends."""
        with self._lock:
            if self._is_dropped:
                raise Dropped
            self._asked = connection.plain
        try:
            yield
        except driver.OperationalError:
            if self._is_dropped:
                raise Dropped from None
            raise
        finally:
            with self._lock:
                self._asked = None
