"""What was typed and not saved outlives the program: rows of a log stand there again, forms are offered again."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.ledger.file import open_ledger
from models.ledger.store import Store
from models.records.activity import Activity
from tests.ui.grid_log import Going, in_ledger, shown
from tests.ui.keys import type_in
from ui import messages
from ui.aside import Aside
from ui.editing.cells import Typed
from ui.editing.dialog import RecordDialog
from ui.editing.form_logic import new_record
from ui.editing.part_table import PartTable
from ui.main_window import MainWindow
from ui.pages.record_list import RecordList
from ui.tables.cursor import put_cursor
from ui.unfinished import offer_unfinished


@pytest.fixture
def aside(ledger: Path) -> Aside:
    """What is kept aside for the ledger of the test."""
    return Aside(ledger)


def begun(window: MainWindow, store: Store, qtbot: QtBot) -> RecordDialog:
    """A form with a name, a day that cannot be read, and a line of people; kept aside as if some seconds had passed."""
    form = RecordDialog(store, new_record(Activity), window)
    form.show()
    QTest.keyClicks(form.form.boxes["title"].input, "Dang ghi")
    form.form.boxes["start_at"].editor.show_value(None)
    QTest.keyClicks(form.form.boxes["start_at"].input, "31/2")
    people = form.form.lists["audiences"]
    assert isinstance(people, PartTable)
    names = [member.name for member in people.rows.members]
    people.rows.take([Typed(0, names.index("n_turns"), 45)])
    papers = form.form.lists["documents"]
    assert isinstance(papers, PartTable)
    papers.rows.take([Typed(0, 0, None, ("Nghị quyết nào đó", "không có trong sổ"))])
    qtbot.waitUntil(lambda: bool(Aside(store.path).found("form/")), timeout=10_000)
    return form


def test_a_form_that_was_open_when_the_program_stopped_is_offered_and_gone_on_with(
    qtbot: QtBot, window: MainWindow, store: Store, aside: Aside
) -> None:
    begun(window, store, qtbot).done(0)  # neither saved nor given up
    with messages.answered(0) as asked:
        (form,) = offer_unfinished(window, window, store)
    assert asked == ["Còn nội dung đang ghi dở"]
    assert form.form.boxes["title"].editor.value() == "Dang ghi"
    assert form.form.boxes["start_at"].input.text() == "31/2"  # type: ignore[attr-defined]
    assert [vars(part)["n_turns"] for part in form.form.lists["audiences"].parts()] == [45]
    papers = form.form.lists["documents"]
    assert isinstance(papers, PartTable)
    assert papers.rows.index(0, 0).data() == "Nghị quyết nào đó"
    assert papers.rows.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert not form.save()
    papers.rows.remove(0)
    for name, value in (("start_at", datetime(2026, 2, 5)), ("form", "hoi_nghi"), ("primary_topic", "atgt")):
        form.form.boxes[name].editor.show_value(value)
    assert form.save()
    assert store.read(Activity, form.record.uid).title == "Dang ghi"
    assert not aside.path.exists()


def test_it_may_wait_or_be_given_up(qtbot: QtBot, window: MainWindow, store: Store, aside: Aside) -> None:
    begun(window, store, qtbot).done(0)
    with messages.answered(None):
        assert offer_unfinished(window, window, store) == []
    assert aside.found("form/")
    with messages.answered(1):
        assert offer_unfinished(window, window, store) == []
    assert not aside.path.exists()


def test_a_form_given_up_leaves_nothing_aside(qtbot: QtBot, window: MainWindow, store: Store, aside: Aside) -> None:
    form = begun(window, store, qtbot)
    with messages.answered(True):
        QTest.keyClick(form, Qt.Key.Key_Escape)
    assert not form.isVisible() and not aside.path.exists()


def test_a_row_that_is_not_complete_stands_there_again(
    qtbot: QtBot, window: MainWindow, log: RecordList, go: Going, ledger: Path
) -> None:
    go(3, "title")
    type_in("Dở dang\t")
    go(0, "n_sessions")
    type_in("0\t")
    qtbot.waitUntil(lambda: bool(log.table.rows.new_rows[0].faults))
    again = RecordList(log.shelf, window.jobs)
    qtbot.addWidget(again)
    again.show_period(window.period)
    again.show_ledger(window.store)
    assert shown(again, 3, "title") == "Dở dang" and shown(again, 0, "n_sessions") == "0"
    assert in_ledger(again, 0).n_sessions == 1
    assert "Số buổi: phải từ 1" in again.foot.text.text()
    put_cursor(again.table, again.table.rows.index(1, 0))
    assert again.foot.text.text() == "Còn 2 dòng chưa cất vì chưa đủ hoặc chưa đúng."


def test_what_is_kept_aside_and_cannot_be_read_is_passed_over(window: MainWindow, store: Store, aside: Aside) -> None:
    aside.path.parent.mkdir(parents=True, exist_ok=True)
    aside.path.write_text("{", encoding="utf-8")
    assert aside.found() == {}
    aside.keep("form/x", {"kind": "gone"})
    aside.keep("grid/activity", [{"uid": "a", "base": {}, "changes": {"gone": 1}, "typed": {}}, 5])
    assert offer_unfinished(window, window, store) == []
    page = window.pages.page
    assert page is not None
    page.show_ledger(store)


def test_a_closed_window_takes_over_what_is_being_typed(
    qtbot: QtBot, window: MainWindow, log: RecordList, go: Going
) -> None:
    uid = log.table.rows.uid(0)
    go(0, "title")
    type_in("Vua go")
    path = window.store.path if window.store else Path()
    window.close()
    store = open_ledger(path)
    try:
        assert store.read(Activity, uid).title == "Vua go"
    finally:
        store.close()
