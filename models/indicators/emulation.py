"""Emulation, initiatives and awards: A2 sections IV and V.2, forms C1, C2, C3 (`forms.md` sections 5 and 13)."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from models.indicators.indicator import Bool, Columns, Indicator, Source, Sum
from models.indicators.moments import CUTOFF, YEAR_FIRST, inside, rank_inside, within
from models.indicators.outreach import by_content
from models.records.award import Award
from models.records.initiative import Initiative, InitiativeAuthor
from models.records.member import Member
from models.records.movement import EmulationWork, Movement, MovementCampaign, MovementRegistration, MovementResult
from models.tables import table_of

_MOVEMENT, _CAMPAIGN, _REGISTRATION = table_of(Movement), table_of(MovementCampaign), table_of(MovementRegistration)
_RESULT, _WORK = table_of(MovementResult), table_of(EmulationWork)
_INITIATIVE, _AUTHOR, _MEMBER, _AWARD = (
    table_of(Initiative),
    table_of(InitiativeAuthor),
    table_of(Member),
    table_of(Award),
)


def _of_movements(part: sa.Table) -> sa.Subquery:
    names = [each for each in part.c if each.name not in ("id", "owner", "place")]
    joined = _MOVEMENT.join(part, part.c.owner == _MOVEMENT.c.id)
    return sa.select(_MOVEMENT.c.uid, *names, part.c.owner, part.c.id.label("line")).select_from(joined).subquery()


_CAMPAIGNS, _REGISTRATIONS, _RESULTS, _WORKS = (
    _of_movements(part) for part in (_CAMPAIGN, _REGISTRATION, _RESULT, _WORK)
)
_IDENTITY = sa.func.coalesce(
    _AUTHOR.c.member, _AUTHOR.c.name + "|" + sa.func.coalesce(sa.cast(_AUTHOR.c.birth, sa.Text), "")
)
_AUTHORS = (
    sa.select(
        *(each for each in _INITIATIVE.c if each.name not in ("named", "folded", "ordering")),
        _IDENTITY.label("author"),
        sa.func.coalesce(_MEMBER.c.sex, _AUTHOR.c.sex).label("author_sex"),
    )
    .select_from(
        _INITIATIVE.join(_AUTHOR, _AUTHOR.c.owner == _INITIATIVE.c.id).outerjoin(
            _MEMBER, _MEMBER.c.uid == _AUTHOR.c.member
        )
    )
    .subquery()
)
_AWARDS = (
    sa.select(
        *(each for each in _AWARD.c if each.name not in ("named", "folded", "ordering", "sex")),
        sa.func.coalesce(_MEMBER.c.sex, _AWARD.c.sex).label("person_sex"),
        _MOVEMENT.c.code.label("movement_code"),
    )
    .select_from(
        _AWARD.outerjoin(_MEMBER, _MEMBER.c.uid == _AWARD.c.member).outerjoin(
            _MOVEMENT, _MOVEMENT.c.uid == _AWARD.c.movement
        )
    )
    .subquery()
)

MOVEMENTS = Source("movement", _MOVEMENT)
CAMPAIGNS = Source("movement", _CAMPAIGNS)
REGISTRATIONS = Source("movement", _REGISTRATIONS)
RESULTS = Source("movement", _RESULTS)
WORKS = Source("movement", _WORKS)
INITIATIVES = by_content("initiative", _INITIATIVE)
AUTHORS = Source("initiative", _AUTHORS)
AWARDS = Source("award", _AWARDS)


def _launched(columns: Columns) -> Bool:
    return within(columns.launched_on)


def _began(columns: Columns) -> Bool:
    return within(columns["from"])


def _reported(columns: Columns) -> Bool:
    return inside(columns.period)


def _latest_result(columns: Columns) -> Bool:
    """Of each movement the result whose period ends last; of equals the one entered last."""
    other = _RESULT.alias()
    newest = sa.select(other.c.id).where(other.c.owner == columns.owner, inside(other.c.period))
    by_rank = newest.order_by(rank_inside(other.c.period).desc(), other.c.place.desc())
    return columns.line == by_rank.limit(1).correlate_except(other).scalar_subquery()


def _registered(columns: Columns) -> Bool:
    return columns.registered_on.between(YEAR_FIRST, CUTOFF)


def _on_day(name: str) -> Any:
    def on_day(columns: Columns) -> Bool:
        return within(columns[name])

    return on_day


def _subject(columns: Columns) -> sa.ColumnElement[Any]:
    """Who registered, once in each movement; a line without a name stands for itself."""
    return columns.uid + "|" + sa.func.coalesce(columns.subject, sa.cast(columns.line, sa.Text))


_started, _finished, _plaque = _on_day("started_on"), _on_day("finished_on"), _on_day("plaque_on")
_submitted, _recognised, _uploaded = _on_day("submitted_on"), _on_day("recognised_on"), _on_day("portal_uploaded_on")
_proposed = _on_day("proposed_on")


def _decided(columns: Columns) -> Bool:
    return sa.and_(within(columns.decision_on), sa.func.coalesce(columns.state, "") != "khong_duyet")


def _thematic(columns: Columns) -> Bool:
    return columns.basis.in_(("chuyen_de", "doi_ngoai_khac"))


EMULATION = (
    Indicator("movements_launched", "Phong trào được phát động", "phong trào", MOVEMENTS, _launched),
    Indicator("campaigns_begun", "Đợt thi đua được phát động", "đợt", CAMPAIGNS, _began),
    Sum("launches", "Phong trào, đợt thi đua được phát động", "phong trào", ("movements_launched", "campaigns_begun")),
    Indicator(
        "participants",
        "Số người (lượt) tham gia thi đua",
        "người",
        RESULTS,
        _reported,
        lambda c: c.n_individuals,
        nothing=None,
    ),
    Indicator(
        "latest_participants",
        "Số người tham gia theo kết quả mới nhất",
        "người",
        RESULTS,
        _reported,
        lambda c: c.n_individuals,
        _latest_result,
        nothing=None,
    ),
    Indicator("registrations", "Đăng ký thi đua", "lượt", REGISTRATIONS, _registered, _subject, distinct=True),
    Indicator("works_started", "Công trình, sản phẩm đăng ký", "công trình", WORKS, _started),
    Indicator("works_finished", "Công trình, sản phẩm hoàn thành", "công trình", WORKS, _finished),
    Indicator("works_with_plaque", "Công trình, sản phẩm gắn biển", "công trình", WORKS, _plaque),
    Indicator("works_value", "Giá trị công trình, sản phẩm", "đồng", WORKS, _finished, lambda c: c.value_vnd),
    Indicator("initiatives_submitted", "Sáng kiến đề nghị công nhận", "sáng kiến", INITIATIVES, _submitted),
    Indicator("initiatives_recognised", "Sáng kiến được công nhận", "sáng kiến", INITIATIVES, _recognised),
    Indicator("initiatives_uploaded", "Sáng kiến cập nhật lên chương trình", "sáng kiến", INITIATIVES, _uploaded),
    Indicator("benefit", "Giá trị làm lợi", "đồng", INITIATIVES, _recognised, lambda c: c.benefit_vnd),
    Indicator("bonus", "Tiền thưởng sáng kiến", "đồng", INITIATIVES, _recognised, lambda c: c.bonus_vnd),
    Sum("improvements", "Sáng kiến, mô hình", "số", ("initiatives_recognised", "good_practices")),
    Indicator("authors", "Số tác giả", "người", AUTHORS, _recognised, lambda c: c.author, distinct=True),
    Indicator("awards_proposed", "Đề nghị khen thưởng", "lượt", AWARDS, _proposed),
    Indicator("awards", "Được khen thưởng", "lượt", AWARDS, _decided),
    Indicator("awards_thematic", "Khen thưởng chuyên đề", "lượt", AWARDS, _decided, only=_thematic),
    Indicator("award_money", "Tiền thưởng", "đồng", AWARDS, _decided, lambda c: c.money_vnd),
)
