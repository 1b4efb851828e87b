"""What the disk refuses while a ledger is open is told in one sentence, and nothing half-written stays."""

from __future__ import annotations

import random
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as driver

from models.ledger import file
from models.ledger.plain import asked
from models.ledger.store import Store
from models.ledger.trouble import DamagedLedger, LedgerError
from models.records.unit import OrgUnit


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit there")
def test_a_disk_that_refuses_to_grow_a_file_is_told_in_a_sentence(ledger: Path) -> None:
    lines = f"""
        import resource
        from pathlib import Path
        from models.errors import UserError
        from models.ledger import check, file
        from models.records.member import Member
        store = file.open_ledger(Path({str(ledger)!r}))
        resource.setrlimit(resource.RLIMIT_FSIZE, ({ledger.stat().st_size}, resource.RLIM_INFINITY))
        kept, said = 0, ""
        while not said:
            try:
                with store.write("Ghi") as write:
                    write.add_all(Member(f"M{{kept + each}}", full_name="Ánh", note="x" * 500) for each in range(100))
                kept += 100
            except UserError as error:
                said = str(error)
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        assert "Ổ đĩa" in said, said
        assert sum(1 for _ in store.read_all(Member)) == kept
        with store.write("Ghi") as write:
            write.save(Member("again", full_name="Ánh"))
        assert check.check(store) == []
        store.close()
        file.open_ledger(Path({str(ledger)!r})).close()
    """
    subprocess.run([sys.executable, "-c", textwrap.dedent(lines)], check=True, timeout=60)


def test_a_ledger_damaged_while_open_is_told_in_a_sentence(ledger: Path) -> None:
    store = file.open_ledger(ledger)
    with ledger.open("rb+") as content:
        content.seek(4096)
        content.write(random.Random(3).randbytes(ledger.stat().st_size - 4096))
    with pytest.raises(DamagedLedger, match="bị hỏng"):
        list(store.read_all(OrgUnit))
    store.close()


def test_a_busy_ledger_is_told_in_a_sentence(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    with store.reading() as reading:
        asked(reading, "SELECT 1")
    other = driver.connect(str(store.path), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with store.reading() as one, store.reading() as two:
        for each in (one, two):
            asked(each, "PRAGMA busy_timeout=20")
    with pytest.raises(LedgerError, match="đang bận"), store.write("Ghi"):
        pass
    other.execute("ROLLBACK")
    other.close()
