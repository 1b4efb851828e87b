"""The steps that may come next: the usual one in colour, two more beside it, the rare ones in a menu."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from models.cases import CaseStep
from models.masks import LOOK
from ui.actions import DEEDS
from ui.icons import icon
from ui.widgets.small import button, column, row

_AT_ONCE = 3


class CasePanel(QWidget):
    """Emits `step_wished` with the step, `look_wished` when what is kept secret shall be shown.

    `all_steps` is a button with every step in its menu, for a card that is too low for more.
    """

    step_wished = Signal(object)
    look_wished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._steps: Sequence[CaseStep] = ()
        self._places = [button("", partial(self._take, place), look=_look(place)) for place in range(_AT_ONCE)]
        self.look_button = button(LOOK, self.look_wished.emit, look="flat", sign="info")
        self._rare, self._every = QMenu(self), QMenu(self)
        self._more = _opening("Việc khác", self._rare)
        self.all_steps = _opening("Bước tiếp", self._every)
        layout = column(self.look_button, into=self, spacing=6)
        layout.addLayout(row(*self._places[:-1], None, spacing=6))
        layout.addLayout(row(self._places[-1], self._more, None, spacing=6))

    @property
    def buttons(self) -> dict[str, QPushButton]:
        """The buttons shown, by the names of their steps."""
        return {step.name: made for step, made in zip(self._steps, self._places, strict=False)}

    def show_steps(self, steps: Sequence[CaseStep], *, has_secret: bool) -> None:
        """Shows these steps in place of the former ones."""
        self._steps = steps
        self.look_button.setVisible(has_secret)
        for place, made in enumerate(self._places):
            made.setVisible(place < len(steps))
            if place < len(steps):
                made.setText(f"{steps[place].words}…")
                made.setToolTip(", ".join(DEEDS[steps[place].name].keys))
        self._fill(self._rare, steps[_AT_ONCE:])
        self._more.setVisible(len(steps) > _AT_ONCE)
        self._fill(self._every, steps)
        if has_secret:
            self._every.addSeparator()
            self._every.addAction(self.look_button.text(), self.look_wished.emit)
        self.all_steps.setEnabled(bool(steps))

    def _fill(self, menu: QMenu, steps: Sequence[CaseStep]) -> None:
        menu.clear()
        for step in steps:
            entry = DEEDS[step.name]
            act = menu.addAction(icon(entry.sign, size=18), "\t".join([entry.text, *entry.keys[:1]]))
            act.triggered.connect(lambda _checked=False, step=step: self.step_wished.emit(step))

    def _take(self, place: int) -> None:
        self.step_wished.emit(self._steps[place])


def _look(place: int) -> str:
    return "" if place else "primary"


def _opening(words: str, menu: QMenu) -> QPushButton:
    made = button(words)
    made.setMenu(menu)
    made.setProperty("menu", True)
    return made
