"""Fills forms beside the window, keeps those already filled, and forgets them when a record or the period changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from models.periods import Period
from ui.jobs import Jobs, Progress
from ui.reports.latest import Latest

if TYPE_CHECKING:
    from exports.document import Report, ReportDocument
    from models.ledger.store import Store


class Drafting(QObject):
    """Emits `began`, then `progressed`, then `drafted` with the report, or `stopped` if it could not be filled."""

    began = Signal()
    progressed = Signal(int, int)
    drafted = Signal(object)
    stopped = Signal()

    def __init__(self, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._latest = Latest(jobs, parent)
        self._kept: dict[tuple[str, Period, bool, str | None], Report | ReportDocument] = {}

    @property
    def is_drafting(self) -> bool:
        """True while a form is being filled."""
        return self._latest.is_busy

    def forget(self) -> None:
        """What was filled holds no longer."""
        self._latest.drop()
        self._kept.clear()

    def draft(self, store: Store, name: str, period: Period, *, every: bool = False, unit: str | None = None) -> None:
        """Fills this form, of a unit that is scored; nothing asked for before will be emitted any more.

        `every`: see `exports.build`.
        """
        self._latest.drop()
        asked = (name, period, every, unit)
        if asked in self._kept:
            self.drafted.emit(self._kept[asked])
            return

        def work(progress: Progress) -> Report | ReportDocument:
            from exports.bundle import report_of

            return report_of(store, name, period, every=every, unit=unit, progress=progress)

        def keep(report: Report | ReportDocument) -> None:
            self._kept[asked] = report
            self.drafted.emit(report)

        self.began.emit()
        self._latest.start(work, keep, self.stopped.emit, self.progressed.emit)

    def cancel(self) -> None:
        """She pressed *Dừng*."""
        self._latest.drop()
        self.stopped.emit()
