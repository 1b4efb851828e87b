"""The worked example and the check cases of the rules: values before files."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import main
from exports.build import build
from exports.form_shelf import form_named
from models.ledger.file import create
from models.ledger.interchange import load
from models.ledger.store import Store
from models.periods import period_from
from models.record import Record
from models.records.award import Award
from models.records.feedback import Feedback
from models.records.movement import Movement
from models.records.unit import new_own_unit

EXAMPLE = Path(__file__).parent.parent / "data" / "worked_example.jsonl"
QUARTER = period_from("2026-Q1")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = create(tmp_path / "so.socd", new_own_unit("CĐCS Mẫu", "LĐLĐ tỉnh Tây Ninh"))
    yield store
    store.close()


@pytest.fixture
def example(store: Store) -> Store:
    load(store, EXAMPLE)
    return store


def values(store: Store, form: str, *, table: int = 0, every: bool = False) -> dict[str, dict[str, Any]]:
    """The cells of a form by row code and column key."""
    document = build(store, form_named(form), QUARTER, every=every)
    made = document.tables[table]
    keys = [column.key for column in made.columns]
    return {row.code: dict(zip(keys, (cell.value for cell in row.cells), strict=True)) for row in made.rows}


def add(store: Store, records: list[Record]) -> None:
    with store.write("Thêm") as write:
        write.add_all(records)


def test_the_rows_of_a2_are_those_of_the_worked_example(example: Store) -> None:
    a2 = {code: cells["so_luong"] for code, cells in values(example, "A2").items()}
    expected: dict[str, float] = {
        "III.1": 5,
        "III.2": 465,
        "III.3": 415,
        "III.5": 1,
        "III.6": 3,
        "III.7": 165,
        "III.9": 4,
        "III.10": 10,
    }
    expected |= {"VII.1": 2, "VII.2": 10, "VII.3": 7, "VII.5": 4, "VII.6": 1, "VII.7": 58.3}
    assert {code: a2[code] for code in expected} == expected


def test_the_first_content_counts_an_activity_once(example: Store) -> None:
    b2 = values(example, "B2")
    assert [b2["2"][key] for key in ("3", "4", "5")] == [1, 3, 165]
    assert [b2["6"][key] for key in ("3", "4", "5", "8")] == [0, 0, 0, 4]
    assert [b2["total"][key] for key in ("3", "4", "5")] == [1, 3, 165]


def test_every_content_counts_and_the_total_stays_distinct(example: Store) -> None:
    b2 = values(example, "B2", every=True)
    assert [b2["2"][key] for key in ("3", "4", "5")] == [1, 3, 165]
    assert [b2["6"][key] for key in ("3", "5")] == [1, 120]
    assert [b2["total"][key] for key in ("3", "4", "5")] == [1, 3, 165]


def test_counting_every_content_is_said_on_paper(example: Store) -> None:
    assert build(example, form_named("B2"), QUARTER, every=True).remarks
    assert not build(example, form_named("B2"), QUARTER).remarks


def test_the_command_line_counts_as_it_is_asked_to(example: Store, tmp_path: Path) -> None:
    ledger = example.path
    example.close()
    counted = []
    for mode in ("primary", "every"):
        target = tmp_path / f"{mode}.json"
        assert main.main(["export", "B2", str(ledger), "--period", "2026-Q1", "-o", str(target), "--count", mode]) == 0
        rows = json.loads(target.read_text(encoding="utf-8"))["tables"][0]["rows"]
        counted.append([row["cells"]["3"] for row in rows if row["code"] in ("2", "6", "total")])
    assert counted == [[1, 0, 1], [1, 1, 1]]


def test_the_two_rates_of_feedback_differ_on_purpose(example: Store) -> None:
    total = values(example, "D3")["total"]
    assert total["12"] == 66.7
    assert total["5"] == total["6"] + total["7"] + total["8"] + total["10"] == 12


def test_the_command_line_gives_the_same_figures(example: Store, tmp_path: Path) -> None:
    ledger = example.path
    example.close()
    target = tmp_path / "a2.json"
    assert main.main(["export", "A2", str(ledger), "--period", "2026-Q1", "-o", str(target)]) == 0
    report = json.loads(target.read_text(encoding="utf-8"))
    rows = {row["code"]: row["cells"] for row in report["tables"][0]["rows"]}
    assert (report["form"], report["unit"], report["period"]["cutoff"]) == ("A2", "CDCS-MAU-A", "2026-03-31")
    assert (rows["III.1"]["so_luong"], rows["III.7"]["so_luong"], rows["VII.7"]["so_luong"]) == (5, 165, 58.3)


def test_awards_of_a_year_end_conference(store: Store) -> None:
    given = [("co_thi_dua", "tld", "tap_the", 1), ("bang_khen", "tld", "tap_the", 4)]
    given += [("bang_khen", "tld", "ca_nhan", 4), ("co_thi_dua", "tinh_nganh", "tap_the", 2)]
    awards: list[Record] = [
        Award(
            subject_kind=subject, subject_name=f"{form} {number}", form=form, level=level, basis="toan_dien", year=2026,
            state="da_quyet_dinh", decision_on=QUARTER.last,
        )
        for form, level, subject, count in given
        for number in range(count)
    ]  # fmt: skip
    add(store, awards)
    c3 = values(store, "C3")
    assert (c3["total"]["5"], c3["total"]["7"], c3["bang_khen/tld"]["5"], c3["co_thi_dua/tinh_nganh"]["5"]) == (
        7,
        4,
        4,
        2,
    )
    assert c3["total"]["9"] == c3["total"]["5"] + c3["total"]["7"]


def voices(count: int, level: str, **state: Any) -> list[Record]:
    common = {"channel": "hoi_nghi_nld", "source_kind": "ca_nhan", "kind": "kien_nghi", "subject_area": "phuc_loi"}
    return [
        Feedback(received_on=QUARTER.first, content=f"Ý kiến {number}", competent_level=level, **common, **state)
        for number in range(count)
    ]


def test_thousands_of_voices_by_level(store: Store) -> None:
    add(
        store,
        voices(4312, "co_so_cd", replied_on=QUARTER.first) + voices(25, "ldld_tinh") + voices(14, "chinh_quyen_xa"),
    )
    by_level = values(store, "D3", table=1)
    assert [by_level[code]["4"] for code in ("co_so_cd", "ldld_tinh", "chinh_quyen_xa", "total")] == [
        4312,
        25,
        14,
        4351,
    ]
    assert by_level["total"]["6"] == 4312


def test_forty_five_done_and_seventy_in_progress(store: Store) -> None:
    add(store, voices(45, "co_so_cd", replied_on=QUARTER.last) + voices(70, "co_so_cd"))
    total = values(store, "D3")["total"]
    assert (total["6"], total["10"], total["12"]) == (45, 70, 39.1)


def test_a_text_that_is_not_there_is_empty_not_blank(store: Store) -> None:
    add(store, [Movement(code="gvn_dvn", title="Giỏi việc nước", mode="thuong_xuyen", first_on=QUARTER.first)])
    row = values(store, "C1")["1"]
    assert (row["3"], row["5"], row["15"]) == (None, "Từ 01/01/2026", None)
