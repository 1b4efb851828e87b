"""A log of 100 000 activities on screen: first paint, a key in the filter, sorting, against the bare SQL of one screen.

The floor asks the same question through the bare driver for no more than the rows that fit on the screen, and paints a
table of Qt's own with as many cells. Ours ends when the first records of the answer are painted, wherever they were
looked up. Both are seconds of the processor, all threads counted: the machine may have other work. Below each ratio
stand the longest turn of the window's thread, which is how long the window did not answer, and after which time all
records were known. A key is measured without the pause that waits for the next one.

`python -m benchmarks.lists [100000 | LEDGER.socd]`
"""

from __future__ import annotations

import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, QObject
from PySide6.QtWidgets import QApplication, QTableWidget, QTableWidgetItem
from sqlcipher3 import dbapi2 as driver

from benchmarks.pairs import report
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
_SORTED = f"{_CELLS} ORDER BY {{}}, id LIMIT {SCREEN}"
_SUM = "(SELECT sum(n_turns) FROM activity_audience WHERE owner = activity.id)"
_ORDERS = {"title": "ordering", "form": "form", "start_at": "start_at", "audiences.n_turns": _SUM, "status": "status"}


class Log(QObject):
    """The list under test, and beside it the floor: the bare question and a table of Qt's own."""

    def __init__(self, ledger: Path) -> None:
        super().__init__()
        self.is_painted = False
        self.store = open_ledger(ledger)
        self.bare = driver.connect(str(ledger))
        self.shown = RecordList(shelf_of("activity"), Jobs())
        self.shown.resize(*SIZE)
        self.shown.show()
        self.shown.table.viewport().installEventFilter(self)
        self.plain, self.cells = _plain_table()
        self.open()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Notes that the answer is painted."""
        if event.type() == QEvent.Type.Paint:
            self.is_painted = self.is_answered
        return False

    def floor(self, sql: str, *values: Any) -> Callable[[], object]:
        """Asks for one screen of rows and paints them."""

        def ask_and_paint() -> None:
            for cells, row in zip(self.cells, self.bare.execute(sql, values).fetchall(), strict=False):
                for cell, value in zip(cells, row[2:], strict=True):
                    cell.setText(str(value))
            self.plain.viewport().repaint()

        return ask_and_paint

    @property
    def is_answered(self) -> bool:
        """True if the first records of the choice are among the rows."""
        return self.shown._shown == (self.store, self.shown._choice())

    @property
    def is_settled(self) -> bool:
        """True if nothing is under way any more."""
        return not self.shown._reader.is_busy and (self.is_answered or self.shown.store is None)

    @property
    def is_empty(self) -> bool:
        """True if there is nothing to paint."""
        return self.is_answered and not self.shown.table.rows.count

    def open(self) -> None:
        """Shows the ledger as when it has just been opened."""
        self.shown.show_ledger(self.store)

    def find(self, text: str) -> None:
        """What a key in the filter leads to, without the pause before it."""
        self.shown.filter.setText(text)
        self.shown.refresh()

    def sort(self, key: str) -> None:
        """A click on the head of a column."""
        self.shown.table.show_order(key, False)
        self.shown.refresh()

    def jump(self) -> None:
        """To the end and, at the next turn, to the beginning."""
        bar = self.shown.table.verticalScrollBar()
        bar.setValue(0 if bar.value() else bar.maximum())

    def type_cell(self) -> None:
        """A number typed into a cell, with its write and its history."""
        rows = self.shown.table.rows
        place = [column.key for column in rows.columns].index("n_sessions")
        number = rows.raw(rows.index(0, place))[0]
        rows.take([Typed(0, place, number % 5 + 1)])


def run(app: QApplication, ledger: Path) -> None:
    """Prints the ratios."""
    log = Log(ledger)
    measure = partial(_measure, app, log)
    measure("first paint", log.open, log.floor(_LATEST), partial(log.shown.show_ledger, None))
    for text in ("t", "tuyen", "hoi nghi", "an toan giao", "zzzq"):
        pattern = f"%{'%'.join(text.split())}%"
        measure(f"filter: {text}", partial(log.find, text), log.floor(_FOUND, pattern), partial(log.find, ""))
    log.find("")
    for key, order in _ORDERS.items():
        measure(f"sort: {key}", partial(log.sort, key), log.floor(_SORTED.format(order)), partial(log.sort, ""))
    measure("jump to the end", log.jump, log.floor(_LATEST))
    measure("a cell typed and saved", log.type_cell, log.floor(_LATEST))
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


def _measure(
    app: QApplication,
    log: Log,
    label: str,
    ours: Callable[[], object],
    floor: Callable[[], object],
    back: Callable[[], object] = lambda: None,
) -> None:
    """`back` leads to where `ours` begins."""
    pairs, turns, wholes = [], [], []
    for _round in range(ROUNDS + 1):
        back()
        _turn_until(app, lambda: log.is_settled)
        below = _worked(floor)
        start, began = time.perf_counter(), time.process_time()
        log.is_painted = False
        longest = _worked(ours)
        if log.is_answered:
            longest += _worked(log.shown.table.viewport().repaint)
        longest = max(longest, _turn_until(app, lambda: log.is_painted or log.is_empty))
        pairs.append((below, time.process_time() - began))
        turns.append(max(longest, _turn_until(app, lambda: log.is_settled)))
        wholes.append(time.perf_counter() - start)
    report(label, pairs[1:])
    whole = 1000 * statistics.median(wholes[1:])
    print(f"{'':40} longest turn {1000 * max(turns[1:]):.0f} ms   all known after {whole:.0f} ms")


def _worked(job: Callable[[], object]) -> float:
    """Seconds for which a job keeps the processor busy on this thread."""
    start = time.thread_time()
    job()
    return time.thread_time() - start


def _turn_until(app: QApplication, is_done: Callable[[], bool]) -> float:
    """Lets the window work; returns its longest turn in seconds."""
    longest = 0.0
    while not is_done():
        start = time.thread_time()
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        longest = max(longest, time.thread_time() - start)  # what it waited for is no work of its own
    return longest


if __name__ == "__main__":
    window = QApplication([sys.argv[0], *LOOKS])
    equip(window)
    said = sys.argv[1] if len(sys.argv) > 1 else "100000"
    with tempfile.TemporaryDirectory() as made:
        sample = Path(made) / "so.socd"
        if said.isdecimal():
            make_sample(sample, activities=int(said))
        else:
            shutil.copyfile(said, sample)
        run(window, sample)
