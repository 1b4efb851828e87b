"""A form while it is being changed: every step can be taken back, what is typed in one field is one step."""

from __future__ import annotations

from exports.form import Form


class Draft:
    """The form as it is now, and how it was before."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self._kept = form
        self._before: list[Form] = []
        self._after: list[Form] = []
        self._field = ""

    @property
    def is_changed(self) -> bool:
        """True if it is not as it was at first, or as it was kept."""
        return self.form != self._kept

    @property
    def steps(self) -> tuple[bool, bool]:
        """Whether there is a step to take back, and one to do again."""
        return bool(self._before), bool(self._after)

    def change(self, form: Form, field: str = "") -> bool:
        """The next step; one in the same `field` as the last belongs to that. False if nothing changes."""
        if form == self.form:
            return False
        if not field or field != self._field:
            self._before.append(self.form)
        self._after.clear()
        self._field, self.form = field, form
        return True

    def undo(self) -> bool:
        """Takes back the last step; False if there is none."""
        return self._go(self._before, self._after)

    def redo(self) -> bool:
        """Does again what was taken back last; False if nothing was."""
        return self._go(self._after, self._before)

    def keep(self) -> None:
        """It is kept as it is now."""
        self._kept = self.form

    def _go(self, away: list[Form], back: list[Form]) -> bool:
        if not away:
            return False
        back.append(self.form)
        self.form, self._field = away.pop(), ""
        return True
