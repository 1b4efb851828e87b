"""A sound ledger is found sound; what is wrong with another is named."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from sqlcipher3 import dbapi2 as driver

from models.ledger import file, history
from models.ledger.check import check
from models.records.unit import OrgUnit
from tests.models.invented import one_of_each


@pytest.fixture
def full(ledger: Path) -> Path:
    """A closed ledger with records of every type."""
    store = file.open_ledger(ledger)
    with store.write("Ghi") as write:
        for record in one_of_each(Random(9)):
            write.save(record)
    assert check(store) == []
    store.close()
    return ledger


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("UPDATE activity SET form = 'tiec' WHERE uid = 'activity-1'", "activity-1"),
        ("UPDATE activity SET title = ' ' WHERE uid = 'activity-1'", "activity-1”): Tên hoạt động: chưa điền"),
        ("UPDATE activity SET start_at = 'sáng mai' WHERE uid = 'activity-1'", "Hoạt động tuyên truyền “activity-1”"),
        ("UPDATE activity SET organizer = 'none' WHERE uid = 'activity-1'", "“none”"),
        ("UPDATE feedback SET occasion = 'none'", "“none”"),
        ("INSERT INTO activity_audience (owner, place, n_turns) VALUES (9999, 0, 7)", "Bảng activity_audience"),
        ("UPDATE change SET before = '{' WHERE id = 3", "Lịch sử, lần ghi số 2"),
        ("UPDATE change SET before = '{\"birth\": \"x\"}', type = 'member' WHERE id = 3", "Lịch sử"),
        ("UPDATE change SET type = 'nothing' WHERE id = 3", "Lịch sử"),
        ("DELETE FROM write WHERE id = 1", "Lịch sử bị thiếu"),
        ("UPDATE org_unit SET is_own = 0", "đúng một đơn vị của mình, đang có 0"),
        ("UPDATE org_unit SET is_own = 1", "đúng một đơn vị của mình, đang có 3"),
    ],
)
def test_what_is_wrong_is_named(full: Path, statement: str, named: str) -> None:
    opened = driver.connect(str(full), isolation_level=None)
    opened.execute(statement)
    opened.close()
    store = file.open_ledger(full)
    found = check(store)
    store.close()
    assert any(named in each for each in found), found


def test_a_damaged_index_is_named(full: Path) -> None:
    opened = driver.connect(str(full), isolation_level=None)
    root = opened.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'ix_activity_ordering'").fetchone()[0]
    opened.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    opened.close()
    empty_leaf = b"\x0a" + bytes(2) + bytes(2) + (0).to_bytes(2) + bytes(1)
    store = file.open_ledger(full)
    with full.open("rb+") as content:
        content.seek((root - 1) * 4096)
        content.write(empty_leaf + bytes(4096 - len(empty_leaf)))
    assert any("Tệp sổ bị hỏng" in each for each in check(store))
    assert list(store.read_all(OrgUnit))
    store.close()


def test_a_sound_ledger_is_found_sound_after_another_connection_has_written(full: Path) -> None:
    store = file.open_ledger(full)
    assert check(store) == []
    for _time in range(3):
        with store.reading():  # the connection that checked is in use, so that another one writes
            history.undo(store)
            history.redo(store)
        assert check(store) == []
    store.close()
