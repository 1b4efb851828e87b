"""Fills forms beside the window, keeps those already filled, and forgets them when a record or the period changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from models.periods import Period
from ui.jobs import Job, Jobs, Progress

if TYPE_CHECKING:
    from exports.document import Report, ReportDocument
    from models.ledger.store import Store


class Drafting(QObject):
    """Emits `began`, then `progressed`, then `drafted` with the report, or `stopped` if it could not be filled."""

    began = Signal()
    progressed = Signal(int, int)
    drafted = Signal(object)
    stopped = Signal()

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._kept: dict[tuple[str, Period], Report | ReportDocument] = {}
        self._job: Job | None = None

    @property
    def is_drafting(self) -> bool:
        """True while a form is being filled."""
        return self._job is not None

    def forget(self) -> None:
        """What was filled holds no longer."""
        self.stop()
        self._kept.clear()

    def draft(self, store: Store, name: str, period: Period) -> None:
        """Fills this form; nothing asked for before will be emitted any more."""
        self.stop()
        if (name, period) in self._kept:
            self.drafted.emit(self._kept[name, period])
            return

        def work(progress: Progress) -> Report | ReportDocument:
            from exports.bundle import report_of

            progress(0, 1)
            return report_of(store, name, period, progress=progress)

        self.began.emit()
        job = self._jobs.start(work, lambda report: self._keep(job, name, period, report))
        self._job = job
        job.progressed.connect(lambda done, of: self._report(job, done, of))
        job.failed.connect(lambda _error: self._give_up(job))

    def stop(self) -> None:
        """Gives up the form being filled, if there is one."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def cancel(self) -> None:
        """She pressed *Dừng*."""
        self.stop()
        self.stopped.emit()

    def _keep(self, job: Job, name: str, period: Period, report: Report | ReportDocument) -> None:
        if job is self._job:
            self._job = None
            self._kept[name, period] = report
            self.drafted.emit(report)

    def _report(self, job: Job, done: int, of: int) -> None:
        if job is self._job:
            self.progressed.emit(done, of)

    def _give_up(self, job: Job) -> None:
        if job is self._job:
            self._job = None
            self.stopped.emit()
