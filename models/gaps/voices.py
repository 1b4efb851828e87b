"""What is missing of feedback: answers that are due, days, whom it was sent to."""

from __future__ import annotations

from collections.abc import Iterator

import sqlalchemy as sa

from models.gaps.gap import ERROR, Finding, Gap, Look, shown_day
from models.records.feedback import Feedback
from models.tables import table_of

_FEEDBACK = table_of(Feedback)
_OPEN = ("tiep_nhan", "dang_xu_ly", "chuyen_cap_tren", "mo_lai")
_ANSWERED = ("da_tra_loi", "dong")


def _open(look: Look) -> sa.ColumnElement[bool]:
    """Received by the end of the period, and still open today."""
    return sa.and_(_FEEDBACK.c.received_on <= look.last, _FEEDBACK.c.state.in_(_OPEN))


def overdue(look: Look) -> Iterator[Gap]:
    """Its day has passed without an answer."""
    found = Finding(
        "feedback_overdue",
        Feedback,
        "due_on",
        lambda row: f"quá hạn xử lý từ {shown_day(row.due_on)} mà chưa trả lời",
        "Trả lời, chuyển cấp có thẩm quyền, hoặc gia hạn xử lý.",
    )
    late = sa.and_(_open(look), _FEEDBACK.c.due_on < look.today.isoformat())
    return found.rows(look, late, _FEEDBACK.c.due_on)


def without_due_date(look: Look) -> Iterator[Gap]:
    """Open, but nobody knows by when."""
    found = Finding(
        "feedback_without_due_date", Feedback, "due_on", "chưa trả lời và chưa có hạn xử lý", "Ghi hạn xử lý."
    )
    return found.rows(look, sa.and_(_open(look), _FEEDBACK.c.due_on.is_(None)))


def answered_without_date(look: Look) -> Iterator[Gap]:
    """Answered, but on no day: it counts in no period."""
    found = Finding(
        "feedback_answered_without_date",
        Feedback,
        "replied_on",
        "ghi là đã trả lời nhưng không có ngày trả lời, nên kỳ nào cũng bị tính là còn tồn",
        "Ghi ngày trả lời.",
        ERROR,
    )
    undated = sa.and_(_FEEDBACK.c.replied_on.is_(None), _FEEDBACK.c.closed_on.is_(None))
    known = _FEEDBACK.c.received_on <= look.last
    return found.rows(look, sa.and_(known, _FEEDBACK.c.state.in_(_ANSWERED), undated))


def forwarded_without_date(look: Look) -> Iterator[Gap]:
    """Sent on, but on no day."""
    found = Finding(
        "feedback_forwarded_without_date",
        Feedback,
        "forwarded_on",
        "ghi là đã chuyển cấp có thẩm quyền nhưng chưa có ngày chuyển",
        "Ghi ngày chuyển.",
        ERROR,
    )
    undated = sa.and_(_FEEDBACK.c.state == "chuyen_cap_tren", _FEEDBACK.c.forwarded_on.is_(None))
    return found.rows(look, sa.and_(_FEEDBACK.c.received_on <= look.last, undated))


def forwarded_to_itself(look: Look) -> Iterator[Gap]:
    """Sent on, but the level named as competent is the own unit."""
    found = Finding(
        "feedback_without_competence",
        Feedback,
        "competent_level",
        "đã chuyển đi nhưng cấp có thẩm quyền vẫn là cơ sở, nên biểu theo thẩm quyền sẽ sai",
        "Chọn lại cấp có thẩm quyền đã nhận chuyển.",
    )
    own = _FEEDBACK.c.competent_level == "co_so_cd"
    forwarded = sa.and_(_FEEDBACK.c.state == "chuyen_cap_tren", own)
    return found.rows(look, sa.and_(_FEEDBACK.c.received_on <= look.last, forwarded))


def without_outcome(look: Look) -> Iterator[Gap]:
    """Answered in the period, but with what result?"""
    found = Finding(
        "feedback_without_outcome",
        Feedback,
        "outcome",
        "đã trả lời nhưng chưa ghi kết quả",
        "Chọn kết quả giải quyết.",
    )
    answered = sa.and_(look.inside(_FEEDBACK.c.replied_on), _FEEDBACK.c.state.in_(_ANSWERED))
    return found.rows(look, sa.and_(answered, _FEEDBACK.c.outcome.is_(None)))


RULES = (
    overdue,
    without_due_date,
    answered_without_date,
    forwarded_without_date,
    forwarded_to_itself,
    without_outcome,
)
