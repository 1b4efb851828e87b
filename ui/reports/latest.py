"""One piece of work at a time, of which only the one asked for last is told about."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from ui import messages
from ui.jobs import Cancelled, Job, Jobs, Progress, Work


class Latest:
    """Starts work beside the window; what older work finds, or fails with, is passed over."""

    def __init__(self, jobs: Jobs, parent: QWidget) -> None:
        self._jobs = jobs
        self._parent = parent
        self._job: Job | None = None
        parent.destroyed.connect(lambda: self.drop())

    @property
    def is_busy(self) -> bool:
        """True while the latest work waits or runs."""
        return self._job is not None

    def start(
        self,
        work: Work,
        then: Callable[[Any], None],
        failed: Callable[[], None] = lambda: None,
        progressed: Callable[[int, int], None] = lambda _done, _of: None,
    ) -> None:
        """Does this instead of whatever is under way; an error is shown politely before `failed` is called."""
        self.drop()

        def wrapped(progress: Progress) -> Any:
            progress(0, 0)  # may have been dropped while it waited
            return work(progress)

        job = self._jobs.start(
            wrapped,
            lambda found: then(found) if self._end(job) else None,
            lambda error: self._complain(error, failed) if self._end(job) else None,
        )
        job.progressed.connect(lambda done, of: progressed(done, of) if job is self._job else None)
        self._job = job

    def drop(self) -> None:
        """The work under way is wanted no more; it stops at its next step."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _end(self, job: Job) -> bool:
        """True if that was the latest."""
        if job is not self._job:
            return False
        self._job = None
        return True

    def _complain(self, error: BaseException, failed: Callable[[], None]) -> None:
        if not isinstance(error, Cancelled) and not messages.can_tell(self._parent, error):
            self._jobs.crashed.emit(error)
        failed()
