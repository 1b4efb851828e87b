"""The list of awards (C3): who was rewarded in the period, and how."""

from __future__ import annotations

from collections.abc import Iterator

from models.code_lists_emulation import AWARD_FORM_OR_TITLE, AWARD_LEVEL
from models.ledger import rows
from models.ledger.store import Store
from models.lists.line import Line, joined, names_of, uids_behind
from models.lists.papers import number_and_day
from models.periods import Period
from models.records.award import Award
from models.records.member import Member
from models.records.movement import Movement
from models.records.unit import OrgUnit
from models.vietnamese import order_key


def awards_given(store: Store, period: Period) -> Iterator[Line]:
    """Awards decided in the period, in the order of the summary; collectives before persons, then by name."""
    with store.reading() as connection:
        found = list(rows.load(connection, Award, uids_behind(connection, "awards", period)))
        members = {
            each.uid: each
            for each in rows.load(connection, Member, sorted({each.member for each in found if each.member}))
        }
        groups = names_of(connection, OrgUnit, [each.union_group for each in members.values()])
        themes = names_of(connection, Movement, [each.movement for each in found])
    forms, levels = list(AWARD_FORM_OR_TITLE), list(AWARD_LEVEL)

    def place(each: Award) -> tuple[object, ...]:
        kind = (forms.index(each.form), levels.index(each.level), each.subject_kind != "tap_the")
        return (*kind, order_key(each.subject_name), each.uid)

    for number, each in enumerate(sorted(found, key=place), 1):
        member = members.get(each.member or "")
        yield Line(
            {
                "number": number,
                "subject": each.subject_name,
                "post": joined([member.job_title, groups.get(member.union_group)]) if member else None,
                "form": AWARD_FORM_OR_TITLE.label(each.form),
                "level": AWARD_LEVEL.label(each.level),
                "decision": number_and_day(each.decision_no, each.decision_on),
                "theme": each.theme or themes.get(each.movement),
            },
            each.uid,
        )
