"""Forms that come, go, are passed on and change: refused files, packages, new versions, faults of a map."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton

from exports.official.map import Entry
from exports.official.places import Place
from exports.official.proof import Differs
from exports.official.sharing import ENDING, read_shared, share
from models.periods import quarter
from tests.ui.official.hand import PERIOD, Hand, kept, values_in
from ui import messages
from ui.official.marks import Mark
from ui.official.renewing import CarriedDialog
from ui.official.shelf_view import ADD, EXAMPLE

OLD_EXCEL = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
NEXT = quarter(2026, 2)


def entry_of(opener: QMenu, words: str) -> QAction:
    """An entry of a menu."""
    return next(each for each in opener.actions() if each.text() == words)


def choose(hand: Hand, opener: QMenu, words: str, *answers: object) -> list[str]:
    """Chooses an entry of a menu and answers what is asked."""
    with messages.answered(*answers) as asked:
        entry_of(opener, words).trigger()
        hand.settle()
    return asked


@pytest.mark.parametrize(
    ("name", "content"),
    [("cu.xls", OLD_EXCEL), ("rong.xlsx", b""), ("chu.xlsx", b"day la chu"), ("dut.xlsx", b"PK\x03\x04" + bytes(80))],
)
def test_a_file_that_cannot_be_filled_is_refused_and_nothing_is_kept(
    hand: Hand, tmp_path: Path, name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert hand.click(hand.button(ADD), path, None) == ["Thêm biểu từ tệp Excel", "Chưa làm được"]
    assert hand.button(ADD).isVisible()
    assert kept(tmp_path) == []


def test_a_form_passed_on_is_the_same_form_with_the_same_map(mapping: Hand, tmp_path: Path) -> None:
    mapping.click(mapping.desk.foot.all_button)
    chart, package = mapping.desk.form.chart, tmp_path / f"bieu{ENDING}"
    choose(mapping, mapping.desk.more_button.menu(), "Xuất gói biểu dùng chung…", package)
    mapping.click(mapping.button("Các biểu"))
    (card,) = mapping.page.shelf.cards
    card.view.put_away.emit(card.kept)
    mapping.settle()
    assert mapping.page.shelf.cards == []
    choose(mapping, mapping.page.shelf.more_menu, "Nhận gói biểu dùng chung…", package)
    assert mapping.desk.form.chart == chart
    assert mapping.desk.view.marks.marks[Place(17, 4)] is Mark.MAPPED


def test_a_form_put_away_is_fetched_back(mapping: Hand) -> None:
    mapping.click(mapping.desk.foot.all_button)
    mapping.click(mapping.button("Các biểu"))
    (card,) = mapping.page.shelf.cards
    card.view.put_away.emit(card.kept)
    mapping.settle()
    choose(mapping, mapping.page.shelf.more_menu, "Lấy lại biểu vừa bỏ")
    assert [len(each.kept.versions[0].form.chart.entries) for each in mapping.page.shelf.cards] == [34]


def test_an_empty_shelf_offers_what_can_be_done_here_only(hand: Hand) -> None:
    offered = [each.text() for each in hand.page.shelf.empty.findChildren(QPushButton) if not each.isHidden()]
    assert offered == [ADD, EXAMPLE]


def test_the_form_shipped_opens_as_an_example_with_its_values(hand: Hand) -> None:
    choose(hand, hand.page.shelf.more_menu, EXAMPLE)
    assert hand.desk.title.text() == "Mẫu số 1-HĐCĐ: Báo cáo hoạt động công đoàn cơ sở"
    marks = hand.desk.view.marks
    assert list(marks.marks.values()).count(Mark.MAPPED) == len(hand.desk.form.chart.entries)
    assert marks.marks.keys() == marks.values.keys()


def test_a_new_version_takes_the_map_along_and_leaves_old_periods_the_old_form(
    mapping: Hand, form: Path, tmp_path: Path
) -> None:
    mapping.click(mapping.desk.foot.all_button)
    newer = _with_a_line_more(form, tmp_path / "moi.xlsx")
    mapping.window.choose_period(NEXT)
    mapping.settle()
    choose(mapping, mapping.desk.more_button.menu(), "Thay bằng tệp mới của cấp trên…", newer)
    (dialog,) = mapping.page.findChildren(CarriedDialog)
    assert "Số lượt xem trên mạng" in dialog.text.toPlainText()
    mapping.click(dialog.renew_button)
    at = {entry.value: entry.at for entry in mapping.desk.form.chart.entries}
    assert at["A2:III.1:so_luong"] == "D18"
    mapping.window.choose_period(PERIOD)
    mapping.settle()
    at = {entry.value: entry.at for entry in mapping.desk.form.chart.entries}
    assert at["A2:III.1:so_luong"] == "D17"


def test_every_fault_of_a_map_is_shown_at_its_cell_and_refused_at_once(mapping: Hand, tmp_path: Path) -> None:
    sound = mapping.desk.form
    wrong = [Entry(sound.workbook.sheets[0].name, at, value="A2:III.1:so_luong") for at in ("D28", "B8", "B9")]
    package = tmp_path / f"sai{ENDING}"
    share(replace(sound, chart=replace(sound.chart, entries=tuple(wrong))), package)
    mapping.click(mapping.button("Các biểu"))
    choose(mapping, mapping.page.shelf.more_menu, "Nhận gói biểu dùng chung…", package)
    marks = mapping.desk.view.marks.marks
    assert [marks.get(place) for place in (Place(28, 4), Place(9, 2))] == [Mark.WRONG, Mark.WRONG]
    assert mapping.desk.notice.text().startswith("2 chỗ ghép cần sửa:")
    mapping.point(Place(28, 4))
    assert "công thức" in mapping.desk.panel.note.text()
    asked = mapping.click(mapping.desk.foot.fill_button, tmp_path / "ra.xlsx", None)
    assert asked == ["Điền và lưu", "Chưa làm được"]
    assert not (tmp_path / "ra.xlsx").exists()
    mapping.click(mapping.desk.notice_button)
    assert len(mapping.desk.form.chart.entries) == 1


def test_a_form_that_the_proof_refuses_is_handed_out_in_our_own_layout(
    mapping: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def differ(*_given: object) -> None:
        raise Differs("trang “Biểu quý”, ô D17")

    monkeypatch.setattr("exports.official.fill.prove", differ)
    mapping.click(mapping.desk.foot.all_button)
    asked = mapping.click(mapping.desk.foot.fill_button, tmp_path / "ra.xlsx", True)
    assert asked == ["Điền và lưu", "Chưa điền được vào biểu này"]
    assert load_workbook(tmp_path / "ra.xlsx").sheetnames[0] != "Biểu quý"
    assert mapping.desk.foot.said.text().startswith("Xong – theo mẫu của chương trình")


def test_a_form_names_the_periods_it_is_for(mapping: Hand, tmp_path: Path) -> None:
    kinds = entry_of(mapping.desk.more_button.menu(), "Dùng cho các kỳ").menu()
    assert isinstance(kinds, QMenu)
    entry_of(kinds, "Quý").trigger()
    mapping.settle()
    (path,) = kept(tmp_path)
    assert read_shared(path).periods == ("quy",)


def test_the_other_words_of_a_form_stay(mapping: Hand, tmp_path: Path) -> None:
    mapping.click(mapping.desk.foot.all_button)
    mapping.click(mapping.desk.foot.fill_button, tmp_path / "ra.xlsx")
    assert values_in(tmp_path / "ra.xlsx", "A4", "B17", "D28") == [
        "BÁO CÁO KẾT QUẢ HOẠT ĐỘNG CÔNG ĐOÀN CƠ SỞ",
        "Số buổi tuyên truyền",
        "=D17+D20",
    ]


def _with_a_line_more(form: Path, path: Path) -> Path:
    """The form of next year: a line comes in before the propaganda events, everything below moves down."""
    book = load_workbook(form)
    sheet = book.worksheets[0]
    for row in range(28, 16, -1):
        for column in range(1, 8):
            sheet.cell(row + 1, column).value = sheet.cell(row, column).value
    for column, text in enumerate(("4a", "Số lượt xem trên mạng", "lượt", None, None, None, None), 1):
        sheet.cell(17, column).value = text
    book.save(path)
    return path
