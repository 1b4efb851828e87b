"""Blocks from Excel: understood in her words, every wrong cell named before anything is taken, and one step to undo."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.ledger import history
from models.ledger.store import Store
from models.periods import quarter
from models.records.activity import Activity
from models.records.member import Member
from models.records.unit import OrgUnit
from tests.ui.grid_log import Going, column, in_ledger, shown, steps
from tests.ui.keys import CONTROL, press, type_in
from ui.dialogs.paste_preview import PastePreview
from ui.editing.block import cells_of, text_of
from ui.editing.dialog import RecordDialog
from ui.editing.form_logic import new_record
from ui.editing.part_table import PartTable
from ui.main_window import MainWindow
from ui.pages.record_list import RecordList
from ui.pages.subject_page import SubjectPage
from ui.tables.cursor import put_cursor

TOPICS = ("An toàn giao thông", "moi truong", "Chuyển đổi số, dịch vụ công trực tuyến")


def twenty() -> list[list[str]]:
    """Twenty events as a secretary keeps them in Excel: title, form, day, sessions, turns, topic."""
    return [
        [f"Buổi số {place}", "toa dam", f"{place}/3/26", "1", f"1.{100 + place}", TOPICS[place % 3]]
        for place in range(1, 21)
    ]


def copied(block: Sequence[Sequence[str]]) -> None:
    """Puts a block on the clipboard as Excel does: tabs and line ends."""
    QApplication.clipboard().setText("".join("\t".join(line) + "\r\n" for line in block))


def preview_of(qtbot: QtBot, log: RecordList) -> PastePreview:
    """The window in which a block is looked at."""
    preview = log.typing.preview
    assert preview is not None and preview.isVisible()
    preview.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is preview)
    return preview


def lines(preview: PastePreview) -> list[str]:
    """The faults named."""
    return [preview.faults.item(place).text() for place in range(preview.faults.count())]


def test_twenty_events_enter_in_one_step_and_leave_in_one(
    qtbot: QtBot, window: MainWindow, log: RecordList, go: Going, store: Store
) -> None:
    before = len(steps(store))
    go(3, "title")
    copied(twenty())
    press(Qt.Key.Key_V, CONTROL)
    preview = preview_of(qtbot, log)
    assert lines(preview) == [] and "Sẽ thêm 20 hoạt động mới" in preview.said.text()
    QTest.keyClick(preview, Qt.Key.Key_Return, CONTROL)
    assert not preview.isVisible()
    assert log.count_text == "23 hoạt động" and len(steps(store)) == before + 1
    assert steps(store)[0] == "Thêm 20 hoạt động"
    last = in_ledger(log, 22)
    assert (last.title, last.form, last.start_at) == ("Buổi số 20", "toa_dam", datetime(2026, 3, 20))
    assert ([each.n_turns for each in last.audiences], last.primary_topic) == ([1120], "chuyen_doi_so")
    assert window.toast.text.text() == "Đã dán 20 dòng hoạt động"
    window.menu["undo"].trigger()
    assert log.count_text == "3 hoạt động"


def test_every_wrong_cell_is_named_at_once_and_put_right_where_it_stands(
    qtbot: QtBot, log: RecordList, go: Going, store: Store
) -> None:
    block = twenty()
    block[6][1] = block[8][1] = "Họp mặt"
    block[11][2] = "31/2/2026"
    block[14][3] = "một"
    block[16][5] = ""
    block[18][1] = "hoi nghi"
    before = len(steps(store))
    go(3, "title")
    copied(block)
    press(Qt.Key.Key_V, CONTROL)
    preview = preview_of(qtbot, log)
    assert lines(preview) == [
        "Dòng 7, 9, cột Hình thức: “Họp mặt” không có trong danh sách; hãy bấm đúp vào ô để chọn",
        "Dòng 12, cột Bắt đầu: không có ngày “31/2/2026” trong lịch; hãy gõ lại ngày",
        "Dòng 15, cột Số buổi: “một” không đọc được số; hãy gõ như 1.250 hoặc 12,5",
        "Dòng 17, cột Nội dung chính: chưa điền",
        "Dòng 19, cột Hình thức: “hoi nghi” có thể là “Hội nghị tuyên truyền, quán triệt”, “Hội nghị đối thoại”, "
        "“Giao lưu/hội nghị trực tuyến”; hãy bấm đúp vào ô để chọn một",
    ]
    preview.take_all()
    assert preview.isVisible() and len(steps(store)) == before
    assert preview.table.currentIndex() == preview.rows.index(6, 1)
    for cell, text in (((6, 1), "toa"), ((11, 2), "5/3"), ((14, 3), "2"), ((16, 5), "an toan giao")):
        put_cursor(preview.table, preview.rows.index(*cell))
        type_in(text)
        press(Qt.Key.Key_Return)
    assert len(lines(preview)) == 1 and lines(preview)[0].startswith("Dòng 19")
    preview.good_button.click()
    assert not preview.isVisible() and log.count_text == "22 hoạt động" and len(steps(store)) == before + 1
    assert in_ledger(log, 11).form == in_ledger(log, 9).form == "toa_dam"  # the same wrong text, put right once


def test_heads_of_columns_say_where_they_go_and_what_the_ledger_does_not_know_is_left_out(
    qtbot: QtBot, log: RecordList, go: Going
) -> None:
    go(3, "title")
    copied(
        [
            ["STT", "Nội dung chính", "Tên hoạt động", "Bắt đầu", "Hình thức", "Địa điểm"],
            ["1", "Môi trường", "Ra quân", "2026-03-09", "Diễn đàn", "Hội trường"],
            ["2", "Môi trường", "Tổng vệ sinh", "10/3/2026 8:00:00", "Diễn đàn", ""],
        ]
    )
    press(Qt.Key.Key_V, CONTROL)
    preview = preview_of(qtbot, log)
    assert preview.left_out.text() == "Cột “STT” không có trong sổ nên được bỏ qua."
    preview.take_all()
    records = [in_ledger(log, row) for row in (3, 4)]
    assert [(each.title, each.place, each.start_at) for each in records] == [
        ("Ra quân", "Hội trường", datetime(2026, 3, 9)),
        ("Tổng vệ sinh", None, datetime(2026, 3, 10, 8)),
    ]


def test_a_block_over_known_rows_changes_them_and_goes_on_with_new_ones(
    qtbot: QtBot, log: RecordList, go: Going
) -> None:
    go(2, "title")
    copied([["Ba mới", "Hội thảo", "6/1/2026"], ["Bốn", "Hội thảo", "7/1/2026"]])
    press(Qt.Key.Key_V, CONTROL)
    preview = preview_of(qtbot, log)
    assert "Sẽ thêm 1 hoạt động mới và sửa 1 dòng đã có" in preview.said.text()
    assert lines(preview) == ["Dòng 2, cột Nội dung chính: chưa điền"]
    index = preview.rows.index(1, [each.key for each in preview.rows.columns].index("primary_topic"))
    put_cursor(preview.table, index)
    type_in("bien dao\t")
    preview.take_all()
    assert (in_ledger(log, 2).title, in_ledger(log, 2).primary_topic) == ("Ba mới", "atgt")
    assert (in_ledger(log, 3).title, in_ledger(log, 3).primary_topic) == ("Bốn", "bien_dao")


def test_one_row_over_a_known_row_needs_no_look(qtbot: QtBot, log: RecordList, go: Going) -> None:
    go(0, "title")
    copied([["Một mới", "Hội thảo"]])
    press(Qt.Key.Key_V, CONTROL)
    assert log.typing.preview is None
    assert (in_ledger(log, 0).title, in_ledger(log, 0).form) == ("Một mới", "hoi_thao")


@pytest.fixture
def people(qtbot: QtBot, window: MainWindow, store: Store) -> RecordList:
    """The empty list of members of a unit with three groups, two of which are called the same."""
    with store.write("Thêm tổ") as write:
        for code, name in (("T1", "Tổ May 1"), ("T2", "Tổ Cắt"), ("T3", "Tổ Cắt")):
            write.save(OrgUnit(code=code, kind="union_group", name_full=name))
    window.show_subject("people")
    page = window.pages.page
    assert isinstance(page, SubjectPage)
    with qtbot.waitActive(window):
        window.activateWindow()
    page.current.type_into_table()
    put_cursor(page.current.table, page.current.table.rows.index(0, column(page.current, "full_name")))
    return page.current


def test_names_of_other_records_are_understood_and_two_of_the_same_name_are_asked_about(
    qtbot: QtBot, people: RecordList, store: Store
) -> None:
    copied([["Họ và tên", "Tổ công đoàn"], ["Lê Thị Mẫu", "to may 1"], ["Trần Văn Mẫu", "Tổ Cắt"]])
    press(Qt.Key.Key_V, CONTROL)
    preview = preview_of(qtbot, people)
    assert lines(preview) == [
        "Dòng 2, cột Tổ công đoàn: có 2 dòng cùng tên “Tổ Cắt”; hãy bấm đúp vào ô để chọn đúng dòng"
    ]
    preview.good_button.click()
    assert shown(people, 0, "union_group") == "Tổ May 1"
    assert [each.full_name for each in store.read_all(Member)] == ["Lê Thị Mẫu"]


def test_what_the_ledger_itself_refuses_is_named_too_and_nothing_enters(
    qtbot: QtBot, people: RecordList, store: Store
) -> None:
    copied([["Họ và tên", "Tổ công đoàn"], ["Lê Thị Mẫu", "Tổ May 1"], ["Trần Văn Mẫu", ""]])
    press(Qt.Key.Key_V, CONTROL)
    preview = preview_of(qtbot, people)
    with store.write("Xóa tổ") as write:
        write.remove(OrgUnit, next(each.uid for each in store.read_all(OrgUnit) if each.code == "T1"))
    preview.take_all()
    assert preview.isVisible() and list(store.read_all(Member)) == []
    assert lines(preview)[0].startswith("Dòng 1, cột Tổ công đoàn: không tìm thấy")
    preview.reject()


def test_a_child_list_takes_a_block_and_copies_from_above(qtbot: QtBot, window: MainWindow, store: Store) -> None:
    form = RecordDialog(store, new_record(Activity), window)
    form.show()
    form.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is form)
    people = form.form.lists["audiences"]
    assert isinstance(people, PartTable)
    people.table.setFocus()
    qtbot.waitUntil(people.table.hasFocus)
    put_cursor(people.table, people.rows.index(0, 0))
    copied([["Đoàn viên", "40", "38"], ["nu cnvc", "12", ""]])
    press(Qt.Key.Key_V, CONTROL)
    put_cursor(people.table, people.rows.index(2, 1))
    press(Qt.Key.Key_D, CONTROL)
    assert [(part.group, part.n_turns) for part in people.parts()] == [("doan_vien", 40), ("nu", 12), (None, 12)]  # type: ignore[attr-defined]
    form.done(0)


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]),
        ('"hai\ndòng"\tb\n', [["hai\ndòng", "b"]]),
        ('"nói ""vâng"""\n', [['nói "vâng"']]),
        ('"Xanh" sạch đẹp\tb', [['"Xanh" sạch đẹp', "b"]]),
        ("a\tb\nc", [["a", "b"], ["c", ""]]),
        ("\t\n", [["", ""]]),
        ("", []),
    ],
)
def test_a_block_is_read_as_excel_gives_it(text: str, block: list[list[str]]) -> None:
    assert cells_of(text) == block


def test_what_is_copied_is_read_back_the_same() -> None:
    block = [["a", "hai\ndòng", ""], ["", 'có "ngoặc"', "c"]]
    assert cells_of(text_of(block)) == block


def test_a_paste_can_be_made_undone_after_others_were_typed(
    qtbot: QtBot, window: MainWindow, log: RecordList, go: Going, store: Store
) -> None:
    window.choose_period(quarter(2026, 1))
    go(3, "title")
    copied(twenty()[:2])
    press(Qt.Key.Key_V, CONTROL)
    preview_of(qtbot, log).take_all()
    pasted = history.writes(store)[0]
    with qtbot.waitActive(window):
        window.activateWindow()
    log.table.setFocus()
    go(0, "title")
    type_in("Khac\t")
    window.desk.undo(pasted.number)
    assert log.count_text == "3 hoạt động" and in_ledger(log, 0).title == "Khac"
