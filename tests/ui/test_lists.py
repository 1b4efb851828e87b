"""Lists: filter, period, selection, undo; a record written by keys alone stands in its list at once."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.ledger.store import Store
from models.periods import quarter
from models.records import CATALOGUE
from models.records.activity import Activity
from tests.ui.keys import press, type_in
from ui.editing.dialog import RecordDialog
from ui.main_window import MainWindow
from ui.pages.record_list import RecordList
from ui.pages.subject_page import SubjectPage
from ui.pages.subjects import SUBJECTS

TITLES = ("Tuyên truyền an toàn giao thông đường bộ", "Hội nghị người lao động", "Tọa đàm 8/3")


def entered(store: Store, title: str, at: datetime) -> Activity:
    """An event as it stands in the ledger."""
    record = Activity(title=title, form="hoi_nghi", start_at=at, primary_topic="atgt")
    with store.write(f"Thêm {title}") as write:
        write.save(record)
    return record


@pytest.fixture
def activities(window: MainWindow, store: Store) -> RecordList:
    """The list of events with three of them in the first quarter of 2026."""
    for place, title in enumerate(TITLES, 1):
        entered(store, title, datetime(2026, place, 5, 8, 0))
    window.choose_period(quarter(2026, 1))
    page = window.pages.page
    assert isinstance(page, SubjectPage)
    return page.current


def titles(shown: RecordList) -> list[str]:
    """What stands in the first column."""
    rows = shown.table.rows
    return [rows.index(row, 0).data() for row in range(rows.count)]


def test_every_kind_of_record_has_its_shelf() -> None:
    kinds = [shelf.kind for subject in SUBJECTS for shelf in subject.shelves]
    assert sorted(kinds) == sorted(record.table_name for record in CATALOGUE)


def test_every_list_opens_and_says_what_to_do_next(window: MainWindow) -> None:
    for subject in SUBJECTS:
        if not subject.shelves:
            continue
        window.show_subject(subject.name)
        page = window.pages.page
        assert isinstance(page, SubjectPage)
        for place, shelf in enumerate(subject.shelves):
            page.show_shelf(place)
            assert page.current.record.table_name == shelf.kind
            assert page.current.table.rows.count or "Chưa có" in page.current.empty.sentence.text()


def test_the_filter_minds_no_accents(qtbot: QtBot, activities: RecordList) -> None:
    QTest.keyClicks(activities.filter, "duong")
    qtbot.waitUntil(lambda: titles(activities) == [TITLES[0]])
    assert activities.count_text == "1 hoạt động"
    QTest.keyClicks(activities.filter, " zzz")
    qtbot.waitUntil(lambda: titles(activities) == [])
    assert "duong zzz" in activities.empty.sentence.text()


def test_the_period_above_is_obeyed_unless_all_are_wanted(window: MainWindow, activities: RecordList) -> None:
    window.choose_period(quarter(2025, 4))
    assert titles(activities) == []
    activities.all_periods.setChecked(True)
    assert titles(activities) == list(reversed(TITLES))


def test_a_click_on_a_head_sorts_the_vietnamese_way(store: Store, activities: RecordList) -> None:
    entered(store, "Ăn tối", datetime(2026, 1, 9))
    entered(store, "Đố vui", datetime(2026, 1, 9))
    entered(store, "An toàn", datetime(2026, 1, 9))
    activities.table.horizontalHeader().setSortIndicator(0, Qt.SortOrder.AscendingOrder)
    assert titles(activities)[:3] == ["An toàn", "Ăn tối", "Đố vui"]


def test_the_selection_outlives_a_reload(store: Store, activities: RecordList) -> None:
    activities.table.setCurrentIndex(activities.table.rows.index(1, 0))
    chosen = activities.table.chosen
    entered(store, "Mới hơn", datetime(2026, 3, 30))
    assert titles(activities)[0] == "Mới hơn"
    assert activities.table.chosen == chosen


def test_a_removed_record_comes_back_from_the_message(qtbot: QtBot, window: MainWindow, activities: RecordList) -> None:
    activities.table.setCurrentIndex(activities.table.rows.index(0, 0))
    activities.card.removal_wished.emit()
    assert titles(activities) == [TITLES[1], TITLES[0]]
    assert window.toast.isVisible() and TITLES[2] in window.toast.text.text()
    QTest.mouseClick(window.toast.undo_button, Qt.MouseButton.LeftButton)
    assert titles(activities) == [TITLES[2], TITLES[1], TITLES[0]]
    assert window.toast.text.text().startswith("Đã hoàn tác: xóa hoạt động")


def test_the_menu_undoes_and_redoes_but_never_the_ledger_itself(window: MainWindow, activities: RecordList) -> None:
    undo, redo = window.menu["undo"], window.menu["redo"]
    for _ in TITLES:
        undo.trigger()
    assert titles(activities) == []
    assert not undo.isEnabled() and redo.isEnabled()
    redo.trigger()
    assert titles(activities) == [TITLES[0]]
    assert "Thêm" in undo.text()


def test_an_event_is_written_by_keys_alone(qtbot: QtBot, window: MainWindow, activities: RecordList) -> None:
    window.menu["add"].trigger()
    form = next(each for each in window.findChildren(RecordDialog) if each.isVisible())
    qtbot.waitUntil(lambda: QApplication.focusWidget() is form.form.boxes["title"].input)
    type_in("Hop mat cuoi nam")
    press(Qt.Key.Key_Tab)
    type_in("toa dam")
    press(Qt.Key.Key_Tab)
    type_in("5/2/2026 8h30")
    for _ in range(3):
        press(Qt.Key.Key_Tab)
    type_in("truyen thong")
    press(Qt.Key.Key_Return)
    for _ in range(3):
        press(Qt.Key.Key_Tab)
    type_in("doan vien")
    press(Qt.Key.Key_Tab)
    type_in("45")
    press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert not form.isVisible(), [box.reason.text() for box in form.form.boxes.values()]
    assert "Hop mat cuoi nam" in titles(activities)
    record = activities.store.read(Activity, activities.table.chosen) if activities.store else None
    assert record is not None
    assert (record.form, record.start_at, record.primary_topic) == (
        "toa_dam",
        datetime(2026, 2, 5, 8, 30),
        "truyen_thong",
    )
    assert [(each.group, each.n_turns) for each in record.audiences] == [("doan_vien", 45)]


def test_copying_opens_a_new_record_that_says_the_same(window: MainWindow, activities: RecordList) -> None:
    window.menu["duplicate"].trigger()
    form = next(each for each in window.findChildren(RecordDialog) if each.isVisible())
    assert form.save()
    assert sorted(titles(activities)) == sorted([*TITLES, TITLES[2]])


@pytest.mark.parametrize(("size", "is_shown"), [((1366, 740), True), ((910, 480), False), ((640, 740), False)])
def test_the_card_makes_way_where_rows_would_have_no_room(
    qtbot: QtBot, window: MainWindow, activities: RecordList, size: tuple[int, int], is_shown: bool
) -> None:
    window.resize(*size)
    qtbot.waitUntil(lambda: activities.card.isVisible() is is_shown)
    assert activities.foot.card_button.isVisible() is is_shown
