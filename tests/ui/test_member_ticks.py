"""Who was there is ticked from three hundred members: by some letters, or a whole group at once."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.ledger.store import Store
from models.records.activity import Activity, ActivityAttendee
from models.records.member import Member
from models.records.unit import OrgUnit
from tests.ui.keys import type_in
from ui.editing.member_ticks import MemberTicks
from ui.main_window import MainWindow

GROUPS = ("Tổ May", "Tổ Cắt", "Tổ Kho")


@pytest.fixture
def ticks(qtbot: QtBot, window: MainWindow, store: Store) -> MemberTicks:
    """The boxes of an event to which M1 came; a hundred members in each of three groups, the first of them gone."""
    with store.write("Nhập") as write:
        for place, name in enumerate(GROUPS):
            write.save(OrgUnit(f"T{place}", code=name, kind="union_group", name_full=name))
        people = [Member(f"M{each}", full_name=f"Người số {each}", union_group=f"T{each % 3}") for each in range(300)]
        people[0].left_on = date(2026, 1, 5)
        write.add_all(people)
    made = MemberTicks(store, Activity.lists["attendees"])
    qtbot.addWidget(made)
    made.show_parts([ActivityAttendee(member="M1")])
    made.show()
    made.activateWindow()
    QTest.qWaitForWindowActive(made)
    return made


def ticked(ticks: MemberTicks) -> set[str]:
    return {each.member for each in ticks.parts() if isinstance(each, ActivityAttendee)}


def test_letters_find_one_and_a_click_ticks_her(ticks: MemberTicks) -> None:
    assert len(ticks.options.shown) == 300
    ticks.filter.setFocus()
    type_in("so 117")
    assert ticks.options.shown == ["M117"]
    place = ticks.list.visualRect(ticks.options.index(0)).center()
    QTest.mouseClick(ticks.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert ticked(ticks) == {"M1", "M117"}


def test_a_whole_group_is_ticked_at_once_but_for_those_who_left(ticks: MemberTicks) -> None:
    ticks.group.setFocus()
    type_in("may\t")
    assert len(ticks.options.shown) == 100 and ticks.all_button.text() == "Chọn cả tổ"
    QTest.mouseClick(ticks.all_button, Qt.MouseButton.LeftButton)
    assert ticked(ticks) == {"M1", *(f"M{each}" for each in range(3, 300, 3))}
    QTest.mouseClick(ticks.none_button, Qt.MouseButton.LeftButton)
    assert ticked(ticks) == {"M1"}


def test_those_ticked_are_looked_over_alone(ticks: MemberTicks) -> None:
    QTest.mouseClick(ticks.only_button, Qt.MouseButton.LeftButton)
    assert ticks.options.shown == ["M1"]
    QTest.mouseClick(ticks.only_button, Qt.MouseButton.LeftButton)
    assert len(ticks.options.shown) == 300


def test_who_left_stays_ticked_at_what_she_came_to(ticks: MemberTicks) -> None:
    ticks.show_parts([ActivityAttendee(member="M0")])
    assert ticked(ticks) == {"M0"} and ticks.options.shown[-1] == "M0"
