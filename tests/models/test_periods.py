"""Periods of every form: their days, their year, the same one a year before, the one before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import UserError
from models.periods import Period, before, free, period_from, quarter_of

DAYS = st.dates(date(1902, 1, 1), date(2199, 12, 31))

FORMS = [  # text, kind, first, last, label, year start, a year before, the one before
    ("2026-03", "thang", "2026-03-01", "2026-03-31", "Tháng 3/2026", "2026-01-01", "2025-03", "2026-02"),
    ("2026-01", "thang", "2026-01-01", "2026-01-31", "Tháng 1/2026", "2026-01-01", "2025-01", "2025-12"),
    ("2024-02", "thang", "2024-02-01", "2024-02-29", "Tháng 2/2024", "2024-01-01", "2023-02", "2024-01"),
    ("2025-02", "thang", "2025-02-01", "2025-02-28", "Tháng 2/2025", "2025-01-01", "2024-02", "2025-01"),
    ("2026-Q1", "quy", "2026-01-01", "2026-03-31", "Quý I/2026", "2026-01-01", "2025-Q1", "2025-Q4"),
    ("2026-Q4", "quy", "2026-10-01", "2026-12-31", "Quý IV/2026", "2026-01-01", "2025-Q4", "2026-Q3"),
    ("2026-H1", "6_thang", "2026-01-01", "2026-06-30", "6 tháng đầu năm 2026", "2026-01-01", "2025-H1", "2025-H2"),
    ("2026-H2", "6_thang", "2026-07-01", "2026-12-31", "6 tháng cuối năm 2026", "2026-01-01", "2025-H2", "2026-H1"),
    ("2026-9M", "9_thang", "2026-01-01", "2026-09-30", "9 tháng đầu năm 2026", "2026-01-01", "2025-9M", None),
    ("2026", "nam", "2026-01-01", "2026-12-31", "Năm 2026", "2026-01-01", "2025", "2025"),
    ("2025-2026", "nam_hoc", "2025-09-01", "2026-08-31", "Năm học 2025-2026", "2025-09-01", "2024-2025", "2024-2025"),
    (
        *("2026-01-01..2026-04-30", "tuy_chon", "2026-01-01", "2026-04-30", "Từ 01/01/2026 đến 30/04/2026"),
        *("2026-01-01", "2025-01-01..2025-04-30", "2025-09-03..2025-12-31"),
    ),
]


@pytest.mark.parametrize(("text", "kind", "first", "last", "label", "start", "year_before", "earlier"), FORMS)
def test_a_period_has_the_days_that_its_text_names(
    text: str, kind: str, first: str, last: str, label: str, start: str, year_before: str, earlier: str | None
) -> None:
    period = period_from(f" {text.lower()} ")
    assert (period.kind, period.first.isoformat(), period.last.isoformat()) == (kind, first, last)
    assert (period.cutoff, period.label, period.year_start.isoformat()) == (period.last, label, start)
    assert period.text == text
    assert period.year_before() == period_from(year_before)
    if earlier is not None:
        assert before(period) == period_from(earlier)


@pytest.mark.parametrize(
    "text",
    [
        *("", "x", "2026-13", "2026-00", "2026-Q5", "2026-Q0", "2026-H3", "2026-6M", "26", "2025-2027", "2026-2025"),
        *("2026-02-30..2026-03-01", "2026-03-02..2026-03-01", "2026-01-01", "0000", "0001-01", "9999", "2026-Q1 "),
        *("1899-Q4", "2201", "٢٠٢٦", "2026-1", "2026_Q1", "2026-01-01...2026-01-02"),
    ],
)
def test_any_other_text_is_refused_with_examples(text: str) -> None:
    if text.strip() == "2026-Q1":
        assert period_from(text).text == "2026-Q1"
        return
    with pytest.raises(UserError, match=r"2026-Q1 \(quý\)"):
        period_from(text)


def test_a_period_that_ends_on_29_february_compares_with_28_february() -> None:
    assert period_from("2024-01-01..2024-02-29").year_before() == period_from("2023-01-01..2023-02-28")
    assert period_from("2024-02").year_before().last == date(2023, 2, 28)


def test_a_february_compares_with_the_whole_february_of_a_leap_year() -> None:
    assert period_from("2025-02").year_before().last == date(2024, 2, 29)
    assert period_from("2025-01-01..2025-02-28").year_before().last == date(2024, 2, 28)


def test_a_free_period_over_two_years_adds_up_from_january_of_its_last() -> None:
    period = period_from("2025-11-15..2026-02-10")
    assert period.year == 2026
    assert (period.cumulative().first, period.cumulative().last) == (date(2026, 1, 1), date(2026, 2, 10))
    assert period.year_before().cumulative().first == date(2025, 1, 1)


def test_a_school_year_adds_up_from_september() -> None:
    period = period_from("2025-2026")
    assert period.cumulative() == period
    assert period.year == 2026


def test_a_period_is_added_up_to_its_cutoff() -> None:
    period = replace(period_from("2026-Q2"), cutoff=date(2026, 7, 5))
    assert (period.cumulative().first, period.cumulative().last) == (date(2026, 1, 1), date(2026, 7, 5))
    assert period.year_before().cutoff == date(2025, 7, 5)
    early = replace(period_from("2026-Q2"), cutoff=date(2026, 6, 15))
    assert early.cumulative().last == date(2026, 6, 30)
    assert early.year_before().cutoff == date(2025, 6, 15)


def test_a_quarter_with_days_of_the_units_own_is_preceded_by_as_many_days() -> None:
    own = Period(
        "quy", date(2025, 12, 16), date(2026, 3, 15), date(2026, 3, 15), "Quý I/2026", date(2025, 12, 16), "P1"
    )
    assert before(own).last == date(2025, 12, 15)
    assert own.year_before().first == date(2024, 12, 16)
    assert (own.year_before().label, own.year_before().text) == ("Quý I/2025", "")
    assert own.year_before().due_on is None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("2026-Q1", "quý I năm 2026"),
        ("2026-03", "tháng 3 năm 2026"),
        ("2026-H1", "6 tháng đầu năm 2026"),
        ("2026", "năm 2026"),
        ("2025-2026", "năm học 2025-2026"),
        ("2026-01-01..2026-04-30", "từ 01/01/2026 đến 30/04/2026"),
    ],
)
def test_a_heading_names_the_period_in_words(text: str, title: str) -> None:
    assert period_from(text).title == title


@given(DAYS, DAYS)
def test_any_two_days_in_order_make_a_period_and_its_text_names_it(first: date, last: date) -> None:
    first, last = sorted((first, last))
    period = free(first, last)
    assert period_from(period.text) == period
    assert before(period).last == first - timedelta(days=1)
    assert before(period).last - before(period).first == last - first
    assert period.contains(first, last)
    assert not period.contains(first, last + timedelta(days=1))


@given(DAYS)
def test_a_quarter_holds_its_day_and_follows_on_the_one_before(day: date) -> None:
    quarter = quarter_of(day)
    assert quarter.contains(day, day)
    assert before(quarter).last == quarter.first - timedelta(days=1)
    assert quarter.year_before().year_before().first.year == quarter.first.year - 2
