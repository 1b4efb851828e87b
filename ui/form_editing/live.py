"""The form filled while it is being changed: always the latest of it, beside the window, one at a time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from exports.build import build
from exports.document import ReportDocument
from exports.form import Form
from models.indicators.figure import Figure, Reference
from models.indicators.figures import figures
from models.ledger.store import Store
from models.periods import Period
from ui.jobs import Jobs


class LiveForm:
    """Tells `drawn` of each document; `parent` is the window that looks on: once it is gone, nothing is told."""

    def __init__(
        self, jobs: Jobs, store: Store, period: Period, drawn: Callable[[ReportDocument], None], parent: QWidget
    ) -> None:
        self._jobs, self._store, self._period, self._drawn = jobs, store, period, drawn
        self._form: Form | None = None
        self._next: Form | None = None
        self._is_watched = True
        parent.destroyed.connect(lambda: self.stop())

    @property
    def is_busy(self) -> bool:
        """True until the latest form is filled."""
        return self._form is not None

    def show(self, form: Form) -> None:
        """Fills this form; of those asked for meanwhile only the last."""
        self._next = form
        if self._form is None:
            self._go_on()

    def look_up(self, reference: Reference, tell: Callable[[Figure], None]) -> None:
        """Tells of a single figure."""
        store, period = self._store, self._period
        self._jobs.look(
            lambda _progress: figures(store, period, [reference])[0],
            lambda found: tell(found) if self._is_watched else None,
            self._jobs.complain,
        )

    def stop(self) -> None:
        """Nobody looks on any more."""
        self._is_watched = False

    def _go_on(self) -> None:
        form, self._form, self._next = self._next, self._next, None
        if form is not None:
            store, period = self._store, self._period
            self._jobs.look(
                lambda _progress: build(store, form, period, signed_on=date.today()), self._show, self._complain
            )

    def _show(self, document: ReportDocument) -> None:
        if self._is_watched:
            self._form = None
            if self._next is None:
                self._drawn(document)
            else:
                self._go_on()

    def _complain(self, error: BaseException) -> None:
        self._form = None
        self._jobs.complain(error)
