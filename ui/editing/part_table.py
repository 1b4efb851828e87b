"""A child list as a small table to type into: Tab goes on, the last row is always empty and ready."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from models.errors import Fault
from models.ledger.store import Store
from models.record import Children, Part
from models.values import Code, Day, Decimal, Link, Text, Whole, YesNo
from ui.editing.cell_keys import CellKeys
from ui.editing.part_rows import PartRows, short_label
from ui.tables.cursor import put_cursor
from ui.widgets.small import button, column, label, row

_ROW, _MOST_ROWS = 34, 7
_WIDTHS = ((YesNo, 90), (Whole, 84), (Decimal, 84), (Day, 120), (Code, 160), (Link, 200), (Text, 170))


class PartTable(QWidget):
    """The table with its name above, *Thêm dòng* and *Bỏ dòng* below, and what is wrong."""

    edited = Signal()

    def __init__(self, store: Store, child_list: Children) -> None:
        super().__init__()
        self.rows = PartRows(store, child_list)
        self.rows.edited.connect(self.edited)
        for signal in (self.rows.rowsInserted, self.rows.rowsRemoved, self.rows.modelReset):
            signal.connect(self._fit)
        self.table = self._new_table(store)
        self.reason = label(small=True, wrap=True)
        self.reason.setProperty("fault", True)
        self.reason.hide()
        tools = row(
            button("Thêm dòng", self.add_row, look="flat", sign="plus"),
            button("Bỏ dòng", self.remove_row, look="flat", sign="minus"),
            None,
        )
        layout = column(label(child_list.label, name="strong"), self.table, into=self, spacing=6)
        layout.addWidget(self.reason)
        layout.addLayout(tools)
        self._fit()

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Puts these lines in."""
        self.rows.show_parts(parts)

    def parts(self) -> list[Part]:
        """The lines as typed."""
        return list(self.rows.parts)

    def faults(self) -> list[Fault]:
        """What could not be read."""
        return self.rows.faults()

    def unread(self) -> dict[str, str]:
        """The texts that cannot be read, as "[line].field"."""
        places = product(range(len(self.rows.parts)), enumerate(self.rows.members))
        texts = {f"[{row}].{member.name}": self.rows.raw(self.rows.index(row, at))[1] for row, (at, member) in places}
        return {place: text for place, text in texts.items() if text}

    def show_unread(self, row: int, field: str, text: str) -> None:
        """Puts such a text in again."""
        for at, member in enumerate(self.rows.members):
            if member.name == field and row < len(self.rows.parts):
                self.keys.take_block(row, at, [[text]])

    def show_faults(self, cells: dict[tuple[int, str], str], reasons: Sequence[str]) -> None:
        """Marks cells and says below what is wrong; nothing takes the marks away."""
        self.rows.mark(cells)
        self.reason.setText("\n".join(reasons))
        self.reason.setVisible(bool(reasons))

    def add_row(self) -> None:
        """Goes to the empty row at the end and opens its first cell."""
        index = self.rows.index(len(self.rows.parts), 0)
        self.table.setFocus()
        put_cursor(self.table, index)
        if self.table.state() != QAbstractItemView.State.EditingState:  # a click before has opened it
            self.table.edit(index)

    def remove_row(self) -> None:
        """Takes the rows selected out, or the one of the cursor; where there is none, nothing."""
        here = self.table.currentIndex()
        chosen = self.table.selectedIndexes() or ([here] if here.isValid() else [])
        for each in sorted({index.row() for index in chosen}, reverse=True):
            self.rows.remove(each)

    def _new_table(self, store: Store) -> QTableView:
        table = QTableView()
        table.setObjectName("parts")
        table.setModel(self.rows)
        self.keys = CellKeys(table, self.rows, lambda: store, self.rows.child_list.part)
        triggers = QAbstractItemView.EditTrigger
        table.setEditTriggers(
            triggers.AnyKeyPressed | triggers.DoubleClicked | triggers.SelectedClicked | triggers.EditKeyPressed
        )
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(_ROW)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        _set_widths(table, self.rows)
        QShortcut(QKeySequence("Ctrl+Delete"), table, self.remove_row, context=Qt.ShortcutContext.WidgetShortcut)
        return table

    def _fit(self) -> None:
        rows = min(self.rows.rowCount(), _MOST_ROWS)
        head = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(head + rows * _ROW + 18)


def _set_widths(table: QTableView, rows: PartRows) -> None:
    header = table.horizontalHeader()
    for column_, member in enumerate(rows.members):
        usual = next((width for kind, width in _WIDTHS if isinstance(member.kind, kind)), 150)
        needed = header.fontMetrics().horizontalAdvance(short_label(member)) + 30
        table.setColumnWidth(column_, max(usual, needed))
    header.setStretchLastSection(True)
    header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
