"""Reads a list so that nobody waits for its end: its first records at once, all of them beside the window."""

from __future__ import annotations

from array import array
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from models.ledger.first_page import first_ids, is_quick
from models.ledger.listing import Choice, has_any, ids
from models.ledger.store import Store
from ui.finding.lookup import Lookup
from ui.jobs import Jobs

_PAUSE = 20  # milliseconds that the first records have to be painted
LONG = 5000  # records that are found and ordered before anyone waits
Told = Callable[["array[int]", bool], None]


class ListReader:
    """One list has one of these; a newer question drops the one under way."""

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        self._lookup = Lookup(jobs, parent)
        self._rest: Callable[[], None] | None = None
        self._clock = QTimer(parent, singleShot=True, interval=_PAUSE)
        self._clock.timeout.connect(self._read_rest)

    @property
    def is_busy(self) -> bool:
        """True while more is waited for."""
        return self._lookup.is_busy or self._rest is not None

    def read(self, store: Store, choice: Choice, told: Told) -> None:
        """Calls `told` with the numbers of the first records and whether these are all; if not, once more with all.

        What an index gives, and a short list, is told before this ends.
        """
        self.drop()
        if not has_any(store, choice.record, LONG):
            told(ids(store, choice), True)
        elif is_quick(choice):
            self._begin(store, choice, told, first_ids(store, choice))
        else:
            self._lookup.ask(
                lambda question: first_ids(store, choice, question),
                lambda first: self._begin(store, choice, told, first),
            )

    def drop(self) -> None:
        """Nothing is wanted any more."""
        self._clock.stop()
        self._rest = None
        self._lookup.drop()

    def _begin(self, store: Store, choice: Choice, told: Told, first: tuple[array[int], bool]) -> None:
        """Tells the first records; the others wait until these are painted."""
        numbers, is_whole = first
        if not is_whole:
            self._rest = lambda: self._lookup.ask(
                lambda question: ids(store, choice, question), lambda found: told(found, True)
            )
            self._clock.start()
        told(numbers, is_whole)

    def _read_rest(self) -> None:
        if self._rest is not None:
            rest, self._rest = self._rest, None
            rest()
