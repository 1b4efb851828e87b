"""What an unclean end leaves beside a ledger: its own is taken in, another file's is set aside."""

from __future__ import annotations

import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from models.ledger import connection, file
from models.ledger.check import check
from models.ledger.leftovers import settle_leftovers
from models.ledger.trouble import DamagedLedger
from models.records.member import Member
from models.records.unit import OrgUnit

ASIDE = "*-khong-khop-*"


def saved(path: Path, *uids: str) -> None:
    """Saves members, one write each, and closes the ledger."""
    store = file.open_ledger(path)
    for uid in uids:
        with store.write("Ghi") as write:
            write.save(Member(uid, full_name="Nguyễn Thị Ánh"))
    store.close()


def died(path: Path, *uids: str, journal: str = "wal") -> None:
    """Another program saves members, one write each, and dies without closing the ledger, in the middle of a write."""
    lines = f"""
        import os, signal
        from pathlib import Path
        from models.ledger import connection, file
        from models.records.member import Member
        connection.is_fixed_local_disk = lambda path: {journal == "wal"}
        store = file.open_ledger(Path({str(path)!r}))
        for uid in {uids!r}:
            with store.write("Ghi") as write:
                write.save(Member(uid, full_name="Lê Ơn"))
        with store.write("Dở dang") as write:
            write.add_all(Member(f"half-{{number}}", full_name="x", note="y" * 900) for number in range(4000))
            write.connection.plain.execute("PRAGMA cache_spill=1")
            os.kill(os.getpid(), signal.SIGKILL)
    """
    subprocess.run([sys.executable, "-c", textwrap.dedent(lines)], check=False)


def members(path: Path) -> list[str]:
    """The uids of the members; the ledger opens without a question and is sound."""
    store = file.open_ledger(path)
    uids = [each.uid for each in store.read_all(Member)]
    assert check(store) == []
    store.close()
    return uids


@pytest.mark.parametrize("journal", ["wal", "truncate"])
def test_what_was_saved_before_the_end_is_there(ledger: Path, journal: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "is_fixed_local_disk", lambda _path: journal == "wal")
    saved(ledger, "M1")
    died(ledger, "M2", "M3", journal=journal)
    left = ledger.with_name("so.socd-wal" if journal == "wal" else "so.socd-journal")
    assert left.stat().st_size
    assert members(ledger) == ["M1", "M2", "M3"]
    assert list(ledger.parent.iterdir()) == [ledger]


def test_looking_at_the_leavings_changes_nothing(ledger: Path) -> None:
    died(ledger, "M1")
    before = {each: each.read_bytes() for each in ledger.parent.iterdir() if not each.name.endswith("-shm")}
    assert settle_leftovers(ledger) is True
    assert settle_leftovers(ledger) is True
    assert {each: each.read_bytes() for each in ledger.parent.iterdir() if not each.name.endswith("-shm")} == before
    assert members(ledger) == ["M1"]
    assert settle_leftovers(ledger) is False


def test_a_copy_of_all_files_of_a_ledger_in_use_opens_with_what_was_saved(ledger: Path, tmp_path: Path) -> None:
    died(ledger, "M1", "M2")
    other = tmp_path / "khac"
    other.mkdir()
    for ending in ("", "-wal"):
        shutil.copyfile(f"{ledger}{ending}", other / f"so.socd{ending}")
    assert members(other / "so.socd") == ["M1", "M2"]


@pytest.mark.parametrize("journal", ["wal", "truncate"])
def test_the_leavings_of_another_ledger_are_set_aside(
    ledger: Path, tmp_path: Path, journal: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "is_fixed_local_disk", lambda _path: journal == "wal")
    strange = tmp_path / "strange.socd"
    file.create(strange, OrgUnit("own", code="X", kind="grassroots_union", name_full="Đơn vị lạ")).close()
    saved(strange, *(f"L{number}" for number in range(5)))
    saved(ledger, "M1")
    died(strange, "L8", "L9", journal=journal)
    ending = "-wal" if journal == "wal" else "-journal"
    content = strange.with_name(strange.name + ending).read_bytes()
    assert content
    shutil.copyfile(strange.with_name(strange.name + ending), ledger.with_name(ledger.name + ending))
    assert members(ledger) == ["M1"]
    (aside,) = ledger.parent.glob(ASIDE)
    assert aside.read_bytes() == content
    store = file.open_ledger(ledger)
    assert store.own_unit().name_full == "CĐCS Công ty TNHH Mẫu A"
    store.close()


def test_a_backup_put_by_hand_in_the_place_of_a_dead_ledger_is_not_mixed_with_it(ledger: Path, tmp_path: Path) -> None:
    saved(ledger, *(f"M{number}" for number in range(30)))
    backup = tmp_path / "backup.socd"
    shutil.copyfile(ledger, backup)
    saved(ledger, *(f"N{number}" for number in range(300)))
    died(ledger, "O1")
    shutil.copyfile(backup, ledger)
    uids = members(ledger)
    assert uids[:30] == sorted(f"M{number}" for number in range(30))
    assert len(uids) in (30, 331)


def test_neither_whole_alone_nor_with_its_leavings_is_damaged(ledger: Path) -> None:
    died(ledger, "M1")
    for each in (ledger, ledger.with_name("so.socd-wal")):
        content = bytearray(each.read_bytes())
        for start in range(4096, len(content), 3000):
            content[start : start + 500] = bytes(500)
        each.write_bytes(content)
    before = {each: each.read_bytes() for each in ledger.parent.iterdir() if not each.name.endswith("-shm")}
    with pytest.raises(DamagedLedger):
        file.open_ledger(ledger)
    after = {each: each.read_bytes() for each in ledger.parent.iterdir() if not each.name.endswith(("-shm", "-lock"))}
    assert after == {each: content for each, content in before.items() if not each.name.endswith("-lock")}
