"""Sending a report from its page: what is missing, *Gửi và khóa*, what differs from what was sent, words at figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QCheckBox, QMenu, QWidget

from models.gaps.gap import ERROR, Gap
from models.records.report import ReportCell
from ui import messages
from ui.jobs import Progress
from ui.pages.page import Window
from ui.reports.behind import BehindPanel
from ui.reports.latest import Latest
from ui.reports.preview import Preview
from ui.reports.scoring_bar import ScoringBar
from ui.reports.sending_panel import SendingPanel
from ui.widgets.small import button

if TYPE_CHECKING:
    from exports.differences import Difference
    from exports.document import Report, ReportDocument
    from models.sealing.seal import Seal


class SendingPage(Protocol):
    """What this needs of the page of reports."""

    window_: Window
    form: str
    report: Report | ReportDocument | None
    count_box: QCheckBox
    scoring: ScoringBar
    panel: BehindPanel
    preview: Preview

    @property
    def widget(self) -> QWidget:
        """The page itself."""

    def show_panel(self, is_open: bool) -> None:
        """Opens or closes the panel with the records behind a figure."""

    def make_room(self) -> None:
        """Leaves the room to the sheet where a panel is open beside it."""


class _Found(NamedTuple):
    """What was found out about the report shown."""

    gaps: list[Gap]
    seal: Seal | None
    differences: list[Difference]


class Sending(QObject):
    """Belongs to the page of reports; `button` opens its panel, and its badge is counted, never set."""

    def __init__(self, page: SendingPage) -> None:
        super().__init__(page.widget)
        self._page = page
        self._latest = Latest(page.window_.jobs, page.widget)
        self._found: _Found | None = None
        self._stale = True
        self.panel = SendingPanel()
        self.panel.hide()
        self.button = button("Còn thiếu gì?", self.switch, look="flat", sign="check")
        self.button.setToolTip("Xem báo cáo còn thiếu gì, rồi gửi và khóa (F6)")
        self.panel.closed.connect(self.switch)
        self.panel.repair_wished.connect(self.repair)
        self.panel.send_wished.connect(self.send)
        self.panel.sent_wished.connect(self.show_sent)

    def switch(self) -> None:
        """Opens the panel in the place of the other one, or closes it."""
        opening = self.panel.isHidden()
        if opening and not self._page.panel.isHidden():
            self._page.show_panel(False)
        self.panel.setVisible(opening)
        self._page.make_room()
        if opening and self._stale:
            self._look()

    def forget(self) -> None:
        """What was found out holds no longer."""
        self._latest.drop()
        self._found, self._stale = None, True
        self.button.setText("Còn thiếu gì?")
        self.panel.show_gaps(None)
        self.panel.show_state("", "Gửi và khóa…")

    def look_again(self) -> None:
        """Another report lies on the desk: looks what it lacks, if the panel is open."""
        self.forget()
        if not self.panel.isHidden():
            self._look()

    def repair(self, gap: Gap) -> None:
        """Opens the record of a gap at its field; at a figure, the words that are missing there."""
        if gap.type == ReportCell.table_name:
            form, table, _period, row, column = gap.uid.split("/")
            self.speak(form, (table, row, column), gap.title)
        else:
            self._page.window_.open_record(gap.type, gap.uid, gap.field)

    def send(self) -> None:
        """Asks once, then seals the report beside the window."""
        store, form, report = self._page.window_.store, self._page.form, self._page.report
        if store is None or report is None or self._found is None:
            return
        period = report.period
        must = sum(gap.severity == ERROR for gap in self._found.gaps)
        warned = f"Còn {must} điều phải sửa chưa sửa.\n\n" if must else ""
        asked = (
            f"{warned}Số liệu và các tệp Excel, PDF của {period.label} được khóa lại đúng như hiện nay. Sửa sổ sau này "
            "không làm đổi bản đã gửi; muốn gửi lại thì gửi báo cáo bổ sung."
        )
        heading = self.panel.send_button.text().rstrip("…") + "?"
        if not messages.ask(self._page.widget, heading, asked, "Gửi và khóa", safe=not must):
            return

        def work(progress: Progress) -> Seal:
            from exports.sealing import seal

            return seal(store, form, period, progress)

        self.panel.show_state("Đang khóa báo cáo…", "Gửi và khóa…")
        self._latest.start(work, self._tell, self.look_again)

    def show_sent(self) -> None:
        """Shows every report sent."""
        from ui.dialogs.sent_reports import SentReports

        if self._page.window_.store is not None:
            sent = SentReports(self._page.window_, self._page.window_.store, self._page.widget)
            sent.finished.connect(self.look_again)
            sent.open()

    def offer(self, at: QPoint) -> None:
        """The menu on a figure of the sheet."""
        sheet = self._page.preview.sheet
        cell, place, paper = sheet.cell(sheet.marks.current), sheet.marks.current, sheet.paper
        if cell is None or cell.figure is None or place is None or paper is None:
            return
        from exports.cell_names import cell_name
        from exports.render.wording import text_of

        table = paper.grids[place.grid].table
        row, column = table.rows[place.row], table.columns[place.column]
        spot = (table.id, row.code, column.key)
        computed = text_of(cell) if cell.by_hand is None else str(cell.by_hand.computed)
        menu = QMenu(sheet)
        menu.addAction("Xem các bản ghi đứng sau").triggered.connect(lambda: sheet.opened.emit(place))
        words = menu.addAction("Ghi chú, sửa số tay…")
        words.triggered.connect(lambda: self.speak(paper.document.form, spot, cell_name(row, column), computed))
        menu.exec(at)

    def speak(self, form: str, spot: tuple[str, str, str], named: str, computed: str = "") -> None:
        """Opens what is said at a figure."""
        from models.amendments import cell_at
        from ui.dialogs.figure_words import FigureWords

        store, period = self._page.window_.store, self._page.window_.period
        if store is None:
            return
        words = FigureWords(
            store, cell_at(store, form, period, spot), named, computed or "-", self._page.widget.window()
        )
        words.accepted.connect(lambda: self._page.window_.say(f"Đã cất ghi chú: {named}", undo=words.number))
        words.open()

    def _look(self) -> None:
        store, form, report = self._page.window_.store, self._page.form, self._page.report
        if store is None or report is None:
            return
        self._stale, period = False, report.period

        def work(_progress: Progress) -> _Found:
            from exports.differences import differences
            from exports.form_gaps import all_gaps
            from exports.sent import sent_report

            sent = sent_report(store, form, period)
            return _Found(all_gaps(store, period), sent, differences(store, sent) if sent is not None else [])

        self._latest.start(work, self._show)

    def _show(self, found: _Found) -> None:
        self._found = found
        self.button.setText(f"Còn thiếu gì? ({len(found.gaps)})" if found.gaps else "Không còn thiếu gì")
        self.panel.show_gaps(found.gaps)
        if not _is_sent_so(self._page):
            self.panel.show_state("Chỉ gửi được biểu của đơn vị mình, tính mỗi buổi một lần.", "Gửi và khóa…")
            return
        if found.seal is None:
            self.panel.show_state("Chưa gửi báo cáo này.", "Gửi và khóa…", allowed=True)
            return
        at = found.seal.sealed_at
        said = f"Đã gửi lúc {at[11:16]} ngày {at[8:10]}/{at[5:7]}/{at[:4]}, mã {found.seal.mark}."
        differing = f" Khác so với bản đã gửi: {len(found.differences)} ô." if found.differences else ""
        self.panel.show_state(said + differing, "Gửi báo cáo bổ sung…", allowed=bool(found.differences))

    def _tell(self, seal: Seal) -> None:
        self._page.window_.say(f"Đã gửi và khóa, mã {seal.mark}. Các tệp được giữ trong sổ.")
        self.look_again()


def _is_sent_so(page: SendingPage) -> bool:
    """True if the form shown is the own unit's, counted as it is sent."""
    counts_every = page.count_box.isVisibleTo(page.widget) and page.count_box.isChecked()
    return not counts_every and page.scoring.unit is None
