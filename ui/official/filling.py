"""Fills the form on the desk for the period chosen: asks where, writes it beside the window, tells how it went."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from exports.official.fill import Filled
from exports.official.filled import filled_form
from exports.official.map import Entry
from exports.official.proof import Differs
from exports.official.sharing import SharedForm
from exports.official.sources import PLANNED, form_cell, table_with
from models.ledger.store import Store
from models.periods import Period
from ui import messages
from ui.jobs import Jobs, Progress
from ui.reports.naming import last_folder, plain, proposed_name, remember_folder

if TYPE_CHECKING:
    from exports.run import Exported

LONGEST_NAME = 40


class Filling(QObject):
    """Emits `began`, then `done` with the file and what the comparison found, or `failed`."""

    began = Signal()
    done = Signal(object, str)
    failed = Signal()

    def __init__(self, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._jobs, self._window = jobs, parent

    def fill(self, store: Store, form: SharedForm, period: Period) -> None:
        """Asks for a place and fills the form there."""
        book = form.workbook
        name = proposed_name(plain(form.title)[:LONGEST_NAME].strip("-"), period, store.own_unit().code or "", "")
        kinds = f"Tệp Excel (*{book.ending})"
        target = messages.file_to_save(self._window, "Điền và lưu", kinds, last_folder() / f"{name}{book.ending}")
        if target is None:
            return

        def work(_progress: Progress) -> Filled:
            return filled_form(store, form, period).put_at(target)

        self.began.emit()
        self._jobs.start(work, self._finish, lambda error: self._refuse(error, store, form, period, target))

    def _finish(self, made: Filled) -> None:
        remember_folder(made.path.parent)
        left = f"; Excel sẽ tính {made.left_open} công thức khi mở" if made.left_open else ""
        self.done.emit(made.path, f"{made.proof}{left}")

    def _refuse(self, error: BaseException, store: Store, form: SharedForm, period: Period, target: Path) -> None:
        if not isinstance(error, Differs):
            self._jobs.complain(error)
            self.failed.emit()
            return
        ours = likest_form(form.chart.entries)
        question = (
            f"Xuất số liệu theo mẫu {ours} của chương trình vào “{target.with_suffix('.xlsx').name}” thay cho biểu này?"
        )
        if messages.ask(
            self._window, "Chưa điền được vào biểu này", f"{error}\n\n{question}", "Xuất theo mẫu", safe=True
        ):
            self._jobs.start(lambda progress: _own_layout(store, ours, period, target, progress), self._hand_over)
        self.failed.emit()

    def _hand_over(self, made: Exported) -> None:
        self.done.emit(made.path, f"theo mẫu của chương trình, {made.proof}")


def likest_form(entries: tuple[Entry, ...]) -> str:
    """Which of our forms holds most of what a map asks for."""
    cells = (form_cell(each.value) for each in entries if each.value)
    found = (table_with(cell) for cell in cells if cell is not None)
    counted = Counter(each[0].id for each in found if not isinstance(each, str))
    return counted.most_common(1)[0][0] if counted else PLANNED


def _own_layout(store: Store, form: str, period: Period, target: Path, progress: Progress) -> Exported:
    from exports.run import export

    return export(store, form, period, target.with_suffix(".xlsx"), progress)
