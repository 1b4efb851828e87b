"""The book and the summary of opinions: which stand there, in which order, and who is never named."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from exports.document import ReportDocument, Row
from exports.proof import compare
from exports.render.jsonfile import as_json
from exports.render.pdf import write_pdf
from exports.render.xlsx import write_xlsx
from models.ledger.file import create
from models.ledger.store import Store
from models.periods import period_from
from models.records.feedback import Feedback
from models.records.member import Member
from models.records.official_document import OfficialDocument
from models.records.unit import OrgUnit, new_own_unit
from tests.exports.records_in import add, cells, filled

EXAMPLE = Path(__file__).parent.parent / "data" / "worked_example.jsonl"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = create(tmp_path / "so.socd", new_own_unit("CĐCS Mẫu", "LĐLĐ tỉnh Tây Ninh"))
    yield store
    store.close()


def voice(uid: str, day: str, **state: Any) -> Feedback:
    values = {"channel": "hop_thu", "source_kind": "ca_nhan", "kind": "kien_nghi", "subject_area": "phuc_loi"}
    values |= {"content": f"Ý kiến {uid}", "competent_level": "co_so_cd"}
    return Feedback(uid=uid, received_on=date.fromisoformat(day), **(values | state))


def test_the_book_counts_on_through_the_year_and_begins_anew_with_the_next(store: Store) -> None:
    add(store, voice("a", "2025-12-30"), voice("b", "2026-01-05"), voice("c", "2026-02-01"), voice("d", "2026-04-02"))
    assert [(row["1"], row["5"]) for row in cells(filled(store, "D1", period_from("2026-Q2")).tables[0])] == [
        (3, "Ý kiến d")
    ]
    both = cells(filled(store, "D1", period_from("2025-12-01..2026-01-31")).tables[0])
    assert [(row["code"], row["1"]) for row in both] == [("1", 1), ("2", 1)]


def test_the_book_marks_how_each_voice_is_dealt_with(store: Store) -> None:
    reply = OfficialDocument(
        uid="cv", doc_type="CV", number=12, symbol="CV-CĐCS", abstract="Trả lời", issued_on=date(2026, 1, 9)
    )
    add(
        store,
        reply,
        voice(
            "a", "2026-01-05", handling="thu_ly", outcome="giai_quyet_xong", reply_doc="cv", replied_on=date(2026, 1, 9)
        ),
        voice("b", "2026-01-06", handling="huong_dan", state="tra_lai", n_people=3),
        voice("c", "2026-01-07", handling="chuyen"),
        voice("d", "2026-01-08", state="gop", merged_into="a"),
    )
    rows = cells(filled(store, "D1").tables[0])
    assert [[row[key] for key in ("8", "9", "10")] for row in rows[:3]] == [
        ["x", None, None],
        [None, "x", None],
        [None, None, "x"],
    ]
    assert rows[0]["11"] == "Giải quyết dứt điểm; 12/CV-CĐCS, 09/01/2026"
    assert (rows[1]["6"], rows[3]["12"]) == ("Kiến nghị / 3", "Gộp vào số 1 năm 2026")


def test_the_book_leaves_out_what_has_a_procedure_of_its_own(store: Store) -> None:
    add(store, voice("a", "2026-01-05", kind="khieu_nai"), voice("b", "2026-01-06", kind="to_cao"))
    assert not filled(store, "D1").tables[0].rows


@pytest.mark.parametrize("form", ["D1", "D1-NN", "D2"])
@pytest.mark.parametrize("ending", ["xlsx", "pdf", "json"])
def test_nobody_who_asked_to_stay_unknown_is_named_in_any_file(
    store: Store, tmp_path: Path, form: str, ending: str
) -> None:
    name = "Lê Thị Bí Mật"
    add(
        store,
        OrgUnit(uid="to3", code="TO3", kind="union_group", name_full="Tổ 3"),
        Member(uid="m", full_name=name),
        voice(
            "a", "2026-01-05", confidential=True, source_name=name, union_group="to3", content=f"Chị {name} xin nghỉ."
        ),
        voice("b", "2026-01-06", confidential=True, member="m", content=f"{name.upper()} phản ánh bữa ăn."),
        voice("c", "2026-01-07", source_kind="an_danh", source_name=name, content=f"Của {name}."),
    )
    document = filled(store, form)
    said = _printed(document, tmp_path / f"a.{ending}")
    assert name.casefold() not in said.casefold()
    assert "người nêu ý kiến" in said
    if form != "D2":
        assert all(text in said for text in ("Đoàn viên A, Tổ 3", "Ẩn danh"))


def test_the_summary_never_names_even_those_who_spoke_openly(store: Store) -> None:
    add(store, voice("a", "2026-01-05", source_name="Trần Thị Mở", content="Bà Trần Thị Mở hỏi lương."))
    assert "Trần Thị Mở" in str(as_json(filled(store, "D1")))
    assert "Trần Thị Mở" not in str(as_json(filled(store, "D2")))


def test_one_who_stays_unknown_keeps_a_letter_all_year(store: Store) -> None:
    add(
        store,
        voice("a", "2026-01-05", confidential=True, source_name="Một"),
        voice("b", "2026-02-05", confidential=True, source_name="Hai"),
        voice("c", "2026-05-05", confidential=True, source_name="Hai"),
    )
    assert [row["3"] for row in cells(filled(store, "D1").tables[0])] == ["Đoàn viên A", "Đoàn viên B"]
    assert [row["3"] for row in cells(filled(store, "D1", period_from("2026-Q2")).tables[0])] == ["Đoàn viên B"]


def test_the_summary_goes_by_level_then_field_then_day(store: Store) -> None:
    add(
        store,
        voice("trung ương", "2026-01-02", competent_level="trung_uong"),
        voice("cấp trên", "2026-01-02", competent_level="tld"),
        voice("sau", "2026-01-09", competent_level="co_so_nsdld"),
        voice("trước", "2026-01-08"),
        voice("việc làm", "2026-01-10", subject_area="viec_lam_hdld"),
    )
    rows = cells(filled(store, "D2").tables[0])
    assert [(row["code"], row["2"]) for row in rows] == [
        ("I", "Thuộc thẩm quyền cơ sở"),
        ("1", "Ý kiến việc làm"),
        ("2", "Ý kiến trước"),
        ("3", "Ý kiến sau"),
        ("II", "Thuộc thẩm quyền công đoàn cấp trên"),
        ("4", "Ý kiến cấp trên"),
        ("IV", "Thuộc thẩm quyền cơ quan trung ương"),
        ("5", "Ý kiến trung ương"),
    ]


def test_the_summary_adds_the_people_of_merged_voices(store: Store) -> None:
    add(
        store, voice("a", "2026-01-05", n_people=34), voice("b", "2026-01-06", n_people=2, state="gop", merged_into="a")
    )
    (_heading, row) = cells(filled(store, "D2").tables[0])
    assert row["4"] == "Cá nhân; 36 người"


def test_the_summary_sees_every_voice_as_the_cut_off_does(store: Store) -> None:
    after = date(2026, 4, 9)
    add(
        store,
        voice(
            "a",
            "2026-01-01",
            replied_on=after,
            outcome="giai_quyet_xong",
            reply_text="Xong",
            returned_to_source_on=after,
        ),
        voice("b", "2026-01-02", due_on=date(2026, 3, 30), forwarded_on=date(2026, 1, 5)),
        voice("c", "2026-01-03", forwarded_on=date(2026, 1, 5)),
        voice("d", "2026-01-04", replied_on=date(2026, 2, 1), outcome="giai_trinh", reply_text="Đã nói rõ."),
        voice("e", "2025-11-04", replied_on=date(2026, 2, 1)),
        voice("f", "2025-11-04", replied_on=date(2025, 12, 1)),
    )
    rows = {str(row["2"]): row for row in cells(filled(store, "D2").tables[0])}
    states = {key: rows[f"Ý kiến {key}"]["11"] for key in "abcde"}
    assert states == {"a": "Đang giải quyết", "b": "Quá hạn", "c": "Đã chuyển", "d": "Giải trình", "e": "Đã giải quyết"}
    assert (rows["Ý kiến a"]["9"], rows["Ý kiến a"]["12"]) == (None, None)
    assert rows["Ý kiến d"]["9"] == "Giải trình, cung cấp thông tin. Đã nói rõ."
    assert "Ý kiến f" not in rows


def _printed(document: ReportDocument, path: Path) -> str:
    """Everything that a file says."""
    if path.suffix == ".json":
        return str(as_json(document))
    if path.suffix == ".pdf":
        from pypdf import PdfReader

        write_pdf(document, path)
        return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())
    from openpyxl import load_workbook

    write_xlsx(document, path)
    compare(path, document)
    sheets = load_workbook(path).worksheets
    return " ".join(
        str(value) for sheet in sheets for row in sheet.iter_rows(values_only=True) for value in row if value
    )


def test_a_row_knows_its_record(store: Store) -> None:
    add(store, voice("a", "2026-01-05"))
    rows: list[Row] = list(filled(store, "D1").tables[0].rows)
    assert rows[0].record == ("feedback", "a")
