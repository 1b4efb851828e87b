"""A2 as a workbook over many activities, against the same SQL through the bare driver plus the same writer."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as driver

from benchmarks.pairs import compare
from exports.build import build
from exports.form import Form
from exports.form_shelf import form_named
from exports.run import export, hand_out
from models.ledger.file import open_ledger
from models.ledger.store import Store
from models.periods import Period, period_from
from models.sample.make import make_sample

PERIOD = period_from("2026-Q1")
Question = tuple[str, Any]


class Noting:
    """A connection that keeps what it is asked."""

    def __init__(self, plain: Any) -> None:
        self.sent: list[Question] = []
        self._plain = plain

    def __getattr__(self, name: str) -> Any:
        return getattr(self._plain, name)

    def execute(self, statement: str, parameters: Any = ()) -> Any:
        self.sent.append((statement, parameters))
        return self._plain.execute(statement, parameters)


def questions(store: Store, form: Form, period: Period) -> list[Question]:
    """Every SQL statement with its values that building a form sends."""
    with store.reading() as connection:
        plain, connection.plain = connection.plain, Noting(connection.plain)  # it is kept for the next who asks
    build(store, form, period)
    noting, connection.plain = connection.plain, plain
    sent = [each for each in noting.sent if each[0].startswith(("SELECT", "WITH"))]
    assert sent, "no statement was seen: the floor would be too low"
    return sent


def run(activities: int, folder: Path) -> None:
    """Prints the ratio for a ledger with that many activities."""
    ledger = folder / f"{activities}.socd"
    make_sample(ledger, activities=activities)
    store = open_ledger(ledger)
    sent = questions(store, form_named("A2"), PERIOD)
    document = build(store, form_named("A2"), PERIOD)
    bare = driver.connect(str(ledger))

    def floor() -> None:
        for statement, parameters in sent:
            bare.execute(statement, parameters).fetchall()
        hand_out(document, folder / "floor.xlsx")

    def ours() -> None:
        export(store, "A2", PERIOD, folder / "ours.xlsx")

    compare(f"A2 over {activities} activities", ours, floor, rounds=7)
    bare.close()
    store.close()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        for number in [int(each) for each in sys.argv[1:]] or [1_000, 10_000, 100_000]:
            run(number, Path(made))
