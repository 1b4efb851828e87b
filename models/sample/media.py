"""Media products of every kind, with and without topic, content and reach; and the contests."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from models.records.contest import Contest
from models.records.media_product import MediaProduct
from models.sample.great_days import REVIEW, WOMENS_DAY, WORKERS_MONTH, WORKSHOP
from models.sample.scene import LAST, Scene, named, some_day
from models.sample.told import since_first, told
from models.sample.words_media import CONTESTS, MEDIA

_PER_QUARTER = 12
_SHARE_OF_MANY = 20  # beyond a normal ledger one product for so many activities
_PICTURED = ((REVIEW, date(2026, 1, 9)), (WOMENS_DAY, date(2026, 3, 8)), (WORKERS_MONTH, date(2025, 5, 5)))


def media(scene: Scene) -> Iterator[MediaProduct]:
    """About a dozen a quarter, more where there are very many activities."""
    dice = scene.dice("media")
    for number in range(1, _PER_QUARTER * len(scene.quarters) + scene.n_activities // _SHARE_OF_MANY + 1):
        kind, unit, least, most, title, channel, topic, content = MEDIA[number % len(MEDIA)]
        full = dice.random()
        seen = channel is not None and full < 0.7
        day = some_day(dice, scene.first, LAST)
        yield MediaProduct(
            uid=f"tt-{number:06}",
            kind=kind,
            title=title.format(**named(day)) if full < 0.9 else None,
            quantity=dice.randint(least, most),
            unit=unit,
            on=day,
            channel=channel,
            reach=dice.randint(80, 900) if seen else None,
            interactions=dice.randint(5, 160) if seen and kind == "bai_dang" else None,
            topic=topic if full < 0.85 else None,
            par_content=content if full < 0.6 or number % 2 else None,
        )
    yield from _of_great_days(scene)


def _of_great_days(scene: Scene) -> Iterator[MediaProduct]:
    for number, day in _PICTURED:
        yield MediaProduct(
            uid=f"tt-anh-{number}",
            activity=scene.activity(number),
            kind="bai_dang",
            title="Hình ảnh hội nghị trên trang Công đoàn công ty",
            quantity=1,
            unit="bai_dang",
            on=day,
            channel="Trang Công đoàn công ty",
            reach=412 if number != WOMENS_DAY else None,
            interactions=96,
        )
    workshop = MediaProduct(
        uid="tt-anh-4", activity=scene.activity(WORKSHOP), kind="video", quantity=0, on=date(2025, 9, 26)
    )
    workshop.title, workshop.topic = "Phóng sự về hội thảo (đang dựng)", "cchc"
    yield workshop


def contests(scene: Scene) -> list[Contest]:
    """All contests of the years told."""
    return since_first(scene, told(Contest, CONTESTS), "first_on")
