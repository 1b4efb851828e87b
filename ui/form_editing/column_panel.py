"""The column chosen: its titles, and what it holds."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from exports.form import FormColumn
from ui.form_editing.field import StepField
from ui.form_editing.words import said_of_column
from ui.theme import STEP
from ui.widgets.small import column, label, rule

FIELDS = {"title": "Tên cột", "group": "Tên chung phía trên (các cột cạnh nhau cùng tên)"}


class ColumnPanel(QFrame):
    """Emits `edited` with "title" or "group" and the text typed, `left` for back to the columns."""

    edited = Signal(str, str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.fields = {name: StepField(words, hint="Không có") for name, words in FIELDS.items()}
        self.heading, self.details = label(name="strong", wrap=True), label(muted=True, small=True, wrap=True)
        layout = column(into=self, margin=STEP + 4, spacing=6)
        for name, words in FIELDS.items():
            layout.addWidget(label(words, muted=True, small=True, wrap=True))
            layout.addWidget(self.fields[name])
        for part in (rule(), self.heading, self.details):
            layout.addWidget(part)
        layout.addStretch(1)
        for name, field in self.fields.items():
            field.textEdited.connect(lambda text, name=name: self.edited.emit(name, text))
            field.returnPressed.connect(self.left)

    def show_column(self, shown: FormColumn) -> None:
        """Speaks of another column, or of the same after a step."""
        for name, text in (("title", shown.title), ("group", shown.group or "")):
            self.fields[name].show_text(text)
        said = said_of_column(shown)
        self.heading.setText(said.heading)
        self.details.setText(said.details)
