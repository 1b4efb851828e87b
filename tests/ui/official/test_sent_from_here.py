"""The whole road of an authority's form: its list pointed at, what it lacks, sent, changed, sent again."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QPoint, Qt

from exports.official.colours import tinted
from exports.official.map_list import ListEntry
from exports.official.places import Place
from models.ledger.store import Store
from models.records.activity import Activity
from models.records.report import ReportCell
from models.sealing.read import seals
from tests.ui.official.hand import Hand, values_in
from tests.ui.official.list_road import FREE, LIST, list_road
from ui import messages
from ui.dialogs.figure_words import FigureWords
from ui.dialogs.records_behind import RecordsBehind
from ui.dialogs.sent_cells import SentCells
from ui.dialogs.sent_reports import SentReports
from ui.editing.dialog import RecordDialog
from ui.official.marks import Mark
from ui.official.panel import CHANGE, FROM_HERE
from ui.official.shelf_view import ADD

FIRST = Place(4, 1)
SESSIONS = Place(6, 4)
PROPOSED = ListEntry(LIST, "A4", FREE, (("A", "B4:1"), ("B", "B4:2"), ("C", "B4:3"), ("D", "B4:6"), ("E", "B4:8")))


@pytest.fixture
def road(hand: Hand, tmp_path: Path) -> Hand:
    """With the form on the desk, its sure proposals taken."""
    hand.click(hand.button(ADD), list_road(tmp_path / "bieu.xlsx"))
    hand.click(hand.desk.foot.all_button)
    return hand


@pytest.fixture
def listed(road: Hand) -> Hand:
    """With the list pointed at, too."""
    road.desk.show_sheet(1)
    road.point(FIRST)
    road.click(road.button(FROM_HERE))
    road.click(road.page.pointing.panel.accept_button)
    return road


def one_more(store: Store) -> None:
    with store.write("Sửa") as write:
        record = next(each for each in store.read_all(Activity) if each.status == "da_thuc_hien")
        record.n_sessions += 2
        write.save(record)


def lists_of(hand: Hand) -> list[ListEntry]:
    return [*hand.desk.form.chart.lists]


def send(hand: Hand) -> None:
    if hand.page.sending.panel.isHidden():
        hand.click(hand.page.sending.button)
    assert hand.click(hand.page.sending.panel.send_button, True)


def test_a_list_is_proposed_from_the_heads_and_seen_before_it_is_taken(road: Hand) -> None:
    road.desk.show_sheet(1)
    road.point(FIRST)
    before = road.steps
    road.click(road.button(FROM_HERE))
    marks, panel = road.desk.view.marks, road.page.pointing.panel
    assert panel.list_button.text() == "Nhật ký hoạt động tuyên truyền"
    assert marks.marks[Place(7, 5)] is Mark.SURE
    assert marks.values[Place(4, 1)] == "1"
    assert "3 dòng, đủ chỗ trong 4 dòng trống" in panel.said.text()
    assert lists_of(road) == []
    road.click(panel.accept_button)
    assert lists_of(road) == [PROPOSED]
    assert road.steps - before == 2
    assert marks.marks.keys() <= road.desk.view.marks.marks.keys()
    assert road.desk.view.marks.marks[Place(7, 5)] is Mark.MAPPED
    road.key(Qt.Key.Key_Z, control=True)
    assert lists_of(road) == []


def test_a_column_is_chosen_by_clicking_it_and_rows_that_do_not_fit_are_told(road: Hand) -> None:
    road.desk.show_sheet(1)
    road.point(FIRST)
    road.click(road.button(FROM_HERE))
    panel = road.page.pointing.panel
    road.point(Place(5, 4))
    menu = panel.buttons[4].menu()
    assert menu.isVisible()
    next(each for each in menu.actions() if each.text() == "Hình thức").trigger()
    menu.hide()
    panel.rows.choose(2)
    road.settle()
    assert "2 dòng sang một trang phụ lục" in panel.said.text()
    panel.rows.choose(5)  # the total is not free
    assert "công thức" in panel.said.text() or "ô" in panel.said.text()
    assert not panel.accept_button.isEnabled()
    panel.rows.choose(FREE)
    road.settle()
    road.click(panel.accept_button)
    (entry,) = road.desk.form.chart.lists
    assert dict(entry.columns)["D"] == "B4:5"
    road.point(Place(5, 3))
    road.click(road.button(CHANGE))
    assert panel.columns[4].key == "5"
    road.click(road.button("Thôi"))
    assert road.desk.form.chart.lists == (entry,)


def test_no_list_begins_where_nothing_is_free(road: Hand) -> None:
    said: list[str] = []
    road.page.pointing.refused.connect(said.append)
    road.desk.show_sheet(1)
    road.point(Place(12, 3))
    road.desk.view.choose(Place(1, 4))
    road.desk.list_wished.emit()
    assert len(said) == 1
    assert road.page.pointing.panel.isHidden()


def test_a_line_of_a_list_opens_its_record_and_the_list_is_taken_out_at_any_of_its_cells(listed: Hand) -> None:
    listed.point(Place(5, 3), twice=True)
    (dialog,) = listed.window.findChildren(RecordDialog)
    dialog.reject()
    listed.point(Place(6, 2))
    listed.key(Qt.Key.Key_Delete)
    assert listed.desk.form.chart.lists == ()


def test_what_is_missing_leads_to_its_cell(listed: Hand) -> None:
    listed.click(listed.page.sending.button)
    panel = listed.page.sending.panel
    assert listed.desk.panel.isHidden()
    groups = {}
    for at in range(panel.list.topLevelItemCount()):
        item = panel.list.topLevelItem(at)
        assert item is not None
        groups[item.text(0).rpartition(" (")[0]] = item
    item = groups["Ô của biểu chưa ghép"]
    cell = item.child(0)
    assert cell is not None
    panel.list.setCurrentItem(cell)
    assert panel.list.gap is not None
    assert panel.list.gap.title.startswith("Ô D9, trang Biểu số liệu: Buổi chiếu phim lưu động")
    listed.click(panel.repair_button)
    assert (listed.desk.tabs.currentIndex(), listed.desk.view.marks.current) == (0, Place(9, 4))


def test_a_form_is_sent_and_a_later_change_is_sent_as_a_supplement(listed: Hand, store: Store, tmp_path: Path) -> None:
    send(listed)
    (first,) = seals(store)
    state = listed.page.sending.panel.state
    assert first.mark in state.text()
    assert not listed.page.sending.panel.send_button.isEnabled()
    one_more(store)
    listed.settle()
    assert "Khác so với bản đã gửi: 1 ô" in state.text()
    assert listed.page.sending.panel.send_button.text() == "Gửi báo cáo bổ sung…"
    send(listed)
    assert [each.version for each in seals(store)] == [1, 2]
    dialog = SentReports(listed.window, store, listed.page)
    newest, former = dialog.tree.topLevelItem(0), dialog.tree.topLevelItem(1)
    assert newest is not None
    assert former is not None
    assert newest.text(0) == "BÁO CÁO CÔNG TÁC TUYÊN TRUYỀN, Quý I/2026, bổ sung lần 1"
    dialog.tree.setCurrentItem(former)
    assert not dialog.again_buttons[".pdf"].isEnabled()
    with messages.answered(tmp_path / "lai.xlsx"):
        dialog.hand_out(".xlsx")
    assert values_in(tmp_path / "lai.xlsx", "D6") == [5]
    dialog.show_cells()
    (cells,) = dialog.findChildren(SentCells)
    cells.narrow("buoi tuyen truyen")
    shown = [item for at in range(cells.tree.topLevelItemCount()) if (item := cells.tree.topLevelItem(at)) is not None]
    (sessions,) = [item for item in shown if not item.isHidden()]
    assert (sessions.text(0), sessions.text(1)) == ("Ô D6, trang Biểu số liệu: Số buổi tuyên truyền – Trong kỳ", "5")
    cells.open_records(sessions)
    (behind,) = listed.window.findChildren(RecordsBehind)
    assert behind.table.model().rowCount() == int(sessions.text(2))
    behind.accept()
    dialog.accept()


def test_her_number_and_her_words_are_kept_at_the_cell_and_stay_out_of_the_file(
    road: Hand, store: Store, tmp_path: Path
) -> None:
    road.desk.show_sheet(0)
    road.point(SESSIONS)
    road.click(road.desk.panel.words_button)
    (words,) = road.page.window().findChildren(FigureWords)
    words.figure.setText("9")
    words.reason.setPlainText("Sổ giấy còn bốn buổi")
    words.remark.setPlainText("Đã đối chiếu")
    words.save()
    road.settle()
    (kept,) = store.read_all(ReportCell)
    assert (kept.table_code, kept.row_code, kept.col_code) == ("Biểu số liệu", "6", "D")
    panel = road.desk.panel
    assert (panel.value.text(), road.desk.view.marks.values[SESSIONS]) == ("9 buổi", "9")
    assert SESSIONS in road.desk.view.marks.worded
    assert (
        panel.note.text() == "Số sửa tay; chương trình tính 5 buổi. Lý do: Sổ giấy còn bốn buổi\nGhi chú: Đã đối chiếu"
    )
    road.click(road.desk.foot.fill_button, tmp_path / "ra.xlsx")
    book = load_workbook(tmp_path / "ra.xlsx")
    assert values_in(tmp_path / "ra.xlsx", "D6") == [9]
    texts = [cell.value for sheet in book for line in sheet.iter_rows() for cell in line if cell.value is not None]
    assert not [text for text in texts if "Sổ giấy" in str(text) or "đối chiếu" in str(text)]
    assert [cell.comment for sheet in book for line in sheet.iter_rows() for cell in line if cell.comment] == []


def test_a_new_version_without_the_table_says_that_the_list_is_lost(listed: Hand, tmp_path: Path) -> None:
    from exports.official.carry import carry
    from exports.official.workbook import read_workbook
    from ui.official.renewing import CarriedDialog

    book = load_workbook(list_road(tmp_path / "moi.xlsx"))
    del book[LIST]
    book.save(tmp_path / "moi.xlsx")
    form = listed.desk.form
    carried = carry(form.workbook, form.chart, read_workbook(tmp_path / "moi.xlsx"))
    dialog = CarriedDialog(carried, listed.page.period, listed.page)
    assert "Danh sách không còn chỗ điền: 1" in dialog.text.toPlainText()
    assert "Nhật ký hoạt động tuyên truyền (từ ô A4, trang Danh sách)" in dialog.text.toPlainText()


def test_the_marks_of_a_form_with_theme_colours_are_drawn(road: Hand) -> None:
    road.desk.show_sheet(1)
    view = road.desk.view
    grabbed = view.viewport().grab().toImage()
    head = view.point_of(Place(3, 3)) - QPoint(60, 0)
    assert grabbed.pixelColor(head * grabbed.devicePixelRatio()).name() == f"#{tinted('4F81BD', -0.25)}".lower()
