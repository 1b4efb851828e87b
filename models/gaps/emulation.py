"""What is missing of emulation: decisions, days and levels, authors and their shares, results of movements."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa

from models.gaps.gap import ERROR, Finding, Gap, Look
from models.indicators.result_periods import texts_inside
from models.records.award import Award
from models.records.initiative import Initiative, InitiativeAuthor
from models.records.movement import Movement, MovementResult
from models.tables import table_of
from models.values import Decimal

_AWARD, _INITIATIVE, _AUTHOR, _MOVEMENT = (
    table_of(Award),
    table_of(Initiative),
    table_of(InitiativeAuthor),
    table_of(Movement),
)
_SLACK = 0.011  # as the rule of the record: 33,33 % + 33,33 % + 33,33 %


def award_without_number(look: Look) -> Iterator[Gap]:
    """Decided, but by which decision?"""
    found = Finding(
        "award_without_number",
        Award,
        "decision_no",
        "đã có quyết định khen thưởng nhưng chưa ghi số quyết định",
        "Ghi số quyết định.",
    )
    decided = sa.and_(look.inside(_AWARD.c.decision_on), sa.func.coalesce(_AWARD.c.state, "") != "khong_duyet")
    return found.rows(look, sa.and_(decided, _AWARD.c.decision_no.is_(None)))


def award_without_date(look: Look) -> Iterator[Gap]:
    """Decided, but on no day: it counts in no period."""
    found = Finding(
        "award_without_date",
        Award,
        "decision_on",
        "ghi là đã có quyết định nhưng chưa có ngày quyết định, nên không được tính vào kỳ nào",
        "Ghi ngày quyết định.",
        ERROR,
    )
    undated = sa.and_(_AWARD.c.state == "da_quyet_dinh", _AWARD.c.decision_on.is_(None))
    known = sa.func.coalesce(_AWARD.c.proposed_on, "") <= look.last
    return found.rows(look, sa.and_(undated, known))


def recognised_without_date_or_level(look: Look) -> Iterator[Gap]:
    """Recognised, but when, or by whom?"""
    recognised = sa.or_(_INITIATIVE.c.state.in_(("cong_nhan", "khen_thuong")), _INITIATIVE.c.recognised_on.is_not(None))
    known = sa.func.coalesce(_INITIATIVE.c.recognised_on, _INITIATIVE.c.submitted_on, "") <= look.last
    for rule, name, words in (
        ("initiative_without_date", "recognised_on", "ngày công nhận"),
        ("initiative_without_level", "recognised_level", "cấp công nhận"),
    ):
        found = Finding(
            rule, Initiative, name, f"đã được công nhận nhưng chưa ghi {words}", f"Ghi {words}.", severity=ERROR
        )
        yield from found.rows(look, sa.and_(recognised, known, _INITIATIVE.c[name].is_(None)))


def shares_not_whole(look: Look) -> Iterator[Gap]:
    """The authors' shares do not make 100 %."""
    shares = _of_authors(sa.func.sum(_AUTHOR.c.share_percent)).label("shares")
    found = Finding(
        "author_shares",
        Initiative,
        "authors",
        lambda row: f"tỷ lệ đóng góp của các tác giả cộng lại là {Decimal().shown(row.shares)} %, không phải 100 %",
        "Sửa tỷ lệ đóng góp của các tác giả.",
        ERROR,
    )
    dated = look.inside(_INITIATIVE.c.dated_on)
    return found.rows(look, sa.and_(dated, sa.func.abs(shares - 100) > _SLACK), shares)


def without_authors(look: Look) -> Iterator[Gap]:
    """Nobody is named as its author."""
    found = Finding("no_authors", Initiative, "authors", "chưa ghi tác giả nào", "Ghi tác giả, đồng tác giả.")
    dated = look.inside(_INITIATIVE.c.dated_on)
    return found.rows(look, sa.and_(dated, _of_authors(sa.func.count()) == 0))


def movement_without_results(look: Look) -> Iterator[Gap]:
    """It runs in the period, but nothing is said of what came of it."""
    results = table_of(MovementResult)
    inside = texts_inside(look.connection, look.period)
    told = sa.select(1).where(results.c.owner == _MOVEMENT.c.id, results.c.period.in_(inside)).correlate(_MOVEMENT)
    runs = sa.and_(
        sa.func.coalesce(_MOVEMENT.c["from"], _MOVEMENT.c.launched_on, look.last) <= look.last,
        sa.func.coalesce(_MOVEMENT.c.to, look.last) >= look.first,
    )
    found = Finding(
        "movement_without_results",
        Movement,
        "results",
        f"đang diễn ra trong {look.period.label} nhưng chưa có kết quả của kỳ này",
        "Thêm một dòng ở phần “Kết quả theo kỳ”.",
    )
    return found.rows(look, sa.and_(runs, ~told.exists()))


def _of_authors(value: sa.ColumnElement[Any]) -> sa.ScalarSelect[Any]:
    return sa.select(value).where(_AUTHOR.c.owner == _INITIATIVE.c.id).correlate(_INITIATIVE).scalar_subquery()


RULES = (
    award_without_number,
    award_without_date,
    recognised_without_date_or_level,
    shares_not_whole,
    without_authors,
    movement_without_results,
)
