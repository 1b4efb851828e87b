"""Each of the 113 rows of the founding table has its place: a record type, a field, and the code that it names."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from models.indicators.catalogue import INDICATORS
from models.record import Part
from models.records import CATALOGUE
from models.values import Code

ROWS = (("000", 25), ("001", 15), ("002", 32), ("003", 14), ("004", 27))
TEXT = (Path(__file__).parents[1] / "data" / "founding_rows.txt").read_text(encoding="utf-8")
AWAITED = {"report_text"} - {record.table_name for record in CATALOGUE}  # being built beside this
PLACES = {words[0]: words[1:] for words in map(str.split, TEXT.splitlines()) if words and words[0] != "#"}


def what_is_wrong_with(place: str) -> str:
    """Why a row cannot be recorded there; empty if it can."""
    if place.startswith("figure:"):
        return "" if place.removeprefix("figure:") in INDICATORS else "no such figure"
    path, _, code = place.partition("=")
    kind, *names = path.split(".")
    part: type[Part] | None = next((record for record in CATALOGUE if record.table_name == kind), None)
    for name in names[:-1]:
        part = part.lists[name].part if part is not None and name in part.lists else None
    if part is None or not names:
        return "no such record"
    member = part.fields.get(part.attribute_of.get(names[-1], ""))
    if member is None:
        return "no such field"
    if not code:
        return ""
    listed = member.kind.list if isinstance(member.kind, Code) else ()
    return "" if code in map(str, listed) else "no such code"


def test_the_table_is_complete() -> None:
    assert list(PLACES) == [f"{article}-{row:02}" for article, rows in ROWS for row in range(1, rows + 1)]
    assert len(PLACES) == 113
    assert len(re.findall(r"^\d", TEXT, re.MULTILINE)) == 113


def awaited(row: str) -> bool:
    """True for a row whose record type is not there yet."""
    return any(place.split(".")[0] in AWAITED for place in PLACES[row])


@pytest.mark.parametrize(
    "row", [pytest.param(row, marks=pytest.mark.xfail(awaited(row), reason="awaited", strict=True)) for row in PLACES]
)
def test_the_row_has_its_place(row: str) -> None:
    assert PLACES[row], "no place named"
    assert {place: wrong for place in PLACES[row] if (wrong := what_is_wrong_with(place))} == {}


@pytest.mark.parametrize(
    "place", ["session.form", "activity", "activity.shape", "activity.form=tv", "activity.title=a", "figure:none"]
)
def test_a_place_that_does_not_exist_is_noticed(place: str) -> None:
    assert what_is_wrong_with(place)
