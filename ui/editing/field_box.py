"""A field of a form: its name above, the editor, and below it what is wrong with it."""

from __future__ import annotations

import html

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from models.ledger.store import Store
from models.record import Field, Part
from models.values import Text, YesNo
from ui.editing.editors import editor_for
from ui.theme import TONES
from ui.widgets.small import column, label, restyle


class FieldBox(QWidget):
    """One field."""

    def __init__(self, store: Store, of: type[Part], member: Field) -> None:
        super().__init__()
        self.member = member
        self.editor, self.input = editor_for(store, member, of=of)
        self.caption = _caption(member)
        self.caption.setBuddy(self.input)
        self.reason = label(small=True, wrap=True)
        self.reason.setProperty("fault", True)
        self.reason.hide()
        is_box = isinstance(member.kind, YesNo)
        layout = column(None if is_box else self.caption, self.input, self.reason, into=self, spacing=4)
        if is_box:
            layout.setStretch(0, 0)
        else:
            layout.addStretch(1)
        self.input.setSizePolicy(QSizePolicy.Policy.Expanding, self.input.sizePolicy().verticalPolicy())

    @property
    def is_wide(self) -> bool:
        """True if it should have the whole breadth of the form."""
        return isinstance(self.member.kind, Text) and self.member.kind.lines

    def show_fault(self, reason: str) -> None:
        """Marks the field and says why; "" takes the mark away."""
        restyle(self.input.focusProxy() or self.input, "faulty", bool(reason))
        self.reason.setText(reason[:1].upper() + reason[1:])
        self.reason.setVisible(bool(reason))
        self.input.setAccessibleDescription(reason)


def _caption(member: Field) -> QLabel:
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.RichText)
    star = f' <span style="color:{TONES.danger}">*</span>' if member.required else ""
    made.setText(html.escape(member.label) + star)
    made.setProperty("small", True)
    return made
