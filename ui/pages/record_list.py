"""One list of records with its filter, its period, and the card of the record selected."""

from __future__ import annotations

from array import array
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QSplitter, QStackedWidget, QWidget

from models.ledger.listing import Choice, has_any, is_among, number_of
from models.ledger.store import Store
from models.periods import Period
from models.records import record_type
from models.values import grouped
from ui import settings
from ui.finding.filter_line import FilterLine
from ui.finding.list_reader import ListReader
from ui.finding.views import View
from ui.jobs import Jobs
from ui.pages.detail_card import DetailCard
from ui.pages.empty_state import EmptyState
from ui.pages.row_menu import offer_row_menu
from ui.pages.subjects import Shelf, subject_of
from ui.tables.cursor import put_cursor
from ui.tables.grid_desk import GridDesk
from ui.tables.grid_foot import GridFoot
from ui.tables.record_grid import RecordGrid
from ui.theme import STEP, wide
from ui.widgets.room import when_low, when_narrow
from ui.widgets.small import column, label, row

PAUSE = 120  # milliseconds without a key before the filter is looked up
DETAIL_WIDTH = wide(330)
ROOM_FOR_CARD = 780, 400  # pixels of width and of height: with less, the rows have all of it


class RecordList(QWidget):
    """Emits what is wished; who does it is `record_desk`. `counted` gives "12 hoạt động" for the status bar."""

    counted = Signal(str)
    selection_changed = Signal()
    add_wished = Signal()
    edit_wished = Signal(str)
    duplicate_wished = Signal(str)
    removal_wished = Signal(str)
    life_wished = Signal(str)
    unsaved_wished = Signal(object)

    def __init__(self, shelf: Shelf, jobs: Jobs) -> None:
        super().__init__()
        self.shelf, self.record = shelf, record_type(shelf.kind)
        self.store: Store | None = None
        self._clock = QTimer(self, singleShot=True, interval=PAUSE)
        self._clock.timeout.connect(self.refresh)
        self._reader = ListReader(jobs, self)
        self._shown: tuple[Store, Choice] | None = None  # what the rows answer
        self.line = FilterLine(self.record)
        self.filter, self.all_periods = self.line.input, self.line.all_periods
        self._count = label(muted=True)
        self.table = RecordGrid(self.record)
        self.typing = GridDesk(self.table, shelf)
        self.foot = GridFoot(self.table)
        self._is_begun = False  # she wants to type into an empty list
        self.empty = EmptyState(subject_of(shelf.kind).icon, typed=True)
        self.card = DetailCard()
        self._rows = QStackedWidget()
        self.more_entries: Callable[[], list[QAction]] = list  # what a row's menu offers beside
        _connect(self)
        _lay_out(self)

    def show_ledger(self, store: Store | None) -> None:
        """Shows another ledger; filter and selection of the former one are forgotten."""
        self.table.finish()
        self.store = store
        self._is_begun = False
        self.line.show_ledger(store)
        self.refresh()
        self.typing.open(store)
        self._show_rows()

    def show_period(self, period: Period) -> None:
        """Shows another period; nothing is read before the ledger is there."""
        self.line.period = self.typing.period = period
        self._is_begun = False
        if self.store is not None:
            self.refresh()

    def refresh(self) -> None:
        """Reads again what the filter and the period say; a long list is ready a moment later."""
        self._clock.stop()
        store, choice = self.store, self._choice()
        if store is None:
            self._reader.drop()
            self._shown = None
            self.table.show_numbers(None, array("q"))
            self._show_rows()
        else:
            self._reader.read(store, choice, lambda *found: self._show_found((store, choice), *found))

    def _show_found(self, asked: tuple[Store, Choice], found: array[int], is_whole: bool) -> None:
        if asked == self._shown and is_whole and not self.table.rows.is_whole:
            self.table.complete(found)
        else:
            self.table.show_numbers(self.store, found, is_whole=is_whole, is_again=asked == self._shown)
        self._shown = asked
        self._show_rows()
        if self.table.rows.count and not self.table.chosen and self.table.unsaved is None:
            put_cursor(self.table, self.table.rows.index(0, 0))

    def _show_rows(self) -> None:
        """Shows the table, or what an empty list says."""
        count = self.table.rows.count
        self._count.setText(self.count_text if count else "")
        is_empty = not (count or self._is_begun or self.table.rows.unsaved)
        self._rows.setCurrentIndex(int(is_empty))
        _show_or_hide_card(self)
        if is_empty:
            _say_empty(self)
        self.counted.emit(self.count_text)

    def type_into_table(self) -> None:
        """Shows the empty row, even of an empty list, with the cursor in it."""
        self._is_begun = True
        self._show_rows()
        self.table.go_to_empty_row()

    @property
    def count_text(self) -> str:
        """How many there are: "12 hoạt động"."""
        rows = self.table.rows
        return f"{'' if rows.is_whole else 'hơn '}{grouped(rows.count)} {self.shelf.noun}"

    def show_uid(self, uid: str) -> bool:
        """Selects a record; False if filter or period hide it."""
        number = number_of(self.store, self.record, uid) if self.store is not None else 0
        if self.store is None or not number:
            return False
        if not self._reader.is_busy:
            return self.table.choose(number)
        if is_coming := is_among(self.store, self._choice(), number):
            self.table.choose(number, is_coming=True)
        return is_coming

    def show_view(self, view: View) -> None:
        """Shows what a view says, in its order."""
        self.line.show_view(view)
        self.table.columns.show_keys(view.columns)
        self.table.show_order(view.order, view.descending)
        self.refresh()

    def reveal(self, uid: str) -> bool:
        """Selects a record; filter and period make way if they hide it. False if it is gone."""
        for view in (None, View(""), View("", all_periods=True)):
            if view is not None:
                self.line.show_view(view)
            self.refresh()
            if self.show_uid(uid):
                return True
        return False

    def _choice(self) -> Choice:
        return self.line.choice(*self.table.order)

    def _is_within_period(self) -> bool:
        """True if only the period chosen above is shown."""
        return self.line.period is not None and self._choice().first == self.line.period.first

    def _show_card(self, uid: str) -> None:
        self.card.show_record(self.store, self.record, uid)
        self.selection_changed.emit()


def _look_wider(shown: RecordList) -> None:
    if shown._is_within_period():
        shown.all_periods.setChecked(True)
    else:
        shown.show_view(View(""))


def _say_empty(shown: RecordList) -> None:
    noun, words, period = shown.shelf.noun, shown.line.words, shown.line.period
    within = f" trong {period.label[:1].lower()}{period.label[1:]}" if period and shown._is_within_period() else ""
    if words or shown.line.conditions:
        among = f"“{words}”" if words else "các điều kiện đã chọn"
        shown.empty.say(f"Không có {noun} nào khớp với {among}{within}.", "", "Tìm ở mọi kỳ" if within else "Bỏ lọc")
    elif within and shown.store is not None and has_any(shown.store, shown.record):
        shown.empty.say(f"Chưa có {noun} nào{within}.", f"Thêm {noun}", "Xem mọi kỳ")
    else:
        shown.empty.say(f"Chưa có {noun} nào trong sổ.", f"Thêm {noun}")


def _show_or_hide_card(shown: RecordList) -> None:
    has_room = shown.width() >= ROOM_FOR_CARD[0] and shown.height() >= ROOM_FOR_CARD[1]
    shown.card.setVisible(has_room and settings.card_is_shown() and shown.table.rows.count > 0)
    shown.foot.card_button.setVisible(has_room)


def _take_note(shown: RecordList) -> None:
    """Rows were saved as they were typed: they stay where they are, unless the list is being read at this moment."""
    if shown._reader.is_busy:
        shown.refresh()
    shown._show_rows()
    shown._show_card(shown.table.chosen)


def _connect(shown: RecordList) -> None:
    for watch, limit in zip((when_narrow, when_low), ROOM_FOR_CARD, strict=True):
        watch(shown, limit, lambda _is_small: _show_or_hide_card(shown))
    shown.foot.card_turned.connect(lambda: _show_or_hide_card(shown))
    shown.table.selected.connect(shown._show_card)
    shown.table.rows.entered.connect(lambda _rows: _take_note(shown))
    shown.table.card_wished.connect(shown.unsaved_wished)
    shown.foot.opening_wished.connect(lambda: shown.unsaved_wished.emit(shown.table.unsaved))
    shown.typing.added_up.connect(lambda text: shown.counted.emit(text or shown.count_text))
    shown.empty.typing_wished.connect(shown.type_into_table)
    shown.table.sorted.connect(shown.refresh)
    offer_row_menu(shown)
    shown.line.typed.connect(shown._clock.start)
    shown.line.changed.connect(shown.refresh)
    shown.line.view_chosen.connect(shown.show_view)
    shown.line.keeping_wished.connect(lambda name: shown.line.keep(name, *shown.table.order, shown.table.columns.keys))
    shown.filter.returnPressed.connect(shown.refresh)
    shown.filter.returnPressed.connect(shown.table.setFocus)
    shown.empty.wished.connect(shown.add_wished)
    shown.empty.other_wished.connect(lambda: _look_wider(shown))
    shown.card.edit_wished.connect(lambda: shown.edit_wished.emit(shown.table.chosen))
    shown.card.duplicate_wished.connect(lambda: shown.duplicate_wished.emit(shown.table.chosen))
    shown.card.removal_wished.connect(lambda: shown.removal_wished.emit(shown.table.chosen))
    shown.card.life_wished.connect(lambda: shown.life_wished.emit(shown.table.chosen))


def _lay_out(shown: RecordList) -> None:
    shown._rows.addWidget(shown.table)
    shown._rows.addWidget(shown.empty)
    frame = QFrame()
    frame.setObjectName("card")
    column(shown._rows, shown.foot, into=frame, margin=1, spacing=0)
    sides = QSplitter(Qt.Orientation.Horizontal)
    sides.setHandleWidth(2 * STEP)
    sides.setChildrenCollapsible(False)
    sides.addWidget(frame)
    sides.addWidget(shown.card)
    sides.setStretchFactor(0, 1)
    sides.setSizes([900, DETAIL_WIDTH])
    shown.card.setMinimumWidth(wide(300))
    layout = column(into=shown, spacing=STEP + 4)
    head = row(shown.line, None, spacing=2 * STEP)
    head.addWidget(shown._count, 0, Qt.AlignmentFlag.AlignTop)
    shown._count.setContentsMargins(0, STEP, 0, 0)
    layout.addLayout(head)
    layout.addWidget(sides, 1)
