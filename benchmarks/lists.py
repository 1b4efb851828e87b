"""A log of 100 000 activities on screen: first paint, a key in the filter, sorting, against the bare SQL of one screen.

The floor asks the same question through the bare driver for no more than the rows that fit on the screen, and paints a
table of Qt's own with as many cells. Beside each ratio stands the longest time for which the window's thread was
blocked.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTableWidget, QTableWidgetItem
from sqlcipher3 import dbapi2 as driver

from benchmarks.pairs import report, timed
from models.ledger.file import open_ledger
from models.sample.make import make_sample
from ui.app import LOOKS, equip
from ui.editing.cells import Typed
from ui.jobs import Jobs
from ui.pages.record_list import RecordList
from ui.pages.subjects import shelf_of

ROUNDS, SCREEN, SIZE = 7, 20, (1200, 760)
_CELLS = (
    "SELECT id, uid, title, form, start_at, n_sessions, primary_topic, status, "
    "(SELECT sum(n_turns) FROM activity_audience WHERE owner = activity.id) FROM activity"
)
_LATEST = f"{_CELLS} ORDER BY dated_on DESC, id DESC LIMIT {SCREEN}"
_FOUND = f"{_CELLS} WHERE folded LIKE ? ORDER BY dated_on DESC, id DESC LIMIT {SCREEN}"
_SORTED = f"{_CELLS} ORDER BY ordering LIMIT {SCREEN}"


class Log:
    """The list under test, and beside it the floor: the bare question and a table of Qt's own."""

    def __init__(self, ledger: Path) -> None:
        self.store = open_ledger(ledger)
        self.bare = driver.connect(str(ledger))
        self.shown = RecordList(shelf_of("activity"), Jobs())
        self.shown.all_periods.setChecked(True)
        self.shown.resize(*SIZE)
        self.shown.show()
        self.plain, self.cells = _plain_table()

    def floor(self, sql: str, *values: Any) -> Callable[[], object]:
        """Asks for one screen of rows and paints them."""

        def ask_and_paint() -> None:
            for cells, row in zip(self.cells, self.bare.execute(sql, values).fetchall(), strict=False):
                for cell, value in zip(cells, row[2:], strict=True):
                    cell.setText(str(value))
            self.plain.viewport().repaint()

        return ask_and_paint

    def open(self) -> None:
        """Shows the ledger as if it had just been opened."""
        self.shown.show_ledger(None)
        self.shown.show_ledger(self.store)
        self.shown.table.viewport().repaint()

    def find(self, text: str) -> None:
        """What a key in the filter leads to, without the pause before it."""
        self.shown.filter.setText(text)
        self.shown.refresh()
        self.shown.table.viewport().repaint()

    def sort(self) -> None:
        """A click on the head of the first column: upwards, downwards, upwards …"""
        head = self.shown.table.horizontalHeader()
        is_up = head.sortIndicatorSection() == 0 and head.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        head.setSortIndicator(0, Qt.SortOrder.DescendingOrder if is_up else Qt.SortOrder.AscendingOrder)
        self.shown.table.viewport().repaint()

    def jump(self) -> None:
        """To the end and, at the next turn, to the beginning."""
        bar = self.shown.table.verticalScrollBar()
        bar.setValue(0 if bar.value() else bar.maximum())
        self.shown.table.viewport().repaint()

    def type_cell(self) -> None:
        """A number typed into a cell, with its write and its history."""
        rows = self.shown.table.rows
        place = [column.key for column in rows.columns].index("n_sessions")
        number = rows.raw(rows.index(0, place))[0]
        rows.take([Typed(0, place, number % 5 + 1)])
        self.shown.table.viewport().repaint()


def run(app: QApplication, ledger: Path) -> None:
    """Prints the ratios."""
    log = Log(ledger)
    _measure(app, "first paint", log.open, log.floor(_LATEST))
    for text, pattern in (("hoi nghi", "%hoi%nghi%"), ("zzzq", "%zzzq%")):
        _measure(app, f"filter: {text}", partial(log.find, text), log.floor(_FOUND, pattern))
    log.find("")
    _measure(app, "sort by name", log.sort, log.floor(_SORTED))
    _measure(app, "jump to the end", log.jump, log.floor(_LATEST))
    _measure(app, "a cell typed and saved", log.type_cell, log.floor(_LATEST))
    log.store.close()
    log.bare.close()


def _plain_table() -> tuple[QTableWidget, list[list[QTableWidgetItem]]]:
    plain = QTableWidget(SCREEN, 7)
    cells = [[QTableWidgetItem("") for _column in range(7)] for _row in range(SCREEN)]
    for row, line in enumerate(cells):
        for column, cell in enumerate(line):
            plain.setItem(row, column, cell)
    plain.resize(*SIZE)
    plain.show()
    return plain, cells


def _measure(app: QApplication, label: str, ours: Callable[[], object], floor: Callable[[], object]) -> None:
    """Our job is one turn of the window's thread: what it takes is how long the window does not answer."""
    pairs = []
    for _round in range(ROUNDS + 1):
        pairs.append((timed(floor), timed(ours)))
        app.processEvents()
    report(f"{label}, blocked {1000 * max(each for _floor, each in pairs[1:]):.0f} ms", pairs[1:])


if __name__ == "__main__":
    window = QApplication([sys.argv[0], *LOOKS])
    equip(window)
    with tempfile.TemporaryDirectory() as made:
        sample = Path(made) / "so.socd"
        make_sample(sample, activities=int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
        run(window, sample)
