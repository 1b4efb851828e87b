"""Finds the records behind the figure chosen last, beside the window and only when she has come to rest on it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from models.indicators.figure import Figure
from models.ledger.store import Store
from ui.jobs import Job, Jobs
from ui.reports.origins import Side, sides_of

REST = 120  # milliseconds


class Searching(QObject):
    """Emits `found` with the sides of the figure asked for last."""

    found = Signal(list)

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._wanted: tuple[Store, Figure] | None = None
        self._job: Job | None = None
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
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _begin(self) -> None:
        if self._wanted is None:
            return
        store, figure = self._wanted

        def work(progress: object) -> list[Side]:
            assert callable(progress)
            progress(0, 1)
            return sides_of(store, figure)

        job = self._jobs.start(work, lambda sides: self._tell(job, sides))
        self._job = job

    def _tell(self, job: Job, sides: list[Side]) -> None:
        if job is self._job:
            self._job = None
            self.found.emit(sides)
