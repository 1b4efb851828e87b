"""The window that asks for a password, once or twice, and stays until it is right."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QWidget

from models.errors import UserError
from ui.theme import STEP, wide
from ui.widgets.small import button, column, label, row

_WIDTH = wide(520)
APART = "Hai lần gõ mật khẩu chưa giống nhau. Hãy gõ lại."


class PasswordDialog(QDialog):
    """Calls `act` with what was typed, in the order of `asked`; its errors are shown here."""

    def __init__(
        self,
        heading: str,
        said: str,
        asked: Sequence[str],
        yes: str,
        act: Callable[[list[str]], object],
        parent: QWidget,
        *,
        above: Sequence[QWidget] = (),
    ) -> None:
        """`above` comes before the passwords; a password typed twice stands side by side, so that it all fits."""
        super().__init__(parent)
        self.setWindowTitle(heading)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._act = act
        self.lines = [_password_line(name) for name in asked]
        self.is_shown = QCheckBox("Hiện mật khẩu")
        self.is_shown.toggled.connect(self._show_letters)
        self.faults = label(wrap=True)
        self.faults.setProperty("fault", True)
        self.faults.hide()
        self.agree = button(yes, self.carry_out, look="primary", sign="check")
        self.agree.setDefault(True)
        title, explained = label(heading, name="title", wrap=True), label(said, muted=True, wrap=True)
        layout = column(title, explained, *above, into=self, margin=3 * STEP, spacing=STEP + 4)
        first = len(self.lines) % 2
        for places in (self.lines[:first], self.lines[first:]):
            layout.addLayout(row(*(captioned(line) for line in places), spacing=2 * STEP))
        layout.addWidget(self.is_shown)
        layout.addWidget(self.faults)
        layout.addLayout(row(None, button("Thôi", self.reject), self.agree))
        self.setMinimumWidth(_WIDTH)
        self._fit()
        self.lines[0].setFocus(Qt.FocusReason.TabFocusReason)

    def carry_out(self) -> None:
        """Does it and closes; or says what is wrong, and stays."""
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)  # a password takes half a second to be tried
        try:
            self._act([line.text() for line in self.lines])
        except UserError as error:
            self._refuse(str(error))
        else:
            self.accept()
        finally:
            QGuiApplication.restoreOverrideCursor()

    def done(self, result: int) -> None:
        """Forgets what was typed."""
        for line in self.lines:
            line.clear()
        super().done(result)

    def _refuse(self, reason: str) -> None:
        self.faults.setText(reason)
        self.faults.show()
        self.lines[0].selectAll()
        self.lines[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self._fit()

    def _show_letters(self, is_shown: bool) -> None:
        for line in self.lines:
            line.setEchoMode(QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password)

    def _fit(self) -> None:
        """As high as its texts need at this width."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.resize(_WIDTH, layout.totalHeightForWidth(_WIDTH))


def captioned(field: QWidget) -> QWidget:
    """A field with its name above."""
    made = QWidget()
    column(label(field.accessibleName(), small=True), field, into=made, spacing=4)
    return made


def _password_line(name: str) -> QLineEdit:
    made = QLineEdit()
    made.setEchoMode(QLineEdit.EchoMode.Password)
    made.setAccessibleName(name)
    return made
