"""The order of lists: by every column, up and down, as plain Python orders the records; the first records are first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from random import Random
from typing import Any

import pytest

from models.ledger import first_page, listing
from models.ledger.first_page import first_ids
from models.ledger.listing import Choice, Condition, ListColumn, columns_of
from models.ledger.plain import asked
from models.ledger.search import finder
from models.ledger.store import Store
from models.record import Record
from models.records import CATALOGUE, record_type
from models.records.activity import Activity
from models.values import Code, Link, Text
from models.vietnamese import order_key
from tests.models.invented import WORDS, invented, one_of_each

MANY = 30


@pytest.fixture
def full(store: Store) -> Store:
    """Two records of every type, then many activities."""
    random = Random(7)
    records = one_of_each(random)
    uids: dict[str, list[str]] = {}
    for each in records:
        uids.setdefault(each.table_name, []).append(each.uid)
    with store.write("Ghi") as write:
        write.add_all(records)
        write.add_all(invented(Activity, random, uids, f"S{number}") for number in range(MANY))
    return store


def numbers(store: Store, record: type[Record]) -> dict[str, int]:
    """The ledger's number of each record."""
    return {each.uid: listing.number_of(store, record, each.uid) for each in store.read_all(record)}


def key_of(store: Store, record: type[Record], column: ListColumn) -> Callable[[Record], Any]:
    """What a column is ordered by, worked out from the records alone."""
    lines, _, name = column.key.rpartition(".")
    if lines:
        return lambda each: _sum(getattr(part, name) for part in getattr(each, lines))
    attribute = record.attribute_of[column.key]
    kind = column.kind
    if column.title and isinstance(kind, Text):
        return lambda each: each.order_text()
    if isinstance(kind, Link):
        orders = {each.uid: each.order_text() for each in store.read_all(record_type(kind.to[0]))}
        return lambda each: orders.get(getattr(each, attribute))
    if isinstance(kind, Code):
        places = {key: place for place, key in enumerate(kind.list)}
        return lambda each: places.get(getattr(each, attribute))
    if isinstance(kind, Text):
        return lambda each: order_key(text) if (text := getattr(each, attribute)) else None
    return lambda each: getattr(each, attribute)


def _sum(values: Any) -> Any:
    found = [value for value in values if value is not None]
    return sum(found) if found else None


@pytest.mark.parametrize("record", CATALOGUE, ids=lambda record: record.table_name)
def test_a_list_is_ordered_by_every_column_as_its_records_are(full: Store, record: type[Record]) -> None:
    known = numbers(full, record)
    records = sorted(full.read_all(record), key=lambda each: known[each.uid])
    for column in columns_of(record, tuple(record.fields)):
        key = key_of(full, record, column)
        empty = [each for each in records if key(each) is None]
        filled = [each for each in records if key(each) is not None]
        rising = empty + sorted(filled, key=key)
        falling = sorted(filled, key=key, reverse=True) + empty
        for descending, ordered in ((False, rising), (True, falling)):
            found = listing.ids(full, Choice(record, order=column.key, descending=descending))
            assert list(found) == [known[each.uid] for each in ordered], (column.key, descending)


@pytest.mark.parametrize("text", ["", "tuyen", "hoi nghi", "50% duong", "zzz"])
@pytest.mark.parametrize("first", [None, date(2015, 1, 1)])
@pytest.mark.parametrize("conditions", [(), (Condition("is_par", 0),)])
def test_the_first_records_are_the_first_of_all(
    monkeypatch: pytest.MonkeyPatch, full: Store, text: str, first: date | None, conditions: tuple[Condition, ...]
) -> None:
    monkeypatch.setattr(first_page, "FIRST", 5)
    monkeypatch.setattr(first_page, "_ENOUGH", 3)
    monkeypatch.setattr(first_page, "_LOOKED_THROUGH", 20)
    for order in ("", "title", "place", "form", "audiences.n_turns"):
        for descending in (False, True):
            choice = Choice(Activity, text, first, None, order, descending, conditions)
            every = listing.ids(full, choice)
            begun, is_whole = first_ids(full, choice)
            assert begun == every[: len(begun)] and is_whole == (len(begun) == len(every)), choice
            assert begun or not every


def test_words_are_met_in_the_records_as_the_index_finds_them(full: Store) -> None:
    with full.reading() as connection:
        texts = dict(asked(connection, "SELECT id, folded FROM activity"))
    for word in (*WORDS, "hoi", "oi", "uyen", "nghia vu", "“ng", "so co", "1"):
        found = set(listing.ids(full, Choice(Activity, word)))
        assert {number for number, text in texts.items() if finder(word)(text)} == found, word


def test_an_order_of_words_learns_the_texts_that_came_later(full: Store) -> None:
    listing.ids(full, Choice(Activity, order="place"))
    with full.write("Ghi") as write:
        for number, place in enumerate(("Ơn", "Ăn", "Đường")):
            write.save(
                Activity(
                    f"L{number}",
                    title=place,
                    form="hoi_nghi",
                    primary_topic="atgt",
                    place=place,
                    start_at=full.read(Activity, "S0").start_at,
                )
            )
    named = [
        uid for uid, _texts in listing.cells(full, Activity, [], listing.ids(full, Choice(Activity, order="place")))
    ]
    assert [uid for uid in named if uid in {"L0", "L1", "L2"}] == ["L1", "L2", "L0"]
