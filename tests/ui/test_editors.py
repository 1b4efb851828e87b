"""Editors take what is typed in an office: short days, dots between thousands, letters without accents."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.code_lists import ACTIVITY_FORM
from models.values import DECIMAL, MONEY, WHOLE, Decimal, Whole
from ui.editing.choices import ChoiceEditor, offer_of
from ui.editing.days import DayEditor, day_from, moment_from
from ui.editing.editors import PeriodEditor
from ui.editing.plain import NumberEditor, TextEditor

TODAY = date(2026, 7, 20)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("5", date(2026, 7, 5)),
        ("5/3", date(2026, 3, 5)),
        ("0503", date(2026, 3, 5)),
        ("5-3-25", date(2025, 3, 5)),
        ("05032025", date(2025, 3, 5)),
        ("5.3.2025", date(2025, 3, 5)),
        ("05/03/2025", date(2025, 3, 5)),
    ],
)
def test_a_day_may_be_typed_short(typed: str, meant: date) -> None:
    assert day_from(typed, TODAY) == meant


@pytest.mark.parametrize("typed", ["31/2", "32", "hôm kia", "5/13", "1/1/0001"])
def test_a_day_that_is_none_says_so(typed: str) -> None:
    with pytest.raises(ValueError, match="ngày"):
        day_from(typed, TODAY)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("5/3 8h30", datetime(2026, 3, 5, 8, 30)),
        ("5/3/26 14:05", datetime(2026, 3, 5, 14, 5)),
        ("0503 7h", datetime(2026, 3, 5, 7)),
        ("5", datetime(2026, 7, 5)),
    ],
)
def test_an_hour_may_follow(typed: str, meant: datetime) -> None:
    assert moment_from(typed, TODAY) == meant


def test_a_day_is_written_out_when_the_field_is_left(qtbot: QtBot) -> None:
    editor = DayEditor()
    qtbot.addWidget(editor)
    QTest.keyClicks(editor, "5/3/26")
    editor.tidy()
    assert editor.text() == "05/03/2026"


@pytest.mark.parametrize(
    ("kind", "typed", "meant", "written"),
    [
        (WHOLE, "1250", 1250, "1.250"),
        (WHOLE, "1.250", 1250, "1.250"),
        (MONEY, "5 triệu", 5_000_000, "5.000.000"),
        (MONEY, "1,5tr", 1_500_000, "1.500.000"),
        (MONEY, "500k", 500_000, "500.000"),
        (MONEY, "300.000 đ", 300_000, "300.000"),
        (DECIMAL, "1.234,5", 1234.5, "1.234,5"),
    ],
)
def test_numbers_are_typed_and_written_the_vietnamese_way(
    qtbot: QtBot, kind: Whole | Decimal, typed: str, meant: float, written: str
) -> None:
    editor = NumberEditor(kind)
    qtbot.addWidget(editor)
    editor.insert(typed)
    assert editor.value() == meant
    editor.tidy()
    assert editor.text() == written


@pytest.mark.parametrize("typed", ["1.5", "12.5", "mười", "1,2", "-3"])
def test_what_is_no_whole_number_is_refused(qtbot: QtBot, typed: str) -> None:
    editor = NumberEditor(WHOLE)
    qtbot.addWidget(editor)
    editor.insert(typed)
    with pytest.raises(ValueError, match="số"):
        editor.value()


def test_choices_are_listed_under_the_field_and_nothing_is_put_in(qtbot: QtBot) -> None:
    editor = ChoiceEditor(offer_of(ACTIVITY_FORM), ACTIVITY_FORM.label)
    qtbot.addWidget(editor)
    editor.show()
    QTest.keyClicks(editor, "mang xa")
    assert editor.text() == "mang xa"
    assert editor.list.isVisible()
    assert editor.list.model().index(0, 0).data() == "Mạng xã hội (Facebook, Zalo, fanpage)"
    QTest.keyClick(editor.list, Qt.Key.Key_Return)
    assert editor.value() == "mang_xa_hoi"


def test_a_word_that_fits_nothing_is_kept_and_named(qtbot: QtBot) -> None:
    editor = ChoiceEditor(offer_of(ACTIVITY_FORM), ACTIVITY_FORM.label)
    qtbot.addWidget(editor)
    editor.show()
    QTest.keyClicks(editor, "qqqq")
    editor.tidy()
    assert editor.text() == "qqqq"
    with pytest.raises(ValueError, match="danh sách"):
        editor.value()


def test_typed_text_through_an_input_method_stays_as_it_is(qtbot: QtBot) -> None:
    editor = TextEditor()
    qtbot.addWidget(editor)
    written = QInputMethodEvent("đươ", [])
    QApplication.sendEvent(editor, written)
    assert editor.text() == ""
    taken = QInputMethodEvent("", [])
    taken.setCommitString("đường")
    QApplication.sendEvent(editor, taken)
    editor.tidy()
    assert editor.text() == "đường"
    assert editor.completer() is None


def test_a_period_is_chosen_in_words_or_typed(qtbot: QtBot) -> None:
    editor = PeriodEditor()
    qtbot.addWidget(editor)
    editor.show_value("2026-Q1")
    assert editor.text() == "Quý I/2026"
    editor.setText("2019-03")
    assert editor.value() == "2019-03"
