"""What members say: some fifteen items a quarter, each with its own fate, and the odd ones told by hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from models.records.feedback import Feedback, FeedbackEvent
from models.sample.fates import settle
from models.sample.great_days import REVIEW, WORKSHOP
from models.sample.scene import Scene, at, some_day
from models.sample.told import since_first, told
from models.sample.words_odd_voices import ODD_VOICES
from models.sample.words_voices import VOICES

_CHANNELS = (
    *("truc_tiep", "hop_to", "hop_to", "hop_thu", "don_thu", "dien_thoai", "zalo_mxh", "zalo_mxh", "email_web"),
    *("khao_sat", "tiep_doan_vien", "cap_tren_chuyen", "khac"),
)
_TERM = {"co_so_cd": 10, "co_so_nsdld": 15}  # days to deal with it
_TERM_ABOVE = 45
_OCCASIONS = {"occasion-review": REVIEW, "occasion-workshop": WORKSHOP}


def feedback(scene: Scene) -> Iterator[Feedback]:
    """All items, numbered within each year in the order in which they came."""
    dice = scene.dice("feedback")
    found = [_item(dice, scene, quarter_place, number) for quarter_place, number in _places(dice, scene)]
    odd = since_first(scene, told(Feedback, ODD_VOICES), "received_on")
    kept = {each.uid for each in odd}
    for each in odd:
        each.occasion = scene.activity(_OCCASIONS[each.occasion]) if each.occasion in _OCCASIONS else each.occasion
        each.merged_into = each.merged_into if each.merged_into in kept else None
    numbers: dict[int, int] = {}
    for each in sorted([*found, *odd], key=lambda item: (item.received_on, item.uid)):
        year = each.received_on.year
        numbers[year] = numbers.get(year, 0) + 1
        each.code = f"{year}/{numbers[year]:04}"
        yield each


def _places(dice: Random, scene: Scene) -> list[tuple[int, int]]:
    """In which quarter each item comes."""
    quarters = [place for place in range(len(scene.quarters)) for _ in range(dice.randint(11, 18))]
    return [(quarter, number) for number, quarter in enumerate(quarters, 1)]


def _item(dice: Random, scene: Scene, quarter_place: int, number: int) -> Feedback:
    period = scene.quarters[quarter_place]
    voice = VOICES[(number * 7 + dice.randrange(5)) % len(VOICES)]
    received = some_day(dice, period.first, period.last)
    item = Feedback(
        uid=f"yk-{number:05}",
        received_on=received,
        channel=dice.choice(_CHANNELS),
        source_kind="ca_nhan",
        kind=voice.kind,
        subject_area=voice.area,
        content=voice.content,
        competent_level=voice.level,
        competent_body=voice.body or None,
        is_par=voice.is_par,
        par_content=voice.content_number if dice.random() < 0.7 else None,
        due_on=received + timedelta(days=_TERM.get(voice.level, _TERM_ABOVE)) if dice.random() < 0.92 else None,
        events=[FeedbackEvent(at=at(received, 9), to_state="tiep_nhan", actor="Ủy viên Ban Chấp hành")],
    )
    _source(dice, scene, item)
    settle(dice, item, voice.reply, above=voice.level not in _TERM)
    return item


def _source(dice: Random, scene: Scene, item: Feedback) -> None:
    """Who said it: mostly a member, sometimes a group, a firm, or nobody named."""
    luck = dice.random()
    if luck < 0.62:
        _by_member(dice, scene, item, item.received_on)
    elif luck < 0.78:
        item.source_kind, item.source_name, item.n_people = "tap_the", "Công nhân chuyền may", dice.randint(4, 40)
    elif luck < 0.88:
        item.source_kind, item.union_group = "to_cong_doan", "dv-to-cat"
        item.source_name = "Tổ công đoàn Xưởng Cắt"
    elif item.is_par and luck > 0.94:
        item.source_kind, item.source_name = "doanh_nghiep", "Nhà cung cấp phụ liệu"
    else:
        item.source_kind = "an_danh"


def _by_member(dice: Random, scene: Scene, item: Feedback, day: date) -> None:
    member = dice.choice(scene.present(day, day))
    item.member, item.union_group, item.source_name = member.uid, member.union_group, member.full_name
    item.confidential = dice.random() < 0.12
