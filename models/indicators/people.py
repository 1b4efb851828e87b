"""Workforce, members and groups: A2 section I (`forms.md` sections 3 and 13)."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from models.indicators.indicator import Bool, Columns, Indicator, Rate, Source
from models.indicators.moments import CUTOFF, within
from models.records.member import Member, MemberEvent
from models.records.unit import OrgUnit, WorkforceSnapshot
from models.tables import table_of

_MEMBER, _EVENT, _UNIT, _SNAPSHOT = (
    table_of(Member),
    table_of(MemberEvent),
    table_of(OrgUnit),
    table_of(WorkforceSnapshot),
)
GROUP_KINDS = ("department_union", "union_group")
LEAVING = ("chuyen_di", "nghi_huu", "cham_dut_hdld", "xin_thoi", "giai_the_cdcs")

_EVENTS = (
    sa.select(_MEMBER.c.uid, _MEMBER.c.sex, _MEMBER.c.union_group, _EVENT.c.kind, _EVENT.c.on)
    .select_from(_MEMBER.join(_EVENT, _EVENT.c.owner == _MEMBER.c.id))
    .subquery()
)
MEMBERS = Source("member", _MEMBER)
MEMBER_EVENTS = Source("member", _EVENTS)
UNITS = Source("org_unit", _UNIT)
SNAPSHOTS = Source("workforce_snapshot", _SNAPSHOT)


def of_own_unit(unit: sa.ColumnElement[Any]) -> Bool:
    """True for a record of the ledger's own unit, or of none named."""
    own = sa.select(_UNIT.c.uid).where(_UNIT.c.is_own == 1).scalar_subquery()
    return sa.or_(unit.is_(None), unit == own)


def latest_of_own(columns: Columns) -> Bool:
    """The newest snapshot of the own unit up to the cut-off."""
    other = _SNAPSHOT.alias()
    newest = sa.select(other.c.id).where(other.c.as_of <= CUTOFF, of_own_unit(other.c.unit))
    return columns.id == newest.order_by(other.c.as_of.desc(), other.c.id.desc()).limit(1).scalar_subquery()


def _belongs(columns: Columns) -> Bool:
    """Joined by the cut-off (or nobody knows when) and not left by then."""
    joined = sa.or_(columns.joined_on.is_(None), columns.joined_on <= CUTOFF)
    return sa.and_(joined, sa.or_(columns.left_on.is_(None), columns.left_on > CUTOFF))


def active(columns: Columns) -> Bool:
    """A unit that was founded by the cut-off, as far as is known, and not dissolved by then."""
    founded = sa.or_(columns.founded_on.is_(None), columns.founded_on <= CUTOFF)
    return sa.and_(founded, sa.or_(columns.dissolved_on.is_(None), columns.dissolved_on > CUTOFF))


def _happened(columns: Columns) -> Bool:
    return within(columns.on)


PEOPLE = (
    Indicator("members", "Tổng số đoàn viên", "người", MEMBERS, _belongs),
    Rate("membership_rate", "Tỷ lệ đoàn viên trên tổng số lao động", "%", ("members",), ("workforce",)),
    Indicator("member_events", "Biến động đoàn viên", "người", MEMBER_EVENTS, _happened),
    Indicator("members_left", "Đoàn viên giảm", "người", MEMBER_EVENTS, _happened, only=lambda c: c.kind.in_(LEAVING)),
    Indicator(
        "groups",
        "Tổ công đoàn, công đoàn bộ phận",
        "tổ",
        UNITS,
        active,
        only=lambda c: c.kind.in_(GROUP_KINDS),
    ),
)
