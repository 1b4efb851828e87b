"""Workforce, members and groups: A2 section I (`forms.md` sections 3 and 13)."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from models.indicators.indicator import Bool, Columns, Indicator, Rate, Scope, Source
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
    sa.select(_MEMBER.c.uid, _MEMBER.c.sex, _EVENT.c.kind, _EVENT.c.on)
    .select_from(_MEMBER.join(_EVENT, _EVENT.c.owner == _MEMBER.c.id))
    .subquery()
)
MEMBERS = Source("member", lambda _scope: _MEMBER)
MEMBER_EVENTS = Source("member", lambda _scope: _EVENTS)
UNITS = Source("org_unit", lambda _scope: _UNIT)
SNAPSHOTS = Source("workforce_snapshot", lambda _scope: _SNAPSHOT)


def of_own_unit(unit: sa.ColumnElement[Any]) -> Bool:
    """True for a record of the ledger's own unit, or of none named."""
    own = sa.select(_UNIT.c.uid).where(_UNIT.c.is_own == 1).scalar_subquery()
    return sa.or_(unit.is_(None), unit == own)


def _latest(columns: Columns, scope: Scope) -> Bool:
    """The newest snapshot of the own unit up to the cut-off."""
    other = _SNAPSHOT.alias()
    newest = sa.select(other.c.id).where(other.c.as_of <= scope.cutoff, of_own_unit(other.c.unit))
    return columns.id == newest.order_by(other.c.as_of.desc(), other.c.id.desc()).limit(1).scalar_subquery()


def _belongs(columns: Columns, scope: Scope) -> Bool:
    """Joined by the cut-off (or nobody knows when) and not left by then."""
    joined = sa.or_(columns.joined_on.is_(None), columns.joined_on <= scope.cutoff)
    return sa.and_(joined, sa.or_(columns.left_on.is_(None), columns.left_on > scope.cutoff))


def _active(columns: Columns, scope: Scope) -> Bool:
    founded = sa.or_(columns.founded_on.is_(None), columns.founded_on <= scope.cutoff)
    return sa.and_(founded, sa.or_(columns.dissolved_on.is_(None), columns.dissolved_on > scope.cutoff))


def _happened(columns: Columns, scope: Scope) -> Bool:
    return scope.within(columns.on)


PEOPLE = (
    Indicator("workforce", "Tổng số lao động", "người", SNAPSHOTS, _latest, lambda c: c.total, nothing=None),
    Indicator("workforce_female", "Lao động nữ", "người", SNAPSHOTS, _latest, lambda c: c.female, nothing=None),
    Indicator("members", "Tổng số đoàn viên", "người", MEMBERS, _belongs),
    Rate("membership_rate", "Tỷ lệ đoàn viên trên tổng số lao động", "%", ("members",), ("workforce",)),
    Indicator("member_events", "Biến động đoàn viên", "người", MEMBER_EVENTS, _happened),
    Indicator(
        "members_left", "Đoàn viên giảm", "người", MEMBER_EVENTS, _happened, only=lambda c, _scope: c.kind.in_(LEAVING)
    ),
    Indicator(
        "groups",
        "Tổ công đoàn, công đoàn bộ phận",
        "tổ",
        UNITS,
        _active,
        only=lambda c, _scope: c.kind.in_(GROUP_KINDS),
    ),
)
