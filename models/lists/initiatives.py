"""The list of initiatives (C2): one line for each author, in the columns of Thông tư 18/2013/TT-BKHCN."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from models.code_lists_emulation import INITIATIVE_LEVEL
from models.ledger import rows
from models.ledger.connection import Connection
from models.ledger.store import Store
from models.lists.line import Line, Said, names_of, uids_behind
from models.lists.papers import Papers, paper_and_day, papers
from models.periods import Period
from models.records.initiative import Initiative, InitiativeAuthor
from models.records.member import Member
from models.records.unit import OrgUnit
from models.vietnamese import order_key


@dataclass(frozen=True, slots=True)
class _Known:
    """What the records of the list point to."""

    members: dict[str | None, Member]
    groups: dict[str | None, str]
    papers: Papers


def recognised_initiatives(store: Store, period: Period) -> Iterator[Line]:
    """Initiatives recognised in the period, by day, then title; their authors as she ordered them."""
    with store.reading() as connection:
        uids = uids_behind(connection, "initiatives_recognised", period)
        found = sorted(
            rows.load(connection, Initiative, uids),
            key=lambda each: (each.recognised_on or date.min, order_key(each.title), each.uid),
        )
        known = _known(connection, found)
    for number, each in enumerate(found, 1):
        yield from _lines(each, number, known)


def _known(connection: Connection, found: Sequence[Initiative]) -> _Known:
    uids = sorted({author.member for each in found for author in each.authors if author.member})
    members: dict[str | None, Member] = {each.uid: each for each in rows.load(connection, Member, uids)}
    groups = names_of(connection, OrgUnit, [each.union_group for each in members.values()])
    return _Known(members, groups, papers(connection, [each.decision_doc for each in found]))


def _lines(each: Initiative, number: int, known: _Known) -> Iterator[Line]:
    whole: dict[str, Said] = {
        "number": number,
        "title": each.title,
        "application": each.application,
        "first_applied_on": each.first_applied_on,
        "decision": paper_and_day(known.papers.get(each.decision_doc), each.recognised_on),
        "level": INITIATIVE_LEVEL.label(each.recognised_level) if each.recognised_level else None,
        "benefit": each.benefit_vnd,
        "bonus": each.bonus_vnd,
        "note": each.benefit_text,
    }
    authors = sorted(each.authors, key=lambda author: author.order or len(each.authors))
    if not authors:
        yield Line(whole, each.uid)
    for place, author in enumerate(authors):
        told = _author(author, known)
        yield Line(told if place else {**whole, **told}, each.uid, over=0 if place else len(authors))


def _author(author: InitiativeAuthor, known: _Known) -> dict[str, Said]:
    """What is written beside the author's name, or else what the list of members knows."""
    member = known.members.get(author.member) or Member()
    return {
        "author": author.name or member.full_name,
        "birth": author.birth or member.birth or (str(member.birth_year) if member.birth_year else None),
        "workplace": author.workplace or known.groups.get(member.union_group),
        "job_title": author.job_title or member.job_title,
        "qualification": author.qualification or member.professional_title,
        "share_percent": author.share_percent,
    }
