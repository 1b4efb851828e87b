"""Periods as she says them, with or without accents, alone or among other words."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest

from models.spoken_periods import spoken_period

TODAY = date(2026, 3, 11)  # a Wednesday


@pytest.mark.parametrize(
    ("said", "first", "last", "rest"),
    [
        ("tháng 3", "2025-03-01", "2025-03-31", ""),
        ("thang 12/2024", "2024-12-01", "2024-12-31", ""),
        ("Tháng 2 năm 2024", "2024-02-01", "2024-02-29", ""),
        ("t4/2024", "2024-04-01", "2024-04-30", ""),
        ("quý 1", "2025-01-01", "2025-03-31", ""),
        ("QUÝ IV/2024", "2024-10-01", "2024-12-31", ""),
        ("quy ii năm 2026", "2026-04-01", "2026-06-30", ""),
        ("năm 2025", "2025-01-01", "2025-12-31", ""),
        ("năm nay", "2026-01-01", "2026-12-31", ""),
        ("năm ngoái", "2025-01-01", "2025-12-31", ""),
        ("tháng trước", "2026-02-01", "2026-02-28", ""),
        ("quý này", "2026-01-01", "2026-03-31", ""),
        ("quý trước", "2025-10-01", "2025-12-31", ""),
        ("tuần này", "2026-03-09", "2026-03-15", ""),
        ("tuần trước", "2026-03-02", "2026-03-08", ""),
        ("hôm nay", "2026-03-11", "2026-03-11", ""),
        ("hôm qua", "2026-03-10", "2026-03-10", ""),
        ("6 tháng đầu năm", "2025-01-01", "2025-06-30", ""),
        ("6 tháng cuối năm 2024", "2024-07-01", "2024-12-31", ""),
        ("9 tháng", "2025-01-01", "2025-09-30", ""),
        ("5/3/2026", "2026-03-05", "2026-03-05", ""),
        ("tọa đàm tháng 3 ở xưởng", "2025-03-01", "2025-03-31", "tọa đàm ở xưởng"),
        ("an toàn quý I/2026", "2026-01-01", "2026-03-31", "an toàn"),
    ],
)
def test_a_period_is_understood_as_it_is_said(said: str, first: str, last: str, rest: str) -> None:
    for typed in (said, unicodedata.normalize("NFD", said)):
        found = spoken_period(typed, TODAY, 2025)
        assert found is not None
        period, others = found
        assert (period.first.isoformat(), period.last.isoformat()) == (first, last)
        assert unicodedata.normalize("NFC", others) == rest


@pytest.mark.parametrize(
    "said", ["", "tháng", "tháng 13", "quý 5", "quỹ 12", "31/2/2026", "năm 9999", "kế hoạch 12/2026"]
)
def test_other_words_are_no_period(said: str) -> None:
    assert spoken_period(said, TODAY, 2025) is None
