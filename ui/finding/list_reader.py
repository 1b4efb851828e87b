"""Reads a list so that nobody waits for its end: its first records at once, all of them beside the window."""

from __future__ import annotations

from array import array
from collections.abc import Callable

from PySide6.QtCore import QObject

from models.ledger.listing import Choice, has_any, ids, is_quick
from models.ledger.store import Store
from ui.finding.lookup import Lookup
from ui.jobs import Jobs

LONG = 5000  # records that are found and ordered before anyone waits
FIRST = 1000  # records read before the others: far more than a screen holds
Told = Callable[["array[int]", bool], None]


class ListReader:
    """One list has one of these; a newer question drops the one under way."""

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        self._lookup = Lookup(jobs, parent)

    @property
    def is_busy(self) -> bool:
        """True while more is waited for."""
        return self._lookup.is_busy

    def read(self, store: Store, choice: Choice, told: Told) -> None:
        """Calls `told` with the numbers of the first records and whether these are all; if not, once more with all.

        What an index gives, and a short list, is told before this ends.
        """
        self._lookup.drop()
        if not has_any(store, choice.record, LONG):
            told(ids(store, choice), True)
        elif is_quick(choice):
            self._begin(store, choice, told, ids(store, choice, limit=FIRST))
        else:
            self._lookup.ask(
                lambda question: ids(store, choice, question, FIRST),
                lambda first: self._begin(store, choice, told, first),
            )

    def drop(self) -> None:
        """Nothing is wanted any more."""
        self._lookup.drop()

    def _begin(self, store: Store, choice: Choice, told: Told, first: array[int]) -> None:
        is_whole = len(first) < FIRST
        told(first, is_whole)
        if not is_whole:
            self._lookup.ask(lambda question: ids(store, choice, question), lambda found: told(found, True))
