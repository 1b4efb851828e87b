"""The form under her hands: its rows on the left, what the chosen one counts on the right, and the form itself, filled,
between them.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from exports.document import ReportDocument
from exports.form import Form, FormTable
from exports.own.draft import Draft
from exports.own.rows import with_table
from models.ledger.store import Store
from models.periods import Period
from ui.form_editing.choices import choices_for
from ui.form_editing.column_panel import ColumnPanel
from ui.form_editing.head import HeadFields
from ui.form_editing.live import LiveForm
from ui.form_editing.parts_card import COLUMNS, ROWS, PartsCard, has_free_rows, name_of
from ui.form_editing.row_panel import RowPanel
from ui.form_editing.shown import code_at, place_of_column, shown_row, value_in
from ui.jobs import Jobs
from ui.reports.preview import Preview
from ui.reports.sight import Place
from ui.theme import STEP, wide
from ui.widgets.room import when_narrow
from ui.widgets.small import column, row

WIDTH, NARROW = wide(344), wide(296)
ROOMY = 1000  # pixels from which list and panel may be wide


class EditingDesk(QWidget):
    """Emits `changed` when the form is another one."""

    changed = Signal()

    def __init__(self, store: Store, form: Form, period: Period, jobs: Jobs) -> None:
        super().__init__()
        self.draft = Draft(form)
        self.table_at, self.side, self.at = 0, ROWS, 0
        self.document: ReportDocument | None = None
        self.is_pointing = False  # the sheet follows the list, not the list the sheet
        self._offered: tuple[object, ...] = ()
        self.head, self.parts, self.preview = HeadFields(), PartsCard(), Preview()
        self.row_panel, self.column_panel = RowPanel(), ColumnPanel()
        self.rows_scroll, self.panels = _scrolled(self.row_panel), QStackedWidget()
        self.live = LiveForm(jobs, store, period, self.show_document, self)
        _lay_out(self)
        self.parts.show_tables([name_of(each) for each in form.tables])
        self.show_table(0)
        self.live.show(form)

    @property
    def table(self) -> FormTable:
        """The table that is being changed."""
        return self.draft.form.tables[self.table_at]

    def change(self, form: Form, field: str = "", at: int | None = None) -> None:
        """A step; one in the same `field` as the last belongs to that. `at` is the row or column chosen from now on."""
        changed = self.draft.change(form, field)
        self.at = self.at if at is None else at
        if changed or at is not None:
            self.refresh()
        if changed:
            self.live.show(form)

    def change_table(self, table: FormTable, field: str = "", at: int | None = None) -> None:
        """A step in the table shown."""
        self.change(with_table(self.draft.form, self.table_at, table), field, at)

    def show_table(self, place: int) -> None:
        """Shows another table of the form."""
        self.table_at, self.at = place, 0
        self.side = ROWS if has_free_rows(self.table) else COLUMNS
        self.refresh()

    def show_side(self, side: int) -> None:
        """Shows rows or columns."""
        self.side, self.at = side, 0
        self.refresh()

    def choose(self, at: int) -> None:
        """Chooses another row or column."""
        self.at = at
        self.refresh()

    def refresh(self) -> None:
        """Shows the form as it is now."""
        form, table = self.draft.form, self.table
        count = len(table.columns) if self.side == COLUMNS else len(table.rows) + bool(table.total)
        self.at = min(max(self.at, 0), count - 1)
        self.head.show_form(form)
        self.parts.show_table(table, self.side, self.at)
        self.panels.setCurrentIndex(self.side)
        self.panels.setEnabled(count > 0)
        if self.side == COLUMNS:
            self.column_panel.show_column(table.columns[self.at])
        elif count:
            self.row_panel.show_row(shown_row(table, self.at))
            self._offer_choices()
        self.point()
        self.changed.emit()

    def show_document(self, document: ReportDocument) -> None:
        """Shows the form filled."""
        self.document = document
        self.is_pointing = True
        self.preview.show_documents([document])
        self.is_pointing = False
        self.point()

    def point(self) -> None:
        """Shows on the sheet which row is chosen, and in the panel what it comes to."""
        if self.document is None:
            return
        shown = self.document.tables[self.table_at]
        if self.side == COLUMNS:
            place, value = place_of_column(shown, self.table.columns[self.at].key), ""
        else:
            place, value = value_in(shown, code_at(self.table, self.at))
        self.row_panel.show_value(value)
        if place is not None and self.preview.sheet.marks.current != (self.table_at, *place):
            self.is_pointing = True
            self.preview.sheet.choose(Place(self.table_at, *place))
            self.is_pointing = False

    def undo(self) -> None:
        """Takes back the last step."""
        self._go(self.draft.undo)

    def redo(self) -> None:
        """Does again what was taken back."""
        self._go(self.draft.redo)

    def _go(self, step: Callable[[], bool]) -> None:
        """Goes a step back or forth; the row chosen stays chosen wherever it is then."""
        code = code_at(self.table, self.at)
        if step():
            codes = [row.code for row in self.table.rows]
            if self.side == ROWS and code in codes:
                self.at = codes.index(code)
            self.refresh()
            self.live.show(self.draft.form)

    def _offer_choices(self) -> None:
        """What the row may count; the same offers stay as they are, with what she typed."""
        row = code_at(self.table, self.at)
        offered = (self.table_at, row, self.table.patterns, tuple(each.entry for each in self.table.rows))
        if offered != self._offered:
            self._offered = offered
            self.row_panel.ask(choices_for(self.table))


def _lay_out(desk: EditingDesk) -> None:
    for panel in (desk.rows_scroll, _scrolled(desk.column_panel)):
        desk.panels.addWidget(panel)
    body = row(desk.parts, desk.preview, desk.panels, spacing=STEP)
    body.setStretch(1, 1)
    layout = column(desk.head, into=desk, spacing=STEP + 2)
    layout.addLayout(body, 1)
    when_narrow(desk, ROOMY, lambda narrow: _show_narrow(desk, narrow))


def _scrolled(panel: QWidget) -> QScrollArea:
    """The panel on a screen that is too low for all of it."""
    made = QScrollArea()
    made.setWidgetResizable(True)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setWidget(panel)
    return made


def _show_narrow(desk: EditingDesk, narrow: bool) -> None:
    desk.parts.show_narrow(narrow)
    desk.panels.setFixedWidth(NARROW if narrow else WIDTH)
