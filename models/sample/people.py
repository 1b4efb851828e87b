"""The members: those there from the start, who joined and who left, officials and their posts, the Party's events.

Whoever joined has the event of that day and whoever left too, so the figures of every quarter follow from those before.
"""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from models.periods import Period
from models.records.member import Member, MemberEvent, MemberNamesake, MemberPost
from models.sample.scene import LAST, OWN, Scene, some_day
from models.sample.words_people import DYEING, FOURTH_LINE, GROUPS, POSTS, Group, full_name, groups_on

_REASONS = ("cham_dut_hdld", "cham_dut_hdld", "cham_dut_hdld", "xin_thoi", "chuyen_di", "nghi_huu")
_CONGRESS = date(2023, 5, 20)
_UNDATED = 60  # of her nobody knows when she joined
_OFFICIALS = sum(number for _post, number, _title in POSTS)
_AIM = 300
_CLOSED = date(2025, 9, 30)  # the dyeing hall


def members(scene: Scene) -> list[Member]:
    """Everyone who was ever a member in the story, by number."""
    dice = scene.dice("members")
    found: list[Member] = []
    latest = min(_CONGRESS, scene.first) - timedelta(days=30)
    for place in range(max(150, _AIM - 14 * scene.years)):
        day = some_day(dice, date(2012, 6, 1), latest)
        found.append(_joining(dice, place + 1, day, None if place == _UNDATED else "ket_nap"))
    _elect(found)
    for period in scene.quarters:
        _turnover(dice, found, period)
    _at_the_edges(dice, found)
    _found_fourth_line(found)
    _dissolve_dyeing(found)
    _party(dice, scene, found)
    _honours_and_pauses(dice, scene, found)
    _tell_namesakes_apart(found)
    return found


def _joining(dice: Random, number: int, day: date, kind: str | None) -> Member:
    """Someone who becomes a member on a day; without a kind of joining nobody knows the day any more."""
    sex = "nu" if dice.random() < 0.74 else "nam"
    group = _group(dice, day)
    year = dice.randint(1968, min(2005, day.year - 18))
    knows_day = number % 9 != 0
    return Member(
        uid=f"doan-vien-{number:04}",
        member_no=f"BM{number:04}",
        full_name=full_name(dice, sex),
        sex=sex,
        birth=date(year, dice.randint(1, 12), dice.randint(1, 28)) if knows_day else None,
        birth_year=None if knows_day else year,
        union_group=group[0],
        job_title=dice.choice(group[6]),
        union_post="doan_vien",
        employment="khong_xac_dinh" if dice.random() < 0.7 else "xac_dinh",
        joined_on=day if kind else None,
        events=[MemberEvent(kind=kind, on=day, to_group=group[0])] if kind else (),
    )


def _group(dice: Random, day: date) -> Group:
    there = groups_on(day)
    return dice.choices(there, [group[5] for group in there])[0]


def _leave(member: Member, day: date, reason: str) -> None:
    member.left_on, member.left_reason = day, reason
    member.status = "da_chuyen" if reason == "chuyen_di" else "thoi_doan_vien"
    member.events.append(MemberEvent(kind=reason, on=day, from_group=member.union_group))


def _elect(found: list[Member]) -> None:
    """The officials are the first of the list; each union group has its head."""
    posts = [(post, title) for post, number, title in POSTS for _ in range(number)]
    lasting = [group for group in GROUPS if group[0] not in (DYEING, FOURTH_LINE)]
    for place, (member, (post, title)) in enumerate(zip(found, posts, strict=False)):
        member.union_post = post
        unit = OWN
        if post in ("to_truong", "to_pho"):
            unit = member.union_group = lasting[place % len(lasting)][0]
        member.posts.append(MemberPost(title_text=title, unit=unit, first_on=_CONGRESS))
    deputy, successor = found[1], found[4]
    deputy.union_post, deputy.posts[0].last_on = "uv_bch", date(2025, 8, 31)
    successor.union_post = "pho_chu_tich"
    successor.posts.append(MemberPost(title_text="Phó Chủ tịch CĐCS", unit=OWN, first_on=date(2025, 9, 1)))


def _turnover(dice: Random, found: list[Member], period: Period) -> None:
    staying = [each for each in found[_OFFICIALS:] if each.left_on is None and each is not found[_UNDATED]]
    for member in dice.sample(staying, dice.randint(5, 10)):
        _leave(member, some_day(dice, period.first, period.last), dice.choice(_REASONS))
    for _ in range(dice.randint(8, 14)):
        kind = "ket_nap" if dice.random() < 0.85 else "chuyen_den"
        found.append(_joining(dice, len(found) + 1, some_day(dice, period.first, period.last), kind))


def _at_the_edges(dice: Random, found: list[Member]) -> None:
    """The last day of a year and of the story, the first day of a quarter."""
    staying = [each for each in found[_OFFICIALS:200] if each.left_on is None and each is not found[_UNDATED]]
    leaver, former = staying[0], staying[1]
    _leave(leaver, date(2025, 12, 31), "nghi_huu")
    _leave(former, LAST, "chuyen_di")
    for day, kind in ((date(2026, 1, 1), "chuyen_den"), (LAST, "ket_nap")):
        found.append(_joining(dice, len(found) + 1, day, kind))


def _found_fourth_line(found: list[Member]) -> None:
    """The new line takes every third member of the third one."""
    there = [each for each in found if each.union_group == "dv-to-chuyen-3" and each.left_on is None]
    for member in there[::3]:
        if not member.posts:
            member.union_group = FOURTH_LINE


def _dissolve_dyeing(found: list[Member]) -> None:
    """Two leave with it, the others go over to the weaving hall."""
    there = [each for each in found if each.union_group == DYEING and (each.left_on is None or each.left_on > _CLOSED)]
    closing = [each for each in there if each.left_on is None][:2]
    for member in closing:
        _leave(member, _CLOSED, "giai_the_cdcs")
    for member in there:
        if member not in closing:
            member.union_group = "dv-bp-det"
            for event in member.events[1:]:
                event.from_group = "dv-bp-det"


def _party(dice: Random, scene: Scene, found: list[Member]) -> None:
    """Outstanding members introduced to the Party; about half are admitted two quarters later."""
    staying = [each for each in found[:220] if each.left_on is None and each.joined_on is not None]
    chosen = iter(dice.sample(staying, min(len(staying), 3 * len(scene.quarters))))
    for period in scene.quarters:
        for member in (next(chosen, None) for _ in range(dice.randint(1, 3))):
            if member is None:
                return
            introduced = some_day(dice, period.first, period.last)
            member.events.append(MemberEvent(kind="gioi_thieu_dang", on=introduced))
            admitted = introduced + timedelta(days=dice.randint(150, 210))
            if dice.random() < 0.55 and admitted <= LAST:
                member.is_party_member = True
                member.events.append(MemberEvent(kind="ket_nap_dang", on=admitted))


def _honours_and_pauses(dice: Random, scene: Scene, found: list[Member]) -> None:
    staying = [each for each in found[_OFFICIALS:] if each.left_on is None and each is not found[_UNDATED]]
    for member in dice.sample(staying, 6):
        start = max(scene.first, member.joined_on or scene.first)
        member.events.append(MemberEvent(kind="khen_thuong", on=some_day(dice, start, LAST)))
    warned, away = staying[5], staying[6]
    warned.events.append(MemberEvent(kind="ky_luat", on=date(2025, 11, 12)))
    away.status, away.note = "tam_dung", "Nghỉ thai sản và chăm con nhỏ, tạm dừng sinh hoạt từ tháng 12/2025."
    found[_UNDATED].note = "Không còn quyết định kết nạp; đang xác minh ngày vào công đoàn."


def _tell_namesakes_apart(found: list[Member]) -> None:
    """The first two with one name were looked at: they are two people."""
    seen: dict[str, Member] = {}
    for member in found:
        other = seen.setdefault(member.full_name, member)
        if other is not member:
            member.namesakes.append(MemberNamesake(member=other.uid))
            return
