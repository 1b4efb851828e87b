"""Making and opening a ledger: what is refused, in one sentence, with the file left as it is."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as driver

from models.errors import UserError
from models.ledger import connection, file
from models.ledger.inspection import NewerLedger, NotALedger, ReadOnlyLedger, StrangeLedger
from models.ledger.lock import LedgerInUse
from models.ledger.plain import first
from models.ledger.store import Store
from models.ledger.trouble import DamagedLedger, LedgerError
from models.records.member import Member
from models.records.unit import OrgUnit

SETTINGS = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "mmap_size": 0,
    "secure_delete": 1,
    "recursive_triggers": 0,
}


def changed(path: Path, *statements: str) -> None:
    """Changes a closed ledger behind our back."""
    opened = driver.connect(str(path), isolation_level=None)
    for statement in statements:
        opened.execute(statement)
    opened.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    opened.close()


def refusal(path: Path, kind: type[UserError]) -> str:
    """The sentence with which a file is refused; it and its folder stay as they are."""
    before = {each: each.read_bytes() for each in path.parent.iterdir() if each.is_file()}
    with pytest.raises(kind) as refused:
        file.open_ledger(path)
    assert {each: each.read_bytes() for each in path.parent.iterdir() if each.is_file()} == before
    said = str(refused.value)
    assert said.endswith((".", "…"))
    assert "hãy" in said.lower()
    assert "\n" not in said
    return said


def unit(name: str = "CĐCS B") -> OrgUnit:
    """Another unit."""
    return OrgUnit(code="B", kind="grassroots_union", name_full=name)


@contextmanager
def elsewhere(path: Path, *lines: str) -> Iterator[subprocess.Popen[str]]:
    """Another program that has the ledger open as `store`, has carried these lines out, and waits."""
    script = [
        *("from pathlib import Path", "from models.ledger import file", "from models.records.member import Member"),
        f"store = file.open_ledger(Path({str(path)!r}))",
        *lines,
        *("print('ready', flush=True)", "input()"),
    ]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    program = subprocess.Popen([sys.executable, "-c", "\n".join(script)], text=True, **pipes)  # type: ignore[call-overload]
    try:
        assert program.stdout.readline() == "ready\n"
        yield program
    finally:
        program.kill()
        program.communicate()


def test_every_connection_has_the_settings_that_keep_what_was_saved(store: Store) -> None:
    with store.reading() as one, store.reading() as two:
        for each in (one, two):
            found = {name: first(each, f"PRAGMA {name}") for name in SETTINGS}
            assert found == SETTINGS
            assert driver.sqlite_version_info >= connection.SAFE_WAL


def test_on_another_disk_there_is_no_wal(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "is_fixed_local_disk", lambda _path: False)
    store = file.open_ledger(ledger)
    with store.write("Ghi") as write:
        write.save(Member("M1", full_name="Nguyễn Thị Ánh"))
        assert first(write.connection, "PRAGMA journal_mode") == "truncate"
        assert first(write.connection, "PRAGMA synchronous") == 2
    store.close()
    assert not ledger.with_name("so.socd-wal").exists()


def test_a_setting_that_does_not_hold_stops_the_opening(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "_WANTED", {"foreign_keys": 1, "page_size": 12345})
    assert "page_size" in refusal(ledger, LedgerError)


def test_a_closed_ledger_is_one_file(ledger: Path) -> None:
    store = file.open_ledger(ledger)
    with store.write("Ghi") as write:
        write.save(Member("M1", full_name="Nguyễn Thị Ánh"))
    store.close()
    store.close()
    assert list(ledger.parent.iterdir()) == [ledger]


def test_a_new_ledger_is_not_put_over_anything(ledger: Path) -> None:
    before = ledger.read_bytes()
    with pytest.raises(UserError, match="đã có"):
        file.create(ledger, unit())
    with pytest.raises(UserError, match="Không có thư mục"):
        file.create(ledger.parent / "none" / "b.socd", unit())
    assert ledger.read_bytes() == before


def test_a_unit_with_faults_makes_no_ledger(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="Tên đầy đủ: chưa điền"):
        file.create(tmp_path / "b.socd", OrgUnit(code="B", kind="grassroots_union"))
    assert list(tmp_path.iterdir()) == []


def test_a_new_ledger_minds_no_leavings_of_one_that_is_gone(ledger: Path) -> None:
    with elsewhere(ledger, "with store.write('Ghi') as write: write.save(Member('M1', full_name='Ánh'))") as program:
        program.kill()
        program.wait()
    ledger.unlink()
    assert ledger.with_name("so.socd-wal").exists() or ledger.with_name("so.socd-journal").exists()
    store = file.create(ledger, unit())
    assert store.own_unit().name_full == "CĐCS B"
    store.close()
    file.open_ledger(ledger).close()


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert "Không tìm thấy sổ" in refusal(tmp_path / "none.socd", LedgerError)
    assert "thư mục" in refusal(tmp_path, NotALedger)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        "Đây là một tệp chữ. Hãy đọc.\n".encode() * 50,
        b"SQLite format 3\x00",
        b"SQLite format 3\x00" + bytes(50),
        b"PK\x03\x04" + bytes(5000),
        random.Random(1).randbytes(20_000),
        bytes(8192),
    ],
    ids=["empty", "text", "only the mark", "cut within the header", "zip", "random", "zeros"],
)
def test_a_file_of_another_kind_is_not_opened(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "so.socd"
    path.write_bytes(content)
    assert "không phải" in refusal(path, NotALedger)


def test_another_programs_database_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "so.socd"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE a (b)")
    other.commit()
    other.close()
    assert "chương trình khác" in refusal(path, NotALedger)


def test_a_newer_file_is_refused(ledger: Path) -> None:
    changed(ledger, f"PRAGMA user_version={file.SCHEMA + 1}")
    assert "phiên bản mới hơn" in refusal(ledger, NewerLedger)


@pytest.mark.parametrize("place", ["first page", "middle", "cut off", "every page"])
def test_a_damaged_file_is_refused(ledger: Path, place: str) -> None:
    content = bytearray(ledger.read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    if place == "first page":
        content[100:2000] = random.Random(1).randbytes(1900)
    elif place == "middle":
        content[middle : middle + 4096] = random.Random(2).randbytes(4096)
    elif place == "cut off":
        del content[middle:]
    else:
        for start in range(4096, len(content), 4096):
            content[start : start + 200] = random.Random(start).randbytes(200)
    ledger.write_bytes(content)
    assert "bị hỏng" in refusal(ledger, DamagedLedger)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER planted AFTER INSERT ON member BEGIN DELETE FROM member; END",
        "CREATE VIEW planted AS SELECT * FROM member",
        "CREATE VIRTUAL TABLE planted USING fts5 (text)",
        "CREATE TABLE planted (a)",
        "CREATE INDEX planted ON member (full_name)",
        "ALTER TABLE member ADD COLUMN planted TEXT",
        "DROP TABLE welfare_action",
    ],
)
def test_a_ledger_with_something_planted_in_it_is_refused(ledger: Path, statement: str) -> None:
    changed(ledger, statement)
    assert "cấu trúc lạ" in refusal(ledger, StrangeLedger)


def test_a_read_only_file_is_refused(ledger: Path) -> None:
    ledger.chmod(0o444)
    assert "chỉ cho phép đọc" in refusal(ledger, ReadOnlyLedger)


@pytest.mark.skipif(sys.platform == "win32", reason="folders have no such mode there")
def test_a_ledger_in_a_read_only_folder_is_refused(ledger: Path) -> None:
    ledger.parent.chmod(0o555)
    try:
        assert "chỉ cho phép đọc" in refusal(ledger, ReadOnlyLedger)
    finally:
        ledger.parent.chmod(0o755)


def test_a_ledger_open_elsewhere_is_refused_naming_who_has_it(ledger: Path) -> None:
    with elsewhere(ledger):
        holder = json.loads(ledger.with_name("so.socd-lock").read_text(encoding="utf-8"))
        said = refusal(ledger, LedgerInUse)
    assert f"bởi {holder['user']} trên máy {holder['host']} từ {holder['since']}" in said
    assert os.uname().nodename == holder["host"]
    with pytest.raises(LedgerInUse), elsewhere(ledger):
        file.open_ledger(ledger)


def test_a_ledger_is_opened_once_whatever_name_leads_to_it(store: Store, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.mkdir()
    (link / "khac.socd").symlink_to(store.path)
    with pytest.raises(LedgerInUse):
        file.open_ledger(link / "khac.socd")
    with pytest.raises(LedgerInUse):
        file.open_ledger(store.path)
    with store.write("Ghi") as write:
        write.save(Member("M1", full_name="Nguyễn Thị Ánh"))


def test_after_the_other_program_died_nothing_is_asked(ledger: Path) -> None:
    with elsewhere(ledger, "with store.write('Ghi') as write: write.save(Member('M1', full_name='Ánh'))") as program:
        program.send_signal(signal.SIGKILL)
        program.wait()
    assert ledger.with_name("so.socd-lock").exists()
    store = file.open_ledger(ledger)
    assert store.read(Member, "M1").full_name == "Ánh"
    store.close()
    assert list(ledger.parent.iterdir()) == [ledger]
