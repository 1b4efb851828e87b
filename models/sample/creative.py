"""Initiatives of every state and level, with authors from inside and outside; ideas, good practices, role models."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from models.periods import Period
from models.records.idea import GoodPractice, Idea, RoleModel
from models.records.initiative import Initiative, InitiativeAuthor
from models.sample.scene import LAST, TODAY, Scene, some_day
from models.sample.told import since_first, told
from models.sample.words_emulation import INITIATIVES, ODD_INITIATIVES
from models.sample.words_examples import GOOD_PRACTICES, IDEAS, ROLE_MODELS
from models.sample.words_people import QUALIFICATIONS, full_name

_SHARES: dict[int, tuple[tuple[float | None, ...], ...]] = {
    1: ((100,), (None,)),
    2: ((60, 40), (50, 50), (75, 25)),
    3: ((40, 30, 30), (33.33, 33.33, 33.34), (50, 30, 20)),
}


def initiatives(scene: Scene) -> Iterator[Initiative]:
    """A few each quarter."""
    dice = scene.dice("initiatives")
    number = 0
    expert = InitiativeAuthor(
        name=full_name(dice, "nam"),
        sex="nam",
        birth=date(1979, 4, 12),
        workplace="Trường Cao đẳng nghề",
        job_title="Giảng viên",
    )
    for period in scene.quarters:
        for _ in range(dice.randint(4, 6)):
            number += 1
            yield _initiative(dice, scene, period, number, expert)
    yield from since_first(scene, told(Initiative, ODD_INITIATIVES), "submitted_on")


def _initiative(dice: Random, scene: Scene, period: Period, number: int, expert: InitiativeAuthor) -> Initiative:
    title, application, kind = INITIATIVES[number % len(INITIATIVES)]
    submitted = some_day(dice, period.first, period.last)
    about_reform = "giấy" in title or "hồ sơ" in title
    initiative = Initiative(
        uid=f"sk-{number:04}",
        title=title if number <= len(INITIATIVES) else f"{title} (cải tiến lần {number // len(INITIATIVES) + 1})",
        kind=kind,
        application=application,
        submitted_on=submitted,
        first_applied_on=submitted - timedelta(days=dice.randint(20, 90)),
        state="dang_xet" if number % 5 else "de_xuat",
        is_par=about_reform,
        par_content=6 if about_reform and number % 2 else None,
        authors=_authors(dice, scene, submitted, number, expert),
    )
    _judge(dice, initiative, submitted + timedelta(days=dice.randint(25, 75)))
    return initiative


def _judge(dice: Random, initiative: Initiative, day: date) -> None:
    """Recognised by the council, or not; some rise to the province, most enter the Confederation's programme."""
    luck = dice.random()
    if day > TODAY or (initiative.state == "de_xuat" and luck > 0.6):
        return
    if luck < 0.15:
        initiative.state = "khong_cong_nhan"
        return
    initiative.state = "khen_thuong" if luck > 0.6 else "cong_nhan"
    initiative.recognised_on = day
    initiative.recognised_level = dice.choices(("co_so", "tinh_bo_nganh", "toan_quoc"), (80, 16, 4))[0]
    initiative.benefit_vnd = dice.randint(12, 240) * 1_000_000 if luck < 0.85 else None
    initiative.benefit_text = None if luck < 0.85 else "Chưa tính được thành tiền; giảm thao tác nặng cho công nhân."
    initiative.bonus_vnd = dice.choice((500_000, 1_000_000, 2_000_000, None))
    uploaded = day + timedelta(days=dice.randint(5, 50))
    if uploaded <= LAST and dice.random() < 0.75:
        initiative.portal_uploaded_on = uploaded
        initiative.portal_code = f"SK-{uploaded.year}-{dice.randint(1000, 9999)}"


def _authors(dice: Random, scene: Scene, day: date, number: int, expert: InitiativeAuthor) -> list[InitiativeAuthor]:
    """Mostly members; now and then the same expert from outside, or a worker who is not in the list."""
    count = dice.choice((1, 1, 2, 2, 3))
    shares = dice.choice(_SHARES[count])
    found = []
    for place, member in enumerate(dice.sample(scene.present(day, day), count)):
        author = InitiativeAuthor(
            member=member.uid, job_title=member.job_title, workplace="Công ty TNHH Dệt may Bình Minh"
        )
        author.qualification = _qualification(dice, member.job_title or "")
        if place == 1 and number % 3 == 0:
            author = InitiativeAuthor(
                name=expert.name,
                sex=expert.sex,
                birth=expert.birth,
                workplace=expert.workplace,
                job_title=expert.job_title,
            )
        elif place == 0 and number % 10 == 0:
            author = InitiativeAuthor(name=full_name(dice, "nu"), job_title="Công nhân thời vụ")
        author.order, author.share_percent = place + 1, shares[place]
        found.append(author)
    return found


def _qualification(dice: Random, job: str) -> str:
    if job.startswith(("Kỹ sư", "Kế toán", "Nhân viên nhân sự", "Nhân viên xuất")):
        return QUALIFICATIONS[0]
    return dice.choice(QUALIFICATIONS[1:])


def ideas(scene: Scene) -> list[Idea]:
    """All ideas of the years told."""
    return since_first(scene, told(Idea, IDEAS), "on")


def good_practices(scene: Scene) -> list[GoodPractice]:
    """All models worth copying."""
    return since_first(scene, told(GoodPractice, GOOD_PRACTICES), "on")


def role_models(scene: Scene) -> list[RoleModel]:
    """All people held up as examples; their names are made up each time anew."""
    dice = scene.dice("role models")
    found = since_first(scene, told(RoleModel, ROLE_MODELS), "on")
    for each in found:
        each.subject = each.subject or dice.choice(scene.members[:200]).full_name
    return found
