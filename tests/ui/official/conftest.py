"""The hand at the page, on a ledger with the worked example."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.ledger.store import Store
from tests.ui.official.hand import Hand, with_example
from tests.ui.official.province_form import province_form
from ui.main_window import MainWindow
from ui.official.shelf_view import ADD


@pytest.fixture
def hand(qtbot: QtBot, window: MainWindow, store: Store, tmp_path: Path) -> Hand:
    """At the page, with no form yet."""
    with_example(store)
    made = Hand(qtbot, window, tmp_path)
    made.steps = 0
    return made


@pytest.fixture
def form(tmp_path: Path) -> Path:
    """The federation's form of forty cells."""
    return province_form(tmp_path / "Bieu 03.xlsx")


@pytest.fixture
def mapping(hand: Hand, form: Path) -> Hand:
    """With the form on the desk, nothing mapped yet."""
    hand.click(hand.button(ADD), form)
    return hand
