"""How a log is painted: the row with the cursor softly, what is not saved marked even where it is selected."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QColor

from tests.ui.grid_log import Going, column
from ui.editing.cells import Typed
from ui.pages.record_list import RecordList
from ui.theme import TONES


def ground(log: RecordList, index: QModelIndex) -> QColor:
    """The colour in the corner of a cell, beside its text and inside of any frame."""
    place = log.table.visualRect(index).topRight()
    return log.table.viewport().grab().toImage().pixelColor(place.x() - 4, place.y() + 4)


def test_the_row_with_the_cursor_is_soft_and_its_cell_has_a_frame(log: RecordList, go: Going) -> None:
    go(1, "form")
    rows = log.table.rows
    here, frame = rows.index(1, column(log, "form")), log.table.visualRect(rows.index(1, column(log, "form")))
    assert ground(log, rows.index(1, 0)) == QColor(TONES.accent_faint)
    assert ground(log, rows.index(0, 0)) == QColor(TONES.surface)
    image = log.table.viewport().grab().toImage()
    assert image.pixelColor(frame.left() + 1, frame.center().y()) == QColor(TONES.accent)
    assert ground(log, here) == QColor(TONES.accent_soft)


def test_a_cell_that_cannot_be_read_stays_marked_though_it_is_selected(log: RecordList, go: Going) -> None:
    go(0, "title")
    rows, place = log.table.rows, column(log, "start_at")
    rows.take([Typed(1, place, None, ("32/1", "không có ngày này"))])
    wrong = rows.index(1, place)
    assert ground(log, wrong) == QColor(TONES.danger_soft)
    assert ground(log, rows.index(1, 0)) == QColor(TONES.accent_faint)
    for row in (1, 2):
        log.table.selectionModel().select(rows.index(row, place), QItemSelectionModel.SelectionFlag.Select)
    assert ground(log, wrong) == QColor(TONES.danger_soft)
    assert ground(log, rows.index(2, place)) == QColor(TONES.accent_soft)


def test_sums_are_greyed(log: RecordList) -> None:
    rows = log.table.rows
    sums = rows.index(0, column(log, "audiences.n_turns"))
    assert sums.data(Qt.ItemDataRole.ForegroundRole) == QColor(TONES.muted)
