"""A member's way: each step is told in the events, and none contradicts an earlier one."""

from __future__ import annotations

from datetime import date

import pytest

from models import membership
from models.errors import UserError
from models.indicators.figure import Reference
from models.indicators.figures import figures
from models.ledger.store import Store
from models.periods import period_from
from models.record import faults_of
from models.records.member import Member
from models.records.unit import OrgUnit

JOINED, MOVED, LEFT = date(2026, 1, 5), date(2026, 2, 2), date(2026, 3, 10)


def ánh() -> Member:
    return Member("M1", full_name="Nguyễn Thị Ánh")


def steps(member: Member) -> list[tuple[str, date | None, str | None, str | None]]:
    return [(each.kind, each.on, each.from_group, each.to_group) for each in member.events]


def test_joining_moving_and_leaving_tell_themselves() -> None:
    member = ánh()
    membership.join(member, JOINED, "cat")
    membership.take_post(member, "Tổ phó", JOINED, "cat")
    membership.move(member, MOVED, "may")
    membership.leave(member, LEFT, "chuyen_di")
    assert steps(member) == [
        ("ket_nap", JOINED, None, "cat"),
        ("chuyen_to", MOVED, "cat", "may"),
        ("chuyen_di", LEFT, "may", None),
    ]
    assert (member.joined_on, member.left_on, member.status) == (JOINED, LEFT, "da_chuyen")
    assert member.posts[0].last_on == LEFT
    assert list(faults_of(member)) == []


def test_posts_are_held_from_day_to_day() -> None:
    member = ánh()
    membership.take_post(member, "Tổ phó", date(2025, 1, 1))
    member.posts[0].last_on = date(2025, 6, 30)
    membership.take_post(member, "Tổ trưởng", date(2025, 7, 1))
    held = {day: [post.title_text for post in membership.posts_on(member, day)] for day in (JOINED, date(2025, 6, 30))}
    assert held == {JOINED: ["Tổ trưởng"], date(2025, 6, 30): ["Tổ phó"]}
    with pytest.raises(UserError, match="đang giữ chức vụ"):
        membership.take_post(member, "Tổ trưởng", JOINED)


def test_what_cannot_follow_is_refused_and_changes_nothing() -> None:
    member = ánh()
    membership.join(member, MOVED, "cat")
    before = repr(member)
    with pytest.raises(UserError, match="đã là đoàn viên từ"):
        membership.join(member, LEFT)
    with pytest.raises(UserError, match="Hãy sửa ngày"):
        membership.leave(member, JOINED, "xin_thoi")
    with pytest.raises(UserError, match="Hãy chọn tổ khác"):
        membership.move(member, LEFT, "cat")
    with pytest.raises(UserError, match="Hãy chọn lý do"):
        membership.leave(member, LEFT, "khac")
    assert repr(member) == before
    membership.leave(member, LEFT, "nghi_huu")
    with pytest.raises(UserError, match="đã rời đơn vị ngày 10/03/2026"):
        membership.move(member, LEFT, "may")
    with pytest.raises(UserError, match="đã rời đơn vị ngày 10/03/2026"):
        membership.take_post(member, "Tổ phó", LEFT)
    with pytest.raises(UserError, match="Hãy thêm mới"):
        membership.join(member, LEFT)


def test_a_move_between_groups_is_neither_joining_nor_leaving(store: Store) -> None:
    keys = ("members", "members_left")

    def counted() -> list[object]:
        return [each.value for each in figures(store, period_from("2026-Q1"), [Reference(key) for key in keys])]

    member = ánh()
    with store.write("Thêm") as write:
        write.add_all(OrgUnit(uid, code=uid, kind="union_group", name_full=uid) for uid in ("cat", "may"))
        membership.join(member, JOINED, "cat")
        write.save(member)
    assert counted() == [1, 0]
    with store.write("Chuyển tổ") as write:
        membership.move(member, MOVED, "may")
        write.save(member)
    assert counted() == [1, 0]
    with store.write("Thôi") as write:
        membership.leave(member, LEFT, "xin_thoi")
        write.save(member)
    assert counted() == [0, 1]
