"""The ledger at a glance: figures beside those of earlier periods, the report to be done next."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from exports.overview import chores, comparison
from models.deadlines import OVERDUE, adopt_proposed
from models.indicators.figures import behind
from models.ledger.file import create
from models.ledger.store import Store
from models.periods import quarter
from models.records.activity import Activity, ActivityAudience
from models.records.unit import new_own_unit


def held(day: date, sessions: int, turns: int, topic: str = "atvsld") -> Activity:
    start = datetime(day.year, day.month, day.day, 8)
    come = [ActivityAudience(n_turns=turns)]
    return Activity(
        title=f"Buổi {day}",
        form="hoi_nghi",
        start_at=start,
        primary_topic=topic,
        n_sessions=sessions,
        audiences=come,
    )


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = create(tmp_path / "so.socd", new_own_unit("CĐCS Công ty Mẫu A", "LĐLĐ tỉnh Tây Ninh", "MAU-A"))
    yield made
    made.close()


@pytest.fixture
def logged(store: Store) -> Store:
    """Events in this quarter, in the one before and a year earlier."""
    with store.write("Ghi") as write:
        write.save(held(date(2025, 2, 3), 7, 70))
        write.save(held(date(2025, 11, 3), 2, 20))
        write.save(held(date(2026, 1, 5), 1, 10))
        write.save(held(date(2026, 3, 5), 3, 45, "atgt"))
    return store


def test_an_empty_ledger_has_no_figures_and_nothing_to_repair(store: Store) -> None:
    found = chores(store, date(2026, 4, 8))
    assert (found.is_empty, found.has_calendar, found.waiting) == (True, False, ())


def test_the_next_report_is_the_first_begun_and_not_sent(logged: Store) -> None:
    found = chores(logged, date(2026, 4, 12))
    assert not found.is_empty
    due = found.next_due
    assert due is not None
    assert (due.form, due.period.text, due.state, due.days_left) == ("Q", "2026-Q1", OVERDUE, -2)
    adopt_proposed(logged)
    assert chores(logged, date(2026, 4, 12)).has_calendar


def test_each_figure_stands_beside_those_of_the_quarter_before_and_of_a_year_ago(logged: Store) -> None:
    compared = comparison(logged, quarter(2026, 1))
    assert (compared.before, compared.year_before) == (quarter(2025, 4), quarter(2025, 1))
    values = {
        measure.label: (measure.now.value, measure.before.value, measure.year_before.value)
        for panel in compared.panels
        for measure in panel.measures
    }
    assert values["Số buổi"] == (4, 2, 7)
    assert values["Lượt người"] == (55, 20, 70)


def test_a_bar_is_a_figure_that_names_its_records(logged: Store) -> None:
    sessions, _turns, _voices, topics = (panel.plot for panel in comparison(logged, quarter(2026, 1)).panels)
    assert sessions.categories == ("10/25", "11/25", "12/25", "1/26", "2/26", "3/26")
    march = sessions.series[0].figures[-1]
    assert (march.value, [each.label for each in behind(logged, march)]) == (3, ["Buổi 2026-03-05"])
    assert [figure.value for figure in topics.series[0].figures] == [45, 10]
