"""The calendar of reports: what is due, how many days are left, which period to propose."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from models.deadlines import LACKING, OVERDUE, PROPOSED, SENT, WAITING, adopt_proposed, dues, proposed_period, rules
from models.ledger.store import Store
from models.periods import quarter
from models.record import faults_of
from models.records.period import ReportPeriod
from models.records.report import ReportDue
from models.records.unit import WorkforceSnapshot
from models.sealing.keep import keep, last_write
from models.sealing.seal import Report, new_mark


@pytest.fixture
def store(store: Store) -> Store:
    """A ledger that began in January 2026."""
    own = store.own_unit()
    own.name_head_1 = "LĐLĐ TỈNH TÂY NINH"
    with store.write("Bắt đầu") as write:
        write.save(own)
        write.save(WorkforceSnapshot(as_of=date(2026, 1, 2), total=10))
    return store


def sent(store: Store, form: str, number: int) -> None:
    period = quarter(2026, number)
    keep(store, Report(form, form, "1", period, "A", new_mark(), last_write(store), (), {".json": b"{}"}))


def told(store: Store, today: date) -> list[tuple[str, date, str, int]]:
    return [(due.period.text, due.due_on, due.state, due.days_left) for due in dues(store, today)]


def test_without_a_calendar_of_hers_one_is_proposed(store: Store) -> None:
    assert rules(store) == list(PROPOSED)
    assert told(store, date(2026, 4, 8)) == [
        ("2026-Q1", date(2026, 4, 10), WAITING, 2),
        ("2026-Q2", date(2026, 7, 10), WAITING, 93),
    ]
    adopt_proposed(store)
    adopt_proposed(store)
    assert [each.uid for each in store.read_all(ReportDue)] == sorted(each.uid for each in PROPOSED)


def test_a_report_is_sent_or_late_or_lacks_something(store: Store) -> None:
    assert told(store, date(2026, 4, 12))[0] == ("2026-Q1", date(2026, 4, 10), OVERDUE, -2)
    sent(store, "Q", 1)
    assert told(store, date(2026, 4, 12))[0] == ("2026-Q1", date(2026, 4, 10), SENT, -2)
    own = store.own_unit()
    own.name_head_1 = None
    with store.write("Xóa dòng cấp trên") as write:
        write.save(own)
    assert told(store, date(2026, 4, 12))[1] == ("2026-Q2", date(2026, 7, 10), LACKING, 89)
    assert dues(store, date(2026, 4, 12))[1].lacking == 1


def test_the_period_due_now_is_proposed(store: Store) -> None:
    assert proposed_period(store, date(2026, 2, 3)).text == "2026-Q1"
    assert proposed_period(store, date(2026, 4, 3)).text == "2026-Q1"
    sent(store, "Q", 1)
    assert proposed_period(store, date(2026, 4, 3)).text == "2026-Q2"
    assert proposed_period(store, date(2027, 3, 1)).text == "2026-Q4"


def test_what_is_two_months_late_is_not_held_against_her(store: Store) -> None:
    assert "2026-Q1" not in {period for period, *_rest in told(store, date(2026, 7, 1))}
    sent(store, "Q", 1)
    assert "2026-Q1" in {period for period, *_rest in told(store, date(2026, 7, 1))}


def own_period(uid: str, kind: str, number: int | None, first: date, last: date, due: date) -> ReportPeriod:
    days = {"first_on": first, "last_on": last, "cutoff": last, "due_on": due}
    return ReportPeriod(uid, label_text=uid, kind=kind, year=2026, no=number, **days)


def test_her_own_report_periods_say_days_and_due_day(store: Store) -> None:
    with store.write("Kỳ riêng") as write:
        write.save(own_period("union-q1", "quy", 1, date(2025, 12, 16), date(2026, 3, 15), date(2026, 3, 20)))
        write.save(own_period("q2", "quy", 2, date(2026, 4, 1), date(2026, 6, 30), date(2026, 7, 3)))
        write.save(own_period("campaign", "tuy_chon", None, date(2026, 1, 1), date(2026, 4, 30), date(2026, 5, 5)))
    found = told(store, date(2026, 3, 12))
    assert [(text, due) for text, due, *_rest in found] == [
        ("union-q1", date(2026, 3, 20)),
        ("campaign", date(2026, 5, 5)),
        ("2026-Q2", date(2026, 7, 3)),
    ]


@pytest.mark.parametrize(
    ("rule", "last", "due"),
    [
        ({"kind": "quy", "due_day": 10}, date(2026, 3, 31), date(2026, 4, 10)),
        ({"kind": "quy", "due_day": 5}, date(2026, 12, 31), date(2027, 1, 5)),
        ({"kind": "thang", "due_day": 31}, date(2026, 1, 31), date(2026, 2, 28)),
        ({"kind": "quy", "no": 1, "due_day": 20, "due_month": 3}, date(2026, 3, 31), date(2026, 3, 20)),
        ({"kind": "nam", "due_day": 10, "due_month": 12}, date(2026, 12, 31), date(2026, 12, 10)),
        ({"kind": "nam", "due_day": 15, "due_month": 1}, date(2026, 12, 31), date(2027, 1, 15)),
        ({"kind": "nam_hoc", "due_day": 30, "due_month": 6}, date(2026, 8, 31), date(2026, 6, 30)),
    ],
)
def test_a_due_day_lies_nearest_to_the_end_of_its_period(rule: dict[str, Any], last: date, due: date) -> None:
    made = ReportDue(form_code="Q", **rule)
    assert list(faults_of(made)) == []
    assert made.due_on(last) == due


def test_a_rule_that_means_no_day_is_refused() -> None:
    wrong: list[dict[str, Any]] = [
        {"kind": "quy", "no": 5},
        {"kind": "quy", "due_month": 3},
        {"kind": "nam", "first_year": 2027, "last_year": 2026},
    ]
    found = [[fault.field for fault in faults_of(ReportDue(form_code="Q", due_day=1, **each))] for each in wrong]
    assert found == [["no"], ["due_month"], ["to_year"]]
