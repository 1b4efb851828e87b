"""A backup is due once a day, and only if there is something that no backup holds."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from models.backups.due import is_due, known_backups
from models.backups.make import back_up
from models.ledger.store import Store
from models.records.member import Member

NOW = datetime(2026, 4, 8, 17)


def log(store: Store, name: str) -> None:
    with store.write("Ghi") as write:
        write.save(Member(full_name=name))


def due(store: Store, now: datetime) -> bool:
    return is_due(store, known_backups(store.path), now)


def test_a_ledger_that_was_only_made_needs_none(store: Store) -> None:
    assert not due(store, NOW)
    log(store, "Nguyễn Thị Ánh")
    assert due(store, NOW)


def test_one_a_day_and_not_without_something_new(store: Store) -> None:
    log(store, "Nguyễn Thị Ánh")
    back_up(store, now=NOW)
    assert not due(store, NOW + timedelta(days=3))
    log(store, "Trần Văn Đức")
    assert not due(store, NOW + timedelta(hours=23))
    assert due(store, NOW + timedelta(days=1))


def test_backups_in_a_folder_of_hers_count_too_the_newest_first(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "USB"
    folder.mkdir()
    beside = back_up(store, now=NOW)
    away = back_up(store, folder, NOW + timedelta(days=1))
    assert [each.path for each in known_backups(store.path, folder, folder)] == [away, beside]
    assert [each.path for each in known_backups(store.path, tmp_path / "chưa cắm")] == [beside]
