"""Sending what lies on a page: what is missing, *Gửi và khóa*, what differs from what was sent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from models.gaps.gap import ERROR, Gap
from ui import messages
from ui.jobs import Progress
from ui.pages.page import Window
from ui.reports.latest import Latest
from ui.reports.sending_panel import SendingPanel
from ui.reports.wish import Found, Wish
from ui.widgets.small import button

if TYPE_CHECKING:
    from models.sealing.seal import Seal


class ToSend(Protocol):
    """What lies on a page to be sent."""

    @property
    def window(self) -> Window:
        """The window in which the page stands."""

    @property
    def wish(self) -> Wish | None:
        """What would be sent as it lies there; None where there is nothing."""

    def repair(self, gap: Gap) -> None:
        """Leads to where a gap is repaired."""

    def show_panel(self, is_open: bool) -> None:
        """Makes room for the panel before sending, or takes the room back."""


class Sending(QObject):
    """Belongs to one page; `button` opens its panel, and its badge is counted, never set."""

    def __init__(self, to_send: ToSend, page: QWidget) -> None:
        super().__init__(page)
        self._to_send, self._page = to_send, page
        self._latest = Latest(to_send.window.jobs, page)
        self._found: Found | None = None
        self._stale = True
        self.panel = SendingPanel()
        self.panel.hide()
        self.button = button("Còn thiếu gì?", self.switch, look="flat", sign="check")
        self.button.setToolTip("Xem báo cáo còn thiếu gì, rồi gửi và khóa (F6)")
        self.panel.closed.connect(self.switch)
        self.panel.repair_wished.connect(to_send.repair)
        self.panel.send_wished.connect(self.send)
        self.panel.sent_wished.connect(self.show_sent)

    def switch(self) -> None:
        """Opens the panel in the place of the other one, or closes it."""
        opening = self.panel.isHidden()
        self.panel.setVisible(opening)
        self._to_send.show_panel(opening)
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

    def send(self) -> None:
        """Asks once, then seals the report beside the window, whatever is looked at meanwhile."""
        wish = self._to_send.wish
        if wish is None or self._found is None:
            return
        must = sum(gap.severity == ERROR for gap in self._found.gaps)
        warned = f"Còn {must} điều phải sửa chưa sửa.\n\n" if must else ""
        asked = (
            f"{warned}Số liệu và {wish.files} của {wish.period.label} được khóa lại đúng như hiện nay. Sửa sổ sau này "
            "không làm đổi bản đã gửi; muốn gửi lại thì gửi báo cáo bổ sung."
        )
        heading = self.panel.send_button.text().rstrip("…") + "?"
        if not messages.ask(self._page, heading, asked, "Gửi và khóa", safe=not must):
            return

        self.panel.show_state("Đang khóa báo cáo…", "Gửi và khóa…")
        self._latest.drop()
        self._to_send.window.jobs.start(wish.seal, self._tell, self._complain)

    def show_sent(self) -> None:
        """Shows every report sent."""
        from ui.dialogs.sent_reports import SentReports

        if self._to_send.window.store is not None:
            sent = SentReports(self._to_send.window, self._to_send.window.store, self._page)
            sent.finished.connect(self.look_again)
            sent.open()

    def _look(self) -> None:
        wish = self._to_send.wish
        if wish is None:
            return
        self._stale = False

        def work(_progress: Progress) -> Found:
            return wish.look()

        self._latest.start(work, self._show)

    def _show(self, found: Found) -> None:
        self._found = found
        self.button.setText(f"Còn thiếu gì? ({len(found.gaps)})" if found.gaps else "Không còn thiếu gì")
        self.panel.show_gaps(found.gaps)
        if found.seal is None:
            self.panel.show_state("Chưa gửi báo cáo này.", "Gửi và khóa…", allowed=True)
            return
        at = found.seal.sealed_at
        said = f"Đã gửi lúc {at[11:16]} ngày {at[8:10]}/{at[5:7]}/{at[:4]}, mã {found.seal.mark}."
        differing = f" Khác so với bản đã gửi: {len(found.differences)} ô." if found.differences else ""
        self.panel.show_state(said + differing, "Gửi báo cáo bổ sung…", allowed=bool(found.differences))

    def _complain(self, error: BaseException) -> None:
        self._to_send.window.jobs.complain(error)
        self.look_again()

    def _tell(self, seal: Seal) -> None:
        self._to_send.window.say(f"Đã gửi và khóa, mã {seal.mark}. Các tệp được giữ trong sổ.")
        self.look_again()
