"""Her hand at the page of authorities' forms: real clicks and keys on the shown window, each step counted."""

from __future__ import annotations

from pathlib import Path

from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from exports.official.places import Place
from models.ledger.interchange import load
from models.ledger.store import Store
from models.periods import quarter
from ui import messages
from ui.main_window import MainWindow
from ui.official.desk import MappingDesk
from ui.official.page import OfficialPage

EXAMPLE = Path(__file__).parents[2] / "data" / "worked_example.jsonl"
PERIOD = quarter(2026, 1)


class Hand:
    """Does one step after another and waits for what follows."""

    def __init__(self, qtbot: QtBot, window: MainWindow, folder: Path) -> None:
        self._qtbot, self.window = qtbot, window
        self.steps = 0
        with qtbot.waitActive(window):
            window.activateWindow()
        window.choose_period(PERIOD)
        window.show_subject("official")
        page = window.pages.page
        assert isinstance(page, OfficialPage)
        self.page = page
        page.folder = folder / "bieu"
        page.show_shelf()
        self.settle()

    @property
    def desk(self) -> MappingDesk:
        """The desk with the form."""
        return self.page.desk

    def settle(self) -> None:
        """Until everything begun, saving too, has come to its end."""
        jobs = self.window.jobs
        self._qtbot.waitUntil(lambda: not jobs.is_busy and not jobs._asked, timeout=20_000)

    def click(self, wanted: QPushButton, *answers: object) -> list[str]:
        """Presses a button; answers what is asked then. Each answer is a step too. The headings of what was asked."""
        assert wanted.isVisible() and wanted.isEnabled(), wanted.text()
        self.steps += 1 + len(answers)
        with messages.answered(*answers) as asked:
            QTest.mouseClick(wanted, Qt.MouseButton.LeftButton)
            self.settle()
        return asked

    def point(self, cell: Place, *, twice: bool = False) -> None:
        """Clicks a cell, or double-clicks it."""
        self.steps += 1
        view = self.desk.view
        here, view.marks.current = view.marks.current, cell
        view.bring_into_sight()
        view.marks.current = here
        for act in (QTest.mouseClick, QTest.mouseDClick) if twice else (QTest.mouseClick,):
            act(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, view.point_of(cell))
        self.settle()

    def key(self, *keys: Qt.Key, control: bool = False) -> None:
        """Presses keys, wherever the keyboard is."""
        held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        for each in keys:
            self.steps += 1
            QTest.keyClick(self.focus(), each, held)
            self.settle()

    def type(self, text: str) -> None:
        """Types a few letters, which counts as one step."""
        self.steps += 1
        QTest.keyClicks(self.focus(), text)
        self.settle()

    def focus(self) -> QWidget:
        """Where the keyboard is."""
        found = QApplication.focusWidget()
        assert found is not None
        return found

    def button(self, words: str) -> QPushButton:
        """The visible button with these words."""
        return next(each for each in self.page.findChildren(QPushButton) if each.text() == words and each.isVisible())


def with_example(store: Store) -> Store:
    """The ledger with the worked example in it."""
    load(store, EXAMPLE)
    return store


def values_in(path: Path, *cells: str) -> list[object]:
    """What stands in cells of the first sheet of a workbook."""
    sheet = load_workbook(path).worksheets[0]
    return [sheet[cell].value for cell in cells]


def kept(folder: Path) -> list[Path]:
    """The files on the shelf of a test."""
    return sorted((folder / "bieu").rglob("*.bieumau"))
