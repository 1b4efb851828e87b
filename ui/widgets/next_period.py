"""The period that follows another one, for a step forward in the bar on top."""

from __future__ import annotations

from datetime import timedelta

from models.periods import Period, free, half_year, month, nine_months, quarter, school_year, whole_year


def after(period: Period) -> Period:
    """The period of the same kind just after (a free span: as many days after it)."""
    first = period.last + timedelta(days=1)
    if period.kind == "nam_hoc":
        return school_year(first.year, first.year + 1)
    builders = {
        "thang": lambda: month(first.year, first.month),
        "quy": lambda: quarter(first.year, (first.month + 2) // 3),
        "6_thang": lambda: half_year(first.year, 1 if first.month <= 6 else 2),
        "9_thang": lambda: nine_months(period.year + 1),
        "nam": lambda: whole_year(first.year),
    }
    return builders[period.kind]() if period.kind in builders else free(first, first + (period.last - period.first))
