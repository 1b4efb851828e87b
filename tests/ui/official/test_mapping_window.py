"""A form of forty cells mapped by hand in the real window, from the file that came to the filled one."""

from __future__ import annotations

from pathlib import Path

from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from exports.official.fill import fill
from exports.official.map_writing import write_map
from exports.official.places import Place
from models.ledger.store import Store
from models.records.activity import Activity
from tests.ui.official.hand import PERIOD, Hand, kept, values_in
from tests.ui.official.province_form import SHEET
from ui.dialogs.records_behind import RecordsBehind
from ui.official.marks import Mark
from ui.official.shelf_view import ADD

ENTER = Qt.Key.Key_Return
AWARDS, FILMS = Place(23, 4), Place(27, 4)  # what is not proposed surely


def test_forty_cells_are_mapped_and_filled_in_twenty_steps(hand: Hand, form: Path, tmp_path: Path) -> None:
    hand.click(hand.button(ADD), form)
    hand.click(hand.desk.foot.all_button)
    assert hand.desk.view.marks.current == AWARDS
    hand.key(ENTER)
    hand.type("luot khen thuong")
    hand.key(ENTER)
    for _each in range(5):  # the rest of its row, then the films: what is proposed is right
        hand.key(ENTER, ENTER)
    target = tmp_path / "da-dien.xlsx"
    hand.click(hand.desk.foot.fill_button, target)
    assert hand.desk.scene is not None
    assert len(hand.desk.scene.opened.mapping.targets) == 40
    assert "đã đối chiếu 40/40 ô" in hand.desk.foot.said.text()
    assert values_in(target, "A2", "D17", "D18") == ["Đơn vị báo cáo: CĐCS Công ty TNHH Mẫu A", 5, 465]
    assert hand.steps <= 20


def test_the_map_made_here_fills_the_same_from_the_command_line(
    mapping: Hand, form: Path, store: Store, tmp_path: Path
) -> None:
    mapping.click(mapping.desk.foot.all_button)
    mapping.click(mapping.desk.foot.fill_button, tmp_path / "here.xlsx")
    write_map(mapping.desk.form.chart, tmp_path / "ghep.toml")
    fill(store, form, tmp_path / "ghep.toml", PERIOD, tmp_path / "there.xlsx")
    sheets = [load_workbook(tmp_path / f"{name}.xlsx")[SHEET] for name in ("here", "there")]
    assert [[cell.value for cell in row] for row in sheets[0]] == [[cell.value for cell in row] for row in sheets[1]]


def test_a_cell_says_at_once_what_it_will_hold(mapping: Hand) -> None:
    mapping.point(Place(17, 4))
    panel = mapping.desk.panel
    assert [panel.heading.text(), panel.details.text(), panel.value.text()] == [
        "III.1 Số buổi tuyên truyền",
        "Biểu A2 · Trong kỳ",
        "5 buổi",
    ]
    mapping.window.choose_period(PERIOD.year_before())
    mapping.settle()
    assert panel.value.text() == "0 buổi"


def test_letters_without_accents_find_a_figure_and_its_span(mapping: Hand) -> None:
    mapping.point(Place(17, 4))
    mapping.key(ENTER)
    mapping.type("buoi tuyen truyen luy ke")
    mapping.key(ENTER)
    assert mapping.desk.form.chart.entries[0].value == "A2:III.1:luy_ke"
    assert mapping.desk.view.hasFocus()
    assert mapping.desk.view.marks.current == Place(17, 5)


def test_what_was_scrolled_away_for_want_of_room_comes_back_with_it(mapping: Hand) -> None:
    bar = mapping.desk.view.horizontalScrollBar()
    mapping.window.resize(700, 600)
    mapping.settle()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    mapping.window.resize(1600, 900)
    mapping.settle()
    mapping.point(Place(17, 4))
    assert bar.value() == 0


def test_a_figure_is_narrowed_by_a_filter(mapping: Hand) -> None:
    mapping.point(Place(27, 4))
    mapping.key(ENTER)
    mapping.type("so lieu rieng so buoi tuyen truyen")
    menus = {each.text(): each for each in mapping.desk.panel.picker.filter_button.menu().actions()}
    topics = menus["Nội dung chính"].menu()
    assert isinstance(topics, QMenu)
    next(each for each in topics.actions() if each.text() == "Cải cách hành chính").trigger()
    mapping.settle()
    mapping.key(ENTER)
    (entry,) = mapping.desk.form.chart.entries
    assert (entry.indicator, entry.where) == ("sessions", (("primary_topic", "cchc"),))


def test_delete_takes_out_and_the_steps_of_the_map_are_its_own(mapping: Hand) -> None:
    mapping.click(mapping.desk.foot.all_button)
    before, ledger = mapping.desk.form.chart.entries, mapping.window.desk.steps()
    mapping.point(Place(17, 4))
    mapping.key(Qt.Key.Key_Delete)
    assert len(mapping.desk.form.chart.entries) == len(before) - 1
    mapping.key(Qt.Key.Key_Z, control=True)
    assert mapping.desk.form.chart.entries == before
    mapping.key(Qt.Key.Key_Y, control=True)
    assert len(mapping.desk.form.chart.entries) == len(before) - 1
    assert mapping.window.desk.steps() == ledger


def test_a_double_click_opens_the_records_behind_the_number(mapping: Hand, store: Store) -> None:
    mapping.click(mapping.desk.foot.all_button)
    mapping.point(Place(17, 4), twice=True)
    (shown,) = mapping.window.findChildren(RecordsBehind)
    uids = [shown.table.rows.uid(row) for row in range(shown.table.rows.rowCount())]
    assert sum(store.read(Activity, uid).n_sessions or 0 for uid in uids) == 5


def test_what_was_mapped_is_there_again_after_the_page_was_left(mapping: Hand, tmp_path: Path) -> None:
    mapping.click(mapping.desk.foot.all_button)
    mapping.click(mapping.button("Các biểu"))
    assert len(kept(tmp_path)) == 1
    (card,) = mapping.page.shelf.cards
    mapping.click(card.open_button)
    assert len(mapping.desk.form.chart.entries) == 34


def test_the_forms_own_total_is_not_mapped_and_says_when_it_differs(hand: Hand, form: Path) -> None:
    book = load_workbook(form)
    book.worksheets[0]["D18"], book.worksheets[0]["D20"] = "=93*D17", "=D17+1"
    book.save(form)
    hand.click(hand.button(ADD), form)
    hand.click(hand.desk.foot.all_button)
    panel, marks = hand.desk.panel, hand.desk.view.marks.marks
    assert [marks.get(Place(row, 4)) for row in (18, 20)] == [None, Mark.DIFFERS]
    hand.point(Place(20, 4))
    assert panel.note.text().startswith("Công thức ra 6, còn “III.13 ")
    hand.point(Place(18, 4))
    assert panel.note.text() == "Excel tự tính ô này, ra 465: đúng bằng số của chương trình."
    hand.key(ENTER)
    assert hand.desk.view.hasFocus()
