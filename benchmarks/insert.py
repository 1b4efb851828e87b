"""Saving one new activity, checked and with history, against one bare INSERT with commit under the same settings."""

from __future__ import annotations

import tempfile
from datetime import datetime
from itertools import count
from pathlib import Path

from sqlcipher3 import dbapi2 as driver

from benchmarks.pairs import compare
from models.ledger.file import open_ledger
from models.records.activity import Activity, ActivityAudience
from models.sample.make import make_sample

ROUNDS = 200


def run(folder: Path) -> None:
    """Prints the ratio in a ledger of 10 000 activities."""
    ledger = folder / "so.socd"
    make_sample(ledger, activities=10_000)
    store = open_ledger(ledger)
    bare = driver.connect(str(folder / "bare.db"), isolation_level=None)
    bare.execute("PRAGMA journal_mode=WAL")
    bare.execute("PRAGMA synchronous=FULL")
    bare.execute(
        "CREATE TABLE a (id INTEGER PRIMARY KEY, uid TEXT UNIQUE, title TEXT, form TEXT, at TEXT, topic TEXT) STRICT"
    )
    numbers = count()

    def floor() -> None:
        bare.execute("BEGIN IMMEDIATE")
        bare.execute(
            "INSERT INTO a (uid, title, form, at, topic) VALUES (?, ?, ?, ?, ?)",
            (f"u{next(numbers)}", "Hội nghị tuyên truyền", "hoi_nghi", "2026-01-12T08:00", "phap_luat"),
        )
        bare.execute("COMMIT")

    def ours() -> None:
        audience = ActivityAudience(group="doan_vien", n_turns=40, n_female=20)
        activity = Activity(
            title="Hội nghị tuyên truyền",
            form="hoi_nghi",
            start_at=datetime(2026, 1, 12, 8),
            primary_topic="phap_luat",
            audiences=[audience],
        )
        with store.write("Thêm hoạt động") as write:
            write.save(activity)

    compare("one activity saved", ours, floor, ROUNDS)
    bare.close()
    store.close()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        run(Path(made))
