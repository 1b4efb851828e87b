"""The form on the desk as it would be sent, and the ways from what it lacks to the cell or record that lacks it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from exports.official.places import place_from
from models.gaps.gap import Gap
from models.records.report import ReportCell
from ui.official.desk import MappingDesk
from ui.official.list_pointing import ListPointing
from ui.official.marks import Mark
from ui.official.opened import Opened
from ui.pages.page import Window
from ui.reports.figure_menu import speak
from ui.reports.wish import FormWish

if TYPE_CHECKING:
    from models.ledger.store import Store
    from models.periods import Period


class OwnPage(Protocol):
    """What this needs of the page of authorities' forms."""

    window_: Window
    store: Store | None
    period: Period
    desk: MappingDesk
    pointing: ListPointing

    @property
    def widget(self) -> QWidget:
        """The page itself."""

    @property
    def opened(self) -> Opened | None:
        """The form on the desk, if one is."""


class FormToSend:
    """See `ui.reports.sending.ToSend`."""

    def __init__(self, page: OwnPage) -> None:
        self._page = page

    @property
    def window(self) -> Window:
        """The window in which the page stands."""
        return self._page.window_

    @property
    def wish(self) -> FormWish | None:
        """The form with its map as it is by now."""
        page = self._page
        if page.store is None or page.opened is None:
            return None
        return FormWish(page.store, page.desk.form, page.period)

    def repair(self, gap: Gap) -> None:
        """Goes to the cell of a gap, opens the words at a figure of ours, or the record at its field."""
        desk = self._page.desk
        if gap.type != ReportCell.table_name:
            self.window.open_record(gap.type, gap.uid, gap.field)
        elif not gap.uid:
            desk.go_on(1, Mark.WRONG)
        else:
            form, table, _period, row, column = gap.uid.split("/")
            place = place_from(f"{column}{row}") if form == desk.form.id else None
            if place is not None:
                desk.go_to(table, place)
            else:
                speak(self.window, self._page.widget, self._page.period, (form, (table, row, column)), gap.title)

    def show_panel(self, is_open: bool) -> None:
        """The panel before sending takes the place of that of the cell."""
        self._page.pointing.end()
        self._page.desk.panel.setVisible(not is_open)
        self._page.desk.view.setFocus()
