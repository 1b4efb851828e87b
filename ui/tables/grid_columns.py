"""Which columns a log shows, in which order and how wide: chosen from a list, dragged, and remembered for its kind."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QMenu

from models.ledger.listing import ListColumn, columns_of
from models.record import Record
from models.values import Locked
from ui import settings
from ui.tables.record_table import RecordTable
from ui.tables.widths import fill_room, set_widths, usual_width


def all_columns(record: type[Record]) -> list[ListColumn]:
    """Everything that a list of these records could show."""
    columns = columns_of(record, tuple(record.fields))
    return [each for each in columns if each.key not in record.unseen and not isinstance(each.kind, Locked)]


def chosen_columns(record: type[Record]) -> list[ListColumn]:
    """The columns remembered, else the usual ones."""
    known = {column.key: column for column in all_columns(record)}
    chosen = [known[key] for key in settings.columns(record.table_name) if key in known]
    return chosen or columns_of(record)


class GridColumns(QObject):
    """Serves one table."""

    def __init__(self, table: RecordTable, settle: Callable[[], object]) -> None:
        """`settle` is called before the columns change: a cell that is typed into is finished."""
        super().__init__(table)
        self._table, self._settle = table, settle
        self._record = table.rows.record
        self._is_placing = False
        head = table.horizontalHeader()
        head.setSectionsMovable(True)
        self._clock = QTimer(self, singleShot=True, interval=400)
        self._clock.timeout.connect(self._remember_widths)
        head.sectionMoved.connect(lambda *_places: self._is_placing or QTimer.singleShot(0, self._take_order))
        head.sectionResized.connect(lambda *_sizes: self._clock.start())
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(lambda place: self.menu().popup(head.mapToGlobal(place)))
        self.restore_widths()

    def menu(self) -> QMenu:
        """Every column with a tick, and the way back to the usual ones."""
        menu = QMenu(self._table)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown = self.keys
        for column in all_columns(self._record):
            entry = menu.addAction(column.label.replace("&", "&&"))
            entry.setCheckable(True)
            entry.setChecked(column.key in shown)
            entry.setEnabled(not column.title)
            entry.triggered.connect(lambda is_wanted, key=column.key: self._turn(key, is_wanted))
        menu.addSeparator()
        menu.addAction("Về các cột ban đầu").triggered.connect(lambda _checked: self.show(columns_of(self._record)))
        return menu

    @property
    def keys(self) -> list[str]:
        """The columns shown, in their order."""
        return [column.key for column in self._table.rows.columns]

    def show_keys(self, keys: Sequence[str]) -> None:
        """Shows the columns of these keys; the title is always among them."""
        known = {column.key: column for column in all_columns(self._record)}
        wanted = [known[key] for key in keys if key in known]
        if wanted and list(keys) != self.keys:
            self.show([each for each in known.values() if each.title and each not in wanted] + wanted)

    def show(self, columns: list[ListColumn]) -> None:
        """Shows these columns, the one sorted by still sorted by."""
        self._settle()
        table, head = self._table, self._table.horizontalHeader()
        (key, _descending), order = table.order, head.sortIndicatorOrder()
        self._is_placing = True
        for place in range(head.count()):
            head.moveSection(head.visualIndex(place), place)
        table.rows.show_columns(columns)
        self._is_placing = False
        settings.remember_columns(self._record.table_name, {column.key: 0 for column in columns})
        places = [column.key for column in columns]
        head.blockSignals(True)  # the rows are in this order already
        head.setSortIndicator(places.index(key) if key in places else -1, order)
        head.blockSignals(False)
        set_widths(table, columns)
        fill_room(table, columns)

    def restore_widths(self) -> None:
        """The widths that were dragged; 0 stands for the usual one."""
        kept = settings.columns(self._record.table_name)
        for place, column in enumerate(self._table.rows.columns):
            if kept.get(column.key):
                self._table.setColumnWidth(place, kept[column.key])

    def _turn(self, key: str, is_wanted: bool) -> None:
        shown = self._table.rows.columns
        added = [column for column in all_columns(self._record) if column.key == key] if is_wanted else []
        self.show([column for column in shown if column.key != key] + added)

    def _take_order(self) -> None:
        head = self._table.horizontalHeader()
        columns = self._table.rows.columns
        self.show([columns[head.logicalIndex(place)] for place in range(head.count())])

    def _remember_widths(self) -> None:
        if self._is_placing or not self._table.isVisible():
            return
        widths = {}
        for place, column in enumerate(self._table.rows.columns):
            width, usual = self._table.columnWidth(place), usual_width(self._table, column)
            is_dragged = width != usual and not column.title
            widths[column.key] = width if is_dragged else 0
        if any(widths.values()) or settings.columns(self._record.table_name):
            settings.remember_columns(self._record.table_name, widths)
