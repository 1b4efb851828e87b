"""Awards and titles: those given every year, and odd ones told by hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from models.records.award import Award
from models.sample.great_days import REVIEW, WOMENS_DAY, WORKERS_MONTH
from models.sample.scene import LAST, Scene
from models.sample.told import since_first, told
from models.sample.words_honours import HONOURS, ODD_AWARDS, Honour
from models.sample.words_people import groups_on

_PRESENTED = {date(2026, 1, 9): REVIEW, date(2026, 3, 8): WOMENS_DAY, date(2025, 5, 5): WORKERS_MONTH}


def awards(scene: Scene) -> Iterator[Award]:
    """All awards."""
    dice = scene.dice("awards")
    found = [each for year in range(scene.first.year - 1, LAST.year) for each in _of_year(dice, scene, year)]
    for odd in since_first(scene, told(Award, ODD_AWARDS), "proposed_on"):
        if odd.subject_name == "-":
            _name(dice, scene, odd)
        found.append(odd)
    for number, award in enumerate(found, 1):
        award.uid = f"kt-{number:04}"
        place = _PRESENTED.get(award.decision_on) if award.decision_on else None
        award.presented_activity = scene.activity(place) if place else None
        yield award


def _of_year(dice: Random, scene: Scene, year: int) -> Iterator[Award]:
    """What is decided from April of a year to March of the next."""
    for honour in HONOURS:
        day = honour.day(year)
        if not scene.first <= day <= LAST:
            continue
        number = dice.randint(max(1, honour.most // 2), honour.most)
        for group in dice.sample(groups_on(day), number) if honour.for_groups else [None] * number:
            award = _award(dice, honour, day)
            if group is None:
                _name(dice, scene, award)
            else:
                award.subject_kind, award.subject_name = "tap_the", group[2]
            yield award


def _award(dice: Random, honour: Honour, day: date) -> Award:
    refused = dice.random() < 0.06
    return Award(
        uid="-",
        subject_kind="ca_nhan",
        form=honour.form,
        level=honour.level,
        basis=honour.basis,
        theme=honour.theme or None,
        movement=f"pt-{day.year}-{honour.movement}" if honour.movement else None,
        year=day.year - (day.month < 4),
        proposed_on=day - timedelta(days=honour.wait + dice.randrange(10)),
        decision_no=f"{dice.randint(3, 180)}/QĐ-{'CĐCS' if honour.level == 'cdcs' else 'KT'}",
        decision_on=day,
        decided_by=honour.by,
        money_vnd=None if refused else honour.money,
        state="khong_duyet" if refused else "da_quyet_dinh",
        is_par=honour.movement == "cchc",
    )


def _name(dice: Random, scene: Scene, award: Award) -> None:
    """Gives an award to a member of that day, a woman where it is for women."""
    day = award.decision_on or award.proposed_on or LAST
    women_only = bool(award.movement and award.movement.endswith("gvn"))
    member = dice.choice([each for each in scene.present(day, day) if each.sex == "nu" or not women_only])
    award.member, award.subject_name = member.uid, member.full_name
