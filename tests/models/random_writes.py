"""Writes of a random kind: adding, changing, removing, loading a file, giving another uid."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from random import Random

from models.errors import Refused
from models.ledger import history, interchange
from models.ledger.plain import asked
from models.ledger.store import Store
from models.records import CATALOGUE
from tests.models.invented import invented

Uids = dict[str, list[str]]
Way = Callable[[Store, Random, Uids, Path], None]


def random_write(store: Store, random: Random, folder: Path) -> bool:
    """One write of a random kind; False if the ledger refused it or it changed nothing."""
    before = history.next_undo(store)
    with store.reading() as connection:
        uids = {
            record.table_name: [row[0] for row in asked(connection, f"SELECT uid FROM {record.table_name}")]
            for record in CATALOGUE
        }
    try:
        random.choice(WAYS)(store, random, uids, folder)
    except Refused:
        return False
    return history.next_undo(store) != before


def _add_and_change(store: Store, random: Random, uids: Uids, _folder: Path) -> None:
    with store.write("Thêm, sửa") as write:
        for _ in range(random.randint(1, 4)):
            record = random.choice(CATALOGUE)
            mine = [uid for uid in uids[record.table_name] if uid != "own"]
            known = random.choice(mine) if mine and random.random() < 0.5 else None
            write.save(invented(record, random, uids, known))


def _remove(store: Store, random: Random, uids: Uids, _folder: Path) -> None:
    record = random.choice(CATALOGUE)
    mine = [uid for uid in uids[record.table_name] if uid != "own"]
    with store.write("Xóa") as write:
        for uid in random.sample(mine, min(2, len(mine))):
            write.remove(record, uid)


def _load(store: Store, random: Random, uids: Uids, folder: Path) -> None:
    known = random.sample(uids["member"], min(3, len(uids["member"])))
    wanted = [*known, *(f"L{random.randrange(10**6)}" for _ in range(5))]
    lines = [{"type": "member", "uid": uid, "full_name": f"Lê Thị Hòa {random.random()}"} for uid in wanted]
    path = folder / "nap.jsonl"
    path.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    interchange.load(store, path)


def _rename(store: Store, random: Random, uids: Uids, _folder: Path) -> None:
    record = random.choice(CATALOGUE)
    mine = [uid for uid in uids[record.table_name] if uid != "own"]
    if mine:
        with store.write("Đổi mã") as write:
            write.rename(store.read(record, random.choice(mine)), f"R{random.randrange(10**9)}")


WAYS: tuple[Way, ...] = (_add_and_change, _remove, _load, _rename)
