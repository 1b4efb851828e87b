"""Hands the report on the sheet out as a file: asks where, writes it beside the window, tells how it went."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui import messages
from ui.jobs import Job, Jobs, Progress
from ui.reports.export_bar import ExportBar
from ui.reports.naming import last_folder, proposed_name, remember_folder

if TYPE_CHECKING:
    from exports.document import Report, ReportDocument
    from exports.run import Exported

EMPTY = "_trong"  # stands in the name of a form without figures
KINDS = {
    ".xlsx": ("Xuất Excel", "Tệp Excel (*.xlsx)"),
    ".pdf": ("Xuất PDF", "Tệp PDF (*.pdf)"),
    ".docx": ("Xuất Word", "Tệp Word (*.docx)"),
    ".json": ("Xuất JSON", "Tệp JSON (*.json)"),
}


class HandingOut(QObject):
    """Emits `ended` when a file is made, or is not."""

    ended = Signal()

    def __init__(self, bar: ExportBar, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._bar = bar
        self._jobs = jobs
        self._window = parent
        self._job: Job | None = None
        bar.stopped.connect(self.stop)

    @property
    def is_busy(self) -> bool:
        """True while a file is being made."""
        return self._job is not None

    def hand_out(self, report: Report | ReportDocument, ending: str, *, empty: bool = False) -> None:
        """Asks for a place and writes the file there; `empty`: the form without figures, to be written in by hand."""
        heading, kinds = KINDS[ending]
        name = proposed_name(report.form, report.period, report.issuer.code, EMPTY * empty + ending)
        proposed = last_folder() / name
        target = messages.file_to_save(self._window, heading, kinds, proposed)
        if target is None or self.is_busy:
            return

        def work(progress: Progress) -> Exported:
            from exports.empty import emptied
            from exports.run import hand_out

            progress(0, 1)
            return hand_out(emptied(report) if empty else report, target, progress)

        self._bar.show_progress(ending, 0, 0)
        self._bar.allow(False)
        self._job = self._jobs.start(work, self._finish)
        self._job.progressed.connect(lambda done, of: self._report(ending, done, of))
        self._job.failed.connect(lambda _error: self._end())

    def stop(self) -> None:
        """Gives up the file being made; nothing is left of it."""
        if self._job is not None:
            self._job.cancel()

    def _report(self, ending: str, done: int, of: int) -> None:
        if self._job is not None:
            self._bar.show_progress(ending, done, of)

    def _finish(self, made: Exported) -> None:
        remember_folder(Path(made.path).parent)
        self._end()
        self._bar.show_done(made.path, str(made.proof))

    def _end(self) -> None:
        self._job = None
        self._bar.show_ready()
        self._bar.allow(True)
        self.ended.emit()
