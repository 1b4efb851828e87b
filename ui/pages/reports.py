"""The page "Báo cáo": choose a form, read it as it is printed, open any figure down to its records, hand it out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QCheckBox

from models.periods import Period
from ui.form_editing.own_forms import OwnForms
from ui.form_editing.own_menu import OwnFormsButton
from ui.pages.page import Page, Window
from ui.reports.behind import Asked, BehindPanel
from ui.reports.drafting import Drafting
from ui.reports.export_bar import ExportBar
from ui.reports.figure_menu import offer
from ui.reports.form_list import GONE, FormList
from ui.reports.handing_out import HandingOut
from ui.reports.head import Head
from ui.reports.naming import BUNDLE, panel_was_open, remember_panel
from ui.reports.notices import blank_documents, counts_every, notice_for, other_period, period_for, summary_of
from ui.reports.preview import Preview
from ui.reports.report_to_send import ReportToSend
from ui.reports.rewriting import Rewriting
from ui.reports.scoring_bar import ScoringBar
from ui.reports.scoring_desk import open_points, open_scheme
from ui.reports.searching import Searching
from ui.reports.sending import Sending
from ui.reports.tabs import Tabs
from ui.theme import STEP, wide
from ui.widgets.small import button, column, row

if TYPE_CHECKING:
    from exports.document import Report, ReportDocument
    from models.ledger.store import Store
    from ui.reports.origins import Origin, Side

COUNTING = (
    "Không chọn: mỗi buổi tính một lần, ở nội dung chính.\n"
    "Chọn: một buổi có nhiều nội dung được tính ở từng nội dung; dòng tổng cộng vẫn theo số buổi thực tế."
)
LOW = wide(480)  # pixels below which what is missing takes the place of the bar under the sheet


class ReportsPage(Page):
    """See `ui.pages.page`."""

    title = "Báo cáo"
    help = "reports"

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.store: Store | None = None
        self.period = window.period
        self._stale, self.entering = True, False
        self.form = BUNDLE
        self.report: Report | ReportDocument | None = None
        self.forms, self.tabs, self.preview = FormList(), Tabs(), Preview()
        self.panel, self.bar, self.scoring = BehindPanel(), ExportBar(), ScoringBar()
        self.panel_button = button("Con số này từ đâu?", lambda: self.show_panel(True), look="flat", sign="search")
        self.panel_button.setToolTip("Mở khung các bản ghi đứng sau con số (F4)")
        self.count_box = QCheckBox("Tính ở mọi nội dung")
        self.count_box.setToolTip(COUNTING)
        self.drafting, self.searching = Drafting(window.jobs, self), Searching(window.jobs, self)
        self.handing_out = HandingOut(self.bar, window.jobs, self)
        self.rewriting, self.sending = Rewriting(self, self), Sending(ReportToSend(self), self)
        self.own_forms = OwnForms(self, self.forms)
        self.own_button = OwnFormsButton(self.own_forms, self.forms)
        tools = (self.count_box, self.preview.zoom, self.sending.button, self.panel_button)
        self.head = Head(self.title, self.forms, self.own_button, self.tabs, *tools)
        _lay_out(self)
        _connect(self)
        self.forms.choose(self.form)
        self.show_panel(panel_was_open())

    def show_ledger(self, store: Store | None) -> None:
        self.store = store
        self.panel.ask(None)  # its records belong to the former ledger
        self._forget()

    def reload(self, kinds: frozenset[str]) -> None:
        self._forget()

    def period_changed(self, period: Period) -> None:
        self.period = period
        self._forget()

    def show_form(self, form: str) -> None:
        """Shows another form."""
        self.form = form
        self.count_box.setVisible(counts_every(form))
        self.window_.refresh_commands()
        self._forget(keep=True)

    def commands(self) -> Mapping[str, Callable[[], object]]:
        printing = {"print": lambda: _show_print(self)} if self.store is not None else {}
        return {**self.own_forms.commands, **printing}

    def show_panel(self, is_open: bool) -> None:
        """Opens or closes the panel with the records behind a figure; it takes the place of that before sending."""
        if is_open and not self.sending.panel.isHidden():
            self.sending.switch()
        self.panel.setVisible(is_open)
        self.panel_button.setVisible(not is_open)
        self.make_room()
        self.preview.tell_again()
        if not is_open:
            self.preview.setFocus()

    def catch_up(self) -> None:
        """Fills the form chosen, if what is shown holds no longer."""
        self._stale = False
        self.searching.forget()
        self.scoring.show_form(self.store, self.form)
        if self.store is None:
            self.show_blank(notice_for(None, self.period))
        else:
            every = self.count_box.isVisibleTo(self) and self.count_box.isChecked()
            period = period_for(self.form, self.period)
            self.drafting.draft(self.store, self.form, period, every=every, unit=self.scoring.unit)

    def show_report(self, report: Report | ReportDocument) -> None:
        """Shows a report just filled."""
        self.report = report
        self.preview.show_report(report)
        period = period_for(self.form, self.period)
        _say(self, notice_for(self.preview.documents, period))
        self.bar.show_hint(summary_of(self.preview.documents, period))
        self.bar.allow(not self.handing_out.is_busy)
        self.sending.look_again()

    def show_blank(self, notice: str, *, again: bool = False) -> None:
        """Shows the form without figures, and says why."""
        self.report = None
        self.preview.show_documents(blank_documents(self.form, period_for(self.form, self.period)))
        _say(self, notice, again=again)
        self.bar.show_hint("")
        self.bar.allow(False)
        self.sending.forget()

    def ask(self, asked: Asked | None) -> None:
        """Tells the panel of the cell chosen, and looks for the records behind it."""
        self.panel.ask(asked)
        self.entering = False
        self.searching.forget()
        if asked is not None and asked.figure is not None and self.store is not None and self.panel.isVisibleTo(self):
            self.searching.search(self.store, asked.figure)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.preview.setFocus()
        if self._stale:
            self.catch_up()

    def make_room(self) -> None:
        """Leaves the room to the sheet where a panel is open beside it, and to the panel where the window is low."""
        self.head.fit(self.width(), has_panel=not (self.panel.isHidden() and self.sending.panel.isHidden()))
        self.bar.setHidden(self.height() < LOW and not self.sending.panel.isHidden())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.make_room()

    def _forget(self, *, keep: bool = False) -> None:
        """What is shown holds no longer; `keep`: what was filled for other forms still does."""
        self._stale = True
        if not keep:
            self.drafting.forget()
        if self.isVisible():
            self.catch_up()


def _enter_panel(page: ReportsPage) -> None:
    """Takes the keyboard to the records behind the figure chosen."""
    if page.panel.isHidden():
        page.show_panel(True)
    page.entering = True
    page.panel.enter()


def _lay_out(page: ReportsPage) -> None:
    body = row(page.preview, page.panel, page.sending.panel, spacing=STEP + 4)
    body.insertLayout(0, page.head.lists)
    body.setStretch(1, 1)
    layout = column(into=page, spacing=STEP + 4)
    layout.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, 2 * STEP)
    layout.addWidget(page.head)
    layout.addWidget(page.scoring)
    layout.addLayout(body, 1)
    layout.addWidget(page.bar)


def _connect(page: ReportsPage) -> None:
    preview, drafting, panel, bar = page.preview, page.drafting, page.panel, page.bar
    page.forms.form_chosen.connect(page.show_form)
    page.forms.form_missed.connect(lambda form: page.window_.say(GONE.format(form)))
    page.count_box.toggled.connect(lambda _checked: page.show_form(page.form))
    page.tabs.chosen.connect(preview.show_document)
    preview.laid.connect(lambda: _show_tabs(page))
    preview.asked.connect(page.ask)
    preview.opened.connect(lambda _figure: _enter_panel(page))
    preview.again_wished.connect(page.catch_up)
    preview.sheet.menu_wished.connect(lambda at: offer(page.window_, preview, at))
    preview.busy.stopped.connect(drafting.cancel)
    drafting.began.connect(lambda: _wait(page))
    drafting.progressed.connect(preview.busy.show_progress)
    drafting.drafted.connect(page.show_report)
    drafting.stopped.connect(lambda: page.show_blank("Biểu chưa được lập xong nên còn trống.", again=True))
    preview.record_opened.connect(page.window_.open_record)
    page.searching.found.connect(lambda sides: _show_sides(page, sides))
    page.searching.failed.connect(lambda: panel.say("Chưa tìm được các bản ghi đứng sau con số này."))
    panel.left.connect(preview.setFocus)
    panel.closed.connect(lambda: _switch_panel(page, False))
    panel.record_opened.connect(lambda origin: page.window_.open_record(origin.kind, origin.uid))
    panel.list_wished.connect(lambda origins: _show_list(page, origins))
    page.scoring.unit_chosen.connect(page.catch_up)
    page.scoring.points_wished.connect(lambda: _open_points(page))
    page.scoring.scheme_wished.connect(lambda: _open_scheme(page))
    page.panel_button.clicked.connect(lambda _checked=False: remember_panel(True))
    bar.wished.connect(lambda ending: _hand_out(page, ending))
    bar.empty_wished.connect(lambda: _hand_out(page, ".xlsx", empty=True))
    bar.print_wished.connect(lambda: _show_print(page))
    page.handing_out.ended.connect(lambda: bar.allow(page.report is not None and not drafting.is_drafting))
    for keys, act in (
        ("F2", lambda: _open_points(page)),
        ("F4", lambda: _switch_panel(page, page.panel.isHidden())),
        ("F6", page.sending.switch),
        ("Ctrl+PgDown", lambda: preview.step_document(1)),
        ("Ctrl+PgUp", lambda: preview.step_document(-1)),
    ):
        QShortcut(QKeySequence(keys), page, act)


def _show_tabs(page: ReportsPage) -> None:
    preview = page.preview
    page.tabs.show_documents(preview.documents, preview.place, text=preview.has_text, plots=preview.has_plots)
    preview.zoom.setVisible(preview.shows_sheet)
    page.bar.choice.setVisible(preview.has_plots)
    page.make_room()


def _say(page: ReportsPage, notice: str, *, again: bool = False) -> None:
    said = (other_period(page.form, page.period), notice)
    page.preview.say("\n".join(filter(None, said)), again=again)


def _wait(page: ReportsPage) -> None:
    page.report = None
    page.bar.allow(False)
    again = page.form in {each.form for each in page.preview.documents}
    page.preview.wait("Đang cập nhật số liệu…" if again else "Đang lập biểu…")


def _show_sides(page: ReportsPage, sides: list[Side]) -> None:
    page.panel.show_sides(sides)
    if page.entering:
        page.entering = False
        page.panel.enter()


def _switch_panel(page: ReportsPage, is_open: bool) -> None:
    remember_panel(is_open)
    page.show_panel(is_open)


def _show_list(page: ReportsPage, origins: list[Origin]) -> None:
    page.window_.show_records(page.panel.heading.text(), origins[0].kind, [origin.uid for origin in origins])


def _hand_out(page: ReportsPage, ending: str, *, empty: bool = False) -> None:
    if page.report is not None:
        page.handing_out.hand_out(page.report, ending, empty=empty)


def _open_points(page: ReportsPage) -> None:
    store = page.window_.store
    if store is not None and page.scoring.isVisible():
        period = period_for(page.form, page.window_.period)
        open_points(page.window_, page, store, page.form, period, page.scoring.unit)


def _open_scheme(page: ReportsPage) -> None:
    store = page.window_.store
    if store is not None:
        open_scheme(page.window_, page, store, page.form, period_for(page.form, page.window_.period))


def _show_print(page: ReportsPage) -> None:
    from ui.printing.dialog import PrintDialog
    from ui.reports.printing import printable

    if page.report is None or page.store is None:
        page.window_.say("Biểu đang được lập. Xin chờ một chút rồi in lại.")
        return
    offered = printable(page.report, page.form, page.store, page.period, every=page.count_box.isChecked())
    dialog = PrintDialog(page, page.window_.jobs, offered)
    dialog.said.connect(page.window_.say)
    dialog.open()
