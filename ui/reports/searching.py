"""Finds the records behind the figure chosen last, beside the window and only when she has come to rest on it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from models.indicators.figure import Figure
from models.ledger.store import Store
from ui.jobs import Jobs
from ui.reports.latest import Latest
from ui.reports.origins import sides_of

REST = 120  # milliseconds


class Searching(QObject):
    """Emits `found` with the sides of the figure asked for last, or `failed`."""

    found = Signal(list)
    failed = Signal()

    def __init__(self, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._latest = Latest(jobs, parent)
        self._wanted: tuple[Store, Figure] | None = None
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(REST)
        self._clock.timeout.connect(self._begin)

    def search(self, store: Store, figure: Figure) -> None:
        """Looks for the records behind this figure; what was asked before is dropped."""
        self.forget()
        self._wanted = (store, figure)
        self._clock.start()

    def forget(self) -> None:
        """Nothing is wanted any more."""
        self._clock.stop()
        self._wanted = None
        self._latest.drop()

    def _begin(self) -> None:
        if self._wanted is not None:
            store, figure = self._wanted
            self._latest.start(lambda _progress: sides_of(store, figure), self.found.emit, self.failed.emit)
