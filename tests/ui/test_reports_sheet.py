"""The sheet: where cells lie, which stay in sight, the way through it by keys, what a figure is in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from exports.document import Cell, Column, Issuer, ReportDocument, Row, Shape, Table
from exports.form_shelf import forms
from models.indicators.figure import Figure, Reference
from models.periods import quarter
from ui.reports.asking import asked_at, spoken_at, tip_at
from ui.reports.blank import blank, says_nothing
from ui.reports.layout import lay_out
from ui.reports.sheet import Sheet
from ui.reports.sight import Place

PERIOD = quarter(2026, 1)


def counted(value: int | None) -> Cell:
    """A cell with the figure of sessions on public-service reform."""
    figure = Figure(Reference("sessions", (("primary_topic", "cchc"),)), PERIOD, value)
    return Cell(value, Shape.WHOLE, figure, expected=True)


def table(rows: Sequence[Row], name: str = "T") -> Table:
    """Five columns, the last three under one group."""
    counts = (Column(f"c{n}", f"Cột số {n}", Shape.WHOLE, 60, "Số buổi", f"({n})") for n in (3, 4, 5))
    columns = (Column("1", "TT", Shape.CODE, 12, None, "(1)"), Column("2", "Nội dung", Shape.TEXT, 60), *counts)
    return Table(name, columns, tuple(rows))


def row(number: int, label: str = "Nội dung thứ nhất", level: int = 1) -> Row:
    """A row whose figures are its number."""
    return Row(str(number), (Cell(number, Shape.CODE), Cell(label), *[counted(number)] * 3), level)


def document(*tables: Table) -> ReportDocument:
    """A form sheet with these tables."""
    issuer = Issuer("CDCS", "CĐCS Công ty Mẫu", "", "", "Liên đoàn Lao động tỉnh", "Tây Ninh")
    heads = ("B9", "1", "Biểu số B9", "bieu", "BIỂU THỬ", "Quý I năm 2026", "")
    return ReportDocument(*heads, True, issuer, PERIOD, date(2026, 4, 1), tables)


@pytest.fixture
def sheet(qtbot: QtBot) -> Sheet:
    """A small sheet with two tables, too large for its window."""
    shown = Sheet(tip_at, spoken_at)
    qtbot.addWidget(shown)
    shown.resize(520, 300)
    shown.show_paper(lay_out(document(table([row(n) for n in range(1, 31)]), table([row(7)], "U"))))
    shown.show()
    qtbot.waitExposed(shown)
    return shown


def test_long_labels_make_higher_rows_and_long_numbers_wider_columns(qtbot: QtBot) -> None:
    grid = lay_out(document(table([row(1), row(2, "Một nội dung dài " * 20), row(12_345_678_901_234_567)]))).grids[0]
    heights = [lower - upper for upper, lower in zip(grid.tops, grid.tops[1:], strict=False)]
    assert heights[1] > 3 * heights[0]
    narrow = lay_out(document(table([row(1)]))).grids[0]
    assert grid.edges[-1] > narrow.edges[-1]


def test_five_thousand_rows_are_laid_out_quickly(qtbot: QtBot) -> None:
    rows = [row(n, f"Nội dung số {n} của một biểu rất dài, viết hơn một dòng") for n in range(5_000)]
    assert len(lay_out(document(table(rows))).grids[0].tops) == 5_001


def test_every_form_is_shown_without_figures_too(qtbot: QtBot) -> None:
    for form in forms().values():
        empty = blank(form, PERIOD)
        assert says_nothing([empty])
        assert lay_out(empty).grids[0].head


def test_a_table_without_rows_says_so(qtbot: QtBot) -> None:
    assert "(Không có số liệu trong kỳ)" in [words.text for words in lay_out(document(table([]))).words]


def test_one_begins_at_the_first_figure(sheet: Sheet) -> None:
    assert sheet.marks.current == Place(0, 0, 2)


def test_keys_lead_through_the_cells_and_from_table_to_table(sheet: Sheet) -> None:
    for key, place in (
        (Qt.Key.Key_Down, Place(0, 1, 2)),
        (Qt.Key.Key_Right, Place(0, 1, 3)),
        (Qt.Key.Key_Home, Place(0, 1, 0)),
        (Qt.Key.Key_Left, Place(0, 1, 0)),
        (Qt.Key.Key_End, Place(0, 1, 4)),
        (Qt.Key.Key_Up, Place(0, 0, 4)),
        (Qt.Key.Key_Up, Place(0, 0, 4)),
    ):
        QTest.keyClick(sheet, key)
        assert sheet.marks.current == place
    QTest.keyClick(sheet, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert sheet.marks.current == Place(1, 0, 4)
    QTest.keyClick(sheet, Qt.Key.Key_Up)
    assert sheet.marks.current == Place(0, 29, 4)
    QTest.keyClick(sheet, Qt.Key.Key_PageUp)
    assert sheet.marks.current is not None
    assert sheet.marks.current.row < 29


def test_the_chosen_cell_is_seen_whole_beside_what_stays(sheet: Sheet) -> None:
    sheet.choose(Place(0, 20, 4))
    sheet.choose(Place(0, 12, 2))
    sight = sheet.sight()
    room, grid = sight.room(Place(0, 12, 2)), sight.layout.grids[0]
    assert room.left() >= (grid.edges[2] - grid.edges[0]) * sight.zoom - 1
    assert room.top() >= grid.head_height * sight.zoom - 1
    assert room.right() <= sight.window.width() + 1


def test_the_first_columns_and_the_head_stay_in_sight(sheet: Sheet) -> None:
    sheet.choose(Place(0, 25, 4))
    sight = sheet.sight()
    grid = sight.layout.grids[0]
    assert sight.shift(grid) > 0
    assert sight.drop(grid) > 0
    assert sight.room(Place(0, 25, 0)).left() == pytest.approx(0, abs=1)
    for place in (Place(0, 25, 1), Place(0, 25, 4)):
        assert sight.place(sight.room(place).center()) == place
    assert sight.place(QPointF(5, 5)) is None, "the head lies there"
    assert not sheet.grab().isNull()


def _move_mouse(over: QWidget, where: QPointF) -> None:
    """Moves the mouse as the system tells it; the one mouse of all tests may lie there already."""
    nothing, no_key = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    moved = QMouseEvent(QEvent.Type.MouseMove, where, over.mapToGlobal(where), nothing, nothing, no_key)
    QApplication.sendEvent(over, moved)


def test_the_mouse_shows_a_hand_over_figures_only(sheet: Sheet) -> None:
    figure, text = Place(0, 0, 2), Place(0, 0, 1)
    for place, shape in ((figure, Qt.CursorShape.PointingHandCursor), (text, Qt.CursorShape.ArrowCursor)):
        where = sheet.sight().room(place).center()
        _move_mouse(sheet.viewport(), where)
        assert sheet.viewport().cursor().shape() == shape


def test_zoom_stays_between_80_and_150_percent(sheet: Sheet) -> None:
    for zoom, kept in ((0.1, 0.8), (9.0, 1.5), (1.2, 1.2)):
        sheet.show_zoom(zoom)
        assert sheet.zoom == kept
    sheet.fit()
    assert 0.9 <= sheet.zoom <= 1.15


def test_a_figure_is_told_in_words(sheet: Sheet) -> None:
    assert sheet.paper is not None
    tip = tip_at(sheet.paper, Place(0, 2, 2))
    assert "Số buổi tuyên truyền" in tip
    assert "Nội dung chính: Cải cách hành chính" in tip
    assert "Trong kỳ · Quý I/2026" in tip
    assert "= 3 buổi" in tip
    assert tip_at(sheet.paper, Place(0, 2, 1)) == ""
    assert spoken_at(sheet.paper, Place(0, 2, 2)) == "Nội dung thứ nhất – Số buổi: Cột số 3: 3"
    asked = asked_at(sheet.paper, Place(0, 2, 2))
    assert asked is not None
    assert asked.value == "3 buổi"
