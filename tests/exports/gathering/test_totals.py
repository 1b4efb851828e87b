"""F1: every unit its row, sums by sector and over all, rates from sums, and what the total is held against."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from models.indicators.figures import behind, figures
from models.ledger.interchange import dump, load
from models.ledger.store import Store
from models.periods import period_from
from models.records.submission import Submission
from models.records.target import Target
from models.records.unit import OrgRelation
from tests.exports.gathering.upper_union import QUARTER, UNITS, add, cells, document, report, unit, upper_union

SESSIONS, TURNS, ANSWERED, RATE, MONEY, MEMBERS = "5", "6", "18", "19", "21", "4"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with upper_union(tmp_path) as made:
        yield made


def test_every_unit_has_its_row_and_nothing_sent_is_no_zero(store: Store) -> None:
    add(store, report("U01", {"III.1": 4, "III.2": 0, "II.7": 15_000_000}), report("U02", {"III.1": 3}))
    found = cells(document(store, "F1"))
    assert [code for code in found if code.startswith("CD")] == [f"CD{number:04}" for number in range(1, 13)]
    assert [found["CD0001"][key] for key in (SESSIONS, TURNS, MONEY)] == [4, 0, 15_000_000]
    assert [found["CD0003"][key] for key in (SESSIONS, "22")] == [None, "Chưa gửi số liệu"]
    assert [found["total"][key] for key in (SESSIONS, TURNS, "7")] == [7, 0, None]
    assert [found["CD0012"][key] for key in ("1", "2", "3")] == ["12", "CĐCS Mẫu 12", None]


def test_sums_by_sector_add_up_to_the_total(store: Store) -> None:
    add(store, *(report(uid, {"III.1": number}) for number, uid in enumerate(UNITS, 1)))
    made = document(store, "F1")
    found = cells(made)
    sectors = ("hcsn", "dnnn", "dn_ngoai_nn", "fdi", "khac")
    assert [found[code][SESSIONS] for code in sectors] == [6, 9, 40, 11, 12]
    assert found["total"][SESSIONS] == 78 == sum(found[code][SESSIONS] for code in sectors)
    formula = made.tables[0].cell("hcsn", SESSIONS).formula
    assert formula is not None and formula.cells == tuple((f"CD000{at}", SESSIONS) for at in (1, 2, 3))


def test_a_rate_comes_from_the_sums_never_from_rates(store: Store) -> None:
    add(
        store,
        report("U01", {"VII.1": 0, "VII.2": 10, "VII.3": 10, "VII.7": 100}),
        report("U02", {"VII.1": 30, "VII.2": 60, "VII.3": 45, "VII.7": 50}),
    )
    found = cells(document(store, "F1"))
    assert [found[code][RATE] for code in ("CD0001", "CD0002", "total", "CD0003")] == [100.0, 50.0, 55.0, None]
    assert found["so_sanh"][RATE] is None


def test_targets_of_a_year_end_conference(store: Store) -> None:
    """123 %, 115 %, 316 %, 126 % and 102,9 % of the target, from what twelve units say of the year so far."""
    shares = {
        "III.1": (1230, 1000),
        "III.2": (2300, 2000),
        "IV.5": (948, 300),
        "IV.10": (252, 200),
        "II.6": (6174, 6000),
    }
    for row, (whole, planned) in shares.items():
        add(store, Target(indicator=row, period="2026", planned=float(planned), unit=None))
        first, rest = whole - 11 * (whole // 12), whole // 12
        for number, uid in enumerate(UNITS):
            cell = {row: 1, f"{row}:luy_ke": rest if number else first}
            mine = [each for each in store.read_all(Submission) if each.unit == uid]
            made = report(uid, cell)
            if mine:
                made.uid, made.cells = mine[0].uid, mine[0].cells + made.cells
            add(store, made)
    found = cells(document(store, "F1"))
    assert [found["chi_tieu"][key] for key in ("5", "6", "13", "16", "20")] == [1000, 2000, 300, 200, 6000]
    assert [found["dat"][key] for key in ("5", "6", "13", "16", "20")] == [123.0, 115.0, 316.0, 126.0, 102.9]


def test_without_what_units_say_of_the_year_their_reports_of_it_are_added(store: Store) -> None:
    add(store, Target(indicator="III.1", period="2026", planned=50.0))
    add(store, report("U01", {"III.1": 20}), report("U01", {"III.1": 10}, "2026-Q2"))
    assert cells(document(store, "F1", period_from("2026-Q2")))["dat"][SESSIONS] == 60.0
    assert cells(document(store, "F1"))["dat"][SESSIONS] == 40.0


def test_the_year_before_is_what_was_sent_then_else_what_is_said_of_it_now(store: Store) -> None:
    add(store, report("U01", {"III.1": 12, "III.1:cung_ky": 6}), report("U02", {"III.1": 6, "III.1:cung_ky": 3}))
    found = cells(document(store, "F1"))
    assert [found[code][SESSIONS] for code in ("cung_ky", "so_sanh")] == [9, 200.0]
    add(store, report("U01", {"III.1": 8}, "2025-Q1"), report("U02", {"III.1": 2}, "2025-Q1"))
    found = cells(document(store, "F1"))
    assert [found[code][SESSIONS] for code in ("cung_ky", "so_sanh")] == [10, 180.0]


def test_months_become_a_quarter(store: Store) -> None:
    """Amounts add up, members are those of the last month, the backlog is that of the first."""
    for month, (sessions, members, backlog) in enumerate([(2, 100, 4), (3, 104, 9), (5, 98, 7)], 1):
        counts = {"III.1": sessions, "I.3": members, "VII.1": backlog, "VII.2": 2, "VII.3": 3}
        add(store, report("U01", counts, f"2026-{month:02}"))
    found = cells(document(store, "F1"))["CD0001"]
    assert (found[SESSIONS], found[MEMBERS], found["17"], found[ANSWERED]) == (10, 98, 6, 9)
    assert found[RATE] == 90.0


def test_a_quarter_hides_its_months_and_a_corrected_report_the_first_one(store: Store) -> None:
    add(store, report("U01", {"III.1": 2, "I.3": 90}, "2026-03"), report("U01", {"III.1": 7, "I.3": 95}))
    assert [cells(document(store, "F1"))["CD0001"][key] for key in (SESSIONS, MEMBERS)] == [7, 95]
    add(store, report("U01", {"III.1": 9}, n=2))
    assert [cells(document(store, "F1"))["CD0001"][key] for key in (SESSIONS, MEMBERS)] == [9, None]
    assert cells(document(store, "F1", period_from("2026")))["CD0001"][SESSIONS] == 9


def test_what_was_returned_or_belongs_to_another_period_or_form_is_not_added(store: Store) -> None:
    add(
        store,
        report("U01", {"III.1": 2}, state="tra_lai"),
        report("U02", {"III.1": 2}, "2026-Q2"),
        report("U03", {"III.1": 2}, form="B1"),
        report("U04", {"III.1": 2}, state="hop_le"),
    )
    assert cells(document(store, "F1"))["total"][SESSIONS] == 2


def test_units_dissolved_or_gone_elsewhere_have_no_row(store: Store) -> None:
    add(
        store,
        unit(1, dissolved_on=date(2025, 12, 31)),
        unit(2, dissolved_on=date(2026, 1, 1)),
        unit(3, founded_on=date(2026, 4, 1)),
        unit(4, relations=[OrgRelation(superior="U05", valid_from=date(2026, 2, 1))]),
    )
    found = cells(document(store, "F1"))
    assert [code for code in ("CD0001", "CD0002", "CD0003", "CD0004", "CD0005") if code in found] == [
        "CD0002",
        "CD0005",
    ]


def test_the_reports_behind_a_figure_add_up_to_it(store: Store) -> None:
    for number, uid in enumerate(UNITS, 1):
        add(store, report(uid, {"III.1": number, "I.3": 10 * number, "VII.2": 1}))
    checked = 0
    for _table, _row, column, cell in document(store, "F1").figures():
        assert cell.figure is not None
        if cell.figure.reference.indicator.startswith("sent") and cell.value is not None:
            assert figures(store, QUARTER, [cell.figure.reference])[0].value == cell.value, column.key
            shares = [each.share for each in behind(store, cell.figure)]
            assert sum(filter(None, shares)) == cell.value
            checked += 1
    assert checked == 3 * (12 + 5 + 1)


def test_what_was_sent_leaves_and_enters_as_lines(store: Store, tmp_path: Path) -> None:
    add(
        store,
        report("U01", {"III.1": 4, "III.2:luy_ke": 31}, reporter="Trần Thị Mẫu", phone="0900 000 000", n_errors=2),
    )
    before = cells(document(store, "F1"))
    path = tmp_path / "a.jsonl"
    with path.open("w", encoding="utf-8") as file:
        dump(store, file)
    (tmp_path / "b").mkdir()
    with upper_union(tmp_path / "b") as other:
        load(other, path)
        assert cells(document(other, "F1")) == before
