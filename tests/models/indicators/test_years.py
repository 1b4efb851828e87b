"""What is planned for a year and who registered in it: in the year that the report counts in."""

from __future__ import annotations

from datetime import date

import pytest

from models.indicators.figure import Reference
from models.indicators.figures import figures
from models.ledger.store import Store
from models.periods import period_from
from models.records.movement import Movement, MovementRegistration
from models.records.target import Target

SCHOOL_YEAR = "2025-2026"


def test_whoever_registered_in_autumn_registered_in_this_school_year(store: Store) -> None:
    movement = Movement(code="day_tot_hoc_tot", title="Dạy tốt", mode="thuong_xuyen", first_on=date(2025, 9, 1))
    days = [date(2025, 8, 31), date(2025, 9, 1), date(2026, 2, 1), date(2026, 9, 1)]
    movement.registrations = [
        MovementRegistration(subject_kind="tap_the", subject=f"Tổ {at}", registered_on=each)
        for at, each in enumerate(days)
    ]
    with store.write("Nhập") as write:
        write.save(movement)
    for text, expected in ((SCHOOL_YEAR, 2), ("2026-Q1", 1), ("2026", 2), ("2025-Q4", 2)):
        [found] = figures(store, period_from(text), [Reference("registrations")])
        assert (text, found.value) == (text, expected)


@pytest.mark.parametrize(
    ("planned", "text", "expected"),
    [
        ({"2026": 24, SCHOOL_YEAR: 10}, "2026-Q1", 24),
        ({"2026": 24, SCHOOL_YEAR: 10}, SCHOOL_YEAR, 10),
        ({SCHOOL_YEAR: 10}, "2026-Q1", 10),
        ({"2025": 7, "2026-Q1": 5}, "2026-Q1", None),
    ],
    ids=["a quarter", "a school year", "a school without another plan", "no plan for this year"],
)
def test_two_kinds_of_year_are_not_added(
    store: Store, planned: dict[str, float], text: str, expected: float | None
) -> None:
    with store.write("Nhập") as write:
        write.add_all([Target(indicator="III.1", period=year, planned=each) for year, each in planned.items()])
    [found] = figures(store, period_from(text), [Reference("target", (("indicator", "III.1"),))])
    assert found.value == expected
