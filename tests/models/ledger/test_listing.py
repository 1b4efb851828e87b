"""Lists: found without accents, ordered as Vietnamese readers expect, cells as they are shown."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from datetime import date, datetime

import pytest

from models.ledger import listing
from models.ledger.listing import Choice, columns_of
from models.ledger.store import Store
from models.records.activity import Activity, ActivityAudience, ActivityPerson
from models.records.member import Member
from models.records.unit import OrgUnit, WorkforceSnapshot

NAMES = ["Phạm Ẩn", "Nguyễn Thị Đức", "Lê An", "Trần Văn Dũng", "Nguyễn Ánh", "Đỗ Ánh"]


@pytest.fixture
def full(store: Store) -> Store:
    """A ledger with people, activities and snapshots."""
    with store.write("Ghi") as write:
        for number, name in enumerate(NAMES):
            write.save(Member(f"M{number}", full_name=name, union_group="own" if number % 2 else None))
        for number, title in enumerate(("Tuyên truyền 50%", "Đường lối", "Ánh sáng_văn hóa")):
            write.save(
                Activity(
                    f"S{number}",
                    title=title,
                    form=["toa_dam", "hoi_nghi", "hoi_thao"][number],
                    primary_topic="khac",
                    start_at=datetime(2026, number + 1, 28, 8),
                    audiences=[ActivityAudience(n_turns=1000 * number), ActivityAudience(n_turns=7)],
                    people=[ActivityPerson(name="Bùi Thị Ưu")] if number == 1 else [],
                )
            )
        for day in (date(2025, 12, 31), date(2026, 3, 1), date(2026, 1, 15)):
            write.save(WorkforceSnapshot(day.isoformat(), as_of=day, total=5))
    return store


@pytest.fixture
def uids(full: Store) -> Callable[[Choice], list[str]]:
    """The uids that a choice gives, in order."""

    def chosen(choice: Choice) -> list[str]:
        found = listing.ids(full, choice)
        return [uid for uid, _texts in listing.cells(full, choice.record, columns_of(choice.record), found)]

    return chosen


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("duong", ["S1"]),
        ("ĐƯỜNG lối", ["S1"]),
        ("loi  duong", ["S1"]),
        (unicodedata.normalize("NFD", "ánh sáng"), ["S2"]),
        ("50%", ["S0"]),
        ("%", ["S0"]),
        ("sang_v", ["S2"]),
        ("ang", []),
        ("bui uu", ["S1"]),
        ("tọa đàm", ["S0"]),
        ("không có", []),
        ("", ["S2", "S1", "S0"]),
    ],
)
def test_records_are_found_by_any_words_without_accents(
    uids: Callable[[Choice], list[str]], text: str, found: list[str]
) -> None:
    assert uids(Choice(Activity, text)) == found


def test_people_are_listed_by_given_name(uids: Callable[[Choice], list[str]]) -> None:
    ordered = ["Lê An", "Đỗ Ánh", "Nguyễn Ánh", "Phạm Ẩn", "Trần Văn Dũng", "Nguyễn Thị Đức"]
    assert uids(Choice(Member)) == [f"M{NAMES.index(name)}" for name in ordered]
    assert uids(Choice(Member, order="full_name", descending=True)) == [
        f"M{NAMES.index(name)}" for name in reversed(ordered)
    ]


def test_a_list_is_ordered_by_any_of_its_columns(uids: Callable[[Choice], list[str]]) -> None:
    assert uids(Choice(Activity, order="title")) == ["S2", "S1", "S0"]
    assert uids(Choice(Activity, order="start_at")) == ["S0", "S1", "S2"]
    assert uids(Choice(Activity, order="audiences.n_turns", descending=True)) == ["S2", "S1", "S0"]
    assert uids(Choice(Activity, order="form")) == ["S1", "S2", "S0"]  # as the list of forms has them
    assert uids(Choice(Member, order="union_group"))[-1] == "M5"
    for column in columns_of(Member):
        assert len(uids(Choice(Member, order=column.key))) == len(NAMES)
    assert uids(Choice(WorkforceSnapshot, order="as_of")) == ["2025-12-31", "2026-01-15", "2026-03-01"]


def test_a_list_holds_the_days_of_its_period(uids: Callable[[Choice], list[str]]) -> None:
    assert uids(Choice(Activity, first=date(2026, 2, 28), last=date(2026, 2, 28))) == ["S1"]
    assert uids(Choice(Activity, first=date(2026, 2, 1))) == ["S2", "S1"]
    assert uids(Choice(Activity, last=date(2026, 1, 27))) == []


def test_cells_are_shown_as_readers_write_them(full: Store) -> None:
    columns = columns_of(Activity)
    found = listing.ids(full, Choice(Activity, order="start_at"))
    rows = listing.cells(full, Activity, columns, [found[1], 999, found[0]])
    assert [uid for uid, _texts in rows] == ["S1", "", "S0"]
    assert set(rows[1][1]) == {""}  # a record that is gone leaves its row empty
    shown = dict(zip([column.key for column in columns], rows[0][1], strict=True))
    assert (shown["title"], shown["start_at"], shown["audiences.n_turns"]) == ("Đường lối", "28/02/2026 08:00", "1.007")
    group = next(column for column in columns_of(Member) if column.key == "union_group")
    numbers = listing.ids(full, Choice(Member))
    names = {texts[0] for _uid, texts in listing.cells(full, Member, [group], numbers)}
    assert names == {"", "CĐCS Công ty TNHH Mẫu A"}


def test_many_cells_are_asked_for_at_once(full: Store) -> None:
    with full.write("Nhiều") as write:
        write.add_all(Member(f"N{number}", full_name=f"Lê {number}") for number in range(1500))
    numbers = listing.ids(full, Choice(Member))
    assert len(listing.cells(full, Member, columns_of(Member), numbers)) == 1500 + len(NAMES)


def test_what_a_link_may_lead_to_is_offered_by_name(full: Store) -> None:
    offered = [title for _uid, title in listing.titles(full, ["member"], "anh")]
    assert offered == ["Đỗ Ánh", "Nguyễn Ánh"]
    assert listing.titles(full, ["org_unit"]) == [("own", "CĐCS Công ty TNHH Mẫu A")]
    assert listing.title_of(full, ["activity", "member"], "M2") == "Lê An"
    assert listing.title_of(full, ["member"], "gone") == "gone"
    assert listing.number_of(full, OrgUnit, "own") == 1
    assert listing.number_of(full, OrgUnit, "gone") == 0
