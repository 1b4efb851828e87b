"""Workforce of the own unit and of the units below it: rows 1-10 of Mẫu 1-HĐCĐ, and their sums in Mẫu 2-HĐCĐ."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from models.indicators.indicator import Bool, Columns, Indicator, Rate, Source
from models.indicators.moments import CUTOFF
from models.indicators.people import SNAPSHOTS, active, latest_of_own
from models.records.unit import OrgUnit, WorkforceSnapshot
from models.tables import table_of

_SNAPSHOT, _UNIT = table_of(WorkforceSnapshot), table_of(OrgUnit)
# Those that send Mẫu 1; what a level between them and us has added up would count everything twice.
_SENDING = ("grassroots_union", "occupational_union", "member_union")


def _value(name: str) -> Any:
    return lambda columns: columns[name]


def _own(key: str, label: str, unit: str, name: str) -> Indicator:
    return Indicator(key, label, unit, SNAPSHOTS, latest_of_own, _value(name), nothing=None)


_BELOW = Source(
    "workforce_snapshot",
    sa.select(
        *(each for each in _SNAPSHOT.c if each.name not in ("named", "folded", "ordering")),
        *(_UNIT.c[name] for name in ("sector", "founded_on", "dissolved_on")),
        (_SNAPSHOT.c.avg_wage_vnd * _SNAPSHOT.c.wage_count_n).label("wages"),
        sa.case((_SNAPSHOT.c.avg_wage_vnd.is_not(None), _SNAPSHOT.c.wage_count_n)).label("paid"),
    )
    .select_from(_SNAPSHOT.join(_UNIT, _UNIT.c.uid == _SNAPSHOT.c.unit))
    .where(_UNIT.c.is_own == 0, _UNIT.c.kind.in_(_SENDING))
    .subquery(),
)


def _latest_below(columns: Columns) -> Bool:
    """The newest snapshot of each unit up to the cut-off; the people of one dissolved by then are told by others."""
    other = _SNAPSHOT.alias()
    newest = sa.select(other.c.id).where(other.c.as_of <= CUTOFF, other.c.unit == columns.unit)
    by_day = newest.order_by(other.c.as_of.desc(), other.c.id.desc()).limit(1)
    return sa.and_(active(columns), columns.id == by_day.correlate_except(other).scalar_subquery())


def _below(key: str, label: str, unit: str, name: str) -> Indicator:
    return Indicator(key, label, unit, _BELOW, _latest_below, _value(name), nothing=None)


WORKFORCE = (
    _own("workforce", "Tổng số lao động", "người", "total"),
    _own("workforce_female", "Lao động nữ", "người", "female"),
    _own("short_of_work", "Lao động thiếu việc làm", "người", "short_of_work"),
    _own("short_of_work_female", "Lao động nữ thiếu việc làm", "người", "short_of_work_female"),
    _own("average_wage", "Tiền lương bình quân tháng", "đồng", "avg_wage_vnd"),
    _own("wage_count", "Người được tính lương bình quân", "người", "wage_count_n"),
    _own("wage_debt", "Tiền doanh nghiệp còn nợ lương", "đồng", "wage_debt_vnd"),
    _own("housed", "Người được bố trí nhà ở", "người", "housed"),
    _own("renting", "Người phải tự thuê nhà ở", "người", "renting"),
    _own("contract_signed", "Lao động được ký hợp đồng", "người", "contract_signed"),
    _own("insured", "Lao động được đóng BHXH, BHYT, BHTN", "người", "insured"),
    _below("units_workforce", "Tổng số lao động của các đơn vị", "người", "total"),
    _below("units_female", "Lao động nữ của các đơn vị", "người", "female"),
    _below("units_short", "Lao động thiếu việc làm của các đơn vị", "người", "short_of_work"),
    _below("units_short_female", "Lao động nữ thiếu việc làm của các đơn vị", "người", "short_of_work_female"),
    _below("units_wages", "Tổng tiền lương tháng của các đơn vị", "đồng", "wages"),
    _below("units_paid", "Số người được tính lương của các đơn vị", "người", "paid"),
    Rate("units_short_rate", "Tỷ lệ lao động thiếu việc làm", "%", ("units_short",), ("units_workforce",)),
    Rate(
        "units_short_female_rate",
        "Tỷ lệ lao động nữ thiếu việc làm",
        "%",
        ("units_short_female",),
        ("units_female",),
    ),
    Rate(
        "units_average_wage",
        "Tiền lương bình quân tháng của các đơn vị",
        "đồng",
        ("units_wages",),
        ("units_paid",),
        factor=1,
        places=0,
    ),
)
