"""The middle of the page: the documents of a report, one of them lying on the desk, and what is to be said about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from exports.document import Report, ReportDocument
from models.indicators.figure import Figure
from ui.reports.asking import asked_at, place_again, spoken_at, tip_at
from ui.reports.behind import Asked
from ui.reports.busy_note import BusyNote
from ui.reports.desk import ZOOM_STEP
from ui.reports.layout import Layout, lay_out
from ui.reports.sheet import Sheet
from ui.reports.sight import Place
from ui.reports.zoom_box import ZoomBox
from ui.theme import STEP
from ui.widgets.small import button, column, label, row


class Preview(QFrame):
    """Emits `asked` with what the chosen cell is (or None), `opened` with a figure,
    `record_opened` with type and uid, `again_wished` for *Lập lại*.

    `laid` is emitted when another document lies on the desk.
    """

    asked = Signal(object)
    opened = Signal(object)
    record_opened = Signal(str, str)
    again_wished = Signal()
    laid = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._documents: Sequence[ReportDocument] = ()
        self._place = 0
        self.sheet = Sheet(tip_at, spoken_at)
        self.sheet.chosen.connect(self._tell)
        self.sheet.opened.connect(self._open)
        self.busy = BusyNote(self.sheet)
        self.zoom = ZoomBox()
        self.zoom.stepped.connect(lambda by: self.sheet.show_zoom(self.sheet.zoom + by * ZOOM_STEP))
        self.zoom.fit_wished.connect(self.sheet.fit)
        self.sheet.zoomed.connect(self.zoom.show_zoom)
        self._notice = QFrame()
        self.notice_text = label(wrap=True)
        self.again_button = button("Lập lại", self.again_wished.emit)
        row(self.notice_text, self.again_button, into=self._notice, margin=STEP, spacing=STEP).setStretch(0, 1)
        column(self._notice, self.sheet, into=self, margin=1, spacing=0).setStretch(1, 1)
        self.say("")

    @property
    def documents(self) -> Sequence[ReportDocument]:
        """What can be shown."""
        return self._documents

    @property
    def place(self) -> int:
        """Which of them is shown."""
        return self._place

    @property
    def figure(self) -> Figure | None:
        """The figure chosen."""
        cell = self.sheet.cell(self.sheet.marks.current)
        return cell.figure if cell is not None else None

    def show_report(self, report: Report | ReportDocument) -> None:
        """Shows a report; the cell chosen before stays chosen if it is the same form filled anew."""
        self.show_documents(report.documents if isinstance(report, Report) else (report,))

    def show_documents(self, documents: Sequence[ReportDocument]) -> None:
        """Shows these documents side by side."""
        same = [each.form for each in documents] == [each.form for each in self._documents]
        self._documents = documents
        self._place = self._place if same else 0
        self._lay(stay=same)
        self.sheet.show_dim(False)
        self.busy.end()

    def show_document(self, place: int) -> None:
        """Shows the document of that place."""
        if 0 <= place < len(self._documents) and place != self._place:
            self._place = place
            self._lay(stay=False)

    def step_document(self, by: int) -> None:
        """Shows the document before or after."""
        self.show_document(self._place + by)

    def wait(self, text: str) -> None:
        """Says that the figures are being brought up to date."""
        self.sheet.show_dim(True)
        self.busy.begin(text)

    def say(self, text: str, *, again: bool = False) -> None:
        """A sentence above the sheet, "" for none; `again` adds the button that fills the form once more."""
        self.notice_text.setText(text)
        self.again_button.setVisible(again)
        self._notice.setVisible(bool(text))

    def tell_again(self) -> None:
        """Emits `asked` once more: somebody looks who did not before."""
        self._tell(self.sheet.marks.current)

    def _lay(self, *, stay: bool) -> None:
        former, place = self.sheet.paper, self.sheet.marks.current
        paper = lay_out(self._documents[self._place])
        again = place_again(former, place, paper) if stay and former is not None else None
        self.sheet.show_paper(paper, again)
        self.laid.emit()

    def _tell(self, place: Place | None) -> None:
        paper: Layout | None = self.sheet.paper
        asked: Asked | None = asked_at(paper, place) if paper is not None and place is not None else None
        self.asked.emit(asked)

    def _open(self, place: Place) -> None:
        """A figure leads to its records; any other cell of a list to the record that its row tells of."""
        if self.figure is not None:
            self.opened.emit(self.figure)
        elif self.sheet.paper is not None:
            record = self.sheet.paper.grids[place.grid].table.rows[place.row].record
            if record is not None:
                self.record_opened.emit(*record)
