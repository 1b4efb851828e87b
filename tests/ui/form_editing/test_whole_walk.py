"""From a built-in form to one of her own and back from another unit: with the keyboard alone, with the mouse alone."""

from __future__ import annotations

from pathlib import Path

from openpyxl import load_workbook
from pypdf import PdfReader
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from exports.form_shelf import form_named, shelf
from models.ledger.store import Store
from tests.ui.form_editing.conftest import Begin, Settle
from tests.ui.keys import CONTROL, press, type_in
from ui import messages
from ui.form_editing.editor import FormEditor
from ui.main_window import MainWindow
from ui.pages.reports import ReportsPage

ALT = Qt.KeyboardModifier.AltModifier


def values(page: ReportsPage) -> dict[str, list[object]]:
    """What the sheet says, row by row, by the rows' words."""
    (document,) = page.preview.documents
    return {str(row.cells[1].value): [cell.value for cell in row.cells[2:6]] for row in document.tables[0].rows}


def test_a_form_of_her_own_with_the_keyboard_alone(
    qtbot: QtBot, window: MainWindow, page: ReportsPage, settle: Settle, tmp_path: Path
) -> None:
    page.forms.setFocus()
    window.menu["duplicate"].trigger()
    (editor,) = window.findChildren(FormEditor)
    qtbot.waitUntil(lambda: editor.desk.head.fields["title"].hasFocus())
    type_in("Tuyen truyen o to")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Insert)
    type_in("so buoi tuyen truyen")
    settle()
    assert editor.desk.row_panel.preview.text() == "Kỳ này: 5 buổi"
    editor.desk.row_panel.picker.set_filter("form", "sinh_hoat_to")
    settle()
    assert editor.desk.row_panel.preview.text() == "Kỳ này: 3 buổi"
    press(Qt.Key.Key_Return)
    type_in("Sinh hoat o to")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Up, ALT)
    settle()
    assert editor.desk.row_panel.value.text() == "3 buổi"
    press(Qt.Key.Key_S, CONTROL)
    settle()

    assert not window.findChildren(FormEditor)
    assert (page.form, form_named("B1-RIENG").title) == ("B1-RIENG", "Tuyen truyen o to")
    said = values(page)
    assert next(iter(said.items())) == ("Sinh hoat o to", [3, 3, 45, 45])
    assert said["Tổng cộng"] == [5, 3, 465, 415]

    with messages.answered(tmp_path / "b.xlsx", tmp_path / "b.pdf") as asked:
        for ending in (".xlsx", ".pdf"):
            page.bar.wished.emit(ending)
            settle()
    assert asked == ["Xuất Excel", "Xuất PDF"]
    sheet = load_workbook(tmp_path / "b.xlsx")["B1-RIENG"]
    assert "Sinh hoat o to" in [cell.value for row in sheet.iter_rows() for cell in row]
    assert "Sinh hoat o to" in " ".join(PdfReader(tmp_path / "b.pdf").pages[0].extract_text().split())


def test_a_form_goes_to_another_unit_and_comes_back(
    window: MainWindow, page: ReportsPage, begin: Begin, settle: Settle, tmp_path: Path
) -> None:
    assert begin("E1").save()
    settle()
    form = form_named("E1-RIENG")
    with messages.answered(tmp_path / "gui.toml"):
        page.own_forms.share()
    with messages.answered(True) as asked:
        window.menu["remove"].trigger()
    settle()
    assert asked == ["Xóa biểu E1-RIENG?"]
    assert page.form == "E1"
    assert not shelf().own
    with messages.answered(tmp_path / "gui.toml"):
        page.own_forms.take_in()
    settle()
    assert page.form == "E1-RIENG"
    assert form_named("E1-RIENG") == form


def test_a_form_of_her_own_with_the_mouse_alone(page: ReportsPage, begin: Begin, settle: Settle) -> None:
    editor = begin("B1")
    parts, panel = editor.desk.parts, editor.desk.row_panel
    third = parts.list.visualRect(parts.list.model().index(2, 0)).center()
    click(parts.list.viewport(), third)
    assert panel.fields["label"].text() == "Pháp luật lao động, BHXH, tiền lương"
    click(parts.up_button)
    click(parts.add_button)
    click(panel.take_button)
    settle()
    assert [row.label for row in editor.desk.table.rows[:4]] == [
        "Nghị quyết, chủ trương của Đảng",
        "Pháp luật lao động, BHXH, tiền lương",
        "Số buổi tuyên truyền",
        "Chính sách, pháp luật của Nhà nước",
    ]
    assert panel.value.text() == "5 buổi"
    sheet = editor.desk.preview.sheet
    first = sheet.sight().room(sheet.marks.current._replace(row=1)).center().toPoint()  # type: ignore[union-attr]
    click(sheet.viewport(), first)
    assert (editor.desk.at, panel.value.text()) == (1, "3 buổi")
    with messages.answered():
        click(parts.remove_button)
    assert len(editor.desk.table.rows) == 22  # asked for, and declined: the total counts it
    click(editor.save_button)
    settle()
    assert values(page)["Số buổi tuyên truyền"] == [5, 3, 465, 415]


def test_what_was_sent_of_a_form_of_her_own_is_kept(
    page: ReportsPage, begin: Begin, settle: Settle, store: Store
) -> None:
    begin("B1").save()
    settle()
    page.sending.switch()
    settle()
    with messages.answered(True):
        page.sending.panel.send_button.click()
        settle()
    from exports.sent import sent_report

    sent = sent_report(store, "B1-RIENG", page.period)
    assert sent is not None
    assert "Đã gửi lúc" in page.sending.panel.state.text()


def click(wanted: QWidget, at: QPoint | None = None) -> None:
    """Presses and lets go the left button there."""
    assert wanted.isVisible()
    assert wanted.isEnabled()
    QTest.mouseClick(wanted, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at or wanted.rect().center())
