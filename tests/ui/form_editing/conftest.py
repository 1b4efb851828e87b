"""The page of reports with the worked example, and her folders of forms, empty before and after."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from exports.form_shelf import FOLDER
from models.ledger.interchange import load
from models.ledger.store import Store
from models.own_folder import own_folder
from models.periods import quarter
from ui.form_editing.editor import FormEditor
from ui.main_window import MainWindow
from ui.pages.reports import ReportsPage

EXAMPLE = Path(__file__).parents[2] / "data" / "worked_example.jsonl"
Settle = Callable[[], None]


@pytest.fixture(autouse=True)
def folders() -> Iterator[None]:
    """Her forms, and those put away."""
    yield
    for name in (FOLDER, f"{FOLDER}-da-bo"):
        shutil.rmtree(own_folder(name), ignore_errors=True)


@pytest.fixture
def settle(qtbot: QtBot, window: MainWindow) -> Settle:
    """Waits until everything begun has come to its end."""

    def wait() -> None:
        jobs = window.jobs
        qtbot.waitUntil(lambda: not jobs.is_busy and not jobs._asked, timeout=20_000)

    return wait


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow, store: Store, settle: Settle) -> ReportsPage:
    """The page with form B1 of the first quarter of 2026."""
    load(store, EXAMPLE)
    with qtbot.waitActive(window):
        window.activateWindow()
    window.choose_period(quarter(2026, 1))
    window.show_subject("reports")
    shown = window.pages.page
    assert isinstance(shown, ReportsPage)
    shown.forms.choose("B1")
    settle()
    return shown


Begin = Callable[[str], FormEditor]


@pytest.fixture
def begin(qtbot: QtBot, window: MainWindow, page: ReportsPage, settle: Settle) -> Begin:
    """Copies a form and gives the editor opened on it."""

    def copy(form: str) -> FormEditor:
        page.forms.choose(form)
        page.own_forms.copy()
        editor = window.findChildren(FormEditor)[-1]
        qtbot.waitExposed(editor)
        settle()
        return editor

    return copy
