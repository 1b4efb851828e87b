"""The bar over a scoring sheet: whose sheet it is, and the ways to its points and to its scheme."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from models.indicators.ratings import scored_units
from models.ledger.store import Store
from models.records.unit import OrgUnit
from models.vietnamese import folded
from ui.editing.choices import ChoiceEditor, Option
from ui.theme import STEP
from ui.widgets.small import button, label, row

WIDTH = 340


class ScoringBar(QFrame):
    """Emits `unit_chosen`, `points_wished` and `scheme_wished`. Hidden where the form is no scoring sheet."""

    unit_chosen = Signal()
    points_wished = Signal()
    scheme_wished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._units: list[OrgUnit] = []
        self._form, self._store = "", None
        self.choice = ChoiceEditor(self._offer, self._name, "gõ để tìm đơn vị")
        self.choice.setFixedWidth(WIDTH)
        self.choice.setAccessibleName("Đơn vị được chấm")
        self.choice.edited.connect(self._tell)
        self.points_button = button("Nhập điểm", self.points_wished.emit, look="primary", sign="pencil")
        self.points_button.setToolTip("Gõ điểm của từng mục (F2)")
        self.scheme_button = button("Sửa thang điểm", self.scheme_wished.emit, look="flat", sign="book")
        self.scheme_button.setToolTip("Đổi tiêu chí, điểm chuẩn, mức xếp loại theo hướng dẫn của công đoàn cấp trên")
        row(
            label("Chấm điểm cho", muted=True), self.choice, self.points_button, self.scheme_button, None,
            into=self, spacing=STEP,
        )  # fmt: skip
        self.hide()

    @property
    def unit(self) -> str | None:
        """The uid of the unit scored; None: the own unit."""
        if self.isHidden():
            return None
        try:
            chosen: str | None = self.choice.value()
        except ValueError:
            return self._units[0].uid if self._units else None
        return chosen

    def show_form(self, store: Store | None, form: str) -> None:
        """Fits the bar to a form; the unit chosen stays, as long as it may be scored by this form."""
        from exports.form_shelf import forms

        kinds = forms()[form].scored if form in forms() else ()
        self.setVisible(bool(kinds) and store is not None)
        if not kinds or store is None:
            return
        before = self.unit
        self._units = scored_units(store, kinds) or [store.own_unit()]
        known = [each.uid for each in self._units]
        self.choice.show_value(before if before in known else known[0])

    def _offer(self, text: str) -> list[Option]:
        words = folded(text).split()
        return [(each.uid, each.name_full) for each in self._units if all(w in folded(each.name_full) for w in words)]

    def _name(self, uid: str) -> str:
        return next((each.name_full for each in self._units if each.uid == uid), "")

    def _tell(self) -> None:
        try:
            self.choice.value()
        except ValueError:
            return  # still being typed
        self.unit_chosen.emit()
