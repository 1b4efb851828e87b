"""The line above a list: words or a period to look for, conditions from a menu as chips below it, views by name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QMenu, QPushButton, QWidget

from models.ledger.listing import FILTER, Choice, Condition
from models.ledger.store import Store
from models.periods import Period
from models.record import Record
from models.spoken_periods import spoken_period
from ui import messages
from ui.finding.chips import Chip, Chips
from ui.finding.conditions import ConditionMenu, condition_words, fields_to_narrow
from ui.finding.quick_filters import QuickFilters
from ui.finding.view_menu import ViewMenu
from ui.finding.views import View, keep_view
from ui.icons import icon
from ui.theme import STEP, TONES, wide
from ui.widgets.small import button, column, row

HINT = "Tìm, không cần gõ dấu (Ctrl+F)"
HINT_DATED = "Tìm chữ, “tháng 3”, “quý 1”… (Ctrl+F)"


class FilterLine(QWidget):
    """Emits `typed` while letters come, `changed` when a chip or *Mọi kỳ* did, `view_chosen` with a view."""

    typed = Signal()
    changed = Signal()
    view_chosen = Signal(object)
    keeping_wished = Signal(str)  # a name under which to keep what is shown

    def __init__(self, record: type[Record]) -> None:
        super().__init__()
        self._record = record
        self._store: Store | None = None
        self.period: Period | None = None
        self.conditions: tuple[Condition, ...] = ()
        self._as_words = ""  # a text whose period she took for mere words
        self.input = _new_input(HINT_DATED if record.dated_by else HINT)
        self.input.textChanged.connect(self._show_chips)
        self.input.textChanged.connect(self.typed)
        self.all_periods = QCheckBox("Mọi kỳ")
        self.all_periods.setToolTip("Xem cả những gì nằm ngoài kỳ đang chọn ở trên")
        if not record.dated_by:
            self.all_periods.hide()  # never shown before it has its place: it would be a window of its own
        self.all_periods.toggled.connect(self.changed)
        self._menu = ConditionMenu(record, self)
        self._menu.chosen.connect(self._add)
        self._views = ViewMenu(record, self)
        self._views.chosen.connect(self.view_chosen)
        self._views.keeping_wished.connect(self._ask_name)
        self._chips = Chips()
        self.quick = QuickFilters(record)
        self.quick.chosen.connect(self._take_filter)
        self._lay_out()

    def show_ledger(self, store: Store | None) -> None:
        """Of another ledger: what was looked for in the former one is forgotten."""
        self._store = self._menu.store = store
        self.quick.count(store)
        self.show_view(View(""))

    @property
    def words(self) -> str:
        """What was typed, in one line."""
        return self.input.text().strip()

    def choice(self, order: str, descending: bool) -> Choice:
        """What is looked for, within the period chosen above unless the words name another."""
        spoken = self._spoken()
        text = spoken[1] if spoken else self.input.text()
        span = spoken[0] if spoken else self.period
        of_any_period = self.all_periods.isChecked() or _filter_in(self.conditions) is not None
        if not self._record.dated_by or (of_any_period and not spoken):
            span = None
        first, last = (span.first, span.last) if span else (None, None)
        return Choice(self._record, text, first, last, order, descending, self.conditions)

    def keep(self, name: str, order: str, descending: bool, columns: Sequence[str]) -> None:
        """Keeps what is shown under a name."""
        words, wide = self.input.text(), self.all_periods.isChecked()
        keep_view(self._record, View(name, words, self.conditions, order, descending, wide, tuple(columns)))

    def show_view(self, view: View) -> None:
        """Looks for what a view says; emits nothing."""
        self.conditions, self._as_words = view.conditions, ""
        for part in (self.input, self.all_periods):
            part.blockSignals(True)
        self.input.setText(view.text)
        self.all_periods.setChecked(view.all_periods)
        for part in (self.input, self.all_periods):
            part.blockSignals(False)
        self._show_chips()

    def narrow(self, conditions: tuple[Condition, ...]) -> None:
        """Shows only what meets these conditions."""
        self.conditions = conditions
        self._show_chips()
        self.changed.emit()

    def _lay_out(self) -> None:
        narrow = _opening("Lọc thêm", self._menu, "Chỉ xem những dòng có một giá trị nhất định", "Alt+L")
        narrow.setVisible(bool(fields_to_narrow(self._record)))
        views = _opening("Cách xem", self._views, "Ghi lại hoặc dùng lại một cách xem", "Alt+C")
        layout = column(into=self, spacing=6)
        layout.addLayout(row(self.input, narrow, views, self.all_periods, spacing=STEP))
        layout.addWidget(self.quick)
        layout.addWidget(self._chips)

    def _take_filter(self, name: str) -> None:
        others = tuple(each for each in self.conditions if each.field != FILTER)
        self.narrow((*others, Condition(FILTER, name)) if name else others)

    def _spoken(self) -> tuple[Period, str] | None:
        text = self.input.text()
        if not self._record.dated_by or text == self._as_words:
            return None
        return spoken_period(text, date.today(), self.period.year if self.period else date.today().year)

    def _show_chips(self) -> None:
        self._chips.show_chips(list(self._found_chips()))
        used = _filter_in(self.conditions)
        self.quick.show_used(str(used.value) if used else "")
        self.all_periods.setEnabled(used is None)

    def _found_chips(self) -> Iterator[Chip]:
        if spoken := self._spoken():
            yield Chip(f"Thời gian: {spoken[0].label}", "Bấm để tìm như chữ thường", self._take_as_words)
        for each in (each for each in self.conditions if each.field != FILTER):
            others = tuple(other for other in self.conditions if other != each)
            words = condition_words(self._store, self._record, each)
            yield Chip(words, "Bấm để bỏ điều kiện này", partial(self.narrow, others))

    def _take_as_words(self) -> None:
        self._as_words = self.input.text()
        self._show_chips()
        self.changed.emit()

    def _add(self, condition: Condition) -> None:
        self.narrow((*(each for each in self.conditions if each != condition), condition))

    def _ask_name(self) -> None:
        named = [condition_words(self._store, self._record, each) for each in self.conditions]
        proposed = ", ".join([self.words, *named] if self.words else named)
        if name := messages.text_for(self, "Ghi lại cách xem", "Tên của cách xem này:", proposed, "Ghi lại"):
            self.keeping_wished.emit(name)


def _filter_in(conditions: tuple[Condition, ...]) -> Condition | None:
    """The filter of the list's own that is in use; it asks for no period."""
    return next((each for each in conditions if each.field == FILTER), None)


class _Input(QLineEdit):
    """Wide enough for its hint, less where room is short."""

    def sizeHint(self) -> QSize:
        return QSize(wide(320), super().sizeHint().height())


def _new_input(hint: str) -> QLineEdit:
    made = _Input()
    made.setPlaceholderText(hint)
    made.addAction(icon("search", TONES.muted, 18), QLineEdit.ActionPosition.LeadingPosition)
    made.setClearButtonEnabled(True)
    made.setMinimumWidth(wide(240))
    return made


def _opening(words: str, menu: QMenu, hint: str, keys: str) -> QPushButton:
    made = button(words)
    made.setMenu(menu)
    made.setProperty("menu", True)
    made.setToolTip(f"{hint} ({keys})")
    made.setShortcut(keys)
    return made
