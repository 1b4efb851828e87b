"""Long work beside the window, one piece at a time, with progress and *Dừng*, and short questions beside that: the only
place that starts a thread.

    job = window.jobs.start(lambda progress: load(store, path, progress), then=lambda count: ...)

`then` is called with the result, or `otherwise` with the error: always exactly one of them, on the window's thread.
Without `otherwise` a UserError, or what the system refused, is shown politely; anything else opens the one window for
crashes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal
from PySide6.QtWidgets import QWidget

from models.errors import UserError
from ui import messages

Progress = Callable[[int, int], None]
Work = Callable[[Progress], Any]


class Cancelled(UserError):
    """She pressed *Dừng*; nothing was kept."""


class Job(QObject):
    """One piece of work; `done` or `failed` is emitted exactly once, like `progressed` on the window's thread."""

    progressed = Signal(int, int)
    done = Signal(object)
    failed = Signal(object)
    _reported = Signal(int, int)
    _ended = Signal(object, object)

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._cancelled = False
        self._reported.connect(self._show, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Asks the work to stop; it does so at its next report of progress and then fails with Cancelled."""
        self._cancelled = True

    def run(self) -> None:
        """Does the work; called on the thread beside the window."""
        try:
            result = self._work(self._report)
        except BaseException as error:
            self._ended.emit(None, error)
        else:
            self._ended.emit(result, None)

    def _report(self, done: int, of: int) -> None:
        if self._cancelled:
            raise Cancelled("Đã dừng theo yêu cầu; chưa có gì thay đổi.")
        self._reported.emit(done, of)

    def _show(self, done: int, of: int) -> None:
        self.progressed.emit(done, of)

    def _tell(self, result: Any, error: BaseException | None) -> None:
        if error is None:
            self.done.emit(result)
        else:
            self.failed.emit(error)


class _Run(QRunnable):
    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job = job

    def run(self) -> None:
        self._job.run()


class Jobs(QObject):
    """Does one job after another, and shows politely what went wrong."""

    crashed = Signal(object)  # an error that is not meant for the reader
    busy_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parent = parent
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._answering = QThreadPool(self)
        self._answering.setMaxThreadCount(1)
        self._waiting: set[Job] = set()
        self._asked: set[Job] = set()

    @property
    def is_busy(self) -> bool:
        """True while any job waits or runs."""
        return bool(self._waiting)

    def start(
        self, work: Work, then: Callable[[Any], None], otherwise: Callable[[BaseException], None] | None = None
    ) -> Job:
        """Starts `work(progress)` as soon as the jobs before it have ended."""
        job = Job(work)
        job.done.connect(lambda result: self._end(job, then, result))
        job.failed.connect(lambda error: self._end(job, otherwise or self.complain, error))
        self._waiting.add(job)
        self.busy_changed.emit(True)
        self._pool.start(_Run(job))
        return job

    def look(self, work: Work, then: Callable[[Any], None], otherwise: Callable[[BaseException], None]) -> None:
        """Answers a short question on a thread of its own: it waits for no long work, and nobody is told of it."""
        job = Job(work)
        for outcome, follow in ((job.done, then), (job.failed, otherwise)):
            outcome.connect(lambda _outcome: self._asked.discard(job))
            outcome.connect(follow)
        self._asked.add(job)
        self._answering.start(_Run(job))

    def wait(self) -> None:
        """Stops what waits and lets what runs come to an end; called when the window closes."""
        for job in tuple(self._waiting):
            job.cancel()
        self._pool.waitForDone()
        self._answering.waitForDone()

    def _end(self, job: Job, follow: Callable[[Any], None], outcome: Any) -> None:
        self._waiting.discard(job)
        self.busy_changed.emit(self.is_busy)
        follow(outcome)

    def complain(self, error: BaseException) -> None:
        """Shows politely what went wrong, if it is meant for the reader."""
        if not isinstance(error, Cancelled) and not messages.can_tell(self._parent, error):
            self.crashed.emit(error)
