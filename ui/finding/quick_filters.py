"""The questions most often asked of a list, as buttons with their numbers; they look at every period."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from models.ledger.listing import counts_by_filter
from models.ledger.store import Store
from models.record import Record
from models.values import grouped
from ui.widgets.small import button, restyle, row


class QuickFilters(QWidget):
    """Emits `chosen` with the name of a filter, "" when the one in use was pressed again."""

    chosen = Signal(str)

    def __init__(self, record: type[Record]) -> None:
        super().__init__()
        self._record = record
        self._used = ""
        self.buttons: dict[str, QPushButton] = {}
        line = row(into=self, spacing=6)
        for name, each in record.filters.items():
            made = button(each.label, partial(self._press, name))
            made.setProperty("chip", True)
            made.setToolTip(f"{each.hint}. Xem ở mọi kỳ; bấm lần nữa để thôi.")
            self.buttons[name] = made
            line.addWidget(made)
        line.addStretch(1)
        self.setVisible(bool(record.filters))

    def count(self, store: Store | None) -> None:
        """Says at each button how many it would show now."""
        if store is None or not self.buttons:
            return
        for name, number in counts_by_filter(store, self._record).items():
            self.buttons[name].setText(f"{self._record.filters[name].label}   {grouped(number)}")

    def show_used(self, name: str) -> None:
        """Marks the filter in use, "" for none."""
        self._used = name
        for each, made in self.buttons.items():
            restyle(made, "used", each == name)

    def _press(self, name: str) -> None:
        self.chosen.emit("" if name == self._used else name)
