"""A member's way through the union: joins, moves between groups, takes posts, leaves. Each step is told in its events.

These change the record given; who asks writes it.
"""

from __future__ import annotations

from datetime import date

from models.code_lists_people import LEFT_REASON, MEMBER_STATUS
from models.errors import UserError
from models.records.member import Member, MemberEvent, MemberPost


def join(member: Member, on: date, group: str | None = None, *, kind: str = "ket_nap", doc: str | None = None) -> None:
    """Makes someone a member on a day, newly (`ket_nap`) or from another union (`chuyen_den`).

    Whoever left and comes again is entered anew: with one pair of days the figures of the past would change.
    """
    if member.left_on is not None:
        raise UserError(
            f"{member.full_name} từng là đoàn viên rồi rời đi. Hãy thêm mới để số liệu kỳ trước giữ nguyên."
        )
    if member.joined_on is not None:
        raise UserError(f"{member.full_name} đã là đoàn viên từ ngày {member.joined_on:%d/%m/%Y}.")
    member.joined_on, member.union_group = on, group or member.union_group
    member.events.append(MemberEvent(kind=kind, on=on, to_group=member.union_group, doc=doc))


def move(member: Member, on: date, group: str, doc: str | None = None) -> None:
    """Moves a member to another group of the union: neither joining nor leaving, so no figure of members changes."""
    _require_membership(member, on)
    if member.union_group == group:
        raise UserError(f"{member.full_name} đang ở tổ đó rồi. Hãy chọn tổ khác.")
    member.events.append(MemberEvent(kind="chuyen_to", on=on, from_group=member.union_group, to_group=group, doc=doc))
    member.union_group = group


def leave(member: Member, on: date, reason: str, doc: str | None = None) -> None:
    """Lets a member go on a day; posts still held end with it."""
    if reason not in LEFT_REASON:
        raise UserError("Hãy chọn lý do thôi hoặc chuyển trong danh mục.")
    _require_membership(member, on)
    member.left_on, member.left_reason = on, reason
    member.status = "da_chuyen" if reason == "chuyen_di" else "thoi_doan_vien"
    member.events.append(MemberEvent(kind=reason, on=on, from_group=member.union_group, doc=doc))
    for post in member.posts:
        if post.last_on is None and (post.first_on is None or post.first_on <= on):
            post.last_on = on


def take_post(member: Member, title: str, on: date, unit: str | None = None) -> None:
    """Gives a member a post from a day on."""
    _require_membership(member, on)
    if any(post.title_text == title and post.unit == unit and _held(post, on) for post in member.posts):
        raise UserError(f"{member.full_name} đang giữ chức vụ “{title}” vào ngày {on:%d/%m/%Y} rồi.")
    member.posts.append(MemberPost(title_text=title, unit=unit, first_on=on))


def posts_on(member: Member, day: date) -> list[MemberPost]:
    """The posts that a member holds on a day, the oldest first."""
    return sorted((post for post in member.posts if _held(post, day)), key=lambda post: post.first_on or date.min)


def _held(post: MemberPost, day: date) -> bool:
    return (post.first_on is None or post.first_on <= day) and (post.last_on is None or day <= post.last_on)


def _require_membership(member: Member, on: date) -> None:
    if member.left_on is not None:
        status = MEMBER_STATUS.label(member.status).lower()
        raise UserError(f"{member.full_name} đã rời đơn vị ngày {member.left_on:%d/%m/%Y} ({status}).")
    if member.joined_on is not None and on < member.joined_on:
        joined = f"ngày vào công đoàn của {member.full_name} ({member.joined_on:%d/%m/%Y})"
        raise UserError(f"Ngày {on:%d/%m/%Y} trước {joined}. Hãy sửa ngày.")
