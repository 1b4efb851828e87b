"""The log as a grid: typed into by real keys, saved cell by cell, and what is wrong stays with its reason."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.ledger.store import Store
from models.periods import quarter
from models.record import new_uid
from models.records.activity import Activity
from tests.ui.grid_log import Going, column, in_ledger, shown, steps
from tests.ui.keys import CONTROL, SHIFT, press, type_in, under_cursor
from ui.editing.dialog import RecordDialog
from ui.main_window import MainWindow
from ui.pages.record_list import RecordList
from ui.pages.subject_page import SubjectPage
from ui.settings import ENTER
from ui.tables.cursor import put_cursor


def test_typing_replaces_a_value_and_each_cell_is_one_step_of_undo(
    window: MainWindow, store: Store, log: RecordList, go: Going
) -> None:
    before = len(steps(store))
    go(0, "n_sessions")
    type_in("3\t")
    assert in_ledger(log, 0).n_sessions == 3
    go(0, "title")
    type_in("Một buổi\t")
    assert len(steps(store)) == before + 2 and steps(store)[0] == "Sửa hoạt động “Một buổi”"
    press(Qt.Key.Key_Z, CONTROL)
    assert (shown(log, 0, "title"), shown(log, 0, "n_sessions")) == ("Một", "3")


def test_f2_goes_on_with_the_value_and_escape_gives_up(log: RecordList, go: Going) -> None:
    go(0, "title")
    press(Qt.Key.Key_F2)
    type_in(" hai")
    press(Qt.Key.Key_Return)
    assert in_ledger(log, 0).title == "Một hai"
    go(0, "title")
    type_in("xxx")
    press(Qt.Key.Key_Escape)
    assert (in_ledger(log, 0).title, shown(log, 0, "title")) == ("Một hai", "Một hai")


def test_an_open_cell_is_left_alone_by_the_keys_of_the_table(store: Store, log: RecordList, go: Going) -> None:
    go(1, "title")
    title, before = in_ledger(log, 1).title, len(steps(store))
    press(Qt.Key.Key_F2)
    type_in(" bu")
    press(Qt.Key.Key_D, CONTROL)
    press(Qt.Key.Key_F2)
    type_in("a")
    press(Qt.Key.Key_Return)
    assert in_ledger(log, 1).title == f"{title} bua" and len(steps(store)) == before + 1


@pytest.mark.parametrize(("goes", "place"), [("next", (0, 1)), ("down", (1, 0))])
def test_enter_goes_where_it_is_told_to(log: RecordList, go: Going, goes: str, place: tuple[int, int]) -> None:
    ENTER.choose(goes)
    go(0, "title")
    type_in("Bốn")
    press(Qt.Key.Key_Return)
    current = log.table.currentIndex()
    assert (current.row(), current.column()) == place


def test_a_choice_is_typed_and_enter_ends_the_cell_at_once(log: RecordList, go: Going) -> None:
    go(0, "form")
    type_in("toa dam")
    press(Qt.Key.Key_Return)
    assert in_ledger(log, 0).form == "toa_dam"
    assert log.table.currentIndex().column() == column(log, "form") + 1


def test_short_days_are_completed_by_the_period(log: RecordList, go: Going) -> None:
    go(2, "start_at")
    type_in("7/2\t")
    assert in_ledger(log, 2).start_at == datetime(2026, 2, 7)


def test_a_refused_value_stays_typed_with_its_reason(log: RecordList, go: Going, store: Store) -> None:
    before = len(steps(store))
    go(0, "n_sessions")
    type_in("0\t")
    assert shown(log, 0, "n_sessions") == "0"
    index = log.table.rows.index(0, column(log, "n_sessions"))
    assert "phải từ 1" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert "phải từ 1" in log.foot.text.text()
    type_in("x")
    press(Qt.Key.Key_Escape)
    go(0, "title")
    type_in("Vẫn cất được\t")
    assert in_ledger(log, 0).title == "Vẫn cất được"
    assert shown(log, 0, "n_sessions") == "0" and in_ledger(log, 0).n_sessions == 1
    go(0, "n_sessions")
    type_in("2\t")
    assert in_ledger(log, 0).n_sessions == 2 and not log.table.rows.unsaved
    assert len(steps(store)) == before + 2


def test_escape_takes_a_refused_value_back(log: RecordList, go: Going) -> None:
    go(0, "start_at")
    type_in("31/2\t")
    assert shown(log, 0, "start_at") == "31/2"
    go(0, "start_at")
    press(Qt.Key.Key_Escape)
    assert shown(log, 0, "start_at") == "05/03/2026" and not log.table.rows.unsaved


def test_turns_are_typed_where_they_are_one_line_and_not_where_they_add_up_several(log: RecordList, go: Going) -> None:
    go(0, "audiences.n_turns")
    type_in("60\t")
    assert [each.n_turns for each in in_ledger(log, 0).audiences] == [60]
    go(2, "audiences.n_turns")
    type_in("12\t")
    assert [each.n_turns for each in in_ledger(log, 2).audiences] == [12]
    go(1, "audiences.n_turns")
    type_in("7")
    assert log.table.keys.editors.parent() is under_cursor()
    assert "mở thẻ" in log.foot.text.text()
    assert [each.n_turns for each in in_ledger(log, 1).audiences] == [30, 20]


def test_delete_empties_what_may_be_empty_and_says_what_may_not(log: RecordList, go: Going) -> None:
    go(0, "audiences.n_turns")
    press(Qt.Key.Key_Delete)
    assert in_ledger(log, 0).audiences == []
    go(0, "title")
    press(Qt.Key.Key_Delete)
    assert shown(log, 0, "title") == "cần điền" and in_ledger(log, 0).title == "Một"
    assert "còn thiếu Tên hoạt động" in log.foot.text.text()


def test_copies_fill_and_cut(log: RecordList, go: Going) -> None:
    go(0, "audiences.n_turns")
    press(Qt.Key.Key_C, CONTROL)
    assert QApplication.clipboard().text() == "45"
    go(2, "audiences.n_turns")
    press(Qt.Key.Key_V, CONTROL)
    assert [each.n_turns for each in in_ledger(log, 2).audiences] == [45]
    go(1, "title")
    press(Qt.Key.Key_D, CONTROL)
    assert in_ledger(log, 1).title == "Một"


def select(log: RecordList, first: QModelIndex, last: QModelIndex) -> None:
    """Selects a block with the mouse: a click, and another with Shift."""
    for index, keys in ((first, Qt.KeyboardModifier.NoModifier), (last, SHIFT)):
        place = log.table.visualRect(index).center()
        QTest.mouseClick(log.table.viewport(), Qt.MouseButton.LeftButton, keys, place)


def test_a_selection_is_filled_down_in_one_step_and_added_up(
    qtbot: QtBot, window: MainWindow, log: RecordList, store: Store
) -> None:
    rows, place = log.table.rows, column(log, "n_sessions")
    put_cursor(log.table, rows.index(0, place))
    type_in("4\t")
    before = len(steps(store))
    select(log, rows.index(0, place), rows.index(2, place))
    press(Qt.Key.Key_D, CONTROL)
    assert [in_ledger(log, row).n_sessions for row in range(3)] == [4, 4, 4]
    assert steps(store)[0] == "Sửa 2 hoạt động" and len(steps(store)) == before + 1
    qtbot.waitUntil(lambda: window.foot.count.text() == "Đã chọn 3 dòng · Số buổi: 12")
    select(log, rows.index(0, 0), rows.index(1, 0))
    qtbot.waitUntil(lambda: window.foot.count.text() == "Đã chọn 2 dòng · Số buổi: 8 · Lượt người: 95")


def test_a_list_no_longer_seen_does_not_count_at_the_foot(qtbot: QtBot, window: MainWindow, log: RecordList) -> None:
    page = window.pages.page
    assert isinstance(page, SubjectPage)
    log.table.selectAll()
    page.show_list("contest")
    qtbot.wait(300)  # adding up the rows chosen begins a moment after the last key
    assert window.foot.count.text() == "0 cuộc thi"


def test_a_new_row_is_saved_when_it_is_complete_and_left(
    qtbot: QtBot, log: RecordList, go: Going, store: Store
) -> None:
    before = len(steps(store))
    go(3, "title")
    type_in("Buổi mới\ttoa dam\t6/3\t\t50\tan toan giao\t")
    assert log.table.rows.unsaved and len(steps(store)) == before
    press(Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: not log.table.rows.unsaved)
    assert steps(store)[0] == "Thêm hoạt động “Buổi mới”" and len(steps(store)) == before + 1
    record = in_ledger(log, 3)
    assert (record.form, record.start_at, record.primary_topic) == ("toa_dam", datetime(2026, 3, 6), "atgt")
    assert [each.n_turns for each in record.audiences] == [50]
    assert log.count_text == "4 hoạt động"
    assert log.table.currentIndex().row() == 4 and log.table.rows.rowCount() == 5


def test_a_row_that_is_not_complete_stays_and_says_what_it_lacks(
    qtbot: QtBot, window: MainWindow, log: RecordList, go: Going, store: Store
) -> None:
    before = len(steps(store))
    go(3, "title")
    type_in("Dở dang\t")
    press(Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: bool(log.table.rows.new_rows[0].faults))
    assert shown(log, 3, "title") == "Dở dang" and shown(log, 3, "form") == "cần điền"
    assert "1 dòng chưa cất" in log.foot.text.text()
    log.foot.go_button.click()
    assert log.table.currentIndex() == log.table.rows.index(3, column(log, "form"))
    assert "còn thiếu Hình thức" in log.foot.text.text()
    window.choose_period(quarter(2025, 4))
    assert [shown(log, row, "title") for row in range(2)] == ["Dở dang", "Gõ dòng mới ở đây"]
    assert len(steps(store)) == before
    press(Qt.Key.Key_Delete, CONTROL)
    assert not log.table.rows.unsaved


def test_an_unfinished_row_is_finished_in_its_form(
    qtbot: QtBot, window: MainWindow, log: RecordList, go: Going
) -> None:
    go(3, "title")
    type_in("Ghi tiếp\t")
    press(Qt.Key.Key_E, CONTROL)
    form = next(each for each in window.findChildren(RecordDialog) if each.isVisible())
    assert form.form.boxes["title"].editor.value() == "Ghi tiếp"
    for name, value in (("form", "hoi_nghi"), ("start_at", datetime(2026, 3, 9)), ("primary_topic", "atgt")):
        form.form.boxes[name].editor.show_value(value)
    assert form.save()
    assert not log.table.rows.unsaved and log.count_text == "4 hoạt động"


def test_a_log_without_records_is_typed_into_too(window: MainWindow, log: RecordList) -> None:
    window.choose_period(quarter(2025, 4))
    assert log.empty.isVisible()
    log.empty.typing_wished.emit()
    type_in("Buổi đầu\thoi thao\t5\t\t\tatgt")
    record = log.table.rows.new_rows[0].record()
    assert isinstance(record, Activity)
    assert record.start_at == datetime(2025, 12, 5)


def test_columns_are_chosen_moved_and_remembered(qtbot: QtBot, window: MainWindow, log: RecordList) -> None:
    columns = log.table.columns
    entry = next(each for each in columns.menu().actions() if each.text() == "Địa điểm")
    entry.trigger()
    assert log.table.rows.columns[-1].key == "place"
    head = log.table.horizontalHeader()
    head.moveSection(head.count() - 1, 1)
    qtbot.waitUntil(lambda: log.table.rows.columns[1].key == "place")
    again = RecordList(log.shelf, window.jobs)
    qtbot.addWidget(again)
    assert [each.key for each in again.table.rows.columns] == [each.key for each in log.table.rows.columns]
    next(each for each in columns.menu().actions() if each.text() == "Về các cột ban đầu").trigger()
    assert "place" not in [each.key for each in log.table.rows.columns]


def test_what_another_write_changes_is_shown_without_losing_what_is_typed(
    log: RecordList, store: Store, go: Going
) -> None:
    go(3, "title")
    type_in("Còn dở\t")
    with store.write("Sửa") as write:
        record = in_ledger(log, 0)
        record.title = new_uid()
        write.save(record)
    assert shown(log, 0, "title") == record.title and shown(log, 3, "title") == "Còn dở"
