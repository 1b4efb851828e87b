"""The small window over a long piece of work: what is done, how far, and *Dừng*."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QProgressBar, QWidget

from ui.jobs import Jobs, Work
from ui.theme import STEP
from ui.widgets.small import button, column, label, row


class Busy(QDialog):
    """Stays open as long as its job."""

    def __init__(self, parent: QWidget, heading: str) -> None:
        super().__init__(
            parent, Qt.WindowType.Dialog | Qt.WindowType.CustomizeWindowHint | Qt.WindowType.WindowTitleHint
        )
        self.setWindowTitle("Sổ Công đoàn")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(420)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._said = label("Đang chuẩn bị…", muted=True)
        self.stop_button = button("Dừng")
        layout = column(
            label(heading, name="title"), self._bar, self._said, into=self, margin=3 * STEP, spacing=2 * STEP
        )
        layout.addLayout(row(None, self.stop_button))

    def show_progress(self, done: int, of: int) -> None:
        """Moves the bar."""
        self._bar.setRange(0, of)
        self._bar.setValue(done)
        self._said.setText(f"{100 * done // of if of else 100} %")

    def end(self, _outcome: object) -> None:
        """Goes for good."""
        self.done(0)
        self.deleteLater()

    def reject(self) -> None:
        """Esc stops the work, which then closes this window."""
        self.stop_button.click()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.stop_button.click()


def work_with_bar(parent: QWidget, jobs: Jobs, heading: str, work: Work, then: Callable[[Any], None]) -> None:
    """Starts a job under such a window; `then` is called with its result after the window has gone."""
    busy = Busy(parent, heading)
    job = jobs.start(work, then)
    job.progressed.connect(busy.show_progress)
    busy.stop_button.clicked.connect(job.cancel)
    for ended in (job.done, job.failed):
        ended.connect(busy.end)
    busy.show()
