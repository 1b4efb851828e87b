"""Loading lines into the ledger of a test."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from models.errors import Refused
from models.ledger import history
from models.ledger.interchange import load
from models.ledger.store import Store

Dumped = Callable[[Store], str]


@pytest.fixture
def take(store: Store, tmp_path: Path) -> Callable[..., int]:
    """Loads lines (texts, bytes or objects) into the ledger."""

    def take_in(*lines: Any) -> int:
        path = tmp_path / "a.jsonl"
        texts = [line if isinstance(line, bytes | str) else json.dumps(line, ensure_ascii=False) for line in lines]
        path.write_bytes(b"\n".join(text if isinstance(text, bytes) else text.encode() for text in texts))
        return load(store, path)

    return take_in


@pytest.fixture
def faults(store: Store, take: Callable[..., int], dumped: Dumped) -> Callable[..., list[tuple[int | None, str]]]:
    """(line, field) of every fault that a load is refused for; nothing may have been written."""

    def refused_for(*lines: Any) -> list[tuple[int | None, str]]:
        before, steps = dumped(store), history.writes(store)
        with pytest.raises(Refused, match=r"“a\.jsonl” có lỗi nên chưa nạp bản ghi nào") as refused:
            take(*lines)
        assert (dumped(store), history.writes(store)) == (before, steps)
        assert all(fault.reason for fault in refused.value.faults)
        assert str(refused.value).count("\n") >= len(refused.value.faults)
        return [(fault.line, fault.field) for fault in refused.value.faults]

    return refused_for
