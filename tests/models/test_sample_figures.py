"""The figures of the sample ledger agree with each other, from quarter to quarter and from form to form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from models.code_lists import EVENT_FORMS, TOPIC
from models.code_lists_emulation import AWARD_BASIS, INITIATIVE_LEVEL
from models.code_lists_feedback import FEEDBACK_CHANNEL, FEEDBACK_FIELD
from models.indicators.figure import Number, Reference
from models.indicators.figures import figures
from models.ledger import file
from models.ledger.store import Store
from models.periods import before, period_from
from models.sample.make import make_sample

QUARTERS = [f"{year}-Q{quarter}" for year in (2024, 2025, 2026) for quarter in (1, 2, 3, 4)][1:9]


@pytest.fixture(scope="module", params=[(1, 2), (2, 3)])
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    seed, years = request.param
    path = tmp_path_factory.mktemp("sample") / "mau.socd"
    make_sample(path, seed=seed, years=years)
    opened = file.open_ledger(path)
    yield opened
    opened.close()


@dataclass
class Figures:
    """What the ledger says of one period; what is asked together is computed together."""

    store: Store
    period: str

    def of(self, *keys: str) -> list[Number]:
        found = figures(self.store, period_from(self.period), [Reference(key) for key in keys])
        return [each.value or 0 for each in found]

    def sums(self, key: str, **choices: Iterable[Any]) -> list[Number]:
        """For each filter the sum over its choices."""
        wanted = [Reference(key, ((name, choice),)) for name, each in choices.items() for choice in each]
        found = iter(figures(self.store, period_from(self.period), wanted))
        return [sum(next(found).value or 0 for _ in each) for each in choices.values()]


@pytest.fixture(params=QUARTERS)
def quarter(request: pytest.FixtureRequest, store: Store) -> Figures:
    return Figures(store, request.param)


def test_members_follow_from_the_quarter_before(quarter: Figures) -> None:
    (earlier,) = Figures(quarter.store, before(period_from(quarter.period)).text).of("members")
    (joined,) = quarter.sums("member_events", kind=("ket_nap", "chuyen_den"))
    members, left = quarter.of("members", "members_left")
    assert members == earlier + joined - left


def test_voices_known_are_answered_returned_or_open(quarter: Figures) -> None:
    names = ("known", "answered", "returned", "open", "carried", "received", "overdue")
    known, answered, returned, still_open, carried, received, overdue = quarter.of(
        *(f"voices_{name}" for name in names)
    )
    assert carried + received == known == answered + returned + still_open
    assert overdue <= still_open
    assert quarter.sums("voices_received", field=FEEDBACK_FIELD, channel=FEEDBACK_CHANNEL) == [received, received]


def test_forms_of_propaganda_agree(quarter: Figures) -> None:
    names = ("sessions", "turns", "turns_members", "turns_female", "turns_officials", "sessions_woven_in")
    sessions, turns, members, female, officials, woven_in = quarter.of(*names)
    assert sessions
    assert max(members, female, officials) <= turns
    assert quarter.sums("turns", primary_topic=TOPIC, form=EVENT_FORMS) == [turns, turns]
    by_topic, by_form, by_content = quarter.sums(
        "sessions", primary_topic=TOPIC, form=EVENT_FORMS, first_content=range(1, 8)
    )
    (subject,) = quarter.sums("sessions", primary_topic=("cchc",))
    assert by_topic == by_form == sessions
    assert by_content == subject + woven_in


def test_forms_of_emulation_agree(quarter: Figures) -> None:
    recognised, awards = quarter.of("initiatives_recognised", "awards")
    assert quarter.sums("initiatives_recognised", recognised_level=INITIATIVE_LEVEL) == [recognised]
    assert quarter.sums("awards", subject_kind=("tap_the", "ca_nhan"), basis=AWARD_BASIS) == [awards, awards]


def test_only_the_named_month_knows_who_came(store: Store) -> None:
    assert Figures(store, "2025-11").of("people_reached") > [20]
    assert Figures(store, "2025-Q4").of("people_reached") == [0]


def test_the_last_quarter_has_one_before_it_in_every_respect(store: Store) -> None:
    keys = ("sessions", "turns", "media_quantity", "awards", "voices_received", "care_money", "launches", "target")
    spans = [Reference(key, (), span) for span in ("ky", "luy_ke", "cung_ky") for key in keys]
    assert [each.reference for each in figures(store, period_from("2026-Q1"), spans) if not each.value] == []
