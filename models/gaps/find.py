"""Asks every rule what is missing in a period."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from models.gaps import activities, emulation, numbers, own_unit, people, twice, voices
from models.gaps.gap import ERROR, Gap, Look, Rule
from models.ledger.store import Store
from models.periods import Period

RULES: tuple[Rule, ...] = (
    *(*activities.RULES, *twice.RULES, *voices.RULES, *emulation.RULES),
    *(*people.RULES, *own_unit.RULES, *numbers.RULES),
)


def gaps(store: Store, period: Period, today: date | None = None) -> list[Gap]:
    """Everything missing in the records of a period, what must be repaired first. Figures are not looked at here."""
    with store.reading() as connection:
        look = Look(connection, period, today or date.today())
        return ordered([gap for rule in RULES for gap in rule(look)])


def ordered(found: Sequence[Gap]) -> list[Gap]:
    """Errors before warnings; within each in the order of the rules."""
    return sorted(found, key=lambda gap: gap.severity != ERROR)
