"""Every fault of a file is named at once, and none that merely follows from another."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from models.errors import Refused
from models.ledger.store import Store
from models.records.period import ReportPeriod
from tests.models.ledger.good_records import ACTIVITY, FEEDBACK, MEMBER


def test_what_cannot_be_read_hides_no_other_fault(faults: Callable[..., Any]) -> None:
    turns = [{"n_turns": 5, "n_female": 9}, {"n_turns": "40", "n_female": 41}]
    authors = [{"name": "Lê Văn Ơn", "share_percent": "nửa"}, {"share_percent": 10}]
    initiative = {"type": "initiative", "uid": "I1", "title": "Kệ hàng", "kind": "may_moc", "authors": authors}
    assert faults(
        {**ACTIVITY, "form": "khong_co", "end_at": "2026-01-01T08:00", "audiences": turns},
        {**MEMBER, "sex": "gái", "joined_on": "2026-02-01", "left_on": "2026-01-01"},
        {**FEEDBACK, "uid": "F1", "satisfaction": 6, "merged_into": "F1", "replied_on": "2026-01-01"},
        initiative,
    ) == [
        (1, "form"),
        (1, "audiences[1].n_turns"),
        (1, "end_at"),
        (1, "audiences[0].n_female"),
        (2, "sex"),
        (2, "left_on"),
        (3, "satisfaction"),
        (3, "replied_on"),
        (3, "merged_into"),
        (4, "kind"),
        (4, "authors[0].share_percent"),
        (4, "authors[1].name"),
    ]  # fmt: skip


def test_a_rule_does_not_speak_of_what_was_not_read(faults: Callable[..., Any], take: Callable[..., int]) -> None:
    take({**MEMBER, "joined_on": "2026-02-01"}, {**ACTIVITY, "is_par": True, "par_contents": [2]})
    assert faults(
        {**MEMBER, "joined_on": "hôm qua", "left_on": "2026-01-01"},
        {**ACTIVITY, "is_par": "có", "primary_topic": "cchc"},
        {**ACTIVITY, "uid": "S2", "is_par": True, "par_contents": ["hai"]},
        {"type": "report_due", "uid": "R1", "form_code": "Q", "kind": "tuần", "no": 3, "due_day": 10},
        {"type": "org_unit", "uid": "own", "is_own": "có", "deadlines": [{"competent_level": "tld", "days": 3}]},
    ) == [(1, "joined_on"), (2, "is_par"), (3, "par_contents[0].par_content"), (4, "kind"), (5, "is_own")]


def test_a_period_is_one_of_the_calendar_or_of_the_ledger(
    store: Store, faults: Callable[..., Any], take: Callable[..., int]
) -> None:
    own = {"type": "report_period", "uid": "K1", "kind": "quy", "year": 2026}
    days = {"from": "2025-12-16", "to": "2026-03-15", "cutoff": "2026-03-15"}
    movement = {"type": "movement", "uid": "P1", "code": "gvn_dvn", "title": "Giỏi việc nước", "mode": "thuong_xuyen"}
    target = {"type": "target", "uid": "C1", "indicator": "III.1", "planned": 24}
    results = [{"period": each, "n_individuals": 1} for each in ("2026-Q1", "2026-Q9", "K1")]
    found = faults({**target, "period": "năm nay"}, {**movement, "results": results})
    assert sorted(found) == [(1, "period"), (2, "results[1].period"), (2, "results[2].period")]
    take(
        {**target, "period": "2026-01-01..2026-02-15"},
        {**movement, "results": [results[0], results[2]]},
        {**own, **days},
    )
    with pytest.raises(Refused, match="còn được dùng"), store.write("Xóa") as write:
        write.remove(ReportPeriod, "K1")
