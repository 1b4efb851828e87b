"""A real ledger in a folder of the test, and the window on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.ledger.file import create
from models.ledger.store import Store
from models.records.unit import new_own_unit
from tests.ui.grid_log import Going, column, open_log
from ui import settings
from ui.app import LOOKS, equip, made_window
from ui.main_window import MainWindow
from ui.pages.record_list import RecordList
from ui.tables.cursor import put_cursor

# What the offscreen platform says whenever a list or a calendar unfolds; it says nothing about the program.
SAID_BY_OFFSCREEN = ("does not support raise", "does not support grabbing the keyboard", "propagateSizeHints")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test of the window runs offscreen."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore(*SAID_BY_OFFSCREEN, extend=True))


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The application is made as the program makes it."""
    return ["so-cong-doan", *LOOKS]


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    """The application with the program's language and looks."""
    equip(qapp)
    return qapp


@pytest.fixture(autouse=True)
def usual_settings() -> Iterator[None]:
    """No test finds what another one chose."""
    yield
    QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, settings.FOLDER, settings.FOLDER).clear()


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A new ledger with nothing but its own unit."""
    path = tmp_path / "so.socd"
    unit = new_own_unit("Công đoàn cơ sở Công ty TNHH Mẫu A", "Liên đoàn Lao động tỉnh Tây Ninh", "MAU-A", "Tây Ninh")
    create(path, unit).close()
    return path


@pytest.fixture
def window(qtbot: QtBot, dressed: QApplication, ledger: Path) -> Iterator[MainWindow]:
    """The window on that ledger; closing it makes no backup, which takes a while."""
    settings.BACKUP.choose("never")
    shown = made_window()
    shown.resize(1200, 760)
    shown.show()
    shown.desk.begin(ledger)
    yield shown
    shown.close()
    shown.deleteLater()


@pytest.fixture
def store(window: MainWindow) -> Store:
    """The ledger that the window shows."""
    assert window.store is not None
    return window.store


@pytest.fixture
def log(qtbot: QtBot, window: MainWindow, store: Store) -> RecordList:
    """The list of events with three of them in the first quarter of 2026, the latest first."""
    return open_log(qtbot, window, store)


@pytest.fixture
def go(log: RecordList) -> Going:
    """Puts the cursor into a cell of a row."""

    def move(row: int, key: str) -> None:
        put_cursor(log.table, log.table.rows.index(row, column(log, key)))

    return move
