"""What becomes of an opinion: answered, explained, sent up, returned, left lying, opened again. Nothing after today."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from models.records.feedback import Feedback, FeedbackEvent
from models.sample.scene import TODAY, at, working_day

_ACTOR = "Ủy viên Ban Chấp hành"
_PATIENCE = 120  # days after which even the slowest matter is taken up


def settle(dice: Random, item: Feedback, reply: str, above: bool) -> None:
    """Plays an item through from its receipt to today. `above`: it is for others to decide."""
    luck = dice.random()
    if luck < 0.04:
        _return(item, _later(dice, item.received_on, 2, 9), dice.choice(("tra_lai", "tra_lai", "khong_thu_ly")))
        return
    lying = luck < 0.08 and (TODAY - item.received_on).days < _PATIENCE
    if not _step(item, _later(dice, item.received_on, 0, 3), "dang_xu_ly") or lying:
        return  # came today, or is left lying
    item.assigned_to, item.handling = _ACTOR, "thu_ly"
    if above:
        sent = _later(dice, item.received_on, 2, 12)
        if not _step(item, sent, "chuyen_cap_tren"):
            return
        item.forwarded_on, item.handling = sent, "chuyen"
    least, most = (12, 60) if above else (80, 110) if luck < 0.08 else (3, 20)
    answered = _later(dice, item.forwarded_on or item.received_on, least, most)
    if answered > TODAY:
        item.outcome = "dang_giai_quyet" if luck < 0.4 else None
        return
    _answer(dice, item, answered, reply, luck)
    if 0.5 < luck < 0.53:
        _reopen(dice, item, reply)


def _answer(dice: Random, item: Feedback, day: date, reply: str, luck: float) -> None:
    _step(item, day, "da_tra_loi")
    item.replied_on, item.reply_text = day, reply
    item.outcome = "giai_trinh" if luck < 0.2 else "khong_co_so" if luck < 0.24 else "giai_quyet_xong"
    told = _later(dice, day, 0, 4)
    if told <= TODAY:
        item.returned_to_source_on = told if item.source_kind != "an_danh" else None
        item.satisfaction = dice.choice((5, 5, 4, 4, 4, 3, 2)) if dice.random() < 0.6 else None
    closed = _later(dice, day, 3, 15)
    if dice.random() < 0.8 and _step(item, closed, "dong"):
        item.closed_on = closed


def _return(item: Feedback, day: date, state: str) -> None:
    """Back to whoever sent it, with advice and without an answer."""
    if _step(item, day, state):
        item.handling, item.closed_on = "huong_dan", day
        item.reply_text = "Đã hướng dẫn gửi đến cơ quan có thẩm quyền."


def _reopen(dice: Random, item: Feedback, reply: str) -> None:
    """The member is not content: open again, and perhaps answered anew."""
    again = _later(dice, item.closed_on or item.replied_on or item.received_on, 10, 60)
    if not _step(item, again, "mo_lai"):
        return
    item.replied_on = item.closed_on = item.returned_to_source_on = item.satisfaction = item.outcome = None
    answered = _later(dice, again, 5, 40)
    if answered <= TODAY:
        _answer(dice, item, answered, reply, 0.9)


def _step(item: Feedback, day: date, state: str) -> bool:
    """Enters a step into the history, unless its day is still to come."""
    if day > TODAY:
        return False
    item.events.append(FeedbackEvent(at=at(day, 10), from_state=item.events[-1].to_state, to_state=state, actor=_ACTOR))
    item.state = state
    return True


def _later(dice: Random, day: date, least: int, most: int) -> date:
    return working_day(day + timedelta(days=dice.randint(least, most)))
