"""The page "Biểu của cấp trên": the forms she keeps, and one of them on the desk to be mapped and filled."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping as Map
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget

from exports.official.sharing import ENDING, SharedForm
from exports.official.shelf import KeptForm, bring_back, forms_in, own_shelf, put_away, renew, rewrite
from models.periods import Period
from ui import messages
from ui.jobs import Job, Progress
from ui.official.at_cell import show_behind, speak_at_cell
from ui.official.desk import MappingDesk
from ui.official.filling import Filling
from ui.official.form_to_send import FormToSend
from ui.official.list_pointing import ListPointing
from ui.official.menu import fill_menu
from ui.official.opened import Opened, added, new_form, opened
from ui.official.shelf_view import ShelfView
from ui.pages.page import Page, Window
from ui.reports.busy_note import BusyNote
from ui.reports.naming import last_folder, plain, remember_folder
from ui.reports.sending import Sending
from ui.theme import STEP
from ui.widgets.small import column

if TYPE_CHECKING:
    from exports.official.carry import Carried
    from models.ledger.store import Store

WORKBOOKS = "Tệp Excel (*.xlsx *.xlsm *.xls);;Mọi tệp (*)"
PACKAGES = f"Gói biểu dùng chung (*{ENDING})"


class OfficialPage(Page):
    """See `ui.pages.page`."""

    title = "Biểu của cấp trên"
    help = "official"

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.folder = own_shelf()
        self.store: Store | None = None
        self.period = window.period
        self.away: Path | None = None
        self._stale = True
        self._saves = 0
        self.shelf, self.desk = ShelfView(), MappingDesk(window.jobs)
        self.filling, self.pointing = Filling(window.jobs, self), ListPointing(self.desk)
        self.sending = Sending(FormToSend(self), self)
        self.desk.stand_beside(self.sending.panel, self.sending.button)
        self.shown = QStackedWidget()
        for each in (self.shelf, self.desk):
            self.shown.addWidget(each)
        column(self.shown, into=self).setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, 2 * STEP)
        self.busy = BusyNote(self)
        self.job: Job | None = None  # what is under way
        _connect(self)

    @property
    def opened(self) -> Opened | None:
        """The form on the desk, if one is."""
        scene = self.desk.scene
        return scene.opened if scene is not None and self.shown.currentWidget() is self.desk else None

    def show_ledger(self, store: Store | None) -> None:
        self.store = store
        self._forget()

    def reload(self, kinds: frozenset[str]) -> None:
        self._forget()

    def period_changed(self, period: Period) -> None:
        self.period = period
        self._forget()

    def commands(self) -> Map[str, Callable[[], object]]:
        if self.opened is not None:
            return {"find": lambda: self.desk.panel.ask("")}
        return {"add": lambda: add_workbook(self)}

    def show_shelf(self) -> None:
        """Shows the forms there are, as they are by now."""
        self.shown.setCurrentWidget(self.shelf)
        self.window_.refresh_commands()
        self.work(
            "Đang xem các biểu…", lambda _progress: forms_in(self.folder), lambda found: self.shelf.show_forms(*found)
        )

    def open(self, kept: KeptForm, then: Callable[[], object] | None = None) -> None:
        """Puts the version of a form that is in use in the period on the desk."""
        folder, period = kept.folder, self.period
        self.work(
            "Đang mở biểu…",
            lambda progress: opened(folder, period, progress),
            lambda found: self.show_form(found, then),
        )

    def add(self, read: Callable[[], SharedForm]) -> None:
        """Puts a new form on the shelf and on the desk."""
        folder, period = self.folder, self.period
        self.work("Đang đọc biểu…", lambda progress: added(folder, read(), period, progress), self.show_form)

    def show_form(self, found: Opened, then: Callable[[], object] | None = None) -> None:
        """Shows a form on the desk."""
        self._stale = False
        self.desk.show_form(found, self.store, self.period)
        fill_menu(self.desk, lambda: renew_form(self, found.kept), lambda: share_form(self, self.desk.form))
        self.shown.setCurrentWidget(self.desk)
        self.sending.look_again()
        self.window_.refresh_commands()
        self.desk.view.setFocus()
        if then is not None:
            then()

    def save(self, form: SharedForm) -> None:
        """Keeps the form as it is now; of several steps in a row the last one is written."""
        if self.opened is None:
            return
        self._saves += 1
        number, version = self._saves, self.opened.version

        def work(_progress: Progress) -> None:
            if number == self._saves:
                rewrite(version, form)

        self.window_.jobs.start(work, lambda _nothing: None)

    def work(self, words: str, work: Callable[[Progress], Any], then: Callable[[Any], object]) -> None:
        """Does something beside the window and says so if it takes a while."""

        def follow(found: Any) -> None:
            then(found)

        self.busy.begin(words)
        job = self.job = self.window_.jobs.start(work, follow)
        job.progressed.connect(self.busy.show_progress)
        for ended in (job.done, job.failed):
            ended.connect(lambda _outcome: self.busy.end())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale and not event.spontaneous():
            self._catch_up()

    def _forget(self) -> None:
        self._stale = True
        if self.isVisible():
            self._catch_up()

    def _catch_up(self) -> None:
        """The period's own version of the form on the desk; else the forms there are."""
        self._stale = False
        if self.opened is None:
            self.show_shelf()
        elif self.opened.kept.version_for(self.period) is not self.opened.version:
            self.open(self.opened.kept)
        else:
            self.desk.show_period(self.store, self.period)


def add_workbook(page: OfficialPage) -> None:
    """Adds a form from an authority's workbook."""
    path = messages.file_to_open(page, "Thêm biểu từ tệp Excel", WORKBOOKS, last_folder())
    if path is not None:
        page.add(lambda: new_form(path))


def add_package(page: OfficialPage) -> None:
    """Adds a form that somebody else mapped."""
    from exports.official.sharing import read_shared

    path = messages.file_to_open(page, "Nhận gói biểu dùng chung", PACKAGES, last_folder())
    if path is not None:
        page.add(lambda: read_shared(path))


def add_example(page: OfficialPage) -> None:
    """Adds the form that the program brings along."""
    from exports.official.sharing import shipped_forms

    page.add(lambda: shipped_forms()[0])


def renew_form(page: OfficialPage, kept: KeptForm) -> None:
    """Lets a new version of the form take over from this period on, after showing what changes."""
    from exports.official.carry import carry
    from ui.official.renewing import CarriedDialog

    path = messages.file_to_open(page, "Thay bằng tệp mới của cấp trên", WORKBOOKS, last_folder())
    if path is None:
        return
    period = page.period

    def read(_progress: Progress) -> tuple[KeptForm, SharedForm, Carried]:
        from exports.official.shelf import kept_in

        now, new = kept_in(kept.folder), new_form(path)
        return now, new, carry(now.versions[0].form.workbook, now.versions[0].form.chart, new.workbook)

    def show(found: tuple[KeptForm, SharedForm, Carried]) -> None:
        now, new, carried = found
        form = replace(
            now.versions[0].form, workbook=new.workbook, chart=carried.chart, first_day=period.first, faults=()
        )
        dialog = CarriedDialog(carried, period, page)
        dialog.accepted.connect(lambda: page.work("Đang thay biểu…", lambda _progress: renew(now, form), page.open))
        dialog.open()

    page.work("Đang so biểu mới với biểu cũ…", read, show)


def share_form(page: OfficialPage, form: SharedForm) -> None:
    """Writes the form and its map as one file for others."""
    from exports.official.sharing import share

    proposed = last_folder() / f"{plain(form.title)[:40].strip('-')}{ENDING}"
    target = messages.file_to_save(page, "Xuất gói biểu dùng chung", PACKAGES, proposed)
    if target is not None:
        remember_folder(target.parent)
        said = f"Đã xuất gói biểu “{target.name}”."
        page.work("Đang xuất gói…", lambda _progress: share(form, target), lambda _nothing: page.window_.say(said))


def put_form_away(page: OfficialPage, kept: KeptForm) -> None:
    """Takes a form off the list; it can be fetched back."""
    page.away = put_away(kept)
    page.window_.say(f"Đã bỏ “{kept.versions[0].form.title}”. Lấy lại ở nút Khác.")
    page.show_shelf()


def fetch_back(page: OfficialPage) -> None:
    """Puts the form taken off last back on the list."""
    if page.away is None:
        page.window_.say("Từ lúc mở chương trình chưa bỏ biểu nào.")
        return
    bring_back(page.away, page.folder)
    page.away = None
    page.show_shelf()


def fill_form(page: OfficialPage) -> None:
    """Fills the form on the desk."""
    if page.store is not None and page.opened is not None:
        page.filling.fill(page.store, page.desk.form, page.period)


def _connect(page: OfficialPage) -> None:
    shelf, desk, filling = page.shelf, page.desk, page.filling
    shelf.add_wished.connect(lambda: add_workbook(page))
    shelf.package_wished.connect(lambda: add_package(page))
    shelf.example_wished.connect(lambda: add_example(page))
    shelf.back_wished.connect(lambda: fetch_back(page))
    shelf.opened.connect(page.open)
    shelf.fill_wished.connect(lambda kept: page.open(kept, lambda: fill_form(page)))
    shelf.renewed.connect(lambda kept: renew_form(page, kept))
    shelf.shared.connect(lambda kept: share_form(page, kept.versions[0].form))
    shelf.put_away.connect(lambda kept: put_form_away(page, kept))
    desk.left.connect(page.show_shelf)
    desk.changed.connect(page.save)
    desk.fill_wished.connect(lambda: fill_form(page))
    desk.records_wished.connect(lambda live: show_behind(page.window_, live))
    desk.words_wished.connect(lambda: speak_at_cell(page.window_, page, desk, page.period))
    desk.live.began.connect(page.sending.look_again)
    desk.changed.connect(lambda _form: page.sending.look_again())
    page.pointing.refused.connect(page.window_.say)
    QShortcut(QKeySequence("F6"), desk, page.sending.switch)
    filling.began.connect(desk.foot.show_working)
    filling.done.connect(desk.foot.show_done)
    filling.failed.connect(desk.foot.show_counts)
    page.busy.stopped.connect(lambda: page.job.cancel() if page.job is not None else None)
