"""What is done at the same time again and again is proposed when it is due, and no longer when it has ended."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from models.ledger.store import Store
from models.records.activity import Activity
from models.recurring import Again, due_again, next_day

MONTHS = [f"2026-{month:02}-05" for month in (1, 2, 3)]


def hold(store: Store, days: list[str], title: str = "Sinh hoạt tổ", **more: object) -> None:
    with store.write("Ghi") as write:
        for day in days:
            start = datetime.fromisoformat(f"{day} 08:00")
            uid = f"{title} {day}"
            write.save(Activity(uid, title=title, form="sinh_hoat_to", start_at=start, primary_topic="atvsld", **more))


def due(store: Store, today: str) -> list[str]:
    return [each.uid for each in due_again(store, date.fromisoformat(today))]


@pytest.mark.parametrize(
    ("days", "today", "expected"),
    [
        (MONTHS, "2026-04-01", None),
        (MONTHS, "2026-04-02", "2026-04-05"),
        (MONTHS, "2026-05-04", "2026-04-05"),
        (MONTHS, "2026-05-05", None),
        (MONTHS[:2], "2026-03-05", None),
        (["2025-12-31", "2026-01-31", "2026-02-28", "2026-03-31"], "2026-04-28", "2026-04-30"),
        (["2025-08-10", "2025-11-20", "2026-02-15"], "2026-05-12", "2026-05-15"),
        (["2025-03-08", "2026-03-07"], "2027-03-05", "2027-03-07"),
        (["2025-03-08", "2026-03-07"], "2027-04-20", "2027-03-07"),
        (["2025-03-08", "2026-03-07"], "2027-04-21", None),
        (["2025-03-08", "2025-06-07"], "2026-03-08", None),
    ],
)
def test_a_habit_is_due_one_step_after_the_last(
    store: Store, days: list[str], today: str, expected: str | None
) -> None:
    hold(store, days)
    last = f"Sinh hoạt tổ {days[-1]}"
    wanted = [Again(last, "Sinh hoạt tổ", date.fromisoformat(expected))] if expected else []
    assert due_again(store, date.fromisoformat(today)) == wanted
    assert next_day(store, last, date.fromisoformat(today)) == (wanted[0].due_on if wanted else None)
    assert next_day(store, f"Sinh hoạt tổ {days[0]}", date.fromisoformat(today)) is None


def test_the_number_of_the_month_does_not_make_another_name(store: Store) -> None:
    for month, day in enumerate(MONTHS, 1):
        hold(store, [day], f"Giao ban tháng {month}/2026")
    assert due(store, "2026-04-05") == [f"Giao ban tháng 3/2026 {MONTHS[2]}"]


def test_what_is_planned_already_is_not_proposed(store: Store) -> None:
    hold(store, MONTHS)
    hold(store, ["2026-04-09"], status="ke_hoach")
    assert due(store, "2026-04-05") == []


def test_what_was_called_off_and_what_others_held_does_not_count(store: Store) -> None:
    hold(store, MONTHS[:2])
    hold(store, MONTHS[2:], status="huy")
    assert due(store, "2026-04-05") == []
