"""Administrative reform across the unit: papers about it, and how many of the union groups held something on it."""

from __future__ import annotations

import sqlalchemy as sa

from models.indicators.indicator import Bool, Columns, Indicator, Rate, Source
from models.indicators.moments import within
from models.indicators.outreach import events
from models.indicators.people import GROUP_KINDS, active
from models.records.activity import Activity
from models.records.official_document import OfficialDocument
from models.records.unit import OrgUnit
from models.tables import table_of

_ACTIVITY, _UNIT, _DOCUMENT = table_of(Activity), table_of(OrgUnit), table_of(OfficialDocument)
_OF_ACTIVITY = ("uid", "status", "form", "is_par", "organizer", "dated_on")
_HELD_BY = (
    sa.select(
        *(_ACTIVITY.c[name] for name in _OF_ACTIVITY),
        *(_UNIT.c[name] for name in ("kind", "founded_on", "dissolved_on")),
    )
    .select_from(_ACTIVITY.join(_UNIT, _UNIT.c.uid == _ACTIVITY.c.organizer))
    .subquery()
)


def _held(columns: Columns) -> Bool:
    """Events on administrative reform that a union group held which is still there at the cut-off."""
    return sa.and_(events(columns), columns.is_par == 1, columns.kind.in_(GROUP_KINDS), active(columns))


def _guides(columns: Columns) -> Bool:
    """Papers on administrative reform that came in or went out; laws are a basis, not guidance."""
    return sa.and_(columns.is_par == 1, columns.direction.in_(("den", "di")), within(columns.dated_on))


REFORM = (
    Indicator("reform_documents", "Văn bản chỉ đạo CCHC", "văn bản", Source("document", _DOCUMENT), _guides),
    Indicator(
        "reform_groups",
        "Tổ công đoàn, công đoàn bộ phận đã tuyên truyền CCHC",
        "tổ",
        Source("activity", _HELD_BY),
        _held,
        lambda c: c.organizer,
        distinct=True,
    ),
    Rate("reform_coverage", "Tỷ lệ tổ công đoàn đã tuyên truyền CCHC", "%", ("reform_groups",), ("groups",)),
)
