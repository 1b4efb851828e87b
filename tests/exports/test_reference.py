"""A file found again leads back to its report, of whatever kind it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from exports.document import Report, ReportDocument
from exports.reference import FileReference, read_reference, reference_of
from exports.run import ENDINGS, hand_out
from models.errors import UserError
from tests.exports.conftest import MakeDocument, MakeList


@pytest.fixture
def sent(make_document: MakeDocument, list_table: MakeList) -> ReportDocument:
    return make_document(list_table(3), mark="7F3A-91C2")


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_kind_of_file_says_whose_it_is(sent: ReportDocument, tmp_path: Path, ending: str) -> None:
    hand_out(sent, tmp_path / f"x{ending}")
    assert read_reference(tmp_path / f"x{ending}") == FileReference("B4", "1", "2026-Q1", "CD01", "7F3A-91C2")


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_bundle_says_so_too(report: Report, tmp_path: Path, ending: str) -> None:
    hand_out(report, tmp_path / f"x{ending}")
    assert read_reference(tmp_path / f"x{ending}") == FileReference("Q", "1", "2026-Q1", "CD01")


def test_any_code_of_a_unit_comes_back_as_it_was(tmp_path: Path) -> None:
    known = FileReference("B4", "2026.1", "2026-01-01..2026-04-30", 'CĐ "A&B" (ĐỒNG 50%)')
    (tmp_path / "x.txt").write_text(f"trước {known} sau", encoding="utf-8")
    assert read_reference(tmp_path / "x.txt") == known


def test_a_file_of_another_program_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_bytes(b"%PDF-1.4 nothing of ours")
    with pytest.raises(UserError, match="không phải do Sổ Công đoàn"):
        read_reference(tmp_path / "x.pdf")
    with pytest.raises(UserError, match="Không đọc được"):
        read_reference(tmp_path / "none.xlsx")
    (tmp_path / "x.xlsx").write_bytes(b"PK\x05\x06" + bytes(18))
    with pytest.raises(UserError):
        read_reference(tmp_path / "x.xlsx")


def test_the_foot_of_every_page_carries_it(sent: ReportDocument, write: object, marks: object) -> None:
    line = reference_of(sent).line
    assert line == "B4 (1) · 2026-Q1 · CD01 · 7F3A-91C2"
    pages = write(sent).pages  # type: ignore[operator]
    for page in pages:
        mark = marks(page).said(line)  # type: ignore[operator]
        assert mark.y == pytest.approx(289, abs=0.5)
        assert mark.right == pytest.approx(195, abs=0.5)
