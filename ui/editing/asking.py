"""A small window that asks for the few things that one step needs, and stays until they are right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from models.errors import Fault, Refused, UserError
from models.ledger.store import Store
from models.record import MISSING, Field, Part
from ui.editing.field_box import FieldBox
from ui.editing.plain import LinesEditor
from ui.theme import STEP, wide
from ui.widgets.room import ABOVE
from ui.widgets.small import button, column, label, row

_WIDTH, _TWO, _LINES = wide(520), wide(780), 84
Act = Callable[[dict[str, Any]], object]


class Question(NamedTuple):
    """A field that is asked for, what it holds at first, whether it must be there, what it is called here."""

    member: Field
    value: Any = None
    required: bool = False
    label: str = ""
    only_with: str = ""  # asked only while this yes-or-no question is ticked

    @property
    def asked(self) -> Field:
        """The field as this window asks for it."""
        return replace(self.member, required=self.required, label=self.label or self.member.label)


class AskDialog(QDialog):
    """Calls `act` with what was typed, by names of fields; its errors are shown here and nothing is lost."""

    def __init__(
        self,
        store: Store,
        of: type[Part],
        heading: str,
        said: str,
        questions: Sequence[Question],
        yes: str,
        act: Act,
        parent: QWidget,
    ) -> None:
        """`of` is whose fields these are: what was written in them before is offered."""
        super().__init__(parent)
        self.setWindowTitle(heading)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._act = act
        self._fields = QGridLayout()
        self.boxes = {each.member.name: FieldBox(store, of, each.asked) for each in questions}
        for each in questions:
            self.boxes[each.member.name].editor.show_value(each.value)
        self.faults = label(wrap=True)
        self.faults.setProperty("fault", True)
        self.faults.hide()
        self.agree = button(yes, self.carry_out, look="primary", sign="check")
        self.agree.setToolTip("Ctrl+Enter")
        self.agree.setDefault(True)
        self._lay_out(heading, said, questions)
        for keys in ("Ctrl+S", "Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.carry_out)
        self._focus_first_empty()

    def _lay_out(self, heading: str, said: str, questions: Sequence[Question]) -> None:
        explained = label(said, muted=True, wrap=True)
        explained.setVisible(bool(said))
        title = label(heading, name="title", wrap=True)
        layout = column(title, explained, into=self, margin=3 * STEP, spacing=STEP + 4)
        self._fields.setHorizontalSpacing(2 * STEP)
        self._fields.setVerticalSpacing(STEP + 4)
        layout.addLayout(self._fields)
        for box in self.boxes.values():
            if isinstance(box.input, LinesEditor):
                box.input.setFixedHeight(wide(_LINES))
        self._place(1)
        for each in questions:
            if each.only_with:
                self._show_only_with(self.boxes[each.member.name], self.boxes[each.only_with])
        layout.addWidget(self.faults)
        layout.addLayout(row(None, button("Thôi", self.reject), self.agree))
        self._fit()

    def _place(self, columns: int) -> None:
        """Puts the fields below each other, or two beside each other; what has several lines keeps its row."""
        place = 0
        for box in self.boxes.values():
            self._fields.removeWidget(box)
            span = columns if isinstance(box.input, LinesEditor) else 1
            place += -place % span
            self._fields.addWidget(box, place // columns, place % columns, 1, span)
            place += span
        self.setMinimumWidth(_WIDTH if columns == 1 else _TWO)

    def carry_out(self) -> None:
        """Does it and closes; or says at the fields what is wrong, and stays."""
        self.setFocus()  # the field being typed into is tidied first
        said, faults = self._read()
        if not faults:
            try:
                self._act(said)
            except Refused as refused:
                faults = list(refused.faults)
            except UserError as error:
                faults = [Fault(line) for line in str(error).splitlines()]
        self._show(faults)
        if not faults:
            self.accept()

    def _show_only_with(self, box: FieldBox, ticked: FieldBox) -> None:
        def follow() -> None:
            box.setVisible(bool(ticked.editor.value()))
            self._fit()

        ticked.editor.edited.connect(follow)
        box.setVisible(bool(ticked.editor.value()))

    def _fit(self) -> None:
        """As high as its texts need at this width; with fields in pairs where the screen is too low."""
        layout = self.layout()
        if layout is None:
            return
        layout.activate()
        if layout.totalHeightForWidth(self.minimumWidth()) > self.screen().availableGeometry().height() - ABOVE:
            self._place(2)
            layout.activate()
        self.resize(self.minimumWidth(), layout.totalHeightForWidth(self.minimumWidth()))

    def showEvent(self, event: QShowEvent) -> None:
        self._fit()
        super().showEvent(event)

    def _read(self) -> tuple[dict[str, Any], list[Fault]]:
        said: dict[str, Any] = {}
        faults: list[Fault] = []
        for name, box in self.boxes.items():
            try:
                said[name] = box.editor.value()
            except ValueError as error:
                faults.append(Fault(str(error), box.member.key, box.member.label))
                continue
            if said[name] is None and box.member.required:
                faults.append(Fault(MISSING, box.member.key, box.member.label))
        return said, faults

    def _show(self, faults: Sequence[Fault]) -> None:
        boxes = {box.member.key: box for box in self.boxes.values()}
        reasons = {fault.field: fault.reason for fault in reversed(faults)}
        for key, box in boxes.items():
            box.show_fault(reasons.get(key, ""))
        strangers = [str(fault) for fault in faults if fault.field not in boxes]
        self.faults.setText("\n".join(strangers))
        self.faults.setVisible(bool(strangers))
        wrong = next((box for key, box in boxes.items() if key in reasons), None)
        if wrong is not None:
            wrong.input.setFocus(Qt.FocusReason.OtherFocusReason)
        self._fit()

    def _focus_first_empty(self) -> None:
        boxes = list(self.boxes.values())
        empty = [box for box in boxes if box.editor.value() is None] or boxes
        empty = [box for box in empty if box.member.required] or empty
        empty[0].input.setFocus(Qt.FocusReason.TabFocusReason)
