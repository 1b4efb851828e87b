"""The text of a report on its page: figures lead to their records, sections are written anew and given back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from models.ledger import history
from models.ledger.store import Store
from tests.ui.reports_desk import Desk, activity, ledger, records_found, settle, shown
from ui.changes import Changes
from ui.pages.reports import ReportsPage
from ui.reports.passage import PassageView


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with ledger(tmp_path) as made:
        yield made


def opened(qtbot: QtBot, store: Store) -> tuple[ReportsPage, Desk, Changes]:
    page, window = shown(qtbot, store, "A1")
    changes = Changes()
    changes.changed.connect(page.reload)
    changes.follow(store)
    return page, window, changes


def view(page: ReportsPage, key: str) -> PassageView:
    return page.preview.text.view(key)


def link_to(shown_view: PassageView, text: str) -> str:
    """The link behind a word of a section."""
    return next(str(at) for at, piece in enumerate(shown_view._pieces) if piece.text == text)


def write(page: ReportsPage, key: str, text: str) -> None:
    """As she does it: Sửa, type, Lưu."""
    QTest.mouseClick(view(page, key).edit_button, Qt.MouseButton.LeftButton)
    editor = view(page, key).editor
    assert editor is not None
    editor.letters.setPlainText(text)
    QTest.keyClick(editor.letters, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def words(page: ReportsPage, key: str) -> str:
    return "\n".join(each.text for each in view(page, key).passage.text)


def test_the_text_comes_first_and_the_appendix_is_a_tab_away(qtbot: QtBot, store: Store) -> None:
    page, _window, _changes = opened(qtbot, store)
    assert page.preview.text.isVisible()
    assert words(page, "tuyen_truyen").startswith("- Tổ chức 4 buổi tuyên truyền")
    tabs = page.tabs.findChildren(QPushButton)
    assert [tab.text() for tab in tabs] == ["Lời văn", "A2"]
    tabs[1].click()
    assert page.preview.figure is not None
    assert page.preview.sheet.isVisible()


def test_a_number_in_a_sentence_leads_to_its_records(qtbot: QtBot, store: Store) -> None:
    page, _window, _changes = opened(qtbot, store)
    section = view(page, "tuyen_truyen")
    section.body.linkActivated.emit(link_to(section, "4"))
    records_found(qtbot, page, 3)
    assert page.panel.heading.text() == "Số buổi tuyên truyền"
    assert page.panel.value.text() == "4 buổi"


def test_a_section_is_written_given_back_and_undone(qtbot: QtBot, store: Store) -> None:
    page, window, _changes = opened(qtbot, store)
    pattern = words(page, "tuyen_truyen")
    write(page, "tuyen_truyen", "Đã tổ chức 4 buổi, đúng kế hoạch.")
    settle(qtbot, window)
    assert words(page, "tuyen_truyen") == "Đã tổ chức 4 buổi, đúng kế hoạch."
    assert [piece.text for piece in view(page, "tuyen_truyen")._pieces] == ["4"]
    back = next(each for each in view(page, "tuyen_truyen").findChildren(QPushButton) if each.text() == "Dùng câu mẫu")
    back.click()
    settle(qtbot, window)
    assert words(page, "tuyen_truyen") == pattern
    history.undo(store)
    page.reload(frozenset({"report_text"}))
    settle(qtbot, window)
    assert words(page, "tuyen_truyen") == "Đã tổ chức 4 buổi, đúng kế hoạch."


def test_a_changed_figure_is_told_beside_what_she_wrote(qtbot: QtBot, store: Store) -> None:
    page, window, _changes = opened(qtbot, store)
    write(page, "tuyen_truyen", "Bốn buổi.")
    settle(qtbot, window)
    with store.write("Thêm") as change:
        change.save(activity("Thêm một buổi", day=20))
    settle(qtbot, window)
    assert words(page, "tuyen_truyen") == "Bốn buổi."
    told = [each.text() for each in view(page, "tuyen_truyen").findChildren(QLabel)]
    assert any("Số liệu đã thay đổi" in text for text in told)
    assert any(text.startswith("- Tổ chức 5 buổi") for text in told)


def test_what_is_being_written_survives_a_change_of_the_records(qtbot: QtBot, store: Store) -> None:
    page, window, _changes = opened(qtbot, store)
    view(page, "uu_diem").open_editor()
    editor = view(page, "uu_diem").editor
    assert editor is not None
    editor.letters.setPlainText("Đang viết dở")
    assert not view(page, "han_che").edit_button.isEnabled()
    with store.write("Thêm") as change:
        change.save(activity("Thêm một buổi", day=20))
    settle(qtbot, window)
    again = view(page, "uu_diem").editor
    assert again is not None
    assert again.letters.toPlainText() == "Đang viết dở"
    page.forms.choose("B1")
    settle(qtbot, window)
    page.forms.choose("Q")
    settle(qtbot, window)
    assert words(page, "uu_diem") == "Đang viết dở"


def test_escape_leaves_the_section_as_it_was(qtbot: QtBot, store: Store) -> None:
    page, _window, _changes = opened(qtbot, store)
    view(page, "tai_chinh").open_editor()
    editor = view(page, "tai_chinh").editor
    assert editor is not None
    editor.letters.setPlainText("Thu đủ.")
    QTest.keyClick(editor.letters, Qt.Key.Key_Escape)
    assert view(page, "tai_chinh").edit_button.isVisible()
    assert words(page, "tai_chinh") == ""


def test_a_report_is_handed_out_as_word_from_its_page(qtbot: QtBot, store: Store, tmp_path: Path) -> None:
    from ui import messages

    page, window, _changes = opened(qtbot, store)
    with messages.answered(tmp_path / "bao-cao.docx"):
        page.bar.wished.emit(".docx")
    settle(qtbot, window)
    assert (tmp_path / "bao-cao.docx").read_bytes().startswith(b"PK")
    assert page.bar.is_done
