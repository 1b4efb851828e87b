"""A scoring sheet: points as given, evidence from the log, points that may be lost; and whose sheet it is."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

import main
from exports.build import build
from exports.bundle import report_of
from exports.document import ReportDocument
from exports.form_shelf import form_named
from exports.scoring.sheet import open_sheet
from models.errors import UserError
from models.indicators.figures import behind
from models.ledger.file import create
from models.ledger.store import Store
from models.periods import period_from
from models.record import Record
from models.records.activity import Activity
from models.records.dialogue import Dialogue
from models.records.member import Member, MemberEvent
from models.records.rating import RatingScore, UnitRating
from models.records.unit import OrgUnit, new_own_unit

YEAR = period_from("2026")
FULL = {"1": 20, "2": 15, "3": 10, "4": 15, "5": 10, "6": 10, "7": 10, "II": 10}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A union with one group, a dialogue, and two meetings of which the group held one."""
    store = create(tmp_path / "so.socd", new_own_unit("CĐCS Mẫu", "LĐLĐ tỉnh Tây Ninh", "CDCS-MAU", "Tây Ninh"))
    add(
        store,
        OrgUnit("T1", code="TO-1", kind="union_group", name_full="Tổ công đoàn Chuyền 1", parent=store.own_unit().uid),
        Dialogue(kind="doi_thoai_dinh_ky", on=date(2026, 3, 1)),
        *(
            Activity(title=f"Sinh hoạt {at}", form="sinh_hoat_to", start_at=datetime(2026, 2, at + 1, 8),
                     primary_topic="cong_doan", organizer=organizer)
            for at, organizer in enumerate(("T1", None))
        ),
    )  # fmt: skip
    yield store
    store.close()


def add(store: Store, *records: Record) -> None:
    with store.write("Thêm") as write:
        write.add_all(records)


def scored(points: Mapping[str, float], uid: str = "P1", **more: Any) -> UnitRating:
    """A sheet of the year with these points by the unit itself."""
    scores = [RatingScore(criterion=code, self_score=float(value)) for code, value in points.items()]
    return UnitRating(uid, **{"scheme": "G2", "period": "2026", "scores": scores, **more})


def sheet(store: Store, form: str, unit: str | None = None) -> ReportDocument:
    return build(store, form_named(form), YEAR, signed_on=date(2026, 11, 5), unit=unit)


def value(document: ReportDocument, code: str, key: str, table: int = 0) -> Any:
    return document.tables[table].cell(code, key).value


def test_a_sheet_is_empty_until_points_are_given_and_lists_what_may_be_lost(store: Store) -> None:
    empty = sheet(store, "G2")
    assert value(empty, "total", "diem_chuan") == 100
    assert {value(empty, row.code, "tu_cham") for row in empty.tables[0].rows} == {None}
    assert value(empty, "1/tuyen_truyen", "so_luong", 2) == 2
    assert value(empty, "1", "co_the_mat", 2) is None, "meetings prove it"
    assert value(empty, "3", "co_the_mat", 2) == 10
    assert value(empty, "6", "co_the_mat", 2) is None, "nobody disciplined speaks for the unit"
    assert value(empty, "total", "co_the_mat", 2) == 15 + 10 + 15 + 10 + 10


def test_points_add_up_to_a_class(store: Store) -> None:
    add(store, scored(FULL, disciplined="khong"))
    document = sheet(store, "G2")
    assert (value(document, "I", "tu_cham"), value(document, "total", "tu_cham")) == (90, 100)
    assert value(document, "de_nghi", "tu_cham", 1) == "Vững mạnh"
    assert value(document, "ty_le", "tu_cham", 1) == 100.0
    formula = document.tables[0].cell("total", "tu_cham").formula
    assert formula is not None and formula.cells == (("I", "tu_cham"), ("II", "tu_cham"))


def test_evidence_opens_its_records_and_never_gives_a_point(store: Store) -> None:
    document = sheet(store, "G1")
    figure = document.tables[2].cell("2b/doi_thoai", "so_luong").figure
    assert figure is not None
    assert [each.kind for each in behind(store, figure)] == ["dialogue"]
    assert value(document, "2b", "dien_giai") == "Số cuộc đối thoại: 1"
    assert value(document, "2b", "tu_cham") is None
    assert [column.title for column in document.tables[0].columns] == [
        *("S TT", "NỘI DUNG", "Điểm chuẩn", "CĐCS Tự chấm", "LĐLĐ Quận chấm", "Báo cáo diễn giải")
    ]


def test_what_she_wrote_stands_in_the_sheet_and_counts_as_evidence(store: Store) -> None:
    score = RatingScore(criterion="3a", self_score=1.5, explanation="Đã góp ý nội quy", evidence="Biên bản ngày 5/3")
    add(store, UnitRating(scheme="g1", period="2026", scores=[score], rating_class="tot"))
    document = sheet(store, "G1")
    assert value(document, "3a", "dien_giai") == "Đã góp ý nội quy\nBiên bản ngày 5/3"
    assert value(document, "3a", "co_the_mat", 2) is None
    assert value(document, "3a/khac", "noi_dung", 2) == "- Biên bản ngày 5/3"
    assert value(document, "TC1", "tu_cham") == 1.5
    assert value(document, "cong_nhan", "tu_cham", 1) == "Hoàn thành tốt nhiệm vụ"
    assert value(document, "de_nghi", "tu_cham", 1) is None, "of 100 points only 35 are known"


def test_somebody_disciplined_speaks_against_the_criterion(store: Store) -> None:
    add(
        store,
        Member(full_name="Nguyễn Văn A", union_group="T1", events=[MemberEvent(kind="ky_luat", on=date(2026, 5, 1))]),
    )
    assert value(sheet(store, "G2"), "6", "co_the_mat", 2) == 10
    assert value(sheet(store, "G2", "T1"), "6/ky_luat", "so_luong", 2) == 1


def test_a_group_is_scored_by_its_own_work(store: Store) -> None:
    add(store, scored({"1": 18}, unit="T1"), scored({"1": 20}, uid="P2", unit=None))
    document = sheet(store, "G2", "T1")
    assert value(document, "1", "tu_cham") == 18
    assert value(document, "1/tuyen_truyen", "so_luong", 2) == 1
    assert value(document, "3/dang_ky", "so_luong", 2) is None, "the log does not tell whose registration it is"
    assert (document.issuer.head_1, document.issuer.head_2) == ("CĐCS MẪU", "TỔ CÔNG ĐOÀN CHUYỀN 1")
    assert value(sheet(store, "G2"), "1", "tu_cham") == 20


def test_a_sheet_belongs_to_one_year_however_that_is_written(store: Store) -> None:
    add(store, scored({"1": 18}, period="2025"), scored({"1": 12}, uid="P2", period="2026-01-01..2026-12-31"))
    assert value(sheet(store, "G2"), "1", "tu_cham") == 12


def test_two_sheets_for_one_year_are_told(store: Store) -> None:
    add(store, scored({"1": 18}), scored({"1": 12}, uid="P2"))
    document = sheet(store, "G2")
    assert value(document, "1", "tu_cham") == 12
    assert any("2 phiếu" in each for each in document.remarks)


def test_a_sheet_is_made_for_years_only(store: Store) -> None:
    with pytest.raises(UserError, match=r"G1 không lập theo kỳ “Quý I/2026”.*năm"):
        report_of(store, "G1", period_from("2026-Q1"))
    with pytest.raises(UserError, match="Năm học"):
        report_of(store, "G1", period_from("2025-2026"))
    assert report_of(store, "G3", period_from("2025-2026"))


def test_a_reopened_sheet_is_the_one_that_was_kept(store: Store) -> None:
    assert open_sheet(store, "G2", YEAR).rating.unit == store.own_unit().uid
    add(store, scored({"1": 18}, unit="T1"))
    assert open_sheet(store, "G2", YEAR, "T1").rating.uid == "P1"


def test_the_command_line_names_the_unit_by_its_code(store: Store, tmp_path: Path) -> None:
    add(store, scored({"1": 18}, unit="T1"))
    ledger, target = store.path, tmp_path / "g2.json"
    store.close()
    command = ["export", "G2", str(ledger), "--period", "2026", "-o", str(target), "--unit"]
    assert main.main([*command, "to-1"]) == 0
    report = json.loads(target.read_text(encoding="utf-8"))
    assert (report["unit"], report["period"]["kind"]) == ("TO-1", "nam")
    cells = {row["code"]: row["cells"] for row in report["tables"][0]["rows"]}
    assert cells["1"]["tu_cham"] == 18
    assert main.main([*command, "TO-9"]) == 1
