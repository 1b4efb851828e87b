"""A program killed at any moment loses nothing that it had called saved, and nothing of it is half there.

The suite kills a few times; `KILLS=200 python -m pytest tests/reliability` kills as often as was promised.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from models.ledger import connection, file, history
from models.ledger.check import check
from models.records.activity import Activity
from models.records.unit import OrgUnit

KILLS = int(os.environ.get("KILLS", "6"))
SAVING = """
import sys
from datetime import datetime
from pathlib import Path
from models.ledger import connection, file, history
from models.records.activity import Activity, ActivityAudience

ledger, journal, round_number = sys.argv[1:]
if journal != "wal":
    connection.is_fixed_local_disk = lambda path: False
store = file.open_ledger(Path(ledger))
print("open", flush=True)
for number in range(10_000):
    uid = f"{int(round_number):04}-{number:05}"
    lines = [ActivityAudience(n_turns=7, n_members=each) for each in (1, 2, 3)]
    first = Activity(uid + "a", title="Hội nghị " + "x" * (number % 700), form="hoi_nghi", primary_topic="khac",
                     start_at=datetime(2026, 1, 12, 8), audiences=lines)
    with store.write("Hai hoạt động") as write:
        write.save(first)
        write.save(Activity(uid + "b", title="b", form="hoi_nghi", primary_topic="khac",
                            start_at=datetime(2026, 1, 12, 8), audiences=lines))
    if number % 5 == 4:
        history.undo(store)
        history.redo(store)
    print(uid, flush=True)
"""


def killed_while_saving(ledger: Path, journal: str, number: int, wait: float) -> set[str]:
    """Starts the program that saves, kills it some time after it opened; what it acknowledged."""
    arguments = [sys.executable, "-c", SAVING, str(ledger), journal, str(number)]
    program = subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert program.stdout is not None
    assert program.stdout.readline() == "open\n", program.communicate()[1]
    time.sleep(wait)
    program.send_signal(signal.SIGKILL)
    said, wrong = program.communicate()
    assert not wrong
    return {line for line in said.split("\n")[:-1] if line}


@pytest.mark.skipif(sys.platform == "win32", reason="kills as POSIX does")
@pytest.mark.timeout(60 + 4 * KILLS)
@pytest.mark.parametrize("journal", ["wal", "truncate"])
def test_what_was_saved_survives_a_kill(tmp_path: Path, journal: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "is_fixed_local_disk", lambda _path: journal == "wal")
    ledger = tmp_path / "so.socd"
    file.create(ledger, OrgUnit("own", code="A", kind="grassroots_union", name_full="CĐCS A")).close()
    chance, acknowledged = random.Random(11), set[str]()
    for number in range(KILLS // 2):
        acknowledged |= killed_while_saving(ledger, journal, number, chance.uniform(0, 0.4))
        _require_all(ledger, acknowledged)
    assert len(acknowledged) >= KILLS // 2
    print(f"{journal}: {KILLS // 2} kills, {len(acknowledged)} writes acknowledged, none lost")


def _require_all(ledger: Path, acknowledged: set[str]) -> None:
    """The ledger opens without a question, holds what was acknowledged, and nothing in halves."""
    store = file.open_ledger(ledger)
    found = list(store.read_all(Activity))
    assert check(store) == []
    assert list(ledger.parent.glob("*khong-khop*")) == []
    uids = {each.uid for each in found}
    assert {uid + letter for uid in acknowledged for letter in "ab"} <= uids
    assert {uid[:-1] + "a" for uid in uids} | {uid[:-1] + "b" for uid in uids} == uids
    assert all([line.n_members for line in each.audiences] == [1, 2, 3] for each in found)
    last = history.next_undo(store)
    assert last is None or last.records == 2
    store.close()
