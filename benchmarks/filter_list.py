"""Filtering a list of many activities, key by key: the ledger's answer against the bare index, and the window's work.

The floor of the answer is the same index asked by the bare driver for the numbers alone, without the order of the list;
that of the window is Qt painting the same table again.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

from sqlcipher3 import dbapi2 as driver

from benchmarks.pairs import compare, report, timed
from models.ledger import listing, search
from models.ledger.file import open_ledger
from models.ledger.listing import Choice
from models.ledger.store import Store
from models.records.activity import Activity
from models.sample.make import make_sample

KEYS = ("t", "tu", "tuy", "tuyen", "tuyen t", "tuyen truyen", "an toan giao", "nguyen", "zzzq")
ROUNDS = 7


def answers(store: Store, bare: driver.Connection) -> None:
    """The ratio for each text typed."""
    for text in KEYS:
        condition, values = search.matching("activity", text)
        found = condition.removeprefix("1 AND id IN (").removesuffix(")")

        def floor(sql: str = found, values: list[object] = values) -> None:
            bare.execute(sql, values).fetchall()

        def ours(text: str = text) -> None:
            listing.ids(store, Choice(Activity, text))

        compare(f"found: {text}", ours, floor, ROUNDS)


def keystrokes(store: Store) -> None:
    """What each key costs the thread of the window, once its answer is there."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from ui.app import equip
    from ui.tables.record_table import RecordTable

    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    equip(app)
    table = RecordTable(Activity)
    table.resize(1200, 700)
    table.show()
    for _ in range(5):
        app.processEvents()
    pairs = []
    for text in KEYS * 3:
        choice = Choice(Activity, text)
        found = listing.ids(store, choice)
        start = time.perf_counter()
        table.show_numbers(store, found)
        table.viewport().repaint()
        ours = time.perf_counter() - start
        pairs.append((timed(table.viewport().repaint), ours))
    report("window's thread per key", pairs)


def run(activities: int, folder: Path) -> None:
    """Prints the ratios for a ledger with that many activities."""
    ledger = folder / "so.socd"
    make_sample(ledger, activities=activities)
    store = open_ledger(ledger)
    bare = driver.connect(str(ledger))
    answers(store, bare)
    keystrokes(store)
    bare.close()
    store.close()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        run(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000, Path(made))
