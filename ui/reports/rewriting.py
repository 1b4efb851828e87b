"""What she writes into a report herself and chooses for it: kept in the ledger, and taken back again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from models.errors import UserError
from models.periods import Period
from ui import messages

if TYPE_CHECKING:
    from exports.document import Report
    from exports.prose import Passage
    from models.ledger.store import Store
    from ui.reports.export_bar import ExportBar
    from ui.reports.preview import Preview


class Desk(Protocol):
    """What is needed of the page."""

    store: Store | None
    period: Period
    form: str
    preview: Preview
    bar: ExportBar


class Rewriting(QObject):
    """Listens to the text and the bar of a page; whatever it keeps is told as any other change of the ledger."""

    def __init__(self, page: QWidget, desk: Desk) -> None:
        super().__init__(page)
        self._page, self._desk = page, desk
        desk.preview.text.written.connect(self.keep)
        desk.preview.text.pattern_wished.connect(self.use_pattern)
        desk.bar.choice_wished.connect(self.choose)

    def keep(self, report: Report, passage: Passage, text: str) -> None:
        """Keeps a text; one that is again what the program writes is not her own any more."""
        from exports.bundle import narrative_of
        from exports.prose import said
        from models.ledger.report_texts import write_text

        pattern = said(passage.pattern)
        if text.strip() == pattern.strip():
            self.use_pattern(report, passage)
        elif self._desk.store is not None:
            try:
                write_text(self._desk.store, narrative_of(report), report.period, passage.key, text, pattern)
            except UserError as error:
                messages.refuse(self._page, error)

    def use_pattern(self, report: Report, passage: Passage) -> None:
        """The program's sentences again; what she wrote can be got back by undoing."""
        from exports.bundle import narrative_of
        from models.ledger.report_texts import restore_pattern

        if self._desk.store is not None:
            try:
                restore_pattern(self._desk.store, narrative_of(report), report.period, passage.key)
            except UserError as error:
                messages.refuse(self._page, error)

    def choose(self) -> None:
        """Asks what the summary is to show, and keeps it from this period on."""
        from exports.choice import chosen, offered
        from exports.form_shelf import form_named
        from ui.dialogs.summary_choice import SummaryChoice

        store, period = self._desk.store, self._desk.period
        if store is None:
            return
        form = form_named(self._desk.form)
        dialog = SummaryChoice(offered(form), chosen(store, form, period), self._page)
        dialog.accepted.connect(lambda: self._keep_choice(store, period, dialog.keys))
        dialog.open()

    def _keep_choice(self, store: Store, period: Period, keys: list[str]) -> None:
        from exports.choice import choose
        from exports.form_shelf import form_named

        try:
            choose(store, form_named(self._desk.form), period, keys)
        except UserError as error:
            messages.refuse(self._page, error)
