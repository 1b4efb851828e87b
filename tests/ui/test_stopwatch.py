"""Entry speed, counted in fields and keys: what must be typed for an ordinary event, in the form and in the grid.

At two keys a second, the pace of somebody who is no typist, 80 keys are forty seconds; no time is measured here.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.ledger.store import Store
from models.records.activity import Activity, ActivityAudience
from tests.ui.grid_log import Going, in_ledger
from tests.ui.keys import CONTROL, press, type_in
from ui.editing.dialog import RecordDialog
from ui.main_window import MainWindow
from ui.pages.record_list import RecordList

MOST_FIELDS, MOST_KEYS = 12, 80


class Stopwatch:
    """Types, and counts what is typed."""

    def __init__(self) -> None:
        self.fields = self.keys = 0

    def field(self, text: str, *, then: int = 1) -> None:
        """Fills a field and goes on with Tab, `then` times: passing over a field is a key too."""
        self.fields += bool(text)
        self.keys += len(text) + then
        type_in(text + "\t" * then)

    def key(self, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Presses one key."""
        self.keys += 1
        press(key, keys)


@pytest.fixture
def stopwatch() -> Stopwatch:
    """Begins at nothing."""
    return Stopwatch()


@pytest.fixture
def written_before(store: Store) -> Activity:
    """An event of last month: what is like it need not be typed again."""
    record = Activity(
        title="Tuyên truyền an toàn giao thông đầu ca",
        form="toa_dam",
        start_at=datetime(2026, 2, 3, 8),
        place="Nhà ăn số 2",
        primary_topic="atgt",
        audiences=[ActivityAudience(group="doan_vien", n_turns=30)],
    )
    with store.write("Thêm") as write:
        write.save(record)
    return record


def test_an_ordinary_event_takes_few_fields_in_the_form(
    qtbot: QtBot, window: MainWindow, written_before: Activity, log: RecordList, stopwatch: Stopwatch
) -> None:
    stopwatch.key(Qt.Key.Key_N, CONTROL)
    form = next(each for each in window.findChildren(RecordDialog) if each.isVisible())
    qtbot.waitUntil(lambda: QApplication.focusWidget() is form.form.boxes["title"].input)
    type_and_take(stopwatch, "tuyen")
    stopwatch.field("toa dam")
    stopwatch.field("5/3 8h30")
    type_and_take(stopwatch, "nha an")
    stopwatch.field("2")
    stopwatch.field("an toan giao", then=3)  # the state is right already, and it is not about reform
    stopwatch.field("doan vien")
    stopwatch.field("45")
    stopwatch.field("40")
    stopwatch.field("18")
    stopwatch.key(Qt.Key.Key_S, CONTROL)
    assert not form.isVisible(), [box.reason.text() for box in form.form.boxes.values()]
    record = in_ledger(log, 0)
    assert (record.title, record.form, record.place) == (written_before.title, "toa_dam", "Nhà ăn số 2")
    assert (record.start_at, record.n_sessions, record.primary_topic) == (datetime(2026, 3, 5, 8, 30), 2, "atgt")
    (people,) = record.audiences
    assert (people.group, people.n_turns, people.n_members, people.n_female) == ("doan_vien", 45, 40, 18)
    assert stopwatch.fields <= MOST_FIELDS and stopwatch.keys <= MOST_KEYS, (stopwatch.fields, stopwatch.keys)


def type_and_take(stopwatch: Stopwatch, text: str) -> None:
    """Types the beginning of a text written before, takes it from the list under the field, goes on."""
    stopwatch.fields += 1
    stopwatch.keys += len(text)
    type_in(text)
    stopwatch.key(Qt.Key.Key_Down)
    stopwatch.field("")


def test_an_ordinary_event_takes_fewer_still_in_the_grid(
    qtbot: QtBot, written_before: Activity, log: RecordList, go: Going, stopwatch: Stopwatch
) -> None:
    go(log.table.rows.count, "title")
    type_and_take(stopwatch, "tuyen")
    for text in ("toa dam", "5/3 8h30", "2", "45"):
        stopwatch.field(text)
    stopwatch.field("an toan giao")
    stopwatch.key(Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: not log.table.rows.unsaved)
    record = in_ledger(log, log.table.rows.count - 1)
    assert (record.title, record.form, record.primary_topic) == (written_before.title, "toa_dam", "atgt")
    assert (record.start_at, record.n_sessions) == (datetime(2026, 3, 5, 8, 30), 2)
    assert stopwatch.fields <= 6 and stopwatch.keys <= 50, (stopwatch.fields, stopwatch.keys)


def test_an_event_like_another_takes_its_day_and_its_people(
    qtbot: QtBot, window: MainWindow, written_before: Activity, log: RecordList, go: Going, stopwatch: Stopwatch
) -> None:
    assert log.show_uid(written_before.uid)
    log.table.setFocus()
    stopwatch.key(Qt.Key.Key_D, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    form = next(each for each in window.findChildren(RecordDialog) if each.isVisible())
    qtbot.waitUntil(lambda: QApplication.focusWidget() is form.form.boxes["title"].input)
    stopwatch.field("", then=2)
    stopwatch.field("9/3")
    stopwatch.key(Qt.Key.Key_S, CONTROL)
    assert not form.isVisible()
    record = in_ledger(log, 0)
    assert (record.start_at, record.place) == (datetime(2026, 3, 9), "Nhà ăn số 2")
    assert stopwatch.fields == 1 and stopwatch.keys <= 8, (stopwatch.fields, stopwatch.keys)


def test_what_was_written_before_is_offered_and_never_put_in(
    qtbot: QtBot, written_before: Activity, log: RecordList, go: Going, list_lines: Callable[[], list[str]]
) -> None:
    go(log.table.rows.count, "title")
    type_in("giao thong")
    assert list_lines() == ["Tuyên truyền an toàn giao thông đầu ca"]
    press(Qt.Key.Key_Tab)
    assert log.table.rows.new_rows[0].changes["title"] == "giao thong"


@pytest.fixture
def list_lines() -> Callable[[], list[str]]:
    """What the list under the field says."""

    def lines() -> list[str]:
        unfolded = QApplication.activePopupWidget()
        model = unfolded.model() if unfolded is not None else None  # type: ignore[attr-defined]
        return [model.index(row, 0).data() for row in range(model.rowCount())] if model is not None else []

    return lines
