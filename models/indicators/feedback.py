"""Members' feedback: A2 section VII, form D3 and B2 (15)-(16) (`forms.md` sections 6 and 13).

Everything is judged by dates as of the cut-off (`voices_at_cutoff`), so that carried over + received = answered +
returned + open in every period.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from models.indicators.indicator import Bool, Columns, Indicator, Rate, Source
from models.indicators.moments import CUTOFF, FIRST, LAST, within
from models.indicators.outreach import flagged_content
from models.indicators.voices_at_cutoff import voices_at_cutoff

_SETTLED_BY_EXPLAINING = ("giai_trinh", "khong_co_so")

FEEDBACK = Source("feedback", voices_at_cutoff(), {"content": flagged_content})


def _known(columns: Columns) -> Bool:
    """What there is to deal with: received by the end of the period and not ended before it."""
    return sa.and_(columns.received_on <= LAST, sa.or_(columns.ended.is_(None), columns.ended >= FIRST))


def _carried(columns: Columns) -> Bool:
    return columns.received_on < FIRST


def _received(columns: Columns) -> Bool:
    return columns.received_on >= FIRST


def _replied(columns: Columns) -> Bool:
    return sa.and_(columns.ended.is_not(None), ~columns.only_returned)


def _explained(columns: Columns) -> Bool:
    return sa.and_(_replied(columns), columns.outcome.in_(_SETTLED_BY_EXPLAINING))


def _resolved(columns: Columns) -> Bool:
    return sa.and_(_replied(columns), sa.func.coalesce(columns.outcome, "").not_in(_SETTLED_BY_EXPLAINING))


def _sent_back(columns: Columns) -> Bool:
    return sa.and_(columns.ended.is_not(None), columns.only_returned)


def _open(columns: Columns) -> Bool:
    return columns.ended.is_(None)


def _overdue(columns: Columns) -> Bool:
    return sa.and_(_open(columns), columns.due_on < CUTOFF)


def _forwarded(columns: Columns) -> Bool:
    return columns.forwarded_on <= CUTOFF


def _sent_on(columns: Columns) -> Bool:
    return within(columns.forwarded_on)


def _rated(columns: Columns) -> Bool:
    return sa.and_(_replied(columns), columns.satisfaction.is_not(None))


def _timed(columns: Columns) -> Bool:
    return sa.and_(_replied(columns), columns.answered_on.is_not(None))


def _days(columns: Columns) -> sa.ColumnElement[Any]:
    return sa.func.julianday(columns.answered_on) - sa.func.julianday(columns.received_on)


VOICES = (
    Indicator("voices_carried", "Ý kiến tồn từ kỳ trước", "ý kiến", FEEDBACK, _known, only=_carried),
    Indicator("voices_received", "Ý kiến tiếp nhận trong kỳ", "ý kiến", FEEDBACK, _known, only=_received),
    Indicator(
        "voices_received_answered",
        "Ý kiến tiếp nhận và đã trả lời trong kỳ",
        "ý kiến",
        FEEDBACK,
        _known,
        only=lambda c: sa.and_(_received(c), _replied(c)),
    ),
    Indicator("voices_known", "Ý kiến phải giải quyết", "ý kiến", FEEDBACK, _known),
    Indicator("voices_answered", "Ý kiến đã trả lời, giải quyết", "ý kiến", FEEDBACK, _known, only=_replied),
    Indicator("voices_resolved", "Ý kiến đã giải quyết", "ý kiến", FEEDBACK, _known, only=_resolved),
    Indicator("voices_explained", "Ý kiến được giải trình, thông tin", "ý kiến", FEEDBACK, _known, only=_explained),
    Indicator("voices_returned", "Ý kiến trả lại, không thụ lý", "ý kiến", FEEDBACK, _known, only=_sent_back),
    Indicator(
        "voices_forwarded", "Ý kiến chuyển cấp trên, tính đến ngày chốt", "ý kiến", FEEDBACK, _known, only=_forwarded
    ),
    Indicator("voices_forwarded_in_period", "Ý kiến chuyển cấp có thẩm quyền trong kỳ", "ý kiến", FEEDBACK, _sent_on),
    Indicator("voices_open", "Ý kiến đang giải quyết", "ý kiến", FEEDBACK, _known, only=_open),
    Indicator("voices_overdue", "Ý kiến quá hạn", "ý kiến", FEEDBACK, _known, only=_overdue),
    Rate(
        "voices_answer_rate",
        "Tỷ lệ giải quyết, trả lời",
        "%",
        ("voices_answered",),
        ("voices_carried", "voices_received"),
    ),
    Rate(
        "voices_settle_rate",
        "Tỷ lệ giải quyết (kể cả trả lại)",
        "%",
        ("voices_answered", "voices_returned"),
        ("voices_known",),
    ),
    Indicator("voices_days", "Tổng số ngày xử lý", "ngày", FEEDBACK, _known, _days, _timed),
    Indicator("voices_timed", "Ý kiến có ngày trả lời", "ý kiến", FEEDBACK, _known, only=_timed),
    Rate("voices_mean_days", "Thời gian xử lý bình quân", "ngày", ("voices_days",), ("voices_timed",), factor=1),
    Indicator("voices_points", "Tổng điểm hài lòng", "điểm", FEEDBACK, _known, lambda c: c.satisfaction, _rated),
    Indicator("voices_rated", "Ý kiến có điểm hài lòng", "ý kiến", FEEDBACK, _known, only=_rated),
    Rate("voices_mean_points", "Mức độ hài lòng bình quân", "điểm", ("voices_points",), ("voices_rated",), factor=1),
)
