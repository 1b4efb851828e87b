"""A page of reports on a small ledger, in a window with no more than what a page may ask for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from models.code_lists import TOPIC
from models.ledger.file import create
from models.ledger.store import Store
from models.periods import Period, quarter
from models.records.activity import Activity
from models.records.unit import new_own_unit
from ui.jobs import Jobs
from ui.pages.reports import ReportsPage
from ui.reports.sight import Place

PERIOD = quarter(2026, 1)
SAFETY = list(TOPIC).index("atvsld")  # its row in B1
SESSIONS = Place(0, SAFETY, 2)


class Desk:
    """A window with no more than what a page may ask for."""

    def __init__(self, store: Store | None) -> None:
        self.store = store
        self.period: Period = PERIOD
        self.jobs = Jobs()
        self.crashes: list[BaseException] = []
        self.jobs.crashed.connect(self.crashes.append)
        self.opened: list[tuple[str, str]] = []
        self.fields: list[str] = []
        self.listed: list[tuple[str, str, list[str]]] = []

    def choose_period(self, period: Period) -> None:
        """Nothing else follows it here."""

    def say(self, text: str, undo: int | None = None) -> None:
        """Nobody listens."""

    def show_count(self, text: str) -> None:
        """Nobody looks."""

    def open_record(self, kind: str, uid: str, field: str = "") -> None:
        """Notes which record was opened, and at which field."""
        self.opened.append((kind, uid))
        self.fields.append(field)

    def show_records(self, heading: str, kind: str, uids: Sequence[str]) -> None:
        """Notes which records were listed."""
        self.listed.append((heading, kind, list(uids)))

    def refresh_commands(self) -> None:
        """There is no menu."""


def activity(title: str, topic: str = "atvsld", sessions: int = 1, day: int = 5) -> Activity:
    """An event in February."""
    start = datetime(2026, 2, day, 8)
    return Activity(title=title, form="hoi_nghi", start_at=start, primary_topic=topic, n_sessions=sessions)


@contextmanager
def ledger(folder: Path) -> Iterator[Store]:
    """A ledger with three events of one quarter."""
    made = create(folder / "so.socd", new_own_unit("CĐCS Công ty Mẫu A", "LĐLĐ tỉnh Tây Ninh", "CDCS-MẪU A"))
    with made.write("Thêm hoạt động") as write:
        write.save(activity("Hội nghị về an toàn lao động", sessions=2))
        write.save(activity("Nói chuyện về vệ sinh", day=6))
        write.save(activity("Giữ gìn an toàn giao thông", "atgt"))
    try:
        yield made
    finally:
        made.close()


def shown(qtbot: QtBot, store: Store | None, form: str = "B1") -> tuple[ReportsPage, Desk]:
    """The page, and the window it stands in."""
    window = Desk(store)
    page = ReportsPage(window)
    qtbot.addWidget(page)
    qtbot.addWidget(QWidget())
    page.resize(1150, 640)
    page.period_changed(PERIOD)
    page.show_ledger(store)
    page.forms.choose(form)
    page.show_panel(True)
    page.show()
    qtbot.waitExposed(page)
    settle(qtbot, window)
    return page, window


def settle(qtbot: QtBot, window: Desk) -> None:
    """Until everything begun has come to its end."""
    qtbot.waitUntil(lambda: not window.jobs.is_busy, timeout=20_000)
    for error in window.crashes:
        raise error


def records_found(qtbot: QtBot, page: ReportsPage, count: int) -> None:
    """Until the panel lists that many records."""
    qtbot.waitUntil(lambda: sum(line.origin is not None for line in page.panel.records.rows.lines) == count)
