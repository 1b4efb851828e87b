"""The page "Báo cáo": from a figure down to its record, figures that follow the records."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from exports.bundle import CHOSEN
from models.ledger.store import Store
from models.periods import half_year, quarter
from tests.ui.reports_desk import SAFETY, SESSIONS, activity, ledger, records_found, settle, shown
from ui.changes import Changes
from ui.pages.reports import ReportsPage
from ui.reports.origin_rows import MOST_SHOWN, lines_of
from ui.reports.origins import Origin, Side
from ui.reports.sight import Place


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A ledger with three events of one quarter."""
    with ledger(tmp_path) as made:
        yield made


def double_click(page: ReportsPage, place: Place) -> None:
    """As a hand does it."""
    sheet = page.preview.sheet
    sheet.choose(place)
    point = sheet.sight().room(place).center().toPoint()
    QTest.mouseClick(sheet.viewport(), Qt.MouseButton.LeftButton, pos=point)
    QTest.mouseDClick(sheet.viewport(), Qt.MouseButton.LeftButton, pos=point)


def test_a_figure_double_clicked_leads_to_its_records(qtbot: QtBot, store: Store) -> None:
    page, window = shown(qtbot, store)
    page.show_panel(False)
    double_click(page, SESSIONS)
    records_found(qtbot, page, 2)
    assert page.panel.value.text() == "3 buổi"
    assert page.panel.heading.text() == "Số buổi tuyên truyền"
    assert page.panel.records.rows.lines[-1].number == "3 buổi"
    first = page.panel.records.rows.lines[0]
    assert (first.text, first.under, first.number) == ("Hội nghị về an toàn lao động", "05/02/2026", "2")
    page.panel.records.doubleClicked.emit(page.panel.records.rows.index(0))
    assert window.opened == [("activity", first.origin.uid if first.origin else "")]
    page.panel.all_button.click()
    assert [(heading, kind, len(uids)) for heading, kind, uids in window.listed] == [
        ("Số buổi tuyên truyền", "activity", 2)
    ]


def test_the_way_down_to_a_record_needs_no_mouse(qtbot: QtBot, store: Store) -> None:
    page, window = shown(qtbot, store)
    page.preview.sheet.setFocus()
    for _ in range(SAFETY):
        QTest.keyClick(page.preview.sheet, Qt.Key.Key_Down)
    assert page.preview.sheet.marks.current == SESSIONS
    QTest.keyClick(page.preview.sheet, Qt.Key.Key_Return)
    records_found(qtbot, page, 2)
    qtbot.waitUntil(page.panel.records.hasFocus)
    QTest.keyClick(page.panel.records, Qt.Key.Key_Down)
    QTest.keyClick(page.panel.records, Qt.Key.Key_Return)
    origin = page.panel.records.rows.lines[1].origin
    assert origin is not None
    assert window.opened == [("activity", origin.uid)]
    QTest.keyClick(page.panel.records, Qt.Key.Key_Escape)
    assert page.preview.sheet.hasFocus()


def test_a_figure_follows_its_records(qtbot: QtBot, store: Store) -> None:
    page, window = shown(qtbot, store)
    changes = Changes()
    changes.changed.connect(page.reload)
    changes.follow(store)
    page.preview.sheet.choose(SESSIONS)
    records_found(qtbot, page, 2)
    with store.write("Thêm hoạt động") as write:
        write.save(activity("Hội thảo về an toàn", sessions=4))
    assert page.preview.sheet.marks.dim, "the sheet tells that its figures are being brought up to date"
    assert not page.bar.excel_button.isEnabled()
    settle(qtbot, window)
    cell = page.preview.sheet.cell(SESSIONS)
    assert cell is not None
    assert cell.value == 7
    assert page.preview.sheet.marks.current == SESSIONS
    records_found(qtbot, page, 3)
    assert page.panel.value.text() == "7 buổi"
    assert page.bar.excel_button.isEnabled()


def test_a_hidden_page_reads_again_only_when_it_is_seen(qtbot: QtBot, store: Store) -> None:
    page, window = shown(qtbot, store)
    page.hide()
    began: list[bool] = []
    page.drafting.began.connect(lambda: began.append(True))
    page.reload(frozenset({"activity"}))
    assert began == []
    page.show()
    assert began == [True]
    settle(qtbot, window)


def test_a_rate_shows_the_records_of_both_its_sides(qtbot: QtBot) -> None:
    origin = Origin("feedback", "1", "Tủ thuốc thiếu bông băng", "30/12/2025", "1")
    lines = lines_of([Side("Đã trả lời", "ý kiến", "1", (origin,)), Side("Phải giải quyết", "ý kiến", "0", ())])
    assert [line.text for line in lines if line.strong] == [
        "Đã trả lời",
        "Cộng 1 bản ghi",
        "Phải giải quyết",
        "Cộng 0 bản ghi",
    ]
    many = lines_of([Side("Lượt", "lượt", "5000", (origin,) * 5_000)])
    assert len(many) == MOST_SHOWN + 2


def test_the_bundle_has_a_tab_for_each_form(qtbot: QtBot, store: Store) -> None:
    page, _window = shown(qtbot, store, "Q")
    assert page.forms.ids[0] == "Q"
    assert tuple(document.form for document in page.preview.documents) == CHOSEN
    assert set(CHOSEN) < set(page.forms.ids)
    page.tabs.chosen.emit(4)
    assert page.preview.sheet.paper is not None
    assert page.preview.sheet.paper.document.form == "B3"
    QTest.keyClick(page, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert page.preview.place == 5


def test_a_period_without_records_says_so_and_still_shows_the_form(qtbot: QtBot, store: Store) -> None:
    page, window = shown(qtbot, store)
    assert page.preview.notice_text.text() == ""
    page.period_changed(quarter(2019, 2))
    settle(qtbot, window)
    assert page.preview.notice_text.text().startswith("Quý II/2019: sổ chưa ghi hoạt động nào")
    assert page.preview.sheet.paper is not None


def test_a_form_shown_for_another_period_than_the_one_chosen_says_so(qtbot: QtBot, store: Store) -> None:
    page, window = shown(qtbot, store, "E1")
    assert page.preview.documents[0].title.startswith("BÁO CÁO HOẠT ĐỘNG")
    assert "6 tháng, năm. Đang hiện 6 tháng đầu năm 2026" in page.preview.notice_text.text()
    page.period_changed(half_year(2026, 1))
    settle(qtbot, window)
    assert "chỉ lập theo" not in page.preview.notice_text.text()


def test_without_a_ledger_the_form_is_shown_empty(qtbot: QtBot) -> None:
    page, _window = shown(qtbot, None)
    assert "Chưa mở sổ" in page.preview.notice_text.text()
    assert page.preview.sheet.paper is not None
    assert not page.bar.excel_button.isEnabled()


def test_a_form_whose_filling_was_stopped_can_be_filled_again(qtbot: QtBot, store: Store) -> None:
    page, window = shown(qtbot, store)
    page.reload(frozenset({"activity"}))
    page.preview.busy.stopped.emit()
    assert not page.preview.again_button.isHidden()
    settle(qtbot, window)
    page.preview.again_button.click()
    settle(qtbot, window)
    assert page.report is not None
    assert page.preview.again_button.isHidden()
