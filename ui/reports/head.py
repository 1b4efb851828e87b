"""The head of the page of reports: form, tabs, and what opens beside the sheet; in two rows where room is short."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QWidget

from ui.form_editing.own_menu import OwnFormsButton
from ui.reports.form_list import FormList
from ui.reports.tabs import Tabs
from ui.theme import STEP, wide
from ui.widgets.small import column, label, row

ROOMY = wide(1240)  # pixels from which everything stands in one row, and list, sheet and panel beside each other
LEAST = wide(900)  # pixels below which the list of forms takes too much from the sheet, with a panel or without
WIDEST, WISHES_ALL = wide(460), 10


class Head(QWidget):
    """The page tells it how much room there is."""

    def __init__(
        self,
        title: str,
        forms: FormList,
        own: OwnFormsButton,
        tabs: Tabs,
        counting: QCheckBox,
        *tools: QWidget,
    ) -> None:
        super().__init__()
        self._forms, self._choice, self._own = forms, forms.choice, own
        self.lists = column(forms, own)  # for the page to put beside the sheet
        self._title, self._tabs, self._counting = label(title, name="heading"), tabs, counting
        self._below = QWidget()
        self._first = row(self._title, self._choice, tabs, None, counting, *tools, spacing=STEP)
        self._first.insertSpacing(2, STEP)
        self._first.setStretchFactor(self._choice, WISHES_ALL)
        self._choice.setMaximumWidth(WIDEST)
        self._second = row(None, into=self._below, spacing=STEP)
        self._second.setContentsMargins(0, STEP // 2, 0, 0)
        column(into=self, spacing=0).addLayout(self._first)
        self.layout().addWidget(self._below)  # type: ignore[union-attr]
        self._below.hide()
        self._choice.hide()

    def fit(self, width: int, *, has_panel: bool) -> None:
        """Arranges itself for a page of this width; where the list of forms has no room its choice stands in."""
        is_tight = width < (ROOMY if has_panel else LEAST)
        self._forms.setHidden(is_tight)
        self._choice.setVisible(is_tight)
        self._title.setHidden(is_tight)
        self._own.show_narrow(is_tight)
        if is_tight:
            self._first.insertWidget(2, self._own)
        else:
            self.lists.addWidget(self._own)
        self._fold(width < ROOMY)

    def _fold(self, is_folded: bool) -> None:
        """Puts tabs and counting into a row of their own; without either there is no such row."""
        if is_folded:
            self._second.insertWidget(0, self._tabs)
            self._second.insertWidget(2, self._counting)
        else:
            self._first.insertWidget(3, self._tabs)
            self._first.insertWidget(5, self._counting)
        self._tabs.setHidden(is_folded and self._tabs.is_empty)
        self._below.setVisible(is_folded and not (self._tabs.is_empty and self._counting.isHidden()))
