"""The report on the page of reports as it would be sent, and the ways from what it lacks to where that is repaired."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QCheckBox, QWidget

from models.gaps.gap import Gap
from models.records.report import ReportCell
from ui.pages.page import Window
from ui.reports.behind import BehindPanel
from ui.reports.figure_menu import speak
from ui.reports.scoring_bar import ScoringBar
from ui.reports.wish import ReportWish

if TYPE_CHECKING:
    from exports.document import Report, ReportDocument


class Desk(Protocol):
    """What this needs of the page of reports."""

    window_: Window
    form: str
    report: Report | ReportDocument | None
    count_box: QCheckBox
    scoring: ScoringBar
    panel: BehindPanel

    @property
    def widget(self) -> QWidget:
        """The page itself."""

    def show_panel(self, is_open: bool) -> None:
        """Opens or closes the panel with the records behind a figure."""

    def make_room(self) -> None:
        """Leaves the room to the sheet where a panel is open beside it."""


class ReportToSend:
    """See `ui.reports.sending.ToSend`."""

    def __init__(self, page: Desk) -> None:
        self._page = page

    @property
    def window(self) -> Window:
        """The window in which the page stands."""
        return self._page.window_

    @property
    def wish(self) -> ReportWish | None:
        """The report on the sheet, as it is counted and for the unit scored."""
        from exports.report_name import ReportName

        page, store = self._page, self._page.window_.store
        if store is None or page.report is None:
            return None
        every = page.count_box.isVisibleTo(page.widget) and page.count_box.isChecked()
        unit = page.report.issuer.code if page.scoring.unit is not None else ""
        name = ReportName(page.form, "" if unit == store.own_unit().code else unit, every)
        return ReportWish(store, str(name), page.report.period)

    def repair(self, gap: Gap) -> None:
        """Opens the record of a gap at its field; at a figure, the words that are missing there."""
        if gap.type == ReportCell.table_name:
            form, table, _period, row, column = gap.uid.split("/")
            speak(self.window, self._page.widget, self.window.period, (form, (table, row, column)), gap.title)
        else:
            self.window.open_record(gap.type, gap.uid, gap.field)

    def show_panel(self, is_open: bool) -> None:
        """The panel before sending takes the place of that with the records."""
        if is_open and not self._page.panel.isHidden():
            self._page.show_panel(False)
        self._page.make_room()
