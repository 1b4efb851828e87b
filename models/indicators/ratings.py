"""The scoring sheet of a unit for a year, and the units of the ledger that are scored."""

from __future__ import annotations

import sqlalchemy as sa

from models.errors import UserError
from models.indicators.people import GROUP_KINDS
from models.indicators.result_periods import span_of
from models.ledger.store import Store
from models.periods import Period
from models.records.rating import UnitRating
from models.records.unit import OrgUnit
from models.tables import table_of

_RATING, _UNIT = table_of(UnitRating), table_of(OrgUnit)


def ratings_of(store: Store, scheme: str, period: Period, unit: str) -> list[UnitRating]:
    """The sheets of a unit (by uid) by this scheme over exactly these days, the newest first; one is as it should be.

    A sheet without a unit is the own unit's.
    """
    own = store.own_unit().uid
    mine = sa.or_(_RATING.c.unit == unit, sa.and_(_RATING.c.unit.is_(None), sa.literal(unit == own)))
    same = sa.func.lower(_RATING.c.scheme) == scheme.lower()
    with store.reading() as connection:
        found = connection.execute(sa.select(_RATING.c.uid, _RATING.c.period).where(mine, same)).all()
        spans = {text: span_of(connection, text) for _uid, text in found}
    days = (period.first, period.last)
    uids = [uid for uid, text in found if (span := spans[text]) is not None and (span.first, span.last) == days]
    return store.read_many(UnitRating, sorted(uids, reverse=True))


def scored_units(store: Store, kinds: tuple[str, ...]) -> list[OrgUnit]:
    """The units of these kinds that may be scored, by name; the own unit first, if it is one of them."""
    found = [each for each in store.read_all(OrgUnit) if each.kind in kinds]
    return sorted(found, key=lambda each: (not each.is_own, each.order_text()))


def unit_with_code(store: Store, code: str) -> str:
    """The uid of the unit with this code, capitals or not. UserError if there is none."""
    with store.reading() as connection:
        same = sa.func.lower(_UNIT.c.code) == code.lower()
        uid: str | None = connection.execute(sa.select(_UNIT.c.uid).where(same)).scalar()
    if uid is None:
        raise UserError(f"Sổ không có đơn vị mã “{code}”. Hãy xem mã ở mục Đoàn viên & đơn vị, Tổ chức.")
    return uid


def group_of(unit: OrgUnit) -> str | None:
    """The uid by which the log tells a group's own work apart; None for the unit as a whole."""
    return unit.uid if unit.kind in GROUP_KINDS and not unit.is_own else None
