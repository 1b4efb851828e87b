"""Long lists: the first records at once, the rest a moment later, and all of it right whatever happens meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication
from pytestqt.qtbot import QtBot

from models.ledger import first_page, history, listing
from models.ledger.store import Store
from models.periods import quarter
from models.records.activity import Activity
from tests.ui.grid_log import column
from tests.ui.keys import type_in
from ui.editing.cells import Typed
from ui.finding import list_reader
from ui.main_window import MainWindow
from ui.pages.record_list import RecordList
from ui.pages.subject_page import SubjectPage
from ui.tables.cursor import put_cursor

FIRST, COUNT = 40, 150


def event(number: int) -> Activity:
    """The latest has the lowest number."""
    at = datetime(2026, 3, 28 - number // 10, 20 - number % 10)
    return Activity(f"S{number:03}", title=f"Buổi {number:03}", form="hoi_nghi", start_at=at, primary_topic="atgt")


@pytest.fixture
def long(monkeypatch: pytest.MonkeyPatch, window: MainWindow, store: Store) -> RecordList:
    """A list that counts as long: its first records are shown, the rest is under way."""
    monkeypatch.setattr(list_reader, "LONG", 10)
    monkeypatch.setattr(first_page, "FIRST", FIRST)
    with store.write("Ghi") as write:
        write.add_all(event(number) for number in reversed(range(COUNT)))
    window.choose_period(quarter(2026, 1))
    page = window.pages.page
    assert isinstance(page, SubjectPage)
    assert page.current.table.rows.count == FIRST
    return page.current


@pytest.fixture
def settle(qtbot: QtBot, long: RecordList) -> Callable[[], None]:
    """Waits until nothing is under way; then the list is what the ledger says."""

    def wait() -> None:
        qtbot.waitUntil(lambda: not long._reader.is_busy)
        assert long.store is not None
        rows = long.table.rows
        asked = list(listing.ids(long.store, long._choice()))
        assert rows.is_whole and rows.numbers(range(rows.count)) == asked
        shown = [(rows.uid(row), rows.index(row, 0).data()) for row in range(rows.count)]
        texts = listing.cells(long.store, Activity, rows.columns, asked)
        assert shown == [(uid, each[0]) for uid, each in texts]

    return wait


def test_the_first_records_are_shown_before_all_are_known(long: RecordList, settle: Callable[[], None]) -> None:
    assert long.table.rows.uid(0) == "S000"
    assert long.count_text == f"hơn {FIRST} hoạt động"
    height = long.table.verticalScrollBar().maximum()
    settle()
    assert long.count_text == f"{COUNT} hoạt động"
    assert long.table.verticalScrollBar().maximum() > 2 * height


def test_the_rest_moves_neither_view_nor_cursor_nor_what_is_being_typed(
    qtbot: QtBot, window: MainWindow, long: RecordList, settle: Callable[[], None]
) -> None:
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    long.refresh()
    long.table.setFocus()
    put_cursor(long.table, long.table.rows.index(20, 0))
    height = long.table.verticalScrollBar().value()
    type_in("Đang")
    assert long._reader.is_busy and long.table.state() == QAbstractItemView.State.EditingState
    settle()
    assert long.table.state() == QAbstractItemView.State.EditingState
    assert long.table.verticalScrollBar().value() == height
    assert long.table.currentIndex().row() == 20


def test_a_record_beyond_the_first_is_selected_as_soon_as_it_is_there(
    long: RecordList, settle: Callable[[], None]
) -> None:
    assert long.show_uid("S120")
    assert not long.show_uid("gone")
    settle()
    assert long.table.chosen == "S120" and long.table.currentIndex().row() == 120
    long.table.show_order("title", True)
    long.refresh()
    settle()
    assert long.table.chosen == "S120"
    long.show_period(quarter(2025, 4))
    assert not long.show_uid("S120")


def test_what_is_looked_at_stays_when_something_is_written_elsewhere(
    store: Store, long: RecordList, settle: Callable[[], None]
) -> None:
    settle()
    bar = long.table.verticalScrollBar()
    bar.setValue(100 * long.table.rowHeight(0))
    height = bar.value()
    with store.write("Sửa") as write:
        write.save(Activity("S000", title="Khác", form="toa_dam", start_at=event(0).start_at, primary_topic="atgt"))
    assert bar.value() == height and long.table.rows.count == COUNT  # though only the first were read anew
    settle()
    assert bar.value() == height


@pytest.mark.parametrize("seed", range(4))
def test_a_list_is_right_whatever_is_written_while_it_is_read(
    qtbot: QtBot, store: Store, long: RecordList, settle: Callable[[], None], seed: int
) -> None:
    random = Random(seed)
    for number in range(15):
        if random.random() < 0.6:
            write_anything(store, random, number)
        else:
            ask_anything(long, random)
        qtbot.wait(random.choice((0, 0, 5, 40)))
    settle()


def write_anything(store: Store, random: Random, number: int) -> None:
    """Adds, changes or removes a record, or takes back the last write."""
    uid, at = f"S{random.randrange(COUNT):03}", event(random.randrange(COUNT)).start_at
    act = random.choice(("add", "change", "remove", "undo"))
    if act == "undo":
        if history.next_undo(store) is not None:
            history.undo(store)
        return
    with store.write("Ghi") as write:
        if act == "add":
            write.save(Activity(f"N{number}", title="Ánh", form="toa_dam", start_at=at, primary_topic="atgt"))
        elif act == "change":
            write.save(Activity(uid, title="Đổi", form="toa_dam", start_at=at, primary_topic="atgt"))
        else:
            write.remove_all(Activity, [uid])


def ask_anything(long: RecordList, random: Random) -> None:
    """Sorts by another column, or looks for other words."""
    long.table.show_order(random.choice(["", *(each.key for each in long.table.rows.columns)]), random.random() < 0.5)
    long.filter.setText(random.choice(("", "", "buoi", "doi", "anh")))
    long.refresh()


def test_a_row_typed_while_the_list_is_read_is_in_it(long: RecordList, settle: Callable[[], None]) -> None:
    rows = long.table.rows
    empty = rows.rowCount() - 1
    said = {"title": "Gõ vào", "form": "hoi_nghi", "start_at": datetime(2026, 2, 1, 8), "primary_topic": "atgt"}
    rows.take([Typed(empty, column(long, key), value) for key, value in said.items()])
    assert long._reader.is_busy
    assert rows.save(rows.new_rows)
    settle()
    assert rows.count == COUNT + 1 and not rows.unsaved


def test_a_cell_typed_reads_its_own_row_alone(
    monkeypatch: pytest.MonkeyPatch, long: RecordList, settle: Callable[[], None]
) -> None:
    settle()
    rows = long.table.rows
    far = rows.index(COUNT - 1, 0).data()

    def never(*_asked: object) -> None:
        raise AssertionError("the list was read again")

    monkeypatch.setattr(list_reader, "ids", never)
    monkeypatch.setattr(list_reader, "first_ids", never)
    asked: list[int] = []
    cells = listing.cells

    def counted(store: Store, record: type[Activity], columns: object, wanted: list[int]) -> object:
        asked.extend(wanted)
        return cells(store, record, columns, wanted)  # type: ignore[arg-type]

    monkeypatch.setattr(listing, "cells", counted)
    place = column(long, "n_sessions")
    rows.take([Typed(2, place, 7)])
    assert rows.index(2, place).data() == "7" and rows.index(COUNT - 1, 0).data() == far
    assert rows.number(2) in asked and len(asked) < COUNT


def test_a_filter_over_a_long_list_is_answered_beside_the_window(
    qtbot: QtBot, long: RecordList, settle: Callable[[], None]
) -> None:
    settle()
    QTest.keyClicks(long.filter, "buoi 14")
    qtbot.waitUntil(lambda: long.table.rows.count == 10)
    QTest.keyClick(long.filter, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: long.table.rows.count == 50)
    settle()
