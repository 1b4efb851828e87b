"""Members join, move and leave from their list, several at once, and every step is taken back with one press."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest

from models.ledger.store import Store
from models.records.member import Member
from models.records.unit import OrgUnit
from tests.ui.asked import agree, fill, shown
from ui.editing.asking import AskDialog
from ui.main_window import MainWindow
from ui.pages.record_list import RecordList
from ui.pages.subject_page import SubjectPage
from ui.people.member_desk import MemberDesk

JOINED = date(2020, 5, 1)
ROW = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows


@pytest.fixture
def members(window: MainWindow, store: Store) -> RecordList:
    """Two members, a worker who is none yet, and two groups; the first member is selected."""
    with store.write("Nhập") as write:
        for uid, name in (("may", "Tổ May"), ("cat", "Tổ Cắt")):
            write.save(OrgUnit(uid, code=uid, kind="union_group", name_full=name))
        write.save(Member("A", full_name="Nguyễn An", union_group="may", joined_on=JOINED))
        write.save(Member("B", full_name="Lê Bình", union_group="may", joined_on=JOINED))
        write.save(Member("C", full_name="Võ Cúc"))
    window.show_subject("people")
    page = window.pages.page
    assert isinstance(page, SubjectPage)
    return page.current


def desk(window: MainWindow) -> MemberDesk:
    """What stands above the list."""
    page = window.pages.page
    assert isinstance(page, SubjectPage)
    found = page.extras["member"]
    assert isinstance(found, MemberDesk)
    return found


def choose(members: RecordList, *rows: int) -> None:
    """Selects rows as clicks with Ctrl do."""
    members.table.setCurrentIndex(members.table.rows.index(rows[0], 0))
    for row in rows:
        members.table.selectionModel().select(members.table.rows.index(row, 0), ROW)


def told(store: Store, uid: str) -> list[tuple[str, str | None, str | None]]:
    return [(each.kind, each.from_group, each.to_group) for each in store.read(Member, uid).events]


def test_several_move_at_once_and_undo_brings_them_back(window: MainWindow, store: Store, members: RecordList) -> None:
    choose(members, 0, 1)
    QTest.mouseClick(desk(window).move_button, Qt.MouseButton.LeftButton)
    asked = shown(AskDialog)
    assert asked.windowTitle() == "Chuyển 2 đoàn viên sang tổ khác"
    agree(asked)
    assert asked.boxes["union_group"].reason.text() == "Chưa điền"
    fill(asked, union_group="to cat", on="5/7/2026")
    agree(asked)
    assert not asked.isVisible()
    assert [told(store, uid) for uid in "AB"] == [[("chuyen_to", "may", "cat")]] * 2
    QTest.mouseClick(window.toast.undo_button, Qt.MouseButton.LeftButton)
    assert [told(store, uid) for uid in "AB"] == [[], []]
    assert store.read(Member, "A").union_group == "may"


def test_someone_leaves_with_reason_and_day_by_keys_alone(
    window: MainWindow, store: Store, members: RecordList
) -> None:
    choose(members, 0)
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    QTest.keyClick(window, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    asked = shown(AskDialog)
    fill(asked, left_reason="nghi huu", on="1/1/2019")
    agree(asked)
    assert asked.isVisible() and "trước ngày vào công đoàn" in asked.faults.text()
    fill(asked, on="1/3/2026")
    agree(asked)
    gone = store.read(Member, "A")
    assert (gone.left_on, gone.left_reason, gone.status) == (date(2026, 3, 1), "nghi_huu", "thoi_doan_vien")
    assert not desk(window).leave_button.isEnabled(), "who has left does not leave again"
    assert "leave" not in window.pages.page.commands()  # type: ignore[union-attr]
    window.menu["undo"].trigger()
    assert store.read(Member, "A").left_on is None


def test_a_worker_selected_joins_and_without_one_someone_new_does(
    window: MainWindow, store: Store, members: RecordList
) -> None:
    choose(members, 2)
    QTest.mouseClick(desk(window).join_button, Qt.MouseButton.LeftButton)
    asked = shown(AskDialog)
    assert asked.windowTitle() == "Kết nạp Võ Cúc"
    fill(asked, on="5/2/2026", union_group="to may")
    agree(asked)
    assert (store.read(Member, "C").joined_on, told(store, "C")) == (date(2026, 2, 5), [("ket_nap", None, "may")])
    QTest.mouseClick(desk(window).join_button, Qt.MouseButton.LeftButton)
    new = shown(AskDialog)
    fill(new, full_name="Trần Dung", kind="chuyen", on="6/2/2026")
    agree(new)
    (found,) = [each for each in store.read_all(Member) if each.full_name == "Trần Dung"]
    assert [(each.kind, each.on) for each in found.events] == [("chuyen_den", date(2026, 2, 6))]
    window.menu["undo"].trigger()
    assert store.read_many(Member, [found.uid]) == []


def test_the_menu_of_a_row_offers_the_same_with_its_keys(window: MainWindow, members: RecordList) -> None:
    words = [each.text().replace("&", "") for each in members.more_entries()]
    assert words[:3] == ["Kết nạp…\tCtrl+Shift+K", "Chuyển tổ…\tCtrl+Shift+C", "Thôi, chuyển đi…\tCtrl+Shift+T"]
    assert window.menu["move"].isEnabled() and not window.menu["case-answer"].isEnabled()
