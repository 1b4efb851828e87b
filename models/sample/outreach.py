"""Activities by the thousand: first those told by hand, then the ordinary ones, spread evenly over the years."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from random import Random

from models.code_lists import EVENT_FORMS
from models.records.activity import (
    Activity,
    ActivityAttendee,
    ActivityAudience,
    ActivityParContent,
    ActivityPerson,
    ActivityTopic,
)
from models.sample.occasions import occasions
from models.sample.papers import year_programme
from models.sample.scene import LAST, NAMED_MONTH, OWN, Scene, activity_uid, at, named, working_day
from models.sample.words_outreach import DIFFICULTIES, LESSONS, LODGINGS, PATTERNS, PLACES, RESULTS, SUMMARIES, Pattern
from models.sample.words_people import groups_on, short_name

_HOURS = ((7, 15), (7, 30), (8, 0), (9, 0), (13, 30), (15, 0), (16, 45), (18, 0))
_TOLD_IN_FULL = 300  # of many activities only so many have more than the figures
_LONG_LISTS = 3000  # up to so many activities the lists of names are long


def activities(scene: Scene) -> Iterator[Activity]:
    """As many as the scene asks for."""
    told = occasions(scene)[: scene.n_activities]
    yield from told
    yield from _ordinary(scene, len(told))


def _ordinary(scene: Scene, told: int) -> Iterator[Activity]:
    """Each has its own share of the days, so the years fill evenly however many there are."""
    dice = scene.dice("activities")
    wanted = scene.n_activities - told
    span = (LAST - scene.first).days + 1
    once = list(PATTERNS)
    dice.shuffle(once)
    lists = _NameLists(scene)
    for place in range(wanted):
        pattern = once[place] if place < len(once) else PATTERNS[int(dice.random() * len(PATTERNS))]
        shift = (place + dice.random()) * span / wanted
        day = min(working_day(scene.first + timedelta(days=int(shift))), LAST)
        activity = _ordinary_one(dice, told + place + 1, pattern, day)
        if place * _TOLD_IN_FULL // wanted != (place - 1) * _TOLD_IN_FULL // wanted:
            _tell_in_full(dice, scene, activity)
        if activity.status == "da_thuc_hien":
            _fill_the_hall(dice, activity, pattern, lists)
        yield activity


def _ordinary_one(dice: Random, number: int, pattern: Pattern, day: date) -> Activity:
    there = groups_on(day)
    group = there[int(dice.random() * len(there))]
    luck = dice.random()
    status = "da_thuc_hien" if luck < 0.93 else "hoan" if luck < 0.96 else "huy" if luck < 0.98 else "ke_hoach"
    series = dice.random() < 0.1
    return Activity(
        uid=activity_uid(number),
        title=pattern.title.format(group=short_name(group), **named(day)),
        form=pattern.form,
        primary_topic=pattern.topic,
        start_at=at(day, *_HOURS[int(dice.random() * len(_HOURS))]),
        place=LODGINGS if pattern.audience == "cong_nhan_kcn" else PLACES[int(dice.random() * len(PLACES))],
        n_sessions=2 + int(dice.random() * 3) if series else 1,
        is_online=pattern.form in ("giao_luu_truc_tuyen", "thi_truc_tuyen"),
        organizer=group[0] if "{group}" in pattern.title else OWN,
        is_par=bool(pattern.par),
        par_contents=[ActivityParContent(par_content=each) for each in pattern.par],
        topics=[ActivityTopic(topic=pattern.integrated, is_integrated=True)] if pattern.integrated else (),
        status=status,
    )


def _tell_in_full(dice: Random, scene: Scene, activity: Activity) -> None:
    """What a diligent secretary writes down besides the figures."""
    activity.summary = dice.choice(SUMMARIES)
    activity.programme = year_programme(activity.start_at.year) if dice.random() < 0.5 else None
    activity.cost_vnd = dice.randint(3, 60) * 100_000 if dice.random() < 0.4 else None
    if activity.status == "da_thuc_hien":
        activity.result = dice.choice(RESULTS)
        activity.difficulties = dice.choice(DIFFICULTIES) if dice.random() < 0.3 else None
        activity.lesson = dice.choice(LESSONS) if dice.random() < 0.2 else None
    host = scene.members[dice.randrange(9)]
    activity.people.append(ActivityPerson(role="chu_tri", name=host.full_name, title_text="Ủy viên Ban Chấp hành CĐCS"))


def _fill_the_hall(dice: Random, activity: Activity, pattern: Pattern, lists: _NameLists) -> None:
    """Most are counted in full; of some nobody counted anyone, of some only part."""
    luck = dice.random()
    if activity.form in EVENT_FORMS and lists.cover(activity.start_at.date()):
        lists.fill(dice, activity)
    elif luck > 0.05 and pattern.largest and pattern.form not in ("mang_xa_hoi", "trang_tin", "bang_tin", "ban_tin"):
        activity.audiences.append(_audience(dice, pattern, activity.n_sessions, luck))
        if luck > 0.85:
            guests = 1 + int(dice.random() * 6)
            activity.audiences.append(
                ActivityAudience(group="khach_moi", n_turns=guests, n_members=0, n_female=guests // 3)
            )


def _audience(dice: Random, pattern: Pattern, n_sessions: int, luck: float) -> ActivityAudience:
    turns = int(pattern.largest * (0.4 + 0.6 * dice.random())) * n_sessions
    outside = pattern.audience in ("nguoi_lao_dong", "cong_nhan_kcn")
    members = int(turns * (0.3 if outside else 0.9 + 0.1 * dice.random()))
    female = turns if pattern.audience == "nu" else int(turns * (0.55 + 0.25 * dice.random()))
    officials = turns if pattern.audience == "can_bo_cong_doan" else int(turns * 0.12)
    return ActivityAudience(
        group=pattern.audience,
        n_turns=turns,
        n_members=members if luck > 0.08 else None,
        n_female=female if luck > 0.1 else None,
        n_officials=officials if luck > 0.2 else None,
    )


class _NameLists:
    """The lists of names kept in one month, of those who were members all through it."""

    def __init__(self, scene: Scene) -> None:
        year, month = NAMED_MONTH
        there = scene.present(date(year, month, 1), date(year, month + 1, 1))
        self._there = [(each.uid, each.sex == "nu", each.union_post != "doan_vien") for each in there]
        self._most = 40 if scene.n_activities <= _LONG_LISTS else 4

    def cover(self, day: date) -> bool:
        """True for a day of that month."""
        return (day.year, day.month) == NAMED_MONTH

    def fill(self, dice: Random, activity: Activity) -> None:
        """Puts a list on an activity, and the figures that follow from it."""
        start, number = dice.randrange(len(self._there)), dice.randint(self._most // 2, self._most)
        came = list(islice(self._there + self._there, start, start + number))
        activity.attendees = [ActivityAttendee(member=uid) for uid, _female, _official in came]
        activity.audiences = [
            ActivityAudience(
                group="doan_vien",
                n_turns=number * activity.n_sessions,
                n_members=number * activity.n_sessions,
                n_female=sum(female for _uid, female, _official in came) * activity.n_sessions,
                n_officials=sum(official for _uid, _female, official in came) * activity.n_sessions,
            )
        ]
