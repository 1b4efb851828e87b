"""Who may stand in the ledger twice: wherever the tone was put, and never again once she said that they are two."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from models.duplicates import likely_pairs, tell_apart
from models.ledger.store import Store
from models.records.member import Member
from models.records.unit import OrgUnit
from models.vietnamese import tones_last

BORN = date(1990, 1, 2)


def kept(store: Store, *members: Member) -> list[tuple[str, str]]:
    """The pairs found among these members."""
    with store.write("Nhập") as write:
        write.add_all(members)
    return pairs(store)


def pairs(store: Store) -> list[tuple[str, str]]:
    return [(one.uid, other.uid) for one, other in likely_pairs(store)]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Lê Thị Hòa", "Lê Thị Hoà", True),
        ("Trần Thúy", "TRẦN THUÝ", True),
        ("Lê Thị Hòa", "Lê Thị Hoa", False),
        ("Lê Thị Hòa", "Lê Thị Hóa", False),
        ("Đoàn Văn Quý", "Đoàn Văn Qúy", True),
        ("Trần Ân", "Trần Ấn", False),
    ],
)
def test_a_name_is_the_same_wherever_its_tone_stands(one: str, other: str, same: bool) -> None:
    assert (tones_last(one) == tones_last(other)) is same


def test_named_and_born_alike_is_a_likely_pair(store: Store) -> None:
    found = kept(
        store,
        Member("A", full_name="Lê Thị Hòa", birth=BORN),
        Member("B", full_name="Lê Thị Hoà", birth_year=1990),
        Member("C", full_name="Lê Thị Hoa", birth=BORN),
        Member("D", full_name="Lê Thị Hòa", birth=date(1991, 1, 2)),
        Member("E", full_name="Le Thi Hoa", birth=date(1991, 1, 2)),
        Member("F", full_name="Lê Thị Hòa", birth=BORN, sex="nam"),
    )
    assert set(found) == {("A", "B"), ("A", "F"), ("B", "F"), ("D", "E")}


def test_another_sex_is_another_person(store: Store) -> None:
    people = (
        Member("A", full_name="Lê Hòa", birth=BORN, sex="nam"),
        Member("B", full_name="Lê Hòa", birth=BORN, sex="nu"),
    )
    assert kept(store, *people) == []


def test_without_a_year_only_people_of_one_group_are_likely(store: Store) -> None:
    with store.write("Nhập") as write:
        write.save(OrgUnit("may", code="may", kind="union_group", name_full="Tổ may"))
    names = [("A", "may"), ("B", "may"), ("C", None), ("D", None)]
    assert kept(store, *(Member(uid, full_name="Lê Hòa", union_group=group) for uid, group in names)) == [("A", "B")]


def test_not_the_same_person_is_remembered_also_in_another_ledger(store: Store, dumped: Callable[[Store], str]) -> None:
    people = (Member("A", full_name="Lê Hòa", birth=BORN), Member("B", full_name="Lê Hoà", birth=BORN))
    assert kept(store, *people) == [("A", "B")]
    tell_apart(store, "B", "A")
    assert pairs(store) == []
    assert '"namesakes": ["A"]' in dumped(store)
