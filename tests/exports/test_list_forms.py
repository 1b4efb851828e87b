"""The log, initiatives and awards as lists: which records, in which order, in which cells."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from exports.render.xlsx import write_xlsx
from models.ledger.file import create
from models.ledger.interchange import load
from models.ledger.store import Store
from models.periods import period_from
from models.records.activity import Activity, ActivityAudience, ActivityPerson
from models.records.award import Award
from models.records.initiative import Initiative, InitiativeAuthor
from models.records.member import Member
from models.records.unit import new_own_unit
from tests.exports.records_in import add, cells, filled

EXAMPLE = Path(__file__).parent.parent / "data" / "worked_example.jsonl"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = create(tmp_path / "so.socd", new_own_unit("CĐCS Mẫu", "LĐLĐ tỉnh Tây Ninh"))
    yield store
    store.close()


def test_the_log_holds_what_the_summaries_count(store: Store) -> None:
    load(store, EXAMPLE)
    *rows, total = cells(filled(store, "B4").tables[0])
    assert [row["3"] for row in rows] == [
        "Hội nghị tuyên truyền cải cách hành chính",
        "Sinh hoạt tổ về tiền lương, bảo hiểm xã hội",
        "Giao lưu trực tuyến ôn truyền thống",
    ]
    first, second, _third = rows
    assert (first["1"], first["2"], first["11"]) == (1, date(2026, 1, 12), "2, 6")
    assert second["4"] == "Pháp luật lao động, BHXH, tiền lương; lồng ghép: Cải cách hành chính"
    assert second["13"] == "3 buổi"
    assert [total[key] for key in ("1", "8", "8b", "8c")] == [3, 465, 250, 415]


def test_the_log_goes_by_the_beginning_whatever_day_an_activity_counts_on(store: Store) -> None:
    common: dict[str, Any] = {"form": "hoi_nghi", "primary_topic": "phap_luat"}
    for title, day, hour, counted in (
        ("Hội nghị ba", 20, 8, {}),
        ("Hội nghị một", 5, 14, {"end_at": datetime(2026, 1, 25, 17)}),
        ("Hội nghị bốn", 20, 9, {"report_on": date(2026, 1, 2)}),
        ("Hội nghị hai", 20, 8, {"end_at": datetime(2026, 1, 21, 17)}),
    ):
        add(store, Activity(title=title, start_at=datetime(2026, 1, day, hour), **counted, **common))
    *rows, _total = cells(filled(store, "B4").tables[0])
    assert [row["3"] for row in rows] == [f"Hội nghị {number}" for number in ("một", "ba", "hai", "bốn")]


def test_the_log_keeps_to_the_days_and_names_those_who_led(store: Store) -> None:
    common: dict[str, Any] = {"form": "hoi_nghi", "primary_topic": "phap_luat"}
    people = [ActivityPerson(role="chu_tri", name="Bà A"), ActivityPerson(role="dai_bieu", name="Ông B")]
    add(
        store,
        Activity(title="Sau", start_at=datetime(2026, 3, 2), **common),
        Activity(title="Trước", start_at=datetime(2026, 3, 1), people=people, **common),
        Activity(
            title="Đủ", start_at=datetime(2026, 3, 3),
            audiences=[ActivityAudience(group="nu", n_turns=5, n_female=5), ActivityAudience(n_turns=2)], **common,
        ),
    )  # fmt: skip
    earlier, later, counted, _total = cells(filled(store, "B4").tables[0])
    assert (earlier["3"], earlier["9"], later["3"]) == ("Trước", "Bà A", "Sau")
    assert (earlier["8"], counted["8"], counted["8b"], counted["8c"]) == (None, 7, 5, None)


def test_a_late_entry_stands_in_the_log_of_the_period_it_is_counted_in(store: Store) -> None:
    late = Activity(
        title="Muộn",
        form="hoi_nghi",
        primary_topic="phap_luat",
        start_at=datetime(2025, 12, 30),
        report_on=date(2026, 1, 5),
    )
    add(store, late)
    assert cells(filled(store, "B4").tables[0])[0]["3"] == "Muộn"
    assert len(filled(store, "B4", period_from("2025-Q4")).tables[0].rows) == 1


def initiatives(store: Store) -> None:
    authors = [
        InitiativeAuthor(order=2, name="Người Hai", share_percent=40.0),
        InitiativeAuthor(order=1, member="m", share_percent=60.0),
    ]
    add(
        store,
        Member(uid="m", full_name="Người Một", birth=date(1990, 5, 6), job_title="Thợ may"),
        Initiative(
            title="Sau", kind="ky_thuat", recognised_on=date(2026, 2, 9), authors=authors, benefit_vnd=7_000_000
        ),
        Initiative(title="Trước", kind="quan_ly", recognised_on=date(2026, 2, 1), benefit_vnd=5_000_000),
        Initiative(title="Chưa", kind="quan_ly", submitted_on=date(2026, 2, 1)),
    )


def test_an_initiative_has_a_row_for_each_author(store: Store) -> None:
    initiatives(store)
    table = filled(store, "C2").tables[1]
    rows = cells(table)
    assert [(row["code"], row["1"], row["2"], row["3"], row["8"], row["13"]) for row in rows] == [
        ("1", 1, "Trước", None, None, 5_000_000),
        ("2", 2, "Sau", "Người Một", 60.0, 7_000_000),
        ("3", None, None, "Người Hai", 40.0, None),
        ("total", None, "Tổng cộng", None, None, 12_000_000),
    ]
    assert (rows[1]["4"], rows[1]["6"]) == (date(1990, 5, 6), "Thợ may")
    assert [row.over for row in table.rows] == [1, 2, 0, 1]


def test_an_initiative_is_one_cell_over_its_authors_in_a_workbook(store: Store, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    initiatives(store)
    write_xlsx(filled(store, "C2"), tmp_path / "c2.xlsx")
    sheet = load_workbook(tmp_path / "c2.xlsx")["C2"]
    (row,) = [cell.row for cell in sheet["B"] if cell.value == "Sau"]
    merged = {str(each) for each in sheet.merged_cells.ranges}
    assert {f"{letter}{row}:{letter}{row + 1}" for letter in "ABIJKLMNO"} <= merged
    assert not {f"{letter}{row}:{letter}{row + 1}" for letter in "CDEFGH"} & merged


def test_awards_stand_in_the_order_of_their_summary(store: Store) -> None:
    given: dict[str, Any] = {
        "level": "tld",
        "state": "da_quyet_dinh",
        "decision_on": date(2026, 3, 1),
        "decision_no": "7",
    }
    add(
        store,
        Award(subject_kind="ca_nhan", subject_name="Ánh", form="bang_khen", **given),
        Award(subject_kind="tap_the", subject_name="Tổ 1", form="bang_khen", **given),
        Award(subject_kind="tap_the", subject_name="CĐCS", form="co_thi_dua", **given),
        Award(
            subject_kind="tap_the", subject_name="Đề nghị", form="co_thi_dua", level="tld", proposed_on=date(2026, 3, 1)
        ),
    )
    rows = cells(filled(store, "C3").tables[1])
    assert [(row["1"], row["2"], row["6"]) for row in rows] == [
        (1, "CĐCS", "7, 01/03/2026"),
        (2, "Tổ 1", "7, 01/03/2026"),
        (3, "Ánh", "7, 01/03/2026"),
    ]
