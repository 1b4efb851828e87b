"""What a list is narrowed by, as small buttons in a row: a press takes one away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.widgets.small import button, column, row


class Chip(NamedTuple):
    """A chip: its words, what its press does, said in a hint."""

    words: str
    hint: str
    act: Callable[[], object]


class Chips(QWidget):
    """Hidden while there are none; `below`: one below the other, where there is little width."""

    def __init__(self, *, below: bool = False) -> None:
        super().__init__()
        self._row = (column if below else row)(into=self, spacing=6)
        self._side = Qt.AlignmentFlag.AlignLeft if below else Qt.AlignmentFlag(0)
        self.hide()

    def show_chips(self, chips: Sequence[Chip]) -> None:
        """Shows these instead of the former ones."""
        while (item := self._row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for chip in chips:
            made = button(f"{chip.words.replace('&', '&&')}   ✕", chip.act)
            made.setProperty("chip", True)
            made.setToolTip(chip.hint)
            self._row.addWidget(made, 0, self._side)
        if not self._side:
            self._row.addStretch(1)
        self.setVisible(bool(chips))
