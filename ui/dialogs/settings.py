"""Her choices, one line each; what changes the looks is seen when the program is opened again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from ui.settings import LETTERS, LOOK, SETTINGS, Setting
from ui.theme import STEP
from ui.widgets.segments import Segments
from ui.widgets.small import button, column, label, row

_AT_START = (LETTERS, LOOK)


class SettingsDialog(QDialog):
    """Each choice is kept at once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Tùy chọn")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(620)
        self._before = {each.name: each.value for each in SETTINGS}
        layout = column(label("Tùy chọn", name="heading"), into=self, margin=3 * STEP, spacing=3 * STEP)
        self.choices = {each.name: self._add(each) for each in SETTINGS}
        for each in SETTINGS:
            text = column(label(each.label, name="strong"), spacing=2)
            if each.hint:
                text.addWidget(label(each.hint, muted=True, small=True, wrap=True))
            line = row(spacing=3 * STEP)
            line.addLayout(text, 1)
            line.addWidget(self.choices[each.name])
            layout.addLayout(line)
        self.later = label("Cỡ chữ và màu sắc được áp dụng khi mở lại chương trình.", muted=True, wrap=True)
        self.later.setVisible(False)
        layout.addWidget(self.later)
        layout.addStretch(1)
        layout.addLayout(row(None, button("Đóng", self.accept, look="primary")))

    def _add(self, setting: Setting) -> Segments:
        made = Segments([words for _value, words in setting.options])
        made.show_chosen([value for value, _words in setting.options].index(setting.value))
        made.chosen.connect(lambda place: self._choose(setting, setting.options[place][0]))
        return made

    def _choose(self, setting: Setting, value: str) -> None:
        setting.choose(value)
        self.later.setVisible(any(each.value != self._before[each.name] for each in _AT_START))
