"""Identity numbers in the window, by keys: switched on, typed, locked again; and nowhere on the disk in plain."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from models.guarded import cipher, numbers
from models.guarded.safe import REST, Safe
from models.ledger.store import Store
from models.records.member import Member
from models.records.unit import OrgUnit
from tests.ui.asked import shown
from tests.ui.guarded.typed_numbers import PASSWORD, kept, opened
from tests.ui.keys import press, type_in
from ui import messages
from ui.guarded.password_dialog import PasswordDialog
from ui.guarded.unlocking import RestLock
from ui.main_window import MainWindow
from ui.pages.record_desk import RecordDesk
from ui.pages.subject_page import SubjectPage
from ui.people.permissions import PermissionsDialog
from ui.tables.grid_columns import all_columns

NUMBER = "079301000111"


def permissions(window: MainWindow) -> PermissionsDialog:
    window.show_subject("people")
    window.menu["permissions"].trigger()
    return shown(PermissionsDialog)


def give(asked: PasswordDialog, *typed: str) -> None:
    """Types the passwords and agrees with Enter."""
    for line, text in zip(asked.lines, typed, strict=True):
        line.setFocus()
        line.selectAll()
        QTest.keyClicks(line, text)
    press(Qt.Key.Key_Return)


def card(window: MainWindow) -> str:
    page = window.pages.page
    assert isinstance(page, SubjectPage)
    return page.current.card.text.toPlainText()


def test_she_switches_it_on_with_purpose_basis_and_a_password_typed_twice(window: MainWindow, store: Store) -> None:
    panel = permissions(window).numbers
    assert "không lưu số căn cước" in panel.said.text()
    assert not panel.off_button.isVisible()
    QTest.mouseClick(panel.on_button, Qt.MouseButton.LeftButton)
    asked = shown(PasswordDialog)
    assert any("MẤT các số căn cước" in each.text() for each in asked.findChildren(type(asked.faults)))
    give(asked, PASSWORD, PASSWORD)
    assert "dùng để làm gì" in asked.faults.text()
    (purpose,) = (each for each in asked.findChildren(QWidget) if each.accessibleName() == "Ghi để làm gì")
    purpose.setFocus()
    type_in("Cấp thẻ\tdong y\t")
    give(asked, PASSWORD, PASSWORD + "x")
    assert "chưa giống nhau" in asked.faults.text()
    give(asked, "ngan", "ngan")
    assert "ít nhất 10 ký tự" in asked.faults.text()
    assert not numbers.are_kept(store)
    give(asked, PASSWORD, PASSWORD)
    said = numbers.permission(store)
    assert said is not None
    assert (said.purpose, said.legal_basis) == ("Cấp thẻ", "dong_y")
    assert "Đang lưu của 0 đoàn viên, đang mở. Mục đích: Cấp thẻ. Căn cứ: Đoàn viên đồng ý." in panel.said.text()
    assert window.toast.text.text() == "Đã bật lưu số căn cước, đang mở khóa"


def test_a_number_is_typed_in_the_form_and_shows_on_the_card_while_unlocked(window: MainWindow, keeping: Store) -> None:
    window.show_subject("people")
    form, editor = opened(window, "A")
    editor.line.setFocus()
    QTest.keyClicks(editor.line, "12345")
    QTest.keyClick(form, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert "12 chữ số" in form.form.boxes["id_no"].reason.text()
    assert editor.line.property("faulty") is True
    editor.line.selectAll()
    QTest.keyClicks(editor.line, "079 301 000 111")
    QTest.keyClick(form, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert kept(keeping) == NUMBER
    assert NUMBER in card(window)
    window.menu["lock"].trigger()
    assert NUMBER not in card(window)
    assert "(đã khóa)" in card(window)


def test_while_locked_the_rest_is_changed_and_the_number_stays(window: MainWindow, keeping: Store) -> None:
    form, editor = opened(window, "A")
    editor.line.setFocus()
    QTest.keyClicks(editor.line, NUMBER)
    form.save()
    before = keeping.read(Member, "A").id_no
    keeping.safe.close()
    form, editor = opened(window, "A")
    assert not editor.line.isEnabled()
    assert editor.line.placeholderText() == "đã khóa"
    assert NUMBER not in editor.line.text()
    form.reject()  # nothing was typed: it closes without asking
    form, _editor = opened(window, "A")
    job = form.form.boxes["job_title"].input
    job.setFocus()
    QTest.keyClicks(job, "Cong nhan")
    assert form.save()
    assert keeping.read(Member, "A").id_no == before
    assert keeping.read(Member, "A").job_title == "Cong nhan"


def test_the_form_itself_unlocks_and_a_safe_that_closes_keeps_what_was_typed(
    window: MainWindow, keeping: Store
) -> None:
    keeping.safe.close()
    form, editor = opened(window, "A")
    QTest.mouseClick(editor.unlock_button, Qt.MouseButton.LeftButton)
    asked = shown(PasswordDialog)
    give(asked, "sai mat khau")
    assert "Mật khẩu chưa đúng" in asked.faults.text()
    give(asked, PASSWORD)
    assert editor.line.isEnabled()
    assert not editor.unlock_button.isVisible()
    editor.line.setFocus()
    QTest.keyClicks(editor.line, NUMBER)
    keeping.safe.close()
    assert editor.line.text() == ""
    assert form.save()
    numbers.unlock(keeping, PASSWORD)
    assert kept(keeping) == NUMBER


def test_a_copy_of_a_member_takes_no_number_along(window: MainWindow, keeping: Store) -> None:
    form, editor = opened(window, "A")
    editor.line.setFocus()
    QTest.keyClicks(editor.line, NUMBER)
    form.save()
    twin = RecordDesk(window, window, lambda _kind, _uid: True).duplicate("member", "A")
    assert twin is not None
    assert isinstance(twin.record, Member)
    assert (twin.record.full_name, twin.record.id_no) == ("Nguyễn An", None)
    twin.done(0)


def test_unused_for_ten_minutes_the_safe_closes(qtbot: QtBot, dressed: QApplication) -> None:
    now = [1000.0]
    safe = Safe(lambda: now[0])
    safe.open(cipher.new_key())
    lock = RestLock(safe)
    text = safe.locked("A", NUMBER)
    now[0] += REST - 1
    assert safe.number("A", text) == NUMBER  # used: the ten minutes begin anew
    now[0] += REST - 1
    lock._look()
    assert safe.is_open
    now[0] += 2
    assert safe.number("A", text) is None
    lock._look()
    with qtbot.waitSignal(lock.destroyed, timeout=20_000):
        pass
    assert not safe.is_open


def test_another_password_and_switching_off_from_the_same_place(window: MainWindow, keeping: Store) -> None:
    form, editor = opened(window, "A")
    editor.line.setFocus()
    QTest.keyClicks(editor.line, NUMBER)
    form.save()
    panel = permissions(window).numbers
    QTest.mouseClick(panel.change_button, Qt.MouseButton.LeftButton)
    give(shown(PasswordDialog), PASSWORD, "mat khau khac", "mat khau khac")
    keeping.safe.close()
    numbers.unlock(keeping, "mat khau khac")
    with messages.answered(False, True) as asked:
        panel.switch_off()
        assert kept(keeping) == NUMBER
        panel.switch_off()
    assert asked == ["Xóa số căn cước của 1 đoàn viên?"] * 2
    assert keeping.read(Member, "A").id_no is None
    assert "không lưu số căn cước" in panel.said.text()


def test_saving_the_other_permissions_leaves_the_numbers_alone(window: MainWindow, keeping: Store) -> None:
    asked = permissions(window)
    QTest.keyClick(asked, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert not asked.isVisible()
    assert numbers.permission(keeping) is not None


def test_no_list_offers_the_number_or_the_lock_as_a_column() -> None:
    assert "id_no" not in {column.key for column in all_columns(Member)}


def test_a_copy_of_the_own_unit_takes_neither_password_nor_permissions(window: MainWindow, keeping: Store) -> None:
    twin = RecordDesk(window, window, lambda _kind, _uid: True).duplicate("org_unit", keeping.own_unit().uid)
    assert twin is not None
    code = twin.form.boxes["code"].editor
    code.show_value("KHAC")
    assert twin.save()
    copied = keeping.read(OrgUnit, twin.record.uid)
    assert (copied.is_own, copied.id_lock, copied.permissions) == (False, None, [])


@pytest.mark.parametrize(("copied", "left"), [("079 301 000 111", ""), ("Hội nghị 12", "Hội nghị 12")])
def test_a_number_that_was_copied_leaves_the_clipboard_when_it_is_locked(
    dressed: QApplication, copied: str, left: str
) -> None:
    safe = Safe()
    safe.open(cipher.new_key())
    RestLock(safe)
    QApplication.clipboard().setText(copied)
    safe.close()
    assert QApplication.clipboard().text() == left
