"""A report in words beside sealing and numbers put by hand: text and appendix say the same, and what was sent stays."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from exports.bundle import report_of
from exports.differences import differences
from exports.document import Report
from exports.reference import read_reference
from exports.run import export
from exports.sealing import NothingNew, seal
from exports.sent import hand_out_again
from models.ledger.file import create
from models.ledger.interchange import load
from models.ledger.report_texts import write_text
from models.ledger.store import Store
from models.periods import period_from
from models.records.report import ReportCell, cell_uid
from models.records.unit import new_own_unit

EXAMPLE = Path(__file__).parent.parent / "data" / "worked_example.jsonl"
QUARTER = period_from("2026-Q1")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = create(tmp_path / "so.socd", new_own_unit("CĐCS Mẫu", "LĐLĐ tỉnh Tây Ninh"))
    load(store, EXAMPLE)
    yield store
    store.close()


def test_a_number_put_into_the_appendix_is_said_in_the_text(store: Store) -> None:
    place = ("A2", "III.1", "so_luong")
    cell = ReportCell(
        cell_uid("A2", place[0], "2026-Q1", *place[1:]),
        form_code="A2",
        table_code="A2",
        period="2026-Q1",
        row_code="III.1",
        col_code="so_luong",
        override=6,
        override_reason="Một buổi ghi thiếu",
    )
    with store.write("Sửa số") as write:
        write.save(cell)
    report = report_of(store, "A1", QUARTER)
    assert isinstance(report, Report)
    assert report.documents[0].tables[0].cell("III.1", "so_luong").value == 6
    assert any("Tổ chức 6 buổi tuyên truyền" in each.text for each in report.paragraphs)


def test_a_changed_sentence_is_a_difference_from_what_was_sent(store: Store, tmp_path: Path) -> None:
    sent = seal(store, "A1", QUARTER)
    with pytest.raises(NothingNew):
        seal(store, "a1", QUARTER)
    write_text(store, "A1", QUARTER, "uu_diem", "Đông người dự.", "")
    (found,) = differences(store, sent)
    assert (found.label, found.sent, found.now) == ("Ưu điểm", None, "Đông người dự.")
    assert hand_out_again(store, sent, tmp_path / "da-gui.docx")
    assert hand_out_again(store, sent, tmp_path / "da-gui.pdf")
    assert seal(store, "A1", QUARTER).version == 2


def test_a_word_file_leads_back_to_the_ledger(store: Store, tmp_path: Path) -> None:
    export(store, "A1", QUARTER, tmp_path / "a1.docx")
    found = read_reference(tmp_path / "a1.docx")
    assert (found.form, found.period, found.unit) == ("A1", "2026-Q1", store.own_unit().code)
