"""What was written before comes back: the most frequent first, nothing empty, parts of records too."""

from __future__ import annotations

from datetime import datetime

from models.ledger import listing
from models.ledger.remembered import values_before
from models.ledger.store import Store
from models.records.activity import Activity, ActivityAudience, ActivityPerson


def entered(store: Store, place: str | None, *turns: int) -> Activity:
    """An event at a place."""
    record = Activity(
        title="Hội nghị", form="hoi_nghi", start_at=datetime(2026, 1, 5), primary_topic="atgt", place=place
    )
    record.audiences = [ActivityAudience(n_turns=number) for number in turns]
    record.people = [ActivityPerson(name=f"Người {place}")]
    with store.write("Thêm") as write:
        write.save(record)
    return record


def test_the_most_frequent_text_comes_first_then_the_latest(store: Store) -> None:
    for place in ("Hội trường", "Nhà ăn", "Sân", "Nhà ăn", None):
        entered(store, place)
    assert values_before(store, Activity, "place") == ["Nhà ăn", "Sân", "Hội trường"]
    assert values_before(store, ActivityPerson, "name")[0] == "Người Nhà ăn"


def test_columns_of_chosen_records_are_added_up(store: Store) -> None:
    records = [entered(store, "Sân", 30, 20), entered(store, "Sân"), entered(store, "Sân", 5)]
    numbers = [listing.number_of(store, Activity, each.uid) for each in records]
    columns = [each for each in listing.columns_of(Activity) if each.numeric]
    assert [each.label for each in columns] == ["Số buổi", "Lượt người"]
    assert listing.sums(store, Activity, columns, numbers) == [3, 55]
    assert listing.sums(store, Activity, columns, numbers[1:2]) == [1, 0]
    assert listing.sums(store, Activity, columns, []) == [0, 0]
