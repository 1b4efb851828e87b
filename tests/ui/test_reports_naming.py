"""Names of files handed out, and what the page remembers."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.periods import period_from
from ui.reports import naming


@pytest.mark.parametrize(
    ("period", "name"),
    [
        ("2026-Q1", "BaoCao_Quy1-2026_CDCS-MAU-A.xlsx"),
        ("2026-03", "BaoCao_Thang03-2026_CDCS-MAU-A.xlsx"),
        ("2026-H1", "BaoCao_6ThangDau-2026_CDCS-MAU-A.xlsx"),
        ("2026-9M", "BaoCao_9Thang-2026_CDCS-MAU-A.xlsx"),
        ("2026", "BaoCao_Nam-2026_CDCS-MAU-A.xlsx"),
        ("2025-2026", "BaoCao_NamHoc-2025-2026_CDCS-MAU-A.xlsx"),
        ("2026-01-01..2026-04-30", "BaoCao_2026-01-01-den-2026-04-30_CDCS-MAU-A.xlsx"),
    ],
)
def test_a_file_is_named_after_period_and_unit_in_plain_letters(period: str, name: str) -> None:
    assert naming.proposed_name("Q", period_from(period), "CDCS-MẪU A", ".xlsx") == name


def test_one_form_is_named_by_its_number() -> None:
    assert naming.proposed_name("B1", period_from("2026-Q1"), "", ".pdf") == "BaoCao-B1_Quy1-2026.pdf"


def test_folder_and_panel_are_remembered(tmp_path: Path) -> None:
    naming.remember_folder(tmp_path)
    assert naming.last_folder() == tmp_path
    naming.remember_folder(tmp_path / "gone")
    assert naming.last_folder() != tmp_path / "gone"
    naming.remember_panel(False)
    assert not naming.panel_was_open()
    naming.remember_panel(True)
    assert naming.panel_was_open()
