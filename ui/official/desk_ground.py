"""The desk for one form: its title, its sheet to point at, a panel beside it, and the foot; what each part may wish."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QTabBar, QWidget

from ui.official.foot import Foot
from ui.official.panel import CellPanel
from ui.official.sheet_view import SheetView
from ui.theme import STEP
from ui.widgets.room import when_narrow
from ui.widgets.small import button, column, label, row

ROOMY = 1000  # pixels from which the panel may be wide


class DeskGround(QWidget):
    """Emits `changed` with the form after every step, `shown` for another sheet, `left` for back to the list.

    `records_wished` carries what a cell holds, `list_wished` means from the cell she is at, `words_wished` at it.
    """

    changed = Signal(object)
    shown = Signal()
    left = Signal()
    fill_wished = Signal()
    records_wished = Signal(object)
    list_wished = Signal()
    words_wished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = QLineEdit(placeholderText="Tên biểu")
        self.title.setAccessibleName("Tên biểu")
        self.more_button = button("Khác", look="menu")
        self.notice, self.notice_button = label(wrap=True), button("Bỏ các chỗ này")
        self.view, self.tabs, self.panel, self.foot = SheetView(), QTabBar(), CellPanel(), Foot()
        self._head = row(button("Các biểu", self.left.emit, look="flat", sign="chevron-left"), self.title)
        self._body = row(self._sheet(), self.panel, spacing=STEP + 4)
        self._lay_out()

    def stand_beside(self, panel: QWidget, opener: QWidget | None = None) -> None:
        """Gives a panel its place beside the sheet, and what opens it one at the top."""
        self._body.addWidget(panel)
        if opener is not None:
            self._head.insertWidget(self._head.indexOf(self.more_button), opener)

    def _sheet(self) -> QWidget:
        notice, sheet = QFrame(), QFrame()
        sheet.setObjectName("card")
        row(self.notice, self.notice_button, into=notice).setStretch(0, 1)
        column(notice, self.view, self.tabs, into=sheet, margin=1, spacing=0).setStretch(1, 1)
        self.tabs.setExpanding(False)
        return sheet

    def _lay_out(self) -> None:
        self._head.addWidget(self.more_button)
        self._head.setStretch(1, 1)
        self._body.setStretch(0, 1)
        layout = column(into=self, spacing=STEP + 4)
        layout.addLayout(self._head)
        layout.addLayout(self._body, 1)
        layout.addWidget(self.foot)
        when_narrow(self, ROOMY, self.panel.show_narrow)
