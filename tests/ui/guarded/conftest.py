"""The ledger of the window, keeping identity numbers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from models.guarded import cipher, numbers
from models.ledger.store import Store
from models.records.member import Member
from tests.ui.guarded.typed_numbers import PASSWORD


@pytest.fixture(autouse=True)
def light_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """What makes guessing slow would make these tests slow."""
    monkeypatch.setattr(cipher, "_WORK", 2**4)


@pytest.fixture
def keeping(store: Store) -> Iterator[Store]:
    """The ledger of the window, keeping numbers, with one member; its safe is open."""
    numbers.switch_on(store, PASSWORD, "Lập danh sách cấp thẻ", "dong_y")
    with store.write("Nhập") as write:
        write.save(Member("A", full_name="Nguyễn An", joined_on=date(2020, 5, 1)))
    yield store
    store.safe.close()
