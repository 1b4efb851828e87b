"""Reports handed out: proven files, errors that say what to do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from models.ledger.store import Store
from tests.ui.reports_desk import ledger, settle, shown
from ui import messages


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A ledger with three events of one quarter."""
    with ledger(tmp_path) as made:
        yield made


@pytest.mark.parametrize("ending", [".xlsx", ".pdf", ".json"])
def test_a_file_is_handed_out_and_proven(qtbot: QtBot, store: Store, tmp_path: Path, ending: str) -> None:
    page, window = shown(qtbot, store)
    target = tmp_path / f"BaoCao{ending}"
    with messages.answered(target) as asked:
        page.bar.wished.emit(ending)
        settle(qtbot, window)
    assert len(asked) == 1
    assert target.stat().st_size > 1_000
    assert page.bar.is_done
    done, _, of = page.bar.said.text().removeprefix("Xong – đã đối chiếu ").removesuffix(" ô").partition("/")
    assert int(done) == int(of) > 100


def test_the_file_is_opened_by_one_click(
    qtbot: QtBot, tmp_path: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    page, _window = shown(qtbot, store)
    page.bar.show_done(tmp_path / "BaoCao.xlsx", "đã đối chiếu 1/1 ô")
    page.bar.open_button.click()
    page.bar.folder_button.click()
    assert [Path(url.toLocalFile()) for url in opened] == [tmp_path / "BaoCao.xlsx", tmp_path]


def test_a_failing_export_says_why_and_leaves_nothing(qtbot: QtBot, store: Store, tmp_path: Path) -> None:
    page, window = shown(qtbot, store)
    with messages.answered(tmp_path / "khong-co" / "BaoCao.xlsx", None) as asked:
        page.bar.excel_button.click()
        settle(qtbot, window)
    assert asked == ["Xuất Excel", "Chưa làm được"]
    assert sorted(each.name for each in tmp_path.iterdir() if "so.socd" not in each.name) == []
    assert page.bar.excel_button.isEnabled()
    assert not page.bar.is_done


def test_an_export_can_be_stopped(qtbot: QtBot, store: Store, tmp_path: Path) -> None:
    page, window = shown(qtbot, store)
    with messages.answered(tmp_path / "BaoCao.pdf"):
        page.bar.wished.emit(".pdf")
        page.bar.stop_button.click()
        settle(qtbot, window)
    assert not (tmp_path / "BaoCao.pdf").exists()
    assert page.bar.excel_button.isEnabled()


def test_an_empty_workbook_is_handed_out_for_handwriting(qtbot: QtBot, store: Store, tmp_path: Path) -> None:
    page, window = shown(qtbot, store)
    target = tmp_path / "trong.xlsx"
    with messages.answered(target) as asked:
        page.bar.empty_wished.emit()
        settle(qtbot, window)
    assert asked == ["Xuất Excel"]
    rows = list(load_workbook(target)["B1"].iter_rows(values_only=True))
    assert "Số buổi" in {value for row in rows for value in row}
    (safety,) = [row for row in rows if str(row[1]).startswith("An toàn, vệ sinh lao động")]
    assert safety[2:] == (None,) * len(safety[2:])
    assert page.report is not None and page.report.form == "B1", "the report on the sheet stays filled"
