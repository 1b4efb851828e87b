"""What is kept back of a voice stays so in the search over everything, the history and the cells of the list."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from models.ledger.listing import columns_of
from models.ledger.store import Store
from models.masks import MASK
from models.records.feedback import Feedback
from tests.ui.asked import shown
from ui.editing.dialog import RecordDialog
from ui.finding.everywhere import Everywhere
from ui.history.life import LifeDialog
from ui.history.steps import StepsDialog
from ui.main_window import MainWindow
from ui.pages.record_list import RecordList
from ui.pages.subject_page import SubjectPage
from ui.tables.cursor import put_cursor

NAME, DENOUNCED = "Quách Thị Lục Bình", "Chia quà không đều"


@pytest.fixture
def voices(window: MainWindow, store: Store) -> RecordList:
    """A secret voice above a denunciation, the names in a column; the secret one is selected."""
    said = {"channel": "hop_to", "source_kind": "ca_nhan", "subject_area": "bua_an_ca", "competent_level": "co_so_cd"}
    with store.write("Nhập") as write:
        secret = {"source_name": NAME, "content": f"{NAME}: cơm nguội", "confidential": True, "kind": "kien_nghi"}
        write.save(Feedback("K", received_on=date(2026, 2, 2), **secret, **said))
        write.save(
            Feedback("T", received_on=date(2026, 2, 1), kind="to_cao", content=DENOUNCED, source_name="Ai", **said)
        )
    window.show_subject("feedback")
    page = window.pages.page
    assert isinstance(page, SubjectPage)
    table = page.current.table
    table.rows.show_columns(columns_of(Feedback, ("received_on", "source_name", "content")))
    page.current.reveal("K")
    return page.current


def cell(voices: RecordList, row: int, column: int) -> str:
    return str(voices.table.rows.index(row, column).data())


def test_the_search_over_everything_finds_nobody_by_name(qtbot: QtBot, window: MainWindow, voices: RecordList) -> None:
    window.menu["everywhere"].trigger()
    search = shown(Everywhere)
    QTest.keyClicks(search.input, "quach thi luc binh")
    qtbot.waitUntil(lambda: "Không thấy gì" in search.said.text())
    search.input.setText("com nguoi")
    qtbot.waitUntil(lambda: bool(search.hits.rows))
    said = " ".join(f"{row.text} {row.hit}" for row in search.hits.rows)
    assert "(giữ kín)" in said
    assert "cơm nguội" in said
    assert NAME not in said
    search.reject()


def test_the_history_tells_it_only_when_asked_for(window: MainWindow, voices: RecordList) -> None:
    window.menu["life"].trigger()
    life = shown(LifeDialog)
    assert NAME not in life.text.toPlainText()
    assert MASK in life.text.toPlainText()
    QTest.mouseClick(life.look_button, Qt.MouseButton.LeftButton)
    assert NAME in life.text.toPlainText()
    assert not life.look_button.isVisible()
    life.accept()


def test_the_names_of_the_steps_taken_say_nothing_of_it(window: MainWindow, store: Store, voices: RecordList) -> None:
    for uid in "KT":
        window.open_record("feedback", uid)
        form = shown(RecordDialog)
        QTest.keyClicks(form.form.boxes["assigned_to"].input, "To truong")
        assert form.save()
    window.menu["steps"].trigger()
    steps = shown(StepsDialog)
    told = [steps.table.item(row, 1) for row in range(2)]
    assert [each.text() for each in told if each] == [
        "Sửa ý kiến “Tố cáo 2026/0002, Bữa ăn ca (giữ kín)”",
        "Sửa ý kiến “Kiến nghị 2026/0001, Bữa ăn ca (giữ kín)”",
    ]
    steps.reject()


def test_a_cell_that_is_kept_back_is_neither_opened_nor_handed_on(
    window: MainWindow, store: Store, voices: RecordList
) -> None:
    table = voices.table
    assert [cell(voices, 0, 1), cell(voices, 1, 2)] == [MASK, MASK]
    assert NAME not in cell(voices, 0, 2)
    put_cursor(table, table.rows.index(0, 1))
    QTest.keyClick(table, Qt.Key.Key_F2)
    assert not isinstance(QApplication.focusWidget(), QLineEdit)
    assert any("Ctrl+E" in each.text() for each in voices.findChildren(QLabel) if "giữ kín" in each.text())
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == MASK
    put_cursor(table, table.rows.index(1, 1))
    QTest.keyClick(table, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert store.read(Feedback, "T").source_name == "Ai"
