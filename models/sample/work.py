"""Representation and care: dialogues, supervision, consultations, agreements, help given."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from models.periods import Period
from models.records.agreement import LabourAgreement
from models.records.consultation import Consultation
from models.records.dialogue import Dialogue
from models.records.supervision import Supervision, SupervisionItem
from models.records.welfare import WelfareAction
from models.sample.scene import LAST, TODAY, Scene, some_day
from models.sample.told import since_first, told
from models.sample.words_people import groups_on
from models.sample.words_work import (
    AGREEMENTS,
    CARE,
    CONSULTATIONS,
    INSPECTIONS,
    ODD_CARE,
    ODD_DIALOGUES,
    ODD_SUPERVISIONS,
    RECOMMENDATIONS,
)


def dialogues(scene: Scene) -> Iterator[Dialogue]:
    """One every quarter as the law asks, a conference a year, and those of their own occasion."""
    dice = scene.dice("dialogues")
    for period in scene.quarters:
        number = (period.last.month + 2) // 3
        raised = dice.randint(5, 16)
        yield Dialogue(
            uid=f"dt-{period.year}-q{number}",
            kind="doi_thoai_dinh_ky",
            on=period.last - timedelta(days=dice.randint(8, 20)),
            place="Phòng họp số 2",
            n_workers=8,
            n_employer=6,
            n_raised=raised if number != 3 else None,
            n_answered_on_spot=dice.randint(2, raised) if number != 3 else None,
        )
        if number == 1:
            yield _conference(dice, period)
    yield from since_first(scene, told(Dialogue, ODD_DIALOGUES), "on")


def _conference(dice: Random, period: Period) -> Dialogue:
    return Dialogue(
        uid=f"dt-{period.year}-hn",
        kind="hoi_nghi_nld",
        on=date(period.year, 1, 22),
        place="Hội trường công ty",
        n_workers=dice.randint(90, 120),
        n_employer=9,
        n_raised=dice.randint(18, 30),
        n_answered_on_spot=dice.randint(10, 18),
        elected_ttnd=period.year % 2 == 1,
    )


def supervisions(scene: Scene) -> Iterator[Supervision]:
    """One or two a quarter, with recommendations and what became of them."""
    dice = scene.dice("supervisions")
    number = 0
    for period in scene.quarters:
        for _ in range(dice.randint(1, 2)):
            number += 1
            kind, direction, content, is_par = INSPECTIONS[number % len(INSPECTIONS)]
            day = some_day(dice, period.first, period.last)
            yield Supervision(
                uid=f"gs-{number:03}",
                kind=kind,
                direction=direction,
                subject=dice.choice(groups_on(day))[2],
                content=content,
                on=day,
                leader=scene.members[3].full_name,
                n_members=dice.randint(3, 6),
                is_par=is_par,
                items=[_item(dice, day, text) for text in dice.sample(RECOMMENDATIONS, dice.randint(0, 3))],
            )
    yield from since_first(scene, told(Supervision, ODD_SUPERVISIONS), "on")


def _item(dice: Random, day: date, text: str) -> SupervisionItem:
    due = day + timedelta(days=dice.choice((15, 30, 60)))
    states = (
        ("da_thuc_hien", "da_thuc_hien", "dang_thuc_hien") if due <= TODAY else ("chua_thuc_hien", "dang_thuc_hien")
    )
    return SupervisionItem(recommendation=text, addressee="Ban Giám đốc", due_on=due, state=dice.choice(states))


def welfare(scene: Scene) -> Iterator[WelfareAction]:
    """What is given every year on its day, help in need all year round, and odd entries."""
    dice = scene.dice("welfare")
    for year in scene.calendar_years:
        for number, (program, month, day, turns, money, goods, source) in enumerate(CARE, 1):
            on = date(year, month, day)
            if scene.first <= on <= LAST:
                reached = turns + dice.randint(-turns // 10, turns // 10)
                yield WelfareAction(
                    uid=f"cl-{year}-{number:02}",
                    program=program,
                    on=on,
                    n_turns=reached,
                    n_members=reached - dice.randint(0, reached // 8),
                    amount_vnd=money * reached if money else None,
                    in_kind_vnd=goods * reached if goods else None,
                    source=source,
                )
    yield from _visits(dice, scene)
    yield from since_first(scene, told(WelfareAction, ODD_CARE), "on")


def _visits(dice: Random, scene: Scene) -> Iterator[WelfareAction]:
    """The sick, the bereaved, the newly wed: a few every month, entered together."""
    for number, period in enumerate(scene.quarters, 1):
        for place, program in enumerate(
            ("Thăm đoàn viên ốm đau", "Chia buồn, thăm viếng", "Chúc mừng cưới hỏi, sinh con"), 1
        ):
            turns = dice.randint(2, 9)
            yield WelfareAction(
                uid=f"cl-tham-{number:02}-{place}",
                program=program,
                on=some_day(dice, period.first, period.last),
                n_turns=turns,
                n_members=turns,
                amount_vnd=turns * 500_000,
                source="cong_doan",
            )


def consultations(scene: Scene) -> list[Consultation]:
    """All drafts the union was asked about."""
    return since_first(scene, told(Consultation, CONSULTATIONS), "first_on")


def agreements() -> list[LabourAgreement]:
    """Agreements expired, in force, in force to the very cut-off, and without an end."""
    return told(LabourAgreement, AGREEMENTS)
