"""The menu beside the filter line: the views kept under a name, keeping one more, and no longer keeping one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from models.record import Record
from ui.finding.views import View, forget_view, views_of


class ViewMenu(QMenu):
    """Emits `chosen` with a view, `keeping_wished` when what is shown shall be kept."""

    chosen = Signal(object)
    keeping_wished = Signal()

    def __init__(self, record: type[Record], parent: QWidget) -> None:
        super().__init__(parent)
        self._record = record
        self.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        self.clear()
        kept = views_of(self._record)
        for view in kept:
            self.addAction(_shown(view), partial(self.chosen.emit, view))
        if kept:
            self.addSeparator()
        self.addAction("Xem tất cả như thường", partial(self.chosen.emit, View("")))
        self.addAction("Ghi lại cách xem này…", self.keeping_wished.emit)
        if kept:
            below = self.addMenu("Bỏ một cách xem đã ghi")
            for view in kept:
                below.addAction(_shown(view), partial(forget_view, self._record, view.name))


def _shown(view: View) -> str:
    return view.name.replace("&", "&&")
