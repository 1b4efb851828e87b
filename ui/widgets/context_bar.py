"""The bar on top: whose ledger this is, and which period everything below speaks of."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtWidgets import QFrame, QPushButton

from models.periods import Period, before
from ui.icons import icon
from ui.theme import STEP, TONES
from ui.widgets.next_period import after
from ui.widgets.small import button, own_words, row


class ContextBar(QFrame):
    """Emits `period_chosen`, and `unit_wished` when the unit's name is clicked."""

    period_chosen = Signal(object)
    unit_wished = Signal()

    def __init__(self, period: Period) -> None:
        super().__init__()
        self.setObjectName("contextBar")
        self.period = period
        self._unit = button("Chưa mở sổ", self.unit_wished.emit, sign="building")
        self._unit.setToolTip("Xem và sửa thông tin đơn vị")
        self._unit.setEnabled(False)
        arrow = own_words("▸", muted=True)
        self.period_button = button(period.label, self.open_periods, sign="calendar")
        self.period_button.setToolTip("Chọn kỳ khác (Alt+K)")
        before = self._step("chevron-left", "Kỳ trước", -1)
        after = self._step("chevron-right", "Kỳ sau", 1)
        line = row(self._unit, arrow, self.period_button, before, after, None, into=self, spacing=2)
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
        from ui.widgets.period_popup import PeriodPopup

        popup = PeriodPopup(self.period, self)
        popup.chosen.connect(self.period_chosen)
        popup.move(self.period_button.mapToGlobal(QPoint(0, self.period_button.height() + 4)))
        popup.show()

    def _step(self, sign: str, words: str, direction: int) -> QPushButton:
        step = button("", lambda: self.step(direction))
        step.setIcon(icon(sign, TONES.muted, 18))
        step.setIconSize(QSize(18, 18))
        step.setFixedWidth(32)
        step.setStyleSheet("padding: 6px 0;")
        step.setToolTip(words)
        step.setAccessibleName(words)
        return step

    def step(self, direction: int) -> None:
        """Chooses the period of the same kind before (-1) or after (1)."""
        self.period_chosen.emit(before(self.period) if direction < 0 else after(self.period))
