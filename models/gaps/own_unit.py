"""What is missing of the unit itself and of its plans: names on the head, who signs, targets, report periods."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import sqlalchemy as sa

from models.gaps.gap import ERROR, WARNING, Finding, Gap, Look, shown_day
from models.indicators.result_periods import texts_of_year
from models.records.member import Member
from models.records.period import ReportPeriod
from models.records.target import Target
from models.records.unit import OrgName, OrgUnit
from models.tables import table_of

LATEST_CUTOFF = timedelta(days=31)  # `forms.md` section 10.7
_UNIT, _NAME, _MEMBER = table_of(OrgUnit), table_of(OrgName), table_of(Member)


def _own(look: Look) -> Any:
    return look.connection.execute(sa.select(_UNIT).where(_UNIT.c.is_own == 1)).first()


def head_incomplete(look: Look) -> Iterator[Gap]:
    """What the head of every paper needs."""
    own = _own(look)
    if own is None:
        return
    above = own.name_head_1 or own.parent
    for rule, name, filled, words, severity in (
        ("unit_without_superior", "name_head_1", above, "dòng tên công đoàn cấp trên", ERROR),
        ("unit_without_place", "place_name", own.place_name, "địa danh ghi trước ngày tháng", WARNING),
    ):
        if not filled:
            reason = f"chưa có {words}, nên đầu văn bản còn trống"
            yield Finding(rule, OrgUnit, name, reason, f"Ghi {words} ở đơn vị của sổ.", severity).gap(
                own.uid, own.named
            )


def head_of_another_time(look: Look) -> Iterator[Gap]:
    """The names of the unit in time do not cover the day of signing, or contradict its name (`forms.md` 10.10)."""
    own = _own(look)
    if own is None:
        return
    day = look.today.isoformat()
    names = look.connection.execute(sa.select(_NAME).where(_NAME.c.owner == own.id).order_by(_NAME.c.place)).all()
    valid = [each for each in names if (each.valid_from or "") <= day <= (each.valid_to or "9999")]
    found = None
    if names and not valid:
        found = f"không có tên nào còn hiệu lực vào ngày ký {shown_day(day)}"
    elif valid:
        newest = max(valid, key=lambda each: each.valid_from or "")
        if newest.name_full and newest.name_full != own.name_full:
            found = f"đầu biểu in “{newest.name_full}” theo ngày ký, khác tên hiện tại “{own.name_full}”"
    if found is not None:
        remedy = "Sửa tên đầy đủ, hoặc thời gian hiệu lực ở phần “Tên qua các thời kỳ”."
        yield Finding("head_name_differs", OrgUnit, "names", found, remedy).gap(own.uid, own.named)


def nobody_signs(look: Look) -> Iterator[Gap]:
    """No chairman among the members: the place of the signer's name stays empty."""
    stays = sa.or_(_MEMBER.c.left_on.is_(None), _MEMBER.c.left_on > look.last)
    chair = sa.select(_MEMBER.c.uid).where(_MEMBER.c.union_post == "chu_tich", stays).limit(1)
    if look.connection.execute(chair).first() is None:
        reason = "chưa có đoàn viên nào giữ chức vụ Chủ tịch, nên chưa biết ai ký báo cáo"
        remedy = "Chọn chức vụ công đoàn “Chủ tịch” ở đoàn viên giữ chức vụ này."
        yield Finding("signer_missing", Member, "union_post", reason, remedy).gap("", "Người ký báo cáo")


def nothing_planned(look: Look) -> Iterator[Gap]:
    """No target for the year: the columns of targets stay empty."""
    if not texts_of_year(look.connection, look.period):
        reason = f"chưa có chỉ tiêu nào của năm {look.period.year}, nên cột chỉ tiêu và tỷ lệ đạt để trống"
        yield Finding("target_missing", Target, "period", reason, "Thêm chỉ tiêu năm.").gap("", "Chỉ tiêu năm")


def cutoff_outside(look: Look) -> Iterator[Gap]:
    """A report period whose cut-off lies before it or long after it."""
    table = table_of(ReportPeriod)
    found = Finding(
        "cutoff_outside_period",
        ReportPeriod,
        "cutoff",
        lambda row: f"chốt số liệu ngày {shown_day(row.cutoff)}, ngoài kỳ và quá 31 ngày sau kỳ",
        "Sửa ngày chốt số liệu.",
        ERROR,
    )
    meets = sa.and_(table.c["from"] <= look.period.last.isoformat(), table.c.to >= look.first)
    latest = sa.func.date(table.c.to, f"+{LATEST_CUTOFF.days} days")
    outside = sa.or_(table.c.cutoff < table.c["from"], table.c.cutoff > latest)
    return found.rows(look, sa.and_(meets, outside), table.c.cutoff)


RULES = (head_incomplete, head_of_another_time, nobody_signs, nothing_planned, cutoff_outside)
