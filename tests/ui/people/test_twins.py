"""People entered twice: looked at side by side, made one value by value, or remembered as two."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from models.ledger.store import Store
from models.records.award import Award
from models.records.member import Member
from tests.ui.asked import shown
from ui import messages
from ui.main_window import MainWindow
from ui.people.twins import TwinsDialog


@pytest.fixture
def twins(window: MainWindow, store: Store) -> TwinsDialog:
    """One woman entered twice, with an award at the second entry."""
    with store.write("Nhập") as write:
        write.save(Member("A", full_name="Lê Thị Hòa", birth_year=1990, job_title="Công nhân"))
        write.save(Member("B", full_name="Lê Thị Hoà", birth_year=1990, job_title="Tổ trưởng", card_no="17"))
        write.save(Award("K", subject_kind="ca_nhan", subject_name="a", member="B", form="bieu_duong", level="cdcs"))
    window.show_subject("people")
    window.menu["twins"].trigger()
    return shown(TwinsDialog)


def line_of(twins: TwinsDialog, label: str) -> int:
    """The line of a field."""
    (found,) = [
        line
        for line in range(twins.table.rowCount())
        if (item := twins.table.item(line, 0)) is not None and item.text() == label
    ]
    return found


def cell(twins: TwinsDialog, label: str, side: int) -> str:
    item = twins.table.item(line_of(twins, label), side)
    assert item is not None
    return item.text()


def click(twins: TwinsDialog, label: str, side: int) -> None:
    """A click on a value."""
    place = twins.table.visualRect(twins.table.model().index(line_of(twins, label), side)).center()
    QTest.mouseClick(twins.table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def test_two_entries_become_one_with_the_values_she_chose(window: MainWindow, store: Store, twins: TwinsDialog) -> None:
    assert twins.list.count() == 1
    assert (cell(twins, "Vị trí công việc", 1), cell(twins, "Vị trí công việc", 2)) == ("●  Công nhân", "○  Tổ trưởng")
    assert "khen thưởng" in cell(twins, "Được nhắc đến ở", 2)
    click(twins, "Vị trí công việc", 2)
    assert cell(twins, "Vị trí công việc", 2) == "●  Tổ trưởng"
    click(twins, "Số thẻ đoàn viên", 1)
    QTest.mouseClick(twins.merge_button, Qt.MouseButton.LeftButton)
    kept = store.read(Member, "A")
    assert (kept.full_name, kept.job_title, kept.card_no) == ("Lê Thị Hòa", "Tổ trưởng", "17")
    assert store.read(Award, "K").member == "A" and store.read_many(Member, ["B"]) == []
    assert twins.list.count() == 0 and not twins.merge_button.isVisible()
    QTest.mouseClick(window.toast.undo_button, Qt.MouseButton.LeftButton)
    assert store.read(Award, "K").member == "B" and store.read(Member, "A").job_title == "Công nhân"


def test_the_other_entry_is_kept_when_the_sides_are_swapped(store: Store, twins: TwinsDialog) -> None:
    QTest.mouseClick(twins.swap_button, Qt.MouseButton.LeftButton)
    twins.table.setCurrentCell(line_of(twins, "Vị trí công việc"), 2)
    QTest.keyClick(twins.table, Qt.Key.Key_Space)
    assert cell(twins, "Vị trí công việc", 2) == "●  Công nhân"
    QTest.mouseClick(twins.merge_button, Qt.MouseButton.LeftButton)
    assert store.read(Member, "B").job_title == "Công nhân" and store.read_many(Member, ["A"]) == []


def test_two_people_are_never_proposed_again(window: MainWindow, store: Store, twins: TwinsDialog) -> None:
    QTest.mouseClick(twins.apart_button, Qt.MouseButton.LeftButton)
    assert twins.list.count() == 0 and len(list(store.read_all(Member))) == 2
    window.menu["undo"].trigger()
    assert store.read(Member, "A").namesakes == []


def test_what_cannot_be_true_together_is_refused_with_the_reason(store: Store, twins: TwinsDialog) -> None:
    with store.write("Sửa") as write:
        for uid, name, value in (("A", "joined_on", date(2022, 1, 1)), ("B", "left_on", date(2020, 1, 1))):
            member = store.read(Member, uid)
            setattr(member, name, value)
            write.save(member)
    with messages.answered(None) as asked:
        QTest.mouseClick(twins.merge_button, Qt.MouseButton.LeftButton)
    assert asked == ["Chưa gộp được"]
    assert len(list(store.read_all(Member))) == 2
