"""History in the window: the life of a record, the steps taken and back over them, what was deleted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from models.ledger.store import Store
from models.records.member import Member
from models.records.unit import OrgUnit
from ui import messages
from ui.history.deleted import DeletedDialog
from ui.history.life import LifeDialog
from ui.history.steps import StepsDialog
from ui.main_window import MainWindow
from ui.pages.subject_page import SubjectPage


def saved(store: Store, label: str, *records: Member | OrgUnit) -> None:
    """One write."""
    with store.write(label) as write:
        for record in records:
            write.save(record)


def names(store: Store) -> list[str]:
    """Every member."""
    return [each.full_name for each in store.read_all(Member)]


@pytest.fixture
def people(window: MainWindow, store: Store) -> SubjectPage:
    """The page of members with one that was changed."""
    saved(store, "Thêm tổ", OrgUnit("T1", code="T1", kind="union_group", name_full="Tổ May 1"))
    saved(store, "Thêm Lê Ơn", Member("M1", full_name="Lê Ơn", union_group="T1"))
    saved(store, "Sửa Lê Ơn", Member("M1", full_name="Lê Ơn", union_group="T1", job_title="Tổ trưởng"))
    window.show_subject("people")
    page = window.pages.page
    assert isinstance(page, SubjectPage)
    return page


def test_the_life_of_the_record_chosen_is_told_by_a_key(window: MainWindow, people: SubjectPage) -> None:
    assert people.current.table.chosen == "M1"
    window.menu["life"].trigger()
    shown = window.findChild(LifeDialog)
    assert isinstance(shown, LifeDialog)
    told = shown.text.toPlainText()
    assert "Vị trí công việc: Tổ trưởng" in told and "Tổ công đoàn: Tổ May 1" in told
    assert told.index("Sửa") < told.index("Thêm")
    shown.tell("Vị trí công việc")
    assert "Tổ May 1" not in shown.text.toPlainText()


def test_the_menu_of_a_row_leads_to_its_life(window: MainWindow, people: SubjectPage) -> None:
    table = people.current.table
    table.customContextMenuRequested.emit(table.visualRect(table.currentIndex()).center())
    menu = table.findChild(QMenu)
    assert isinstance(menu, QMenu)
    words = [each.text().partition("\t")[0] for each in menu.actions()]
    assert words[:4] == ["Sửa", "Nhân bản", "Lịch sử bản ghi", "Xóa"]
    menu.actions()[2].trigger()
    assert isinstance(window.findChild(LifeDialog), LifeDialog)
    menu.close()


def test_steps_are_gone_back_over_and_done_again(
    qtbot: QtBot, window: MainWindow, store: Store, people: SubjectPage
) -> None:
    saved(store, "Thêm Trần Ưu", Member("M2", full_name="Trần Ưu"))
    window.menu["steps"].trigger()
    shown = window.findChild(StepsDialog)
    assert isinstance(shown, StepsDialog)
    for _ in range(2):
        QTest.keyClick(shown.table, Qt.Key.Key_Down)
    ahead = "Sẽ lùi lại 3 việc, chạm đến 2 đoàn viên: Thêm Trần Ưu; Sửa Lê Ơn; Thêm Lê Ơn."
    qtbot.waitUntil(lambda: shown.preview.text() == ahead)
    QTest.mouseClick(shown.back, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: names(store) == [])
    qtbot.waitUntil(lambda: "Đã lùi lại 3 việc" in window.toast.text.text())
    window.menu["redo"].trigger()
    assert names(store) == ["Lê Ơn", "Trần Ưu"]


def test_the_making_of_the_ledger_and_what_was_undone_offer_nothing(
    window: MainWindow, store: Store, people: SubjectPage
) -> None:
    window.menu["undo"].trigger()
    window.menu["steps"].trigger()
    shown = window.findChild(StepsDialog)
    assert isinstance(shown, StepsDialog)
    assert not shown.back.isEnabled() and "đã được hoàn tác" in shown.preview.text()
    shown.table.setCurrentCell(shown.table.rowCount() - 1, 0)
    assert not shown.back.isEnabled() and "lập sổ" in shown.preview.text()


def test_what_was_deleted_comes_back_with_what_it_needs(window: MainWindow, store: Store, people: SubjectPage) -> None:
    for record, uid in ((Member, "M1"), (OrgUnit, "T1")):
        with store.write(f"Xóa {uid}") as write:
            write.remove(record, uid)
    window.menu["deleted"].trigger()
    shown = window.findChild(DeletedDialog)
    assert isinstance(shown, DeletedDialog)
    QTest.keyClicks(shown.filter, "le on")
    assert shown.table.rowCount() == 1 and shown.why.text() == "Mất đi trong việc: Xóa M1"
    with messages.answered(False) as asked:
        shown.restore.click()
    assert asked == ["Khôi phục cả những mục liên quan?"] and names(store) == []
    with messages.answered(True):
        shown.restore.click()
    assert names(store) == ["Lê Ơn"] and store.read(OrgUnit, "T1").name_full == "Tổ May 1"
    QTest.mouseClick(window.toast.undo_button, Qt.MouseButton.LeftButton)
    assert names(store) == []
