"""People who may stand in the ledger twice: named alike, born alike, and never said to be two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from models.forgetting import NAMELESS
from models.ledger.store import Store
from models.records.member import Member, MemberNamesake
from models.vietnamese import folded, tones_last


def likely_pairs(store: Store) -> list[tuple[Member, Member]]:
    """Pairs of members who are likely one person, ordered by name; the one entered first stands first."""
    alike: dict[str, list[Member]] = defaultdict(list)
    for member in store.read_all(Member):
        if member.full_name != NAMELESS:
            alike[folded(member.full_name)].append(member)
    found = [pair for people in alike.values() for pair in combinations(people, 2) if _may_be_one(*pair)]
    return sorted(found, key=lambda pair: (pair[0].order_text(), pair[0].uid, pair[1].uid))


def tell_apart(store: Store, first: str, second: str) -> int:
    """Remembers that two members are not one person; returns the number of the write."""
    member, other = store.read(Member, first), store.read(Member, second)
    with store.write(f"“{member.full_name}” và “{other.full_name}”: không phải một người") as write:
        if second not in _namesakes(member):
            member.namesakes.append(MemberNamesake(member=second))
        write.save(member)
    return write.number


def _may_be_one(one: Member, other: Member) -> bool:
    told_apart = other.uid in _namesakes(one) or one.uid in _namesakes(other)
    sexes = {each.sex for each in (one, other) if each.sex}
    return not told_apart and len(sexes) < 2 and _named_alike(one, other) and _born_alike(one, other)


def _named_alike(one: Member, other: Member) -> bool:
    """The same name, wherever the tone was put (Hòa, Hoà); or one of the two was typed without any marks."""
    plain = [each for each in (one, other) if folded(each.full_name) == each.full_name.casefold()]
    return bool(plain) or tones_last(one.full_name) == tones_last(other.full_name)


def _born_alike(one: Member, other: Member) -> bool:
    """The same day, or the same year where a day is not known; where no year is known, of the same group."""
    if one.birth and other.birth:
        return one.birth == other.birth
    years = [each.birth.year if each.birth else each.birth_year for each in (one, other)]
    if None in years:
        return one.union_group is not None and one.union_group == other.union_group
    return years[0] == years[1]


def _namesakes(member: Member) -> Iterator[str]:
    return (each.member for each in member.namesakes)
