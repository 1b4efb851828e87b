"""Who left long ago is forgotten by name after she was told what goes and what stays; only then for good."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from models.forgetting import NAMELESS, still_in_history
from models.ledger.store import Store
from models.records.activity import Activity, ActivityAttendee
from models.records.feedback import Feedback
from models.records.member import Member
from tests.ui.asked import shown
from ui import messages
from ui.main_window import MainWindow
from ui.people.leavers import LeaversDialog, _months_ago

LONG_AGO, LATELY = date.today() - timedelta(800), date.today() - timedelta(200)


@pytest.fixture
def leavers(window: MainWindow, store: Store) -> LeaversDialog:
    """Two who left long ago, one who did lately, one who is there; the first came to a meeting."""
    with store.write("Nhập") as write:
        write.save(Member("A", full_name="Quách Lục Bình", left_on=LONG_AGO, left_reason="nghi_huu"))
        write.save(Member("B", full_name="Kiều Sen", left_on=LONG_AGO + timedelta(1), left_reason="xin_thoi"))
        write.save(Member("C", full_name="Tạ Miên", left_on=LATELY, left_reason="xin_thoi"))
        write.save(Member("D", full_name="Võ An"))
        came = [ActivityAttendee(member=each) for each in "AD"]
        meeting = Activity("S", title="Họp", form="hoi_nghi", start_at=datetime(2023, 1, 5), primary_topic="khac")
        meeting.attendees = came
        write.save(meeting)
    window.show_subject("people")
    window.menu["leavers"].trigger()
    return shown(LeaversDialog)


def names(store: Store) -> list[str]:
    return [each.full_name for each in store.read_all(Member)]


def listed(leavers: LeaversDialog) -> list[str]:
    items = (leavers.table.item(row, 1) for row in range(leavers.table.rowCount()))
    return [item.text() for item in items if item is not None]


def test_those_gone_longer_than_she_says_are_listed(leavers: LeaversDialog) -> None:
    assert listed(leavers) == ["Quách Lục Bình", "Kiều Sen"]
    QTest.keySequence(leavers.months, "Ctrl+A")
    QTest.keyClicks(leavers.months, "3")
    assert listed(leavers) == ["Quách Lục Bình", "Kiều Sen", "Tạ Miên"]


def test_she_is_told_what_goes_and_what_stays_and_can_take_it_back(
    window: MainWindow, store: Store, leavers: LeaversDialog
) -> None:
    assert "họ tên" in leavers.said.text() and "1 hoạt động" in leavers.said.text()
    leavers.table.selectAll()
    assert "2 đoàn viên" in leavers.said.text()
    QTest.mouseClick(leavers.forget_button, Qt.MouseButton.LeftButton)
    assert names(store) == [NAMELESS, NAMELESS, "Tạ Miên", "Võ An"]
    assert len(store.read(Activity, "S").attendees) == 2
    assert listed(leavers) == [] and leavers.erase_button.isVisible()
    QTest.mouseClick(window.toast.undo_button, Qt.MouseButton.LeftButton)
    assert names(store) == ["Quách Lục Bình", "Kiều Sen", "Tạ Miên", "Võ An"]


def test_only_after_asking_the_history_forgets_too(store: Store, leavers: LeaversDialog) -> None:
    QTest.mouseClick(leavers.forget_button, Qt.MouseButton.LeftButton)
    with messages.answered(False):
        QTest.mouseClick(leavers.erase_button, Qt.MouseButton.LeftButton)
    assert still_in_history(store) == ["A"]
    with messages.answered(True):
        QTest.mouseClick(leavers.erase_button, Qt.MouseButton.LeftButton)
    assert still_in_history(store) == [] and not leavers.erase_button.isVisible()


def test_where_the_name_stands_in_other_words_is_said(store: Store, leavers: LeaversDialog) -> None:
    voice = {"received_on": LONG_AGO, "channel": "hop_to", "source_kind": "tap_the", "kind": "gop_y"}
    with store.write("Nhập") as write:
        said = "Chị Quách Lục Bình đề nghị thêm quạt"
        write.save(Feedback("K", subject_area="khac", content=said, competent_level="co_so_cd", **voice))
    with messages.answered(None) as asked:
        QTest.mouseClick(leavers.forget_button, Qt.MouseButton.LeftButton)
    assert asked == ["Tên còn trong lời văn"]


def test_months_are_counted_by_the_calendar() -> None:
    assert _months_ago(date(2026, 3, 31), 1) == date(2026, 2, 28)
    assert _months_ago(date(2026, 1, 5), 13) == date(2024, 12, 5)
