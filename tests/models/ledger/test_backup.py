"""Copies of a ledger that count only when they were read again and found whole."""

from __future__ import annotations

import hashlib
import random
import threading
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from models.errors import UserError
from models.ledger import file
from models.ledger.backup import verified_copy
from models.ledger.check import check
from models.ledger.store import Store
from models.records.member import Member
from tests.models.invented import one_of_each

Dumped = Callable[[Store], str]


def test_a_copy_of_an_open_ledger_is_a_whole_ledger(store: Store, tmp_path: Path, dumped: Dumped) -> None:
    with store.write("Ghi") as write:
        for record in one_of_each(Random(10)):
            write.save(record)
    target = tmp_path / "copy.socd"
    digest = store.copy_to(target)
    assert digest == hashlib.sha256(target.read_bytes()).hexdigest()
    copy = file.open_ledger(target)
    assert dumped(copy) == dumped(store)
    assert check(copy) == []
    copy.close()


def test_a_closed_ledger_is_copied_by_its_path(ledger: Path, tmp_path: Path) -> None:
    before = ledger.read_bytes()
    verified_copy(ledger, tmp_path / "copy.socd")
    file.open_ledger(tmp_path / "copy.socd").close()
    assert ledger.read_bytes() == before
    assert {each.name for each in tmp_path.iterdir()} == {"so.socd", "copy.socd"}


def test_copies_under_writing_are_each_of_one_moment(store: Store, tmp_path: Path) -> None:
    stop = threading.Event()

    def keep_writing() -> None:
        number = 0
        while not stop.is_set():
            number += 2
            with store.write("Hai một lần") as write:
                write.add_all(Member(f"M{number + each:06}", full_name="Ánh") for each in (0, 1))

    writer = threading.Thread(target=keep_writing)
    writer.start()
    try:
        for number in range(10):
            store.copy_to(tmp_path / f"{number}.socd")
    finally:
        stop.set()
        writer.join()
    for number in range(10):
        copy = file.open_ledger(tmp_path / f"{number}.socd")
        assert sum(1 for _ in copy.read_all(Member)) % 2 == 0
        assert check(copy) == []
        copy.close()


def test_a_damaged_ledger_is_not_copied_over_a_good_copy(ledger: Path, tmp_path: Path) -> None:
    target = tmp_path / "copy.socd"
    verified_copy(ledger, target)
    good = target.read_bytes()
    with ledger.open("rb+") as content:
        content.seek(3 * 4096)
        content.write(random.Random(1).randbytes(4096))
    with pytest.raises(UserError):
        verified_copy(ledger, target)
    assert target.read_bytes() == good
    assert {each.name for each in tmp_path.iterdir()} == {"so.socd", "copy.socd"}


def test_a_place_that_cannot_be_written_is_named(store: Store, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="none"):
        store.copy_to(tmp_path / "none" / "copy.socd")
