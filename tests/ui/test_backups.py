"""Backups from the window: made by hand and on closing, put back from a list, nothing lost on the way."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from exports.bundle import report_of
from exports.run import hand_out
from models.backups.generations import folder_of, generations
from models.backups.make import back_up
from models.ledger.file import open_ledger
from models.ledger.store import Store
from models.periods import quarter
from models.records.member import Member
from ui import messages, settings
from ui.backups.restore import RestoreDialog
from ui.main_window import MainWindow
from ui.pages.reports import ReportsPage


def log(store: Store, name: str) -> None:
    with store.write("Ghi") as write:
        write.save(Member(full_name=name))


def settle(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.jobs.is_busy, timeout=30_000)


def test_a_backup_is_made_by_hand_beside_the_ledger(qtbot: QtBot, window: MainWindow, store: Store) -> None:
    window.menu["back-up"].trigger()
    settle(qtbot, window)
    (made,) = generations(folder_of(store.path), store.path)
    assert window.toast.text.text() == f"Đã sao lưu: {made.path.name}"


def test_backups_go_to_the_folder_chosen_and_beside_while_it_is_away(
    qtbot: QtBot, window: MainWindow, store: Store, tmp_path: Path
) -> None:
    disk = tmp_path / "USB"
    disk.mkdir()
    with messages.answered(disk):
        window.backups.choose_folder()
    window.backups.make()
    settle(qtbot, window)
    assert len(generations(disk, store.path)) == 1
    disk.rename(tmp_path / "rút ra")
    window.backups.make()
    settle(qtbot, window)
    assert "chưa cắm" in window.toast.text.text()
    assert len(generations(folder_of(store.path), store.path)) == 1


def test_closing_makes_a_backup_once_a_day(window: MainWindow, store: Store) -> None:
    settings.BACKUP.choose("daily")
    log(store, "Nguyễn Thị Ánh")
    window.close()
    (made,) = generations(folder_of(store.path), store.path)
    assert window.desk.open(store.path) and window.store is not None
    log(window.store, "Trần Văn Đức")
    window.close()
    assert [each.path for each in generations(folder_of(store.path), store.path)] == [made.path]


def test_closing_makes_none_where_she_chose_so(window: MainWindow, store: Store) -> None:
    assert settings.BACKUP.usual == "daily"
    log(store, "Nguyễn Thị Ánh")
    window.close()
    assert generations(folder_of(store.path), store.path) == []


def test_a_backup_that_fails_does_not_keep_the_window_open(window: MainWindow, store: Store) -> None:
    settings.BACKUP.choose("daily")
    log(store, "Nguyễn Thị Ánh")
    folder_of(store.path).write_text("đây là một tệp, không phải thư mục")
    window.close()
    assert window.store is None
    assert "Không tạo được thư mục" in settings.backup_fault()


@pytest.fixture
def earlier(store: Store) -> Path:
    """A backup from before the last member was logged."""
    log(store, "Nguyễn Thị Ánh")
    made = back_up(store, now=datetime(2026, 4, 1, 9))
    log(store, "Trần Văn Đức")
    return made


def test_a_backup_put_back_keeps_what_it_replaces(
    qtbot: QtBot, window: MainWindow, store: Store, earlier: Path
) -> None:
    window.menu["restore"].trigger()
    dialog = window.findChild(RestoreDialog)
    assert dialog is not None
    item = dialog.tree.topLevelItem(0)
    assert item is not None
    assert [item.text(place) for place in (0, 2, 3)] == ["01/04/2026 09:00", "2", "Thiếu 1 lần ghi sau đó"]
    with messages.answered(True):
        QTest.mouseClick(dialog.restore_button, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert window.store is not None and window.store.path == store.path
    assert [each.full_name for each in window.store.read_all(Member)] == ["Nguyễn Thị Ánh"]
    (kept,) = store.path.parent.glob("*truoc-khi-khoi-phuc*.socd")
    former = open_ledger(kept)
    assert sorted(each.full_name for each in former.read_all(Member)) == ["Nguyễn Thị Ánh", "Trần Văn Đức"]
    former.close()


def test_a_spoilt_backup_is_refused_and_the_ledger_stays(
    qtbot: QtBot, window: MainWindow, store: Store, earlier: Path
) -> None:
    earlier.write_bytes(earlier.read_bytes()[:-4096] + b"x" * 4096)
    with messages.answered(True, None) as asked:
        window.backups.restore(earlier)
        settle(qtbot, window)
    assert asked == ["Khôi phục từ bản sao lưu này?", "Chưa làm được"]
    assert window.store is not None and len(list(window.store.read_all(Member))) == 2


def test_a_file_handed_out_leads_back_to_its_report(
    qtbot: QtBot, window: MainWindow, store: Store, tmp_path: Path
) -> None:
    file = tmp_path / "BaoCao-B1.xlsx"
    hand_out(report_of(store, "B1", quarter(2026, 1)), file)
    with messages.answered(file, None) as asked:
        window.menu["from-file"].trigger()
        settle(qtbot, window)
    assert asked == ["Tìm lại từ tệp đã xuất", "Tệp “BaoCao-B1.xlsx”"]
    page = window.pages.page
    assert isinstance(page, ReportsPage)
    assert (page.form, window.period) == ("B1", quarter(2026, 1))
    settle(qtbot, window)
