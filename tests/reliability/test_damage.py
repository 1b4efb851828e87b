"""A damaged file is refused in a sentence and left as it is, or it opens; it never ends in an error of the workshop.

The suite damages a few; `DAMAGED=300 python -m pytest tests/reliability` damages as many as was promised.
"""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from models.errors import UserError
from models.ledger import file, history, interchange, listing
from models.ledger.check import check
from models.ledger.listing import Choice, columns_of
from models.ledger.store import Store
from models.records import CATALOGUE
from models.records.unit import OrgUnit
from tests.models.invented import one_of_each

DAMAGED = int(os.environ.get("DAMAGED", "30"))
PAGE = 4096


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The content of a ledger with records of every type."""
    path = tmp_path_factory.mktemp("sound") / "so.socd"
    store = file.create(path, OrgUnit("own", code="A", kind="grassroots_union", name_full="CĐCS A"))
    with store.write("Ghi") as write:
        for record in one_of_each(Random(1)):
            write.save(record)
    store.close()
    return path.read_bytes()


def damaged(content: bytes, random: Random) -> bytes:
    """The content with one kind of damage."""
    changed = bytearray(content)
    at = random.randrange(100, len(changed))
    page, other = at // PAGE * PAGE, random.randrange(len(changed)) // PAGE * PAGE
    kind = random.choice(["bit", "bytes", "page", "cut", "zeros", "exchange", "tail"])
    if kind == "bit":
        changed[at] ^= 1 << random.randrange(8)
    elif kind == "bytes":
        for _ in range(20):
            changed[random.randrange(len(changed))] = random.randrange(256)
    elif kind == "page":
        changed[page : page + PAGE] = random.randbytes(PAGE)
    elif kind == "cut":
        del changed[at:]
    elif kind == "zeros":
        changed[at : at + 500] = bytes(len(changed[at : at + 500]))
    elif kind == "exchange":
        changed[page : page + PAGE], changed[other : other + PAGE] = content[other:][:PAGE], content[page:][:PAGE]
    else:
        changed += random.randbytes(3000)
    return bytes(changed)


def list_everything(store: Store) -> None:
    """Every list, as the window would show it."""
    for record in CATALOGUE:
        listing.cells(store, record, columns_of(record), listing.ids(store, Choice(record)))


@pytest.mark.timeout(60 + DAMAGED)
def test_a_damaged_file_never_ends_in_an_error_of_the_workshop(tmp_path: Path, sound: bytes) -> None:
    jobs: tuple[Callable[[Store], object], ...] = (
        *(check, history.writes, list_everything, history.undo),
        lambda store: interchange.dump(store, io.StringIO()),
    )
    refused = 0
    for number in range(DAMAGED):
        folder = tmp_path / str(number)
        folder.mkdir()
        path, content = folder / "so.socd", damaged(sound, Random(number))
        path.write_bytes(content)
        try:
            store = file.open_ledger(path)
        except UserError:
            refused += 1
            assert [each.read_bytes() for each in folder.iterdir()] == [content]
            continue
        for job in jobs:
            try:
                job(store)
            except UserError as error:
                assert "ã" in str(error)
        store.close()
    assert refused > DAMAGED // 4
