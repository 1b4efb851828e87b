"""How the union's groups scored themselves at the end of 2025, and what the committee made of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from models.records.rating import RatingScore, UnitRating
from models.sample.scene import Scene
from models.sample.words_people import GROUPS

_YEAR = 2025
_DECIDED = date(2026, 1, 9)
_POINTS = {  # from … to, by the criteria of form G2
    "1": (16, 20),
    "2": (12, 15),
    "3": (7, 10),
    "4": (11, 15),
    "5": (8, 10),
    "6": (10, 10),
    "7": (6, 10),
    "II": (7, 10),
}
_SAID = {
    "3": "Tham gia đủ các đợt thi đua do công đoàn cơ sở phát động",
    "5": "Thăm hỏi kịp thời đoàn viên ốm đau, thai sản, có việc hiếu",
}


def ratings(scene: Scene) -> Iterator[UnitRating]:
    """A sheet for each union group that was there all the year; the last one has not finished its own."""
    dice = scene.dice("ratings")
    groups = [
        uid for uid, kind, _name, _founded, dissolved, *_rest in GROUPS if kind == "union_group" and not dissolved
    ]
    for number, uid in enumerate(groups, 1):
        finished = number < len(groups)
        codes = list(_POINTS) if finished else list(_POINTS)[:4]
        scores = [
            RatingScore(criterion=code, self_score=float(dice.randint(*_POINTS[code])), explanation=_SAID.get(code))
            for code in codes
        ]
        total = sum(each.self_score or 0 for each in scores)
        yield UnitRating(
            uid=f"cd-{_YEAR}-{number:02}",
            scheme="G2",
            period=str(_YEAR),
            unit=uid,
            disciplined="khong" if finished else None,
            rating_class=("vung_manh" if total >= 85 else "kha") if finished else None,
            decided_on=_DECIDED if finished else None,
            scores=scores,
        )
