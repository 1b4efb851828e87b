"""The bar on top: whose ledger this is, and which period everything below speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtWidgets import QFrame, QPushButton

from ui.icons import icon
from ui.theme import STEP, TONES
from ui.widgets.small import button, own_words, row

if TYPE_CHECKING:
    from models.periods import Period


class ContextBar(QFrame):
    """Emits `period_chosen`, and `unit_wished` when the unit's name is clicked."""

    period_chosen = Signal(object)
    unit_wished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("contextBar")
        self.period: Period | None = None
        self._unit = button("Chưa mở sổ", self.unit_wished.emit, sign="building")
        self._unit.setToolTip("Xem và sửa thông tin đơn vị")
        self._unit.setEnabled(False)
        arrow = own_words("▸", muted=True)
        self.period_button = button("Kỳ", self.open_periods, sign="calendar")
        self.period_button.setToolTip("Chọn kỳ khác (Alt+K)")
        steps = self._step("chevron-left", "Kỳ trước", -1), self._step("chevron-right", "Kỳ sau", 1)
        line = row(self._unit, arrow, self.period_button, *steps, None, into=self, spacing=2)
        line.setContentsMargins(2 * STEP, 6, 2 * STEP, 6)

    def show_unit(self, name: str) -> None:
        """Puts the unit's name in; "" while no ledger is open."""
        self._unit.setText(name.replace("&", "&&") or "Chưa mở sổ")
        self._unit.setEnabled(bool(name))

    def show_period(self, period: Period) -> None:
        """Puts the period's name in, without emitting."""
        self.period = period
        self.period_button.setText(period.label + "  ▾")

    def open_periods(self) -> None:
        """Opens the choice of periods under its button."""
        if self.period is None:
            return
        from ui.widgets.period_popup import PeriodPopup

        popup = PeriodPopup(self.period, self.window())
        popup.chosen.connect(self.period_chosen)
        popup.move(self.period_button.mapToGlobal(QPoint(0, self.period_button.height() + 4)))
        popup.show()

    def _step(self, sign: str, words: str, direction: int) -> QPushButton:
        step = button("", lambda: self.step(direction))
        step.setIcon(icon(sign, TONES.muted, 18))
        step.setIconSize(QSize(18, 18))
        step.setFixedWidth(32)
        step.setProperty("narrow", True)
        step.setToolTip(words)
        step.setAccessibleName(words)
        return step

    def step(self, direction: int) -> None:
        """Chooses the period of the same kind before (-1) or after (1)."""
        if self.period is None:
            return
        from models.periods import before
        from ui.widgets.next_period import after

        self.period_chosen.emit(before(self.period) if direction < 0 else after(self.period))
