"""The log of events in the window, with three of them, and what tests ask of its grid."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.ledger import history
from models.ledger.store import Store
from models.periods import quarter
from models.records.activity import Activity, ActivityAudience
from ui.main_window import MainWindow
from ui.pages.record_list import RecordList
from ui.pages.subject_page import SubjectPage

Going = Callable[[int, str], None]


def entered(store: Store, title: str, at: datetime, *turns: int) -> Activity:
    """An event as it stands in the ledger."""
    audiences = [ActivityAudience(n_turns=number) for number in turns]
    record = Activity(title=title, form="hoi_nghi", start_at=at, primary_topic="atgt", audiences=audiences)
    with store.write(f"Thêm {title}") as write:
        write.save(record)
    return record


def open_log(qtbot: QtBot, window: MainWindow, store: Store) -> RecordList:
    """The list of events with three of them in the first quarter of 2026, the latest first."""
    entered(store, "Ba", datetime(2026, 1, 5))
    entered(store, "Hai", datetime(2026, 2, 5), 30, 20)
    entered(store, "Một", datetime(2026, 3, 5), 45)
    window.choose_period(quarter(2026, 1))
    page = window.pages.page
    assert isinstance(page, SubjectPage)
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    page.current.table.setFocus()
    return page.current


def column(log: RecordList, key: str) -> int:
    """Where the column of that key stands."""
    return [each.key for each in log.table.rows.columns].index(key)


def shown(log: RecordList, row: int, key: str) -> str:
    """What a cell shows."""
    return str(log.table.rows.index(row, column(log, key)).data() or "")


def in_ledger(log: RecordList, row: int) -> Activity:
    """The record of a row as the ledger has it."""
    assert log.store is not None
    return log.store.read(Activity, log.table.rows.uid(row))


def steps(store: Store) -> list[str]:
    """What undo knows, the latest first."""
    return [each.label for each in history.writes(store) if not each.undone]
