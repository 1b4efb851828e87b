"""Units get another name or superior from a day on, join into one, and stand in a tree."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from models.ledger.store import Store
from models.records.member import Member
from models.records.unit import OrgPermission, OrgUnit
from tests.ui.asked import agree, fill, shown
from tests.ui.keys import type_in
from ui.editing.asking import AskDialog
from ui.main_window import MainWindow
from ui.pages.record_list import RecordList
from ui.pages.subject_page import SubjectPage
from ui.people.permissions import PermissionsDialog
from ui.people.unit_tree import UnitTree


@pytest.fixture
def units(window: MainWindow, store: Store) -> RecordList:
    """Two groups of the own unit, with a member in the first, which is selected."""
    own = store.own_unit().uid
    with store.write("Nhập") as write:
        for uid, name in (("may", "Tổ May"), ("cat", "Tổ Cắt")):
            write.save(OrgUnit(uid, code=uid, kind="union_group", name_full=name, parent=own))
        write.save(Member("A", full_name="Nguyễn An", union_group="may", joined_on=date(2020, 1, 1)))
    window.show_subject("people")
    page = window.pages.page
    assert isinstance(page, SubjectPage)
    shown = page.show_list("org_unit")
    assert shown.reveal("may")
    return shown


def test_a_new_name_from_a_day_keeps_the_old_one(window: MainWindow, store: Store, units: RecordList) -> None:
    window.menu["unit-rename"].trigger()
    asked = shown(AskDialog)
    agree(asked)
    assert "giống tên đang dùng" in asked.faults.text()
    fill(asked, name_full="Tổ May 1", valid_from="1/7/2026")
    agree(asked)
    renamed = store.read(OrgUnit, "may")
    assert [(each.name_full, each.valid_to) for each in renamed.names] == [
        ("Tổ May", date(2026, 6, 30)),
        ("Tổ May 1", None),
    ]
    QTest.mouseClick(window.toast.undo_button, Qt.MouseButton.LeftButton)
    assert store.read(OrgUnit, "may").name_full == "Tổ May"


def test_another_superior_from_a_day(window: MainWindow, store: Store, units: RecordList) -> None:
    window.menu["unit-superior"].trigger()
    asked = shown(AskDialog)
    fill(asked, parent="to cat", valid_from="1/7/2026")
    agree(asked)
    moved = store.read(OrgUnit, "may")
    assert (moved.parent, [each.superior for each in moved.relations]) == ("cat", [store.own_unit().uid, "cat"])
    window.menu["undo"].trigger()
    assert store.read(OrgUnit, "may").relations == []


def test_a_group_joins_into_another_with_its_members(window: MainWindow, store: Store, units: RecordList) -> None:
    window.menu["unit-join"].trigger()
    asked = shown(AskDialog)
    fill(asked, successor="to cat", valid_from="1/7/2026")
    agree(asked)
    gone = store.read(OrgUnit, "may")
    assert (gone.dissolved_on, gone.successor) == (date(2026, 6, 30), "cat")
    assert store.read(Member, "A").union_group == "cat"
    assert "unit-join" not in window.pages.page.commands(), "what is dissolved joins no more"  # type: ignore[union-attr]
    window.menu["undo"].trigger()
    assert store.read(Member, "A").union_group == "may"


def test_the_own_unit_joins_nowhere(window: MainWindow, store: Store, units: RecordList) -> None:
    units.reveal(store.own_unit().uid)
    assert not window.menu["unit-join"].isEnabled() and window.menu["unit-rename"].isEnabled()


def test_the_tree_leads_to_a_unit(window: MainWindow, store: Store, units: RecordList) -> None:
    window.menu["unit-tree"].trigger()
    tree = shown(UnitTree)
    top = tree.tree.topLevelItem(0)
    assert top is not None and top.text(2) == "1"
    below = (top.child(place) for place in range(top.childCount()))
    assert [each.text(0) for each in below if each is not None] == ["Tổ Cắt", "Tổ May"]
    QTest.keyClick(tree.tree, Qt.Key.Key_Down)
    QTest.keyClick(tree.tree, Qt.Key.Key_Return)
    assert not tree.isVisible() and units.table.chosen == "cat"


def test_personal_data_are_kept_only_with_purpose_and_ground(window: MainWindow, store: Store) -> None:
    window.show_subject("people")
    window.menu["permissions"].trigger()
    asked = shown(PermissionsDialog)
    box, purpose, _basis = asked.lines["phone"]
    assert not purpose.isEnabled()
    QTest.keyClick(box, Qt.Key.Key_Space)
    QTest.keyClick(asked, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert asked.isVisible() and "Điện thoại: hãy ghi cả mục đích và căn cứ" in asked.faults.text()
    purpose.setFocus()
    type_in("Liên hệ\tdong y\t")
    QTest.keyClick(asked, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    permissions = [OrgPermission(item="phone", purpose="Liên hệ", legal_basis="dong_y")]
    assert store.own_unit().permissions == permissions
    with store.write("Nhập") as write:
        write.save(Member("A", full_name="Nguyễn An", phone="0900"))
    window.menu["permissions"].trigger()
    again = shown(PermissionsDialog)
    QTest.keyClick(again.lines["phone"][0], Qt.Key.Key_Space)
    QTest.mouseClick(again.agree, Qt.MouseButton.LeftButton)
    assert store.own_unit().permissions == []
    left = "Còn ghi mà chưa nêu mục đích và căn cứ: Nguyễn An (điện thoại)."
    assert window.toast.text.text() == f"Đã cất. {left}"
    window.menu["permissions"].trigger()
    assert shown(PermissionsDialog).faults.text() == left
    window.menu["undo"].trigger()
    assert store.own_unit().permissions == permissions
