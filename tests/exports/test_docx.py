"""Word files hold every cell and sentence, look as the printed paper does, and can be changed."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from exports.bundle import titles
from exports.document import Report, ReportDocument
from exports.form_shelf import forms
from exports.made import fitting_period
from exports.mismatch import Mismatch
from exports.proof import compare
from exports.proof_docx import paragraphs_in, tables_in
from exports.render.docx import write_docx
from models.ledger.file import create
from models.ledger.interchange import load
from models.ledger.store import Store
from models.periods import period_from
from models.records.unit import new_own_unit
from tests.exports.written_text import written

if TYPE_CHECKING:
    from tests.exports.conftest import MakeDocument, MakeList, MakeTable

QUARTER = period_from("2026-Q1")
EXAMPLE = Path(__file__).parent.parent / "data" / "worked_example.jsonl"


def opened(report: Report | ReportDocument, folder: Path) -> Document:
    write_docx(report, folder / "bao-cao.docx")
    return docx.Document(str(folder / "bao-cao.docx"))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = create(tmp_path / "so.socd", new_own_unit("CĐCS Mẫu", "LĐLĐ tỉnh Tây Ninh"))
    load(store, EXAMPLE)
    yield store
    store.close()


@pytest.mark.parametrize("name", titles())
@pytest.mark.parametrize("ending", ["docx", "pdf", "xlsx", "json"])
def test_every_form_holds_every_cell_and_sentence_in_every_format(
    name: str, ending: str, store: Store, tmp_path: Path
) -> None:
    from exports.run import export

    period = fitting_period(forms()[name], QUARTER) if name in forms() else QUARTER
    proof = export(store, name, period, tmp_path / f"bao-cao.{ending}").proof
    assert proof.cells == proof.of > 0


def test_a_changed_cell_is_found_with_its_table_row_and_column(
    make_document: MakeDocument, list_table: MakeList, tmp_path: Path
) -> None:
    write_docx(make_document(list_table(3)), tmp_path / "b4.docx")
    assert compare(tmp_path / "b4.docx", make_document(list_table(3))).cells == 15
    rows = tables_in(tmp_path / "b4.docx")["B4"][0]
    assert (len(rows), rows[1][3]) == (3, "3.474")
    with pytest.raises(Mismatch, match="bảng “B4”: trên tệp là “3 dòng”, trong báo cáo là “4 dòng”"):
        compare(tmp_path / "b4.docx", make_document(list_table(4)))


@pytest.mark.parametrize("ending", ["docx", "pdf", "xlsx", "json"])
def test_a_file_that_lacks_a_sentence_is_refused(report: Report, ending: str, tmp_path: Path) -> None:
    from exports.run import writer_for

    path = tmp_path / f"bao-cao.{ending}"
    short = written("Ban Chấp hành báo cáo kết quả như sau:", "Số liệu theo phụ lục.")
    writer_for(path)(replace(report, passages=short), path, None)
    with pytest.raises(Mismatch):
        compare(path, report)


def test_letters_and_paper_are_those_of_the_print(report: Report, tmp_path: Path) -> None:
    document = opened(report, tmp_path)
    first, upright, wide = document.sections
    for section in (first, upright, wide):
        assert section.top_margin == pytest.approx(Mm(20), abs=700)
        assert section.left_margin == pytest.approx(Mm(30), abs=700)
        assert section.right_margin == pytest.approx(Mm(15), abs=700)
    assert (upright.orientation, wide.orientation) == (WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE)
    assert wide.page_width == pytest.approx(Mm(297), abs=700)
    body = document.styles["Lời văn"]
    assert (body.font.name, body.font.size) == ("Times New Roman", Pt(14))
    languages = {each.get(qn("w:val")) for each in document.styles.element.iter(qn("w:lang"))}
    assert languages == {"vi-VN"}


def test_headings_are_words_own_so_that_its_contents_find_them(report: Report, tmp_path: Path) -> None:
    said = written("I. KẾT QUẢ", "Tổ chức 5 buổi.", headings=True)
    document = opened(replace(report, passages=said), tmp_path)
    styles = {each.text: each.style.name for each in document.paragraphs if each.style is not None}
    assert styles["I. KẾT QUẢ"] == "Heading 1"
    assert styles["Tổ chức 5 buổi./."] == "Lời văn"
    assert styles["PHỤ LỤC I"] == "Phụ lục"


def test_heads_repeat_and_no_row_is_split(make_document: MakeDocument, list_table: MakeList, tmp_path: Path) -> None:
    document = opened(make_document(list_table(40)), tmp_path)
    table = next(each for each in document.tables if len(each.rows) > 10)
    rows = list(table._tbl.iter(qn("w:tr")))
    heads = [row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in rows]
    assert heads == [True] * 3 + [False] * 40
    assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)


@pytest.mark.parametrize(("continuous", "starts"), [(False, ["1", "1", "1"]), (True, ["1", None, None])])
def test_appendices_count_their_own_pages_and_a_bundle_counts_on(
    continuous: bool, starts: list[str | None], report: Report, tmp_path: Path
) -> None:
    document = opened(replace(report, continuous=continuous), tmp_path)
    kinds = [section._sectPr.find(qn("w:pgNumType")) for section in document.sections]
    assert [None if kind is None else kind.get(qn("w:start")) for kind in kinds] == starts
    assert [each.different_first_page_header_footer for each in document.sections] == [
        start is not None for start in starts
    ]


def test_odd_letters_do_not_spoil_the_file(make_document: MakeDocument, small_table: MakeTable, tmp_path: Path) -> None:
    odd = make_document(small_table(["a < b & “c”\x07\nhai dòng", "=1+1", "]]>"]))
    write_docx(odd, tmp_path / "la.docx")
    assert [row[1] for row in tables_in(tmp_path / "la.docx")["T"][0]] == ["a < b & “c”\nhai dòng", "=1+1", "]]>"]
    assert compare(tmp_path / "la.docx", odd).cells == 3  # the running numbers


def test_the_same_report_gives_the_same_bytes(report: Report, tmp_path: Path) -> None:
    for name in ("mot.docx", "hai.docx"):
        write_docx(report, tmp_path / name)
    assert (tmp_path / "mot.docx").read_bytes() == (tmp_path / "hai.docx").read_bytes()
    with zipfile.ZipFile(tmp_path / "mot.docx") as file:
        assert {each.date_time[:3] for each in file.infolist()} == {(2026, 4, 5)}


def test_who_signs_and_who_receives_stand_below_the_text(report: Report, tmp_path: Path) -> None:
    write_docx(report, tmp_path / "bao-cao.docx")
    said = paragraphs_in(tmp_path / "bao-cao.docx")
    places = [
        said.index(text)
        for text in ("- Như trên;", "- Lưu: VT, CĐCS.", "TM. BAN CHẤP HÀNH", "Nguyễn Thị Ánh Đào", "PHỤ LỤC I")
    ]
    assert places == sorted(places)
