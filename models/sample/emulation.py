"""Emulation: the movements of every year and the special ones, with registrations, results and works."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from models.periods import Period
from models.records.movement import (
    EmulationWork,
    Movement,
    MovementCampaign,
    MovementRegistration,
    MovementResult,
)
from models.sample.scene import LAST, TODAY, Scene, some_day
from models.sample.told import since_first, told
from models.sample.words_emulation import CAMPAIGNS, SPECIAL_MOVEMENTS, WORKS, YEARLY, Yearly
from models.sample.words_people import groups_on, short_name


def movements(scene: Scene) -> Iterator[Movement]:
    """The same four movements every year, then the special ones."""
    for year in scene.calendar_years:
        for yearly in YEARLY:
            yield _yearly(scene, yearly, year)
    yield from since_first(scene, told(Movement, SPECIAL_MOVEMENTS), "launched_on")


def _yearly(scene: Scene, yearly: Yearly, year: int) -> Movement:
    dice = scene.dice(f"movement {yearly.short} {year}")
    launched = date(year, 1, 10) + timedelta(days=dice.randrange(10))
    quarters = [each for each in scene.quarters if each.year == year]
    return Movement(
        uid=f"pt-{year}-{yearly.short}",
        code=yearly.code,
        title=f"Phong trào “{yearly.title}” năm {year}",
        mode="thuong_xuyen",
        launched_by_level=yearly.level,
        launched_on=launched,
        first_on=launched,
        last_on=date(year, 12, 31),
        goals=yearly.goals,
        motto=yearly.motto,
        is_par=yearly.code == "cchc",
        tags="tăng năng suất lao động" if yearly.code == "ldg_ldst" else None,
        campaigns=_campaigns(dice, scene, year),
        registrations=_registrations(dice, scene, launched),
        results=[_result(dice, each) for each in quarters if dice.random() < 0.85],
        works=_works(dice, scene, quarters),
    )


def _campaigns(dice: Random, scene: Scene, year: int) -> list[MovementCampaign]:
    found = []
    for title, month, days in dice.sample(CAMPAIGNS, 2):
        first = date(year, month, dice.randint(1, 9))
        if scene.first <= first <= LAST:
            last = first + timedelta(days=days - 1)
            found.append(MovementCampaign(title=f"{title} năm {year}", first_on=first, last_on=last, n_days=days))
    return found


def _registrations(dice: Random, scene: Scene, launched: date) -> list[MovementRegistration]:
    """Groups and people; the first person registers twice, for two titles."""
    day = launched + timedelta(days=14)
    result = "chua_xet" if day.year == LAST.year else ""
    found = [
        MovementRegistration(
            subject_kind="tap_the",
            subject=group[2],
            title=dice.choice(("to_cd_vm", "tt_ldtt", "tt_ldxs")),
            registered_on=day,
            result=result or dice.choice(("dat", "dat", "khong_dat")),
        )
        for group in dice.sample(groups_on(day), 5)
    ]
    people = [each.full_name for each in dice.sample(scene.present(day, day), 8)]
    titles = ("ldtt", "cstdcs", "dv_xuat_sac")
    for place, name in enumerate([people[0], *people]):
        found.append(
            MovementRegistration(
                subject_kind="ca_nhan",
                subject=name,
                title=titles[place % 3],
                registered_on=day + timedelta(days=place),
                result=result or dice.choice(("dat", "dat", "khong_dat")),
            )
        )
    return found


def _result(dice: Random, period: Period) -> MovementResult:
    """Said with the text of the quarter, or with the report period of this ledger."""
    own_period = f"ky-{period.year}-q{(period.last.month + 2) // 3}"
    individuals = dice.randint(180, 280)
    return MovementResult(
        period=period.text if dice.random() < 0.6 else own_period,
        n_collectives=dice.randint(7, 10),
        n_individuals=individuals if dice.random() < 0.9 else None,
        n_members_joined=individuals - dice.randint(0, 20),
        text="Các tổ công đoàn hưởng ứng, nhiều chuyền vượt năng suất khoán.",
    )


def _works(dice: Random, scene: Scene, quarters: list[Period]) -> list[EmulationWork]:
    found = []
    for period in quarters:
        for _ in range(dice.randint(0, 1)):
            started = some_day(dice, period.first, period.last)
            finished = started + timedelta(days=dice.randint(20, 80))
            plaque = finished + timedelta(days=14)
            finished_yet, plaque_yet = finished <= TODAY, plaque <= TODAY and dice.random() < 0.4
            found.append(
                EmulationWork(
                    title=dice.choice(WORKS),
                    subject=short_name(dice.choice(groups_on(started))),
                    value_vnd=dice.randint(8, 160) * 1_000_000 if dice.random() < 0.85 else None,
                    started_on=started,
                    finished_on=finished if finished_yet else None,
                    is_plaque=plaque_yet,
                    plaque_on=plaque if plaque_yet else None,
                    state="gan_bien" if plaque_yet else "hoan_thanh" if finished_yet else "dang_lam",
                )
            )
    return found
