"""Menus: every entry is reached by a letter that every keyboard has; keys are given once; the help names them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from models.periods import Period, before, half_year, month, nine_months, quarter, school_year, whole_year
from ui import messages
from ui.actions import MENUS
from ui.main_window import MainWindow
from ui.widgets.next_period import after
from ui.widgets.period_popup import PeriodPopup


def letter(text: str) -> str:
    """The letter marked for Alt."""
    plain = text.replace("&&", "")
    return plain[plain.index("&") + 1].lower()


@pytest.mark.parametrize(
    ("title", "texts"),
    [("", [title for title, _ in MENUS])]
    + [(title, [entry.text for entry in entries if entry.text]) for title, entries in MENUS],
)
def test_letters_for_alt_are_plain_and_each_is_given_once(title: str, texts: list[str]) -> None:
    letters = [letter(text) for text in texts]
    assert all(each.isascii() and each.isalnum() for each in letters), letters
    assert [each for each, count in Counter(letters).items() if count > 1] == []


def test_no_keys_are_given_twice() -> None:
    keys = Counter(key for _title, entries in MENUS for entry in entries for key in entry.keys)
    assert [key for key, count in keys.items() if count > 1] == []


def test_no_menu_takes_the_keys_of_an_entry() -> None:
    menus = {f"Alt+{letter(title).upper()}" for title, _entries in MENUS}
    assert [key for _title, entries in MENUS for entry in entries for key in entry.keys if key in menus] == []


def test_the_key_for_another_period_opens_the_choice(qtbot: QtBot, window: MainWindow) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for _time in range(2):
        QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.AltModifier)
        popup = QApplication.activePopupWidget()
        assert isinstance(popup, PeriodPopup)
        popup.close()


def test_every_key_is_one_that_can_be_pressed() -> None:
    keys = [key for _title, entries in MENUS for entry in entries for key in entry.keys]
    assert [key for key in keys if not QKeySequence(key).toString()] == []


def test_the_menu_bar_holds_every_entry(window: MainWindow) -> None:
    shown = [action.text() for action in window.menuBar().actions() if isinstance(action.menu(), QMenu)]
    assert shown == [title for title, _ in MENUS]


def test_standard_texts_are_vietnamese(dressed: QApplication) -> None:
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Thôi"
    assert QCoreApplication.translate("QLineEdit", "&Paste") == "&Dán"


@pytest.mark.parametrize(
    "period",
    [
        month(2026, 12),
        quarter(2026, 4),
        half_year(2026, 2),
        nine_months(2026),
        whole_year(2026),
        school_year(2025, 2026),
    ],
    ids=lambda period: period.text,
)
def test_a_step_forward_and_one_back_is_the_same_period(period: Period) -> None:
    assert before(after(period)) == period
    assert after(before(period)) == period


def test_a_period_is_chosen_with_a_click(qtbot: QtBot, window: MainWindow) -> None:
    window.choose_period(quarter(2026, 1))
    popup = PeriodPopup(window.period, window)
    qtbot.addWidget(popup)
    with qtbot.waitSignal(popup.chosen) as chosen:
        next(each for each, _build in popup.choices if each.text() == "9 tháng đầu năm").click()
    assert chosen.args == [nine_months(2026)]


def test_days_in_the_wrong_order_are_refused(qtbot: QtBot, window: MainWindow) -> None:
    popup = PeriodPopup(quarter(2026, 1), window)
    popup.show()
    popup.first.setText("5/3/2026")
    popup.last.setText("4/3/2026")
    popup.choose_days()
    assert popup.isVisible() and "sau ngày đầu" in popup.fault.text()
    popup.close()


def test_a_ledger_is_written_out_and_read_in(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    lines = tmp_path / "ban-ghi.jsonl"
    with messages.answered(lines):
        window.desk.dump()
        qtbot.waitUntil(lambda: not window.jobs.is_busy)
    assert len(lines.read_text(encoding="utf-8").splitlines()) == 1
    with lines.open("a", encoding="utf-8") as file:
        file.write('{"type": "member", "uid": "m1", "full_name": "Nguyễn Thị Ánh"}\n')
    with messages.answered(lines):
        window.desk.load()
        qtbot.waitUntil(lambda: not window.jobs.is_busy)
    assert window.toast.text.text().startswith("Đã nạp 2 bản ghi")
    with lines.open("a", encoding="utf-8") as file:
        file.write("{\n")
    with messages.answered(lines, None) as asked:
        window.desk.load()
        qtbot.waitUntil(lambda: not window.jobs.is_busy)
    assert asked == ["Nạp tệp", "Chưa làm được"]
