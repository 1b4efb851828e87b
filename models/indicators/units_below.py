"""The unions below the own unit that report to it: those active in a period, through whatever stands between."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from models.ledger.store import Store
from models.periods import Period
from models.records.unit import OrgUnit

REPORTING = ("grassroots_union", "occupational_union", "member_union")
_BETWEEN = (
    *("commune_union", "upper_union", "industrial_zone_union", "local_sector_union", "district_federation"),
    *("provincial_federation", "central_sector_union", "corporation_union"),
)


def units_below(store: Store, period: Period) -> list[OrgUnit]:
    """The unions that should report for the period, by name; below one of them nothing reports to us."""
    below: dict[str, list[OrgUnit]] = defaultdict(list)
    for each in store.read_all(OrgUnit):
        below[_superior(each, period.cutoff) or ""].append(each)
    found: list[OrgUnit] = []
    waiting, seen = [store.own_unit().uid], set[str]()
    while waiting:
        uid = waiting.pop()
        seen.add(uid)
        for each in below[uid]:
            if each.kind in REPORTING and _active(each, period):
                found.append(each)
            elif each.kind in _BETWEEN and each.uid not in seen:
                waiting.append(each.uid)
    return sorted(found, key=lambda each: (each.order_text(), each.code))


def _superior(unit: OrgUnit, day: date) -> str | None:
    """Whom it belongs to on a day: by its dated relations, else by its parent."""
    dated = [
        each
        for each in unit.relations
        if each.superior and (each.valid_from or date.min) <= day <= (each.valid_to or date.max)
    ]
    newest = max(dated, key=lambda each: each.valid_from or date.min, default=None)
    return newest.superior if newest is not None else unit.parent


def _active(unit: OrgUnit, period: Period) -> bool:
    return (unit.founded_on or date.min) <= period.last and (unit.dissolved_on or date.max) >= period.first
