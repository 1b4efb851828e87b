"""The steps taken, newest first; one of them can be gone back to: everything since then is taken back at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from models.ledger.history import FOUNDING, Written, undo, writes
from models.ledger.store import Store
from models.ledger.turning_back import Prospect, go_back, prospect
from models.values import grouped
from ui.finding.lookup import Lookup
from ui.history.life import shown_moment
from ui.jobs import Jobs
from ui.pages.subjects import shelf_of
from ui.theme import STEP, TONES, wide
from ui.widgets.busy import work_with_bar
from ui.widgets.room import fit
from ui.widgets.small import button, column, label, row

MOST = 500
_NAMED = 6


class StepsDialog(QDialog):
    """Calls `say` with what was done."""

    def __init__(self, store: Store, jobs: Jobs, say: Callable[[str], object], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Các việc đã làm")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fit(self, wide(860), wide(640))
        self._store, self._jobs, self._say = store, jobs, say
        self.table = table_of(("Lúc", "Việc", "Bản ghi", "Người làm", ""))
        self.table.currentCellChanged.connect(lambda *_places: self._tell())
        self.preview = label(wrap=True)
        self.back = button("Lùi về trước việc này", self._go_back, look="primary", sign="undo")
        self.alone = button("Chỉ hoàn tác việc này", self._undo)
        frame = QFrame()
        frame.setObjectName("card")
        column(self.table, into=frame, margin=1)
        intro = "Chọn một việc để xem sẽ lùi lại những gì. Lùi rồi vẫn làm lại được bằng Ctrl+Y."
        layout = column(label(intro, muted=True, wrap=True), into=self, margin=3 * STEP, spacing=STEP + 4)
        layout.addWidget(frame, 1)
        layout.addWidget(self.preview)
        layout.addLayout(row(self.alone, None, button("Đóng", self.reject), self.back))
        self._lookup = Lookup(jobs, self)
        self._writes: list[Written] = []
        self._fill()
        self.table.setFocus()

    def _fill(self) -> None:
        self._writes = writes(self._store, MOST)
        self.table.setRowCount(len(self._writes))
        for place, each in enumerate(self._writes):
            state = "đã hoàn tác" if each.undone else ""
            texts = (shown_moment(each.at), each.label, grouped(each.records), each.actor, state)
            fill_row(self.table, place, texts, faint=each.undone)
        self.table.setCurrentCell(0, 0)
        self._tell()

    def _chosen(self) -> Written | None:
        place = self.table.currentRow()
        return self._writes[place] if 0 <= place < len(self._writes) else None

    def _tell(self) -> None:
        chosen = self._chosen()
        is_possible = chosen is not None and not chosen.undone and chosen.number > FOUNDING
        for each in (self.back, self.alone):
            each.setEnabled(is_possible)
        if chosen is None or is_possible:
            self._look_ahead(chosen)
        else:
            self._lookup.drop()
            self.preview.setText(
                "Việc này đã được hoàn tác rồi." if chosen.undone else "Việc lập sổ không hoàn tác được."
            )

    def _look_ahead(self, chosen: Written | None) -> None:
        if chosen is not None:
            number = chosen.number
            self._lookup.ask(
                lambda _question: prospect(self._store, number), lambda found: self.preview.setText(_previewed(found))
            )

    def _go_back(self) -> None:
        if (chosen := self._chosen()) is not None and self.back.isEnabled():
            self._work(
                "Đang lùi lại",
                lambda: go_back(self._store, chosen.number),
                lambda taken: f"Đã lùi lại {len(taken)} việc. Ctrl+Y để làm lại.",
            )

    def _undo(self) -> None:
        if (chosen := self._chosen()) is not None and self.alone.isEnabled():
            self._work(
                "Đang hoàn tác",
                lambda: undo(self._store, chosen.number),
                lambda taken: f"Đã hoàn tác: {taken.label[:1].lower()}{taken.label[1:]}",
            )

    def _work(self, heading: str, work: Callable[[], Any], told: Callable[[Any], str]) -> None:
        def end(found: Any) -> None:
            self._say(told(found))
            self.accept()

        work_with_bar(self, self._jobs, heading, lambda _progress: work(), end)


def _previewed(found: Prospect) -> str:
    """What she reads before going back: sẽ lùi lại 3 việc, chạm đến 5 hoạt động …"""
    kinds = ", ".join(f"{grouped(count)} {shelf_of(kind).noun}" for kind, count in found.kinds)
    named = "; ".join(each.label for each in found.writes[:_NAMED])
    more = f" và {len(found.writes) - _NAMED} việc khác" if len(found.writes) > _NAMED else ""
    return f"Sẽ lùi lại {grouped(len(found.writes))} việc, chạm đến {kinds}: {named}{more}."


def table_of(heads: tuple[str, ...]) -> QTableWidget:
    """An empty table to choose a row from; its second column takes the room."""
    made = QTableWidget(0, len(heads))
    made.setHorizontalHeaderLabels(list(heads))
    made.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    made.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
    made.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    made.setShowGrid(False)
    made.setWordWrap(False)
    made.setTabKeyNavigation(False)
    made.verticalHeader().hide()
    made.verticalHeader().setDefaultSectionSize(36)
    head = made.horizontalHeader()
    head.setHighlightSections(False)
    head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    for place in range(len(heads)):
        is_wide = place == 1
        head.setSectionResizeMode(
            place, QHeaderView.ResizeMode.Stretch if is_wide else QHeaderView.ResizeMode.ResizeToContents
        )
    return made


def fill_row(table: QTableWidget, place: int, texts: tuple[str, ...], *, faint: bool = False) -> None:
    """Puts texts into a row; the whole of a long one is its hint."""
    from PySide6.QtGui import QColor

    for column_, text in enumerate(texts):
        item = QTableWidgetItem(text)
        item.setToolTip(text if len(text) > 40 else "")
        if faint:
            item.setForeground(QColor(TONES.disabled))
        table.setItem(place, column_, item)
