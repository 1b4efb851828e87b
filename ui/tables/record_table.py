"""The table of records: columns of sensible widths, sorted by a click on a head, a selection that outlives reloads."""

from __future__ import annotations

from array import array
from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from models.ledger.store import Store
from models.record import Record
from ui.tables.cursor import put_cursor
from ui.tables.record_rows import RecordRows
from ui.tables.widths import fill_room, set_widths

_ROW = 38


class RecordTable(QTableView):
    """Emits `selected` with a uid ("" for none), `opened` on a double click or Enter, `sorted` on a click on a head."""

    selected = Signal(str)
    opened = Signal(str)
    sorted = Signal()

    def __init__(self, record: type[Record], rows: RecordRows | None = None) -> None:
        super().__init__()
        self.rows = rows or RecordRows(record)
        self._is_loading = False
        self._wanted = 0  # the record to be selected as soon as it is among the rows
        self.setModel(self.rows)
        self._dress()
        self.selectionModel().currentRowChanged.connect(self._tell)
        self.doubleClicked.connect(self._open)
        head = self.horizontalHeader()
        head.setSortIndicatorShown(True)
        head.setSectionsClickable(True)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        head.setSortIndicatorClearable(True)
        head.sortIndicatorChanged.connect(lambda _column, _order: self.sorted.emit())

    @property
    def order(self) -> tuple[str, bool]:
        """The key of the column sorted by and whether downwards; ("", False) for the usual order."""
        head = self.horizontalHeader()
        place = head.sortIndicatorSection()
        if not 0 <= place < len(self.rows.columns):
            return "", False
        return self.rows.columns[place].key, head.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder

    def show_order(self, key: str, descending: bool) -> None:
        """Sorts by the column of that key, "" for the usual order; emits nothing."""
        place = next((place for place, column in enumerate(self.rows.columns) if column.key == key), -1)
        head = self.horizontalHeader()
        head.blockSignals(True)
        head.setSortIndicator(place, Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder)
        head.blockSignals(False)
        head.viewport().update()

    @property
    def chosen(self) -> str:
        """The uid of the current row, "" if there is none."""
        return self.rows.uid(self.currentIndex().row())

    def show_numbers(
        self, store: Store | None, numbers: array[int], *, is_whole: bool = True, is_again: bool = False
    ) -> None:
        """Shows these records; the row selected stays selected, the view stays where it is."""
        self._keep_place(lambda: self.rows.show(store, numbers, is_whole=is_whole, is_again=is_again))

    def complete(self, numbers: array[int]) -> None:
        """Shows all records, now that they are known, around what is looked at."""
        wanted = self._wanted
        if not self.rows.grow(numbers):
            self._keep_place(lambda: self.rows.show(self.rows.store, numbers))
        elif wanted and wanted != self.rows.number(self.currentIndex().row()):
            self.choose(wanted)
        self._wanted = 0

    def choose(self, number: int, *, is_coming: bool = False) -> bool:
        """Selects the record of that number; False if it is not shown. If it `is_coming`, as soon as it is there."""
        row = self.rows.row_of(number)
        if row >= 0:
            put_cursor(self, self.rows.index(row, max(self.currentIndex().column(), 0)))
        self._wanted = number if is_coming else 0
        return row >= 0

    def _keep_place(self, show: Callable[[], None]) -> None:
        before = self.currentIndex()
        number, row = self._wanted or self.rows.number(before.row()), before.row()
        bar = self.verticalScrollBar()
        height, was_seen = bar.value(), self.viewport().rect().intersects(self.visualRect(before))
        self._is_loading = True
        show()
        again = self.rows.row_of(number) if number else -1
        self._wanted = number if again < 0 and not self.rows.is_whole else 0
        if again < 0 <= row:
            again = min(row, self.rows.rowCount() - 1)
        bar.setValue(height)
        if again >= 0:
            put_cursor(self, self.rows.index(again, max(before.column(), 0)))
            if not was_seen and self.rows.number(again) == number:
                bar.setValue(height)  # she had scrolled away from it
        self._is_loading = False
        self.selected.emit(self.chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen:
            self.opened.emit(self.chosen)
        else:
            super().keyPressEvent(event)

    def _dress(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setMinimumSectionSize(60)
        set_widths(self, self.rows.columns)

    def keyboardSearch(self, search: str) -> None:
        """Qt would read every row for one that begins with the letter typed; the filter is there for that."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fill_room(self, self.rows.columns)

    def _tell(self, current: QModelIndex, _before: QModelIndex) -> None:
        if not self._is_loading:
            self._wanted = 0
            self.selected.emit(self.rows.uid(current.row()))

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.rows.uid(index.row()))
