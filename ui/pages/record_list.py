"""One list of records with its filter, its period, and the card of the record selected."""

from __future__ import annotations

from array import array

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QLineEdit, QSplitter, QStackedWidget, QWidget

from models.ledger.listing import Choice, ids, number_of
from models.ledger.store import Store
from models.periods import Period
from models.records import record_type
from models.values import grouped
from ui.icons import icon
from ui.pages.detail_card import DetailCard
from ui.pages.empty_state import EmptyState
from ui.pages.subjects import Shelf, subject_of
from ui.tables.record_table import RecordTable
from ui.theme import STEP, TONES, wide
from ui.widgets.room import when_narrow
from ui.widgets.small import column, label, row

PAUSE = 120  # milliseconds without a key before the filter is looked up
DETAIL_WIDTH = wide(330)
ROOM_FOR_CARD = 780


class RecordList(QWidget):
    """Emits what is wished; who does it is `record_desk`. `counted` gives "12 hoạt động" for the status bar."""

    counted = Signal(str)
    selection_changed = Signal()
    add_wished = Signal()
    edit_wished = Signal(str)
    duplicate_wished = Signal(str)
    removal_wished = Signal(str)

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self.shelf, self.record = shelf, record_type(shelf.kind)
        self.store: Store | None = None
        self._period: Period | None = None
        self._clock = QTimer(self, singleShot=True, interval=PAUSE)
        self._clock.timeout.connect(self.refresh)
        self.filter = self._new_filter()
        self.all_periods = QCheckBox("Mọi kỳ")
        self.all_periods.setToolTip("Xem cả những gì nằm ngoài kỳ đang chọn ở trên")
        self.all_periods.setVisible(bool(self.record.dated_by))
        self.all_periods.toggled.connect(self.refresh)
        self._count = label(muted=True)
        self.table = RecordTable(self.record)
        self.empty = EmptyState(subject_of(shelf.kind).icon)
        self.card = DetailCard()
        self._connect()
        self._lay_out()

    def show_ledger(self, store: Store | None) -> None:
        """Shows another ledger; filter and selection of the former one are forgotten."""
        self.store = store
        self.filter.clear()
        self.refresh()

    def show_period(self, period: Period) -> None:
        """Shows another period; nothing is read before the ledger is there."""
        self._period = period
        if self.store is not None:
            self.refresh()

    def refresh(self) -> None:
        """Reads again what the filter and the period say."""
        self._clock.stop()
        self.table.show_choice(self.store, self._choice())
        count = self.table.rows.rowCount()
        self._count.setText(self.count_text if count else "")
        self._rows.setCurrentIndex(0 if count else 1)
        self.card.setVisible(bool(count) and self.width() >= ROOM_FOR_CARD)
        if not count:
            self._say_empty()
        elif not self.table.chosen:
            self.table.setCurrentIndex(self.table.rows.index(0, 0))
        self.counted.emit(self.count_text)

    @property
    def count_text(self) -> str:
        """How many there are: "12 hoạt động"."""
        return f"{grouped(self.table.rows.rowCount())} {self.shelf.noun}"

    def show_uid(self, uid: str) -> bool:
        """Selects a record; False if filter or period hide it."""
        return self.store is not None and self.table.choose(number_of(self.store, self.record, uid))

    def _choice(self) -> Choice:
        key, descending = self.table.order
        span = None if self.all_periods.isChecked() or not self.record.dated_by else self._period
        first, last = (span.first, span.last) if span else (None, None)
        return Choice(self.record, self.filter.text(), first, last, key, descending)

    def _say_empty(self) -> None:
        noun, add = self.shelf.noun, f"Thêm {self.shelf.noun}"
        if self.filter.text().strip():
            self.empty.say(f"Không có {noun} nào khớp với “{self.filter.text().strip()}”.", "", "Xóa chữ đang tìm")
        elif self._choice().first and self.store is not None and self._has_any():
            period = self._period.label if self._period else ""
            self.empty.say(f"Chưa có {noun} nào trong {period[:1].lower()}{period[1:]}.", add, "Xem mọi kỳ")
        else:
            self.empty.say(f"Chưa có {noun} nào trong sổ.", add)

    def _has_any(self) -> bool:
        found: array[int] = ids(self.store, Choice(self.record)) if self.store is not None else array("q")
        return bool(found)

    def _look_wider(self) -> None:
        if self.filter.text():
            self.filter.clear()
            self.refresh()
        else:
            self.all_periods.setChecked(True)

    def _show_card(self, uid: str) -> None:
        self.card.show_record(self.store, self.record, uid)
        self.selection_changed.emit()

    def _new_filter(self) -> QLineEdit:
        made = QLineEdit()
        made.setPlaceholderText("Tìm, không cần gõ dấu (Ctrl+F)")
        made.addAction(icon("search", TONES.muted, 18), QLineEdit.ActionPosition.LeadingPosition)
        made.setClearButtonEnabled(True)
        made.setMinimumWidth(340)
        made.textChanged.connect(lambda _text: self._clock.start())
        made.returnPressed.connect(self._go_to_rows)
        return made

    def _go_to_rows(self) -> None:
        self.refresh()
        self.table.setFocus()

    def _connect(self) -> None:
        when_narrow(
            self, ROOM_FOR_CARD, lambda narrow: self.card.setVisible(not narrow and self.table.rows.rowCount() > 0)
        )
        self.table.selected.connect(self._show_card)
        self.table.opened.connect(self.edit_wished)
        self.table.sorted.connect(self.refresh)
        self.empty.wished.connect(self.add_wished)
        self.empty.other_wished.connect(self._look_wider)
        self.card.edit_wished.connect(lambda: self.edit_wished.emit(self.table.chosen))
        self.card.duplicate_wished.connect(lambda: self.duplicate_wished.emit(self.table.chosen))
        self.card.removal_wished.connect(lambda: self.removal_wished.emit(self.table.chosen))

    def _lay_out(self) -> None:
        self._rows = QStackedWidget()
        self._rows.addWidget(self.table)
        self._rows.addWidget(self.empty)
        frame = QFrame()
        frame.setObjectName("card")
        column(self._rows, into=frame, margin=1)
        sides = QSplitter(Qt.Orientation.Horizontal)
        sides.setHandleWidth(2 * STEP)
        sides.setChildrenCollapsible(False)
        sides.addWidget(frame)
        sides.addWidget(self.card)
        sides.setStretchFactor(0, 1)
        sides.setSizes([900, DETAIL_WIDTH])
        self.card.setMinimumWidth(wide(300))
        layout = column(into=self, spacing=STEP + 4)
        layout.addLayout(row(self.filter, self.all_periods, None, self._count, spacing=2 * STEP))
        layout.addWidget(sides, 1)
