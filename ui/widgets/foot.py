"""The line at the foot of the window: unit, period, when it was last saved, how many are shown."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QLabel, QStatusBar


class Foot(QStatusBar):
    """Four texts that stay until the next one."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self._unit, self._period, self.count, self.saved = QLabel(), QLabel(), QLabel(), QLabel()
        self.addWidget(self._unit)
        self.addWidget(self._period)
        self.addPermanentWidget(self.count)
        self.addPermanentWidget(self.saved)

    def show_unit(self, name: str) -> None:
        """Whose ledger it is."""
        self._unit.setText(name)

    def show_period(self, label: str) -> None:
        """Which period the lists obey."""
        self._period.setText(label)

    def show_saved(self) -> None:
        """Says that everything is saved as of now."""
        self.saved.setText(f"✓ Đã lưu {datetime.now():%H:%M}")
