"""How each voice stands at the cut-off, by dates: answered, only returned, or open (`forms.md` 13, VII and D).

An item ends on the first of `replied_on` and `closed_on`; one only returned or refused ends on the day of that, however
it was closed afterwards. Reopened, it is open again until a later answer. The fields keep the newest answer alone: what
was said before a reopening that came after the cut-off stands in the history.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from models.indicators.moments import CUTOFF
from models.records.feedback import Feedback, FeedbackEvent
from models.tables import table_of

LEGAL = ("khieu_nai", "to_cao")  # their own procedure by law
_RETURNED = ("tra_lai", "khong_thu_ly")
_SETTLED = (*_RETURNED, "da_tra_loi", "dong")
_NEVER = "9999-12-31"
_FEEDBACK, _EVENT = table_of(Feedback), table_of(FeedbackEvent)

Said = sa.ColumnElement[Any]
Bool = sa.ColumnElement[bool]
Rows = sa.ColumnCollection[str, Any]


def voices_at_cutoff() -> sa.CTE:
    """Feedback that counts: when it `ended` (empty: open), whether `only_returned`, when it was `answered_on`."""
    history = _with_history()
    v: Rows = history.c
    answer = _first(_standing(v, v.replied_on, v.answered), _overwritten(v, v.answered))
    closing = _first(_standing(v, v.closed_on, v.closed), _overwritten(v, v.closed))
    only_returned = _was_returned(v, answer)
    undated = sa.and_(
        v.state == "mo_lai", v.reopened == "", v.again == 0
    )  # reopened, but the history does not say when
    ended = sa.case((undated, _NEVER), (only_returned, _day_of_return(v)), else_=_first(answer, closing))
    found = sa.select(
        *(v[each.name] for each in _kept()),
        only_returned.label("only_returned"),
        sa.func.nullif(answer, _NEVER).label("answered_on"),
        sa.func.nullif(sa.func.max(ended, v.received_on), _NEVER).label("ended"),
    )
    return found.cte("voices").prefix_with("MATERIALIZED")


def _kept() -> list[sa.Column[Any]]:
    return [each for each in _FEEDBACK.c if each.name not in ("named", "folded", "ordering")]


def _with_history() -> sa.CTE:
    """Each voice beside its last reopening up to the cut-off, the first steps since, and if it was reopened `again`."""
    f = _FEEDBACK.c
    reopened = sa.func.coalesce(_of_history(sa.func.max(_moment()), ("mo_lai",), _day() <= CUTOFF), "")
    steps = {"answered": ("da_tra_loi",), "closed": ("dong",), "returned": _RETURNED}
    since = {
        name: sa.func.coalesce(_of_history(sa.func.min(_day()), states, _moment() > reopened), _NEVER).label(name)
        for name, states in steps.items()
    }
    again = _of_history(sa.func.count() > 0, ("mo_lai",), _day() > CUTOFF)
    found = sa.select(*_kept(), reopened.label("reopened"), *since.values(), again.label("again"))
    counted = found.where(f.kind.not_in(LEGAL), f.state != "gop", f.merged_into.is_(None))
    return counted.cte("voices_with_history").prefix_with("MATERIALIZED")


def _of_history(what: Said, states: tuple[str, ...], *when: Bool) -> sa.ScalarSelect[Any]:
    steps = sa.select(what).where(_EVENT.c.owner == _FEEDBACK.c.id, _EVENT.c.to_state.in_(states), *when)
    return steps.correlate(_FEEDBACK).scalar_subquery()


def _day() -> Said:
    return sa.func.substr(_EVENT.c.at, 1, 10)


def _moment() -> Said:
    """When a step was taken; of two in the same minute the one entered later is the later."""
    return _EVENT.c.at + sa.func.printf("|%06d", _EVENT.c.place)


def _standing(v: Rows, day: Said, step: Said) -> Said:
    """A day of the fields, unless it lies after the cut-off or was undone by a reopening: on the same day `step` says.

    Where the history is silent since the reopening, the state does.
    """
    reopened = sa.func.substr(v.reopened, 1, 10)
    silent = sa.and_(_first(v.answered, v.closed, v.returned) == _NEVER, v.state.in_(_SETTLED))
    settled_at_once = sa.or_(step == reopened, silent)
    stands = sa.or_(day > reopened, sa.and_(day == reopened, settled_at_once))
    return sa.case((sa.and_(day <= CUTOFF, stands), day), else_=_NEVER)


def _overwritten(v: Rows, day: Said) -> Said:
    """A day of the history, where a later reopening has taken it from the fields."""
    return sa.case((sa.and_(v.again == 1, day <= CUTOFF), day), else_=_NEVER)


def _was_returned(v: Rows, answer: Said) -> Bool:
    """Returned or refused since it was last reopened: a letter that says so, or closing it, does not answer it."""
    by_handling = sa.and_(
        v.handling == "huong_dan",
        v.replied_on.is_(None),
        sa.func.coalesce(v.outcome, "chua_tra_loi") == "chua_tra_loi",
    )
    closed = sa.and_(v.state == "dong", sa.or_(v.returned != _NEVER, sa.func.coalesce(by_handling, sa.false())))
    unanswered = answer == _NEVER
    now = sa.or_(v.state.in_(_RETURNED), sa.and_(unanswered, closed))
    return sa.case((v.again == 1, sa.and_(unanswered, v.returned <= CUTOFF)), else_=now)


def _day_of_return(v: Rows) -> Said:
    noted = _first(_standing(v, v.replied_on, v.returned), _standing(v, v.closed_on, v.closed))
    known = _first(noted, sa.case((v.returned <= CUTOFF, v.returned), else_=_NEVER))
    reopened = sa.func.substr(v.reopened, 1, 10)
    latest = sa.func.max(sa.func.coalesce(v.replied_on, ""), sa.func.coalesce(v.closed_on, ""))
    unsaid = sa.and_(latest <= reopened, v.returned == _NEVER, v.again == 0)
    told = sa.func.max(sa.func.coalesce(v.returned_to_source_on, v.received_on), reopened)
    return sa.case((sa.and_(unsaid, told <= CUTOFF), told), else_=known)


def _first(*days: Said) -> Said:
    return sa.func.min(*days)
