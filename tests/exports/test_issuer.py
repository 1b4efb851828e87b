"""Who a paper comes from and goes to, as it is written inside a sentence."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from exports.issuer import issuer_on
from models.ledger.file import create
from models.records.unit import new_own_unit


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("LĐLĐ tỉnh Tây Ninh", "LĐLĐ tỉnh Tây Ninh"),
        ("Liên đoàn Lao động tỉnh Tây Ninh", "Liên đoàn Lao động tỉnh Tây Ninh"),
        ("Công đoàn các KCN tỉnh Tây Ninh", "Công đoàn các KCN tỉnh Tây Ninh"),
        ("Công đoàn phường Mẫu", "Công đoàn phường Mẫu"),
    ],
)
def test_the_superior_is_addressed_as_it_was_typed(tmp_path: Path, typed: str, written: str) -> None:
    store = create(tmp_path / "so.socd", new_own_unit("CĐCS Mẫu", typed))
    issuer = issuer_on(store, date(2026, 4, 5))
    store.close()
    assert (issuer.head_1, issuer.superior) == (typed.upper(), written)
