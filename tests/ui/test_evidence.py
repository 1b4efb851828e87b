"""Photos dropped on a record or its line are kept with it, seen small, named, taken out and brought back."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from models.ledger import attachments, history
from models.ledger.attachments import Given
from models.ledger.store import Store
from models.records.activity import Activity
from ui import messages
from ui.evidence.reduced import LONGEST, reduced
from ui.main_window import MainWindow
from ui.pages.record_list import RecordList
from ui.pages.subject_page import SubjectPage
from ui.settings import PICTURES


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A large photo."""
    path = tmp_path / "hội nghị.jpg"
    image = QImage(4000, 3000, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    image.save(str(path))
    return path


@pytest.fixture
def shown(window: MainWindow, store: Store) -> RecordList:
    """The list of activities, with one in it."""
    held = Activity("S1", title="Hội nghị", form="hoi_nghi", start_at=datetime(2026, 11, 20, 8), primary_topic="atgt")
    with store.write("Thêm") as write:
        write.save(held)
    window.choose_period(window.period)
    page = window.pages.page
    assert isinstance(page, SubjectPage)
    page.current.all_periods.setChecked(True)
    page.current.show_uid("S1")
    return page.current


def dropped(widget: QWidget, where: QPoint, path: Path) -> None:
    """Drops a file on a widget as the system does."""
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(where, Qt.DropAction.CopyAction, files, buttons, keys)
    QApplication.sendEvent(widget, entering)
    assert entering.isAccepted()
    drop = QDropEvent(QPointF(where), Qt.DropAction.CopyAction, files, buttons, keys, QEvent.Type.Drop)
    QApplication.sendEvent(widget, drop)


def test_a_photo_dropped_on_a_line_is_seen_in_the_card(
    qtbot: QtBot, window: MainWindow, shown: RecordList, store: Store, photo: Path
) -> None:
    line = shown.table.visualRect(shown.table.rows.index(0, 0)).center()
    dropped(shown.table.viewport(), line, photo)
    qtbot.waitUntil(lambda: shown.card.evidence.list.count() == 1)
    item = shown.card.evidence.list.item(0)
    assert item.text() == "hội nghị.jpg"
    assert not item.icon().isNull()
    [kept] = attachments.attached_to(store, "S1")
    place = attachments.place_of(store, kept)
    assert place is not None
    assert place.read_bytes() == photo.read_bytes()


def test_a_caption_is_written_and_a_photo_taken_out_and_back(
    qtbot: QtBot, window: MainWindow, shown: RecordList, store: Store, photo: Path
) -> None:
    with messages.answered([photo]):
        shown.card.evidence.adding_wished.emit()
    strip = shown.card.evidence
    qtbot.waitUntil(lambda: strip.list.count() == 1)
    strip.list.item(0).setText("Toàn cảnh")
    qtbot.waitUntil(lambda: [each.caption for each in attachments.attached_to(store, "S1")] == ["Toàn cảnh"])
    strip.list.item(0).setSelected(True)
    QTest.keyClick(strip.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: strip.list.count() == 0)
    history.undo(store)
    qtbot.waitUntil(lambda: strip.list.count() == 1)
    assert strip.list.item(0).text() == "Toàn cảnh"


def test_a_photo_is_made_smaller_only_on_request(
    qtbot: QtBot, window: MainWindow, shown: RecordList, store: Store, photo: Path
) -> None:
    PICTURES.choose("small")
    dropped(shown.card, QPoint(20, 20), photo)
    qtbot.waitUntil(lambda: shown.card.evidence.list.count() == 1)
    [kept] = attachments.attached_to(store, "S1")
    image = QImage(str(attachments.place_of(store, kept)))
    assert (image.width(), image.height()) == (LONGEST, LONGEST * 3 // 4)


def test_what_is_no_photo_is_never_touched() -> None:
    for given in (Given("a.jpg", b"not a photo"), Given("b.pdf", b"%PDF-1.7"), Given("c.png", b"")):
        assert reduced(given) is given
