"""What is missing of members and workforce."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import sqlalchemy as sa

from models.gaps.gap import ERROR, Finding, Gap, Look, shown_day
from models.indicators.people import of_own_unit
from models.ledger.personal import unexplained
from models.records.member import Member
from models.records.unit import WorkforceSnapshot
from models.tables import table_of

OLD = timedelta(days=366)
_MEMBER, _SNAPSHOT = table_of(Member), table_of(WorkforceSnapshot)
_LEFT = ("da_chuyen", "thoi_doan_vien")


def joined_when(look: Look) -> Iterator[Gap]:
    """A member since nobody knows when."""
    found = Finding(
        "member_without_joined_on",
        Member,
        "joined_on",
        "chưa có ngày vào công đoàn, nên kỳ nào cũng được tính là đoàn viên",
        "Ghi ngày vào công đoàn.",
    )
    stays = sa.or_(_MEMBER.c.left_on.is_(None), _MEMBER.c.left_on > look.last)
    return found.rows(look, sa.and_(_MEMBER.c.joined_on.is_(None), stays, _MEMBER.c.status.not_in(_LEFT)))


def left_when(look: Look) -> Iterator[Gap]:
    """Left, but on no day: still counted as a member."""
    found = Finding(
        "member_without_left_on",
        Member,
        "left_on",
        "đã thôi hoặc chuyển sinh hoạt nhưng chưa có ngày, nên vẫn bị tính là đoàn viên",
        "Ghi ngày thôi hoặc chuyển.",
        ERROR,
    )
    return found.rows(look, sa.and_(_MEMBER.c.status.in_(_LEFT), _MEMBER.c.left_on.is_(None)))


def workforce_told(look: Look) -> Iterator[Gap]:
    """No figures of the workforce up to the cut-off, or old ones."""
    cutoff = look.period.cutoff
    newest = (
        sa.select(_SNAPSHOT.c.uid, _SNAPSHOT.c.named, _SNAPSHOT.c.as_of)
        .where(_SNAPSHOT.c.as_of <= cutoff.isoformat(), of_own_unit(_SNAPSHOT.c.unit))
        .order_by(_SNAPSHOT.c.as_of.desc())
        .limit(1)
    )
    row = look.connection.execute(newest).first()
    remedy = f"Thêm số liệu lao động đến ngày {cutoff:%d/%m/%Y}."
    if row is None:
        missing = "chưa có số liệu lao động nào đến ngày chốt, nên các dòng về lao động để trống"
        yield Finding("workforce_missing", WorkforceSnapshot, "", missing, remedy, ERROR).gap("", "Số liệu lao động")
    elif row.as_of < (cutoff - OLD).isoformat():
        old = f"số liệu lao động mới nhất là của ngày {shown_day(row.as_of)}, đã quá một năm"
        yield Finding("workforce_old", WorkforceSnapshot, "as_of", old, remedy).gap(row.uid, row.named)


def kept_without_reason(look: Look) -> Iterator[Gap]:
    """Personal data that need protection, for which the unit has given no purpose and basis."""
    for uid, title, members in unexplained(look.connection):
        yield Finding(
            "personal_without_reason",
            Member,
            members[0].key,
            f"đang ghi {', '.join(each.label.lower() for each in members)}, nhưng đơn vị chưa nêu mục đích và căn cứ",
            "Nêu ở đơn vị của sổ, phần “Thông tin cá nhân được ghi”, hoặc xóa thông tin ấy.",
        ).gap(uid, title)


RULES = (joined_when, left_when, workforce_told, kept_without_reason)
