"""The row chosen: its words, what it counts and what that is now, and the list to choose something else from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QMenu, QStackedWidget, QWidget

from exports.own.sources import Kind
from models.indicators.figure import Number
from ui.figures.choice import Choice
from ui.figures.picker import Picker
from ui.form_editing.field import StepField
from ui.form_editing.row_ticks import RowTicks, Ticked
from ui.form_editing.words import Said
from ui.theme import STEP
from ui.widgets.segments import Segments
from ui.widgets.small import button, column, label, row, rule

LEVELS = ("Đề mục", "Dòng", "Dòng con")
FIELDS = {"label": "Tên dòng", "number": "Số thứ tự in", "unit": "Đơn vị tính"}
KINDS = {
    Kind.FIGURE: "Lấy số liệu của sổ",
    Kind.SUM: "Cộng các dòng khác",
    Kind.OWN_NUMBER: "Tự ghi số",
    Kind.NONE: "Không có số",
}


class ShownRow(NamedTuple):
    """All that the panel says of a row; None for `unit` or `number`: the form has no such column."""

    label: str
    unit: str | None
    number: str | None
    level: int
    kind: Kind
    said: Said
    entered: Number | None = None
    others: Sequence[Ticked] = ()
    is_total: bool = False  # the total of a code list: only its words can be changed


class RowPanel(QFrame):
    """Emits `edited` with "label", "unit" or "number" and the text typed, `level_chosen`, `kind_chosen`, `picked`,
    `looked_at` with the Pick that Enter would take, `ticked` with codes, `number_typed`, `left` for back to the rows.
    """

    edited = Signal(str, str)
    level_chosen = Signal(int)
    kind_chosen = Signal(object)
    picked = Signal(object)
    looked_at = Signal(object)
    ticked = Signal(object)
    number_typed = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.known: Sequence[Choice] = ()
        self.fields = {name: StepField(words) for name, words in FIELDS.items()}
        self.holders = {name: _field(words, self.fields[name]) for name, words in FIELDS.items()}
        self.levels = Segments(LEVELS)
        self.heading, self.details = label(name="strong", wrap=True), label(muted=True, small=True, wrap=True)
        self.value, self.note = label(name="title"), label(muted=True, small=True, wrap=True)
        self.kind_button = button("", look="menu")
        self.picker = Picker(lambda: self.known, "Tìm số liệu cho dòng")
        self.preview = label(muted=True, small=True, wrap=True)
        self.take_button = button("Lấy số này", self.picker.take, sign="check")
        self.take_button.setToolTip("Dòng đang chọn lấy số liệu tô xanh ở trên (Enter, bấm đúp)")
        self.others, self.entered = RowTicks(), StepField("Số tự ghi", hint="Gõ số")
        self.ways = QStackedWidget()
        _lay_out(self)
        _connect(self)

    def show_row(self, shown: ShownRow) -> None:
        """Speaks of another row, or of the same after a step."""
        for name, text in (("label", shown.label), ("number", shown.number), ("unit", shown.unit)):
            self.fields[name].show_text(text or "")
            self.holders[name].setVisible(text is not None)
        self.levels.setVisible(not shown.is_total)
        self.levels.show_chosen(min(shown.level, len(LEVELS) - 1))
        self.heading.setText(shown.said.heading)
        for words, text in ((self.details, shown.said.details), (self.note, shown.said.note)):
            words.setText(text)
            words.setVisible(bool(text))
        self.kind_button.setVisible(not shown.is_total)
        self.ways.setVisible(not shown.is_total)
        self._show_kind(shown)

    def heightForWidth(self, width: int) -> int:
        """As low as can be: the list of figures gives way before anything has to be scrolled."""
        layout = self.layout()
        return layout.minimumSize().height() if layout is not None else self.minimumHeight()

    def show_value(self, text: str) -> None:
        """What the row comes to now, "" for a row without a number."""
        self.value.setText(text)
        self.value.setVisible(bool(text))

    def show_preview(self, text: str, *, can_take: bool = True) -> None:
        """What Enter would bring."""
        self.preview.setText(text)
        self.take_button.setEnabled(can_take)

    def ask(self, known: Sequence[Choice]) -> None:
        """Offers these choices."""
        self.known = known
        self.picker.ask(None, None, "")

    def _show_kind(self, shown: ShownRow) -> None:
        kind = Kind.FIGURE if shown.kind is Kind.ENTRY else shown.kind
        self.kind_button.setText(KINDS[kind])
        self.ways.setCurrentIndex(list(KINDS).index(kind))
        text = "" if shown.entered is None else f"{shown.entered:g}".replace(".", ",")
        if self.entered.text().rstrip(",") != text:
            self.entered.show_text(text)
        self.others.show_rows(shown.others)


def _lay_out(panel: RowPanel) -> None:
    figure = QWidget()
    below = column(panel.picker, into=figure, spacing=6)
    below.setStretch(0, 1)
    below.addLayout(row(panel.preview, panel.take_button))
    for part in (figure, panel.others, _on_top(panel.entered), QWidget()):
        panel.ways.addWidget(part)
    layout = column(panel.holders["label"], into=panel, margin=STEP + 4, spacing=6)
    layout.addLayout(row(panel.holders["number"], panel.holders["unit"]))
    layout.addWidget(panel.levels)
    for part in (rule(), panel.heading, panel.details, panel.value, panel.note, panel.kind_button, panel.ways):
        layout.addWidget(part)
    layout.setStretchFactor(panel.ways, 1)
    layout.addStretch(0)


def _field(words: str, field: QLineEdit) -> QWidget:
    holder = QWidget()
    named = label(words, muted=True, small=True)
    named.setBuddy(field)
    column(named, field, into=holder, spacing=2)
    return holder


def _on_top(part: QWidget) -> QWidget:
    holder = QWidget()
    column(part, None, into=holder)
    return holder


def _connect(panel: RowPanel) -> None:
    for name, field in panel.fields.items():
        field.textEdited.connect(lambda text, name=name: panel.edited.emit(name, text))
        field.returnPressed.connect(panel.left)
    panel.levels.chosen.connect(panel.level_chosen)
    menu = QMenu(panel.kind_button)
    for kind, words in KINDS.items():
        menu.addAction(words).triggered.connect(lambda _checked=False, kind=kind: panel.kind_chosen.emit(kind))
    panel.kind_button.setMenu(menu)
    panel.picker.taken.connect(panel.picked)
    panel.picker.highlighted.connect(panel.looked_at)
    panel.picker.left.connect(panel.left)
    panel.others.ticked.connect(panel.ticked)
    panel.entered.textEdited.connect(lambda text: _tell_number(panel, text))
    panel.entered.returnPressed.connect(panel.left)


def _tell_number(panel: RowPanel, text: str) -> None:
    """Tells of a number, of none for an empty field; of what is no number nothing is told."""
    plain = text.strip().replace(".", "").replace(",", ".")
    if not plain:
        panel.number_typed.emit(None)
        return
    try:
        number = float(plain)
    except ValueError:
        return
    panel.number_typed.emit(int(number) if number.is_integer() else number)
