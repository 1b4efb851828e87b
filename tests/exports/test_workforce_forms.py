"""The official statistical forms, as far as they were found: days, sums, weighed means."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from models.ledger.file import create
from models.ledger.store import Store
from models.periods import period_from
from models.records.unit import OrgUnit, WorkforceSnapshot, new_own_unit
from tests.exports.records_in import add, filled

EXAMPLE = Path(__file__).parent.parent / "data" / "worked_example.jsonl"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = create(tmp_path / "so.socd", new_own_unit("CĐCS Mẫu", "LĐLĐ tỉnh Tây Ninh"))
    yield store
    store.close()


def test_the_statistical_form_tells_its_stocks_for_its_own_days(store: Store) -> None:
    days = {"2026-05-31": 100, "2026-06-30": 200, "2026-11-30": 300, "2026-12-31": 400}
    add(store, *(WorkforceSnapshot(as_of=date.fromisoformat(day), total=total) for day, total in days.items()))
    half, year = (filled(store, "E1", period_from(text)) for text in ("2026-H1", "2026"))
    assert (half.tables[0].cell("1", "so_luong").value, year.tables[0].cell("1", "so_luong").value) == (100, 300)
    assert half.note == "(Số liệu tính đến ngày: ☒ 31/5   ☐ 30/11)"
    assert (year.subtitle, year.period.cutoff) == ("NĂM: 2026", date(2026, 11, 30))


def test_mean_wages_are_weighed_by_the_people_they_were_reckoned_for(store: Store) -> None:
    def unit(code: str, sector: str, kind: str = "grassroots_union") -> OrgUnit:
        return OrgUnit(uid=code, code=code, kind=kind, name_full=code, sector=sector)

    def told(unit: str, day: str, **values: Any) -> WorkforceSnapshot:
        return WorkforceSnapshot(unit=unit, as_of=date.fromisoformat(day), **values)

    add(
        store,
        unit("a", "hcsn"),
        unit("b", "dn_ngoai_nn"),
        unit("c", "dn_ngoai_nn"),
        unit("xa", "hcsn", "commune_union"),
    )
    add(
        store,
        told("a", "2026-03-31", total=10, short_of_work=1, avg_wage_vnd=1_000_000, wage_count_n=10),
        told("a", "2026-05-31", total=100, short_of_work=4, avg_wage_vnd=8_000_000, wage_count_n=100),
        told("b", "2026-05-31", total=300, short_of_work=8, avg_wage_vnd=10_000_001, wage_count_n=50),
        told("c", "2026-05-31", total=100, avg_wage_vnd=99_000_000),
        told("xa", "2026-05-31", total=500),
    )
    table = filled(store, "E2", period_from("2026-H1")).tables[0]
    said = {row.code: table.cell(row.code, "so_luong").value for row in table.rows}
    assert (said["1"], said["2"], said["2b"]) == (500, 12, 2.4)
    assert (said["4"], said["4b"]) == (8_666_667, 150)
    assert (said["6"], said["6b"], said["5"]) == (8_000_000, 100, None)


def test_a_union_that_was_merged_into_another_is_not_added_twice(store: Store) -> None:
    units = {"a": {}, "b": {"dissolved_on": date(2026, 5, 1)}, "c": {"dissolved_on": date(2026, 6, 30)}}
    add(
        store,
        *(OrgUnit(name, code=name, kind="grassroots_union", name_full=name, **each) for name, each in units.items()),
    )
    add(store, *(WorkforceSnapshot(unit=name, as_of=date(2026, 3, 31), total=100) for name in units))
    table = filled(store, "E2", period_from("2026-H1")).tables[0]
    assert table.cell("1", "so_luong").value == 200
