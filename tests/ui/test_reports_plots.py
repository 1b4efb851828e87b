"""Plots on the screen: drawn as on paper, each bar with its records."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from models.ledger.store import Store
from tests.ui.reports_desk import ledger, records_found, settle, shown
from ui.changes import Changes
from ui.dialogs.summary_choice import SummaryChoice


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with ledger(tmp_path) as made:
        yield made


def test_a_bar_clicked_shows_its_records(qtbot: QtBot, store: Store) -> None:
    page, _window = shown(qtbot, store, "S1")
    tabs = page.tabs.findChildren(QPushButton)
    assert [tab.text() for tab in tabs] == ["S1", "Biểu đồ"]
    tabs[1].click()
    view = page.preview.plots.views[0]
    february = view.bars[4]
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.room(february).center().toPoint())
    records_found(qtbot, page, 3)
    assert page.panel.place.text() == "Số buổi tuyên truyền theo tháng, 2/26"
    assert page.panel.value.text() == "4 buổi"


def test_a_plot_is_painted_dark_on_white(qtbot: QtBot, store: Store) -> None:
    page, _window = shown(qtbot, store, "S1")
    page.tabs.findChildren(QPushButton)[1].click()
    view = page.preview.plots.views[0]
    picture = view.grab().toImage()
    ratio = picture.devicePixelRatio()
    middle = view.room(view.bars[4]).center() * ratio
    assert QColor(picture.pixel(round(middle.x()), round(middle.y()))).lightness() < 100
    beside = view.room(view.bars[0]).center() * ratio
    assert QColor(picture.pixel(round(beside.x()), 2)).lightness() > 200


def test_what_is_ticked_stands_on_the_summary(qtbot: QtBot, store: Store) -> None:
    page, window = shown(qtbot, store, "S1")
    changes = Changes()
    changes.changed.connect(page.reload)
    changes.follow(store)
    assert page.bar.choice.isVisible()
    page.bar.choice.trigger()
    dialog = page.findChild(SummaryChoice)
    assert dialog is not None
    for number in range(dialog.list.count()):
        item = dialog.list.item(number)
        item.setCheckState(Qt.CheckState.Checked if item.text() == "Buổi tuyên truyền" else Qt.CheckState.Unchecked)
    assert dialog.keys == ["III.1"]
    dialog.keep_button.click()
    settle(qtbot, window)
    (document,) = page.preview.documents
    assert [row.code for row in document.tables[0].rows] == ["III.1"]
    assert (len(document.tables), document.plots) == (1, ())


def test_nothing_at_all_cannot_be_chosen(qtbot: QtBot) -> None:
    dialog = SummaryChoice({"a": "A", "b": "B"}, ["a"])
    qtbot.addWidget(dialog)
    assert dialog.keep_button.isEnabled()
    dialog.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert not dialog.keep_button.isEnabled()
