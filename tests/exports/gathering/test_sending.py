"""F2: who has sent, who is late, who got it back, and the counters on top."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from models.ledger.named_period import named_period
from models.ledger.store import Store
from models.records.period import ReportPeriod
from tests.exports.gathering.upper_union import add, cells, document, report, upper_union


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with upper_union(tmp_path) as made:
        yield made


def test_each_unit_says_how_its_report_stands(store: Store) -> None:
    due: dict[str, Any] = {"due_on": date(2026, 4, 10)}
    add(
        store,
        report("U01", {}, **due, reporter="Lê Văn Mẫu", phone="0900 111 222"),
        report("U02", {}, **due, received_on=date(2026, 4, 11), state="hop_le"),
        report("U03", {}, **due, state="tra_lai", n_errors=3),
        report("U04", {}, **due, state="chua_nop", received_on=None),
        report("U05", {}),
    )
    made = document(store, "F2")
    found = cells(made, 1)
    states = [found[f"CD000{number}"]["tinh_trang"] for number in (1, 2, 3, 4, 5, 6)]
    assert states == ["Đã nộp đúng hạn", "Nộp muộn", "Trả lại", "Chưa nộp", "Đã nộp đúng hạn", "Chưa nộp"]
    assert found["CD0001"] == {
        "tt": 1,
        "don_vi": "CĐCS Mẫu 01",
        "nguoi_bao_cao": "Lê Văn Mẫu, 0900 111 222",
        "ngay_nop": date(2026, 4, 3),
        "han_nop": date(2026, 4, 10),
        "tinh_trang": "Đã nộp đúng hạn",
        "so_lan_tra_lai": 0,
        "loi": None,
    }
    assert (found["CD0003"]["so_lan_tra_lai"], found["CD0003"]["loi"]) == (1, 3)
    assert cells(made)["total"] == {"da_nop": 3, "chua_nop": 9, "ty_le": 25.0, "tong": 12}


def test_a_corrected_report_counts_and_the_returns_before_it_are_told(store: Store) -> None:
    add(
        store,
        report("U01", {}, state="tra_lai", n=1),
        report("U01", {}, state="tra_lai", n=2),
        report("U01", {}, n=3, received_on=date(2026, 4, 20)),
    )
    found = cells(document(store, "F2"), 1)["CD0001"]
    assert (found["tinh_trang"], found["so_lan_tra_lai"]) == ("Đã nộp đúng hạn", 2)
    assert found["ngay_nop"] == date(2026, 4, 20)


def test_the_day_due_of_the_period_holds_where_a_report_names_none(store: Store) -> None:
    quarter = {"first_on": date(2026, 1, 1), "last_on": date(2026, 3, 31), "cutoff": date(2026, 3, 31)}
    add(store, ReportPeriod("Q1", kind="quy", year=2026, due_on=date(2026, 4, 2), **quarter), report("U01", {}))
    found = cells(document(store, "F2", named_period(store, "Q1")), 1)
    assert (found["CD0001"]["tinh_trang"], found["CD0002"]["han_nop"]) == ("Nộp muộn", date(2026, 4, 2))


def test_a_union_with_nothing_below_it_has_no_share(tmp_path: Path) -> None:
    from models.ledger.file import create
    from models.records.unit import new_own_unit

    store = create(tmp_path / "so.socd", new_own_unit("CĐCS Mẫu", "LĐLĐ tỉnh Tây Ninh"))
    try:
        assert cells(document(store, "F2"))["total"] == {"da_nop": 0, "chua_nop": 0, "ty_le": None, "tong": 0}
        assert "chưa có công đoàn cơ sở nào" in document(store, "F1").remarks[0]
    finally:
        store.close()
