"""The middle of the page: the documents of a report, one of them lying on the desk, and what is to be said about it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from exports.document import Report, ReportDocument
from exports.plot import Plot
from exports.prose import Passage, Piece
from models.indicators.figure import Figure
from ui.reports.asking import asked_at, asked_of, place_again, spoken_at, tip_at
from ui.reports.behind import Asked
from ui.reports.busy_note import BusyNote
from ui.reports.desk import ZOOM_STEP
from ui.reports.layout import Layout, lay_out
from ui.reports.plot_view import PlotSheet
from ui.reports.sheet import Sheet
from ui.reports.sight import Place
from ui.reports.text_sheet import TextSheet
from ui.reports.zoom_box import ZoomBox
from ui.theme import STEP
from ui.widgets.small import button, column, label, row

if TYPE_CHECKING:
    from exports.render.plot_drawing import Bar


class Preview(QFrame):
    """Emits `asked` with what the chosen cell is (or None), `opened` with a figure,
    `record_opened` with type and uid, `again_wished` for *Lập lại*.

    `laid` is emitted when another document lies on the desk.
    """

    asked = Signal(object)
    opened = Signal(object)
    again_wished = Signal()
    laid = Signal()
    record_opened = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.documents: Sequence[ReportDocument] = ()
        self.has_text = False
        self.place = 0  # which is shown; with a text that is the first, the documents follow
        self.text = TextSheet()
        self.text.followed.connect(lambda passage, piece: _follow(self, passage, piece))
        self.plots = PlotSheet()
        self.plots.followed.connect(lambda plot, bar: _follow_bar(self, plot, bar))
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
        self._shown = QStackedWidget()
        self._shown.addWidget(self.sheet)
        self._shown.addWidget(self.text)
        self._shown.addWidget(self.plots)
        column(self._notice, self._shown, into=self, margin=1, spacing=0).setStretch(1, 1)
        self.say("")

    @property
    def has_plots(self) -> bool:
        """True if there are plots to be shown, after the document."""
        return len(self.documents) == 1 and bool(self.documents[0].plots)

    @property
    def shows_sheet(self) -> bool:
        """True while a form is shown, not a text or plots."""
        return 0 <= self.place - self.has_text < len(self.documents)

    @property
    def figure(self) -> Figure | None:
        """The figure chosen."""
        cell = self.sheet.cell(self.sheet.marks.current)
        return cell.figure if cell is not None else None

    def show_report(self, report: Report | ReportDocument) -> None:
        """Shows a report; the cell chosen before stays chosen if it is the same form filled anew."""
        if isinstance(report, Report):
            self.text.show_report(report)
        self.show_documents(report.documents if isinstance(report, Report) else (report,), isinstance(report, Report))

    def show_documents(self, documents: Sequence[ReportDocument], has_text: bool = False) -> None:
        """Shows these documents side by side, after their text if they have one."""
        same = [each.form for each in documents] == [each.form for each in self.documents]
        same = same and has_text == self.has_text
        self.documents, self.has_text = documents, has_text
        self.place = self.place if same else 0
        if self.has_plots:
            self.plots.show_plots(documents[0].plots)
        self._lay(stay=same)
        self.sheet.show_dim(False)
        self.busy.end()

    def show_document(self, place: int) -> None:
        """Shows the document of that place, the text or the plots."""
        if 0 <= place < len(self.documents) + self.has_text + self.has_plots and place != self.place:
            self.place = place
            self._lay(stay=False)

    def step_document(self, by: int) -> None:
        """Shows the document before or after."""
        self.show_document(self.place + by)

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
        if not self.shows_sheet:
            self._show(self.text if self.has_text else self.plots)
            self.asked.emit(None)
            self.laid.emit()
            return
        self._show(self.sheet)
        former, place = self.sheet.paper, self.sheet.marks.current
        paper = lay_out(self.documents[self.place - self.has_text])
        again = place_again(former, place, paper) if stay and former is not None else None
        self.sheet.show_paper(paper, again)
        self.laid.emit()

    def _show(self, part: QWidget) -> None:
        self._shown.setCurrentWidget(part)
        self.setFocusProxy(part)

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


def _follow(preview: Preview, passage: Passage, piece: Piece) -> None:
    """A word of the text leads to the records of its figure, or to its record."""
    if piece.figure is not None:
        preview.asked.emit(asked_of(piece.figure, passage.title, piece.text))
        preview.opened.emit(piece.figure)
    elif piece.record is not None:
        preview.record_opened.emit(*piece.record)


def _follow_bar(preview: Preview, plot: Plot, bar: Bar) -> None:
    """A bar leads to its records."""
    preview.asked.emit(asked_of(bar.figure, f"{plot.title}, {plot.categories[bar.category]}", bar.text))
    preview.opened.emit(bar.figure)
