"""A child list as a small table to type into: Tab goes on, the last row is always empty and ready."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from models.errors import Fault
from models.ledger.store import Store
from models.record import Children, Part
from models.values import Code, Day, Decimal, Link, Text, Whole, YesNo
from ui.editing.editor import LineEditor
from ui.editing.editors import editor_for
from ui.editing.part_rows import PartRows, short_label
from ui.widgets.small import button, column, label, row

Index = QModelIndex | QPersistentModelIndex
_ROW, _MOST_ROWS = 34, 7
_WIDTHS = ((YesNo, 90), (Whole, 84), (Decimal, 84), (Day, 120), (Code, 160), (Link, 200), (Text, 170))


class _Cells(QStyledItemDelegate):
    """Opens the editor of the column's kind in a cell."""

    def __init__(self, store: Store, rows: PartRows, parent: QWidget) -> None:
        super().__init__(parent)
        self._store, self._rows = store, rows

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        _editor, made = editor_for(self._store, self._rows.members[index.column()], in_table=True)
        made.setParent(parent)
        return made

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, LineEditor)
        value, unread = self._rows.raw(index)
        if unread:
            editor.setText(unread)
        else:
            editor.show_value(value)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, LineEditor)
        editor.tidy()
        try:
            value, unread = editor.value(), None
        except ValueError as error:
            value, unread = None, (editor.text(), str(error))
        if value != self._rows.raw(index)[0] or unread:
            self._rows.take(index, value, unread)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(option.rect)


class _Table(QTableView):
    """Tab on the last cell leaves the table; Enter opens a cell."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if self._leaves(event.key(), index):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Tab)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.edit(index)
        else:
            super().keyPressEvent(event)

    def _leaves(self, key: int, index: QModelIndex) -> bool:
        """True for Tab in the empty row at the end, and Shift+Tab in the first cell."""
        if key == Qt.Key.Key_Backtab:
            return index.row() <= 0 and index.column() <= 0
        return key == Qt.Key.Key_Tab and index.row() == self.model().rowCount() - 1


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

    def show_faults(self, cells: dict[tuple[int, str], str], reasons: Sequence[str]) -> None:
        """Marks cells and says below what is wrong; nothing takes the marks away."""
        self.rows.mark(cells)
        self.reason.setText("\n".join(reasons))
        self.reason.setVisible(bool(reasons))

    def add_row(self) -> None:
        """Goes to the empty row at the end and opens its first cell."""
        index = self.rows.index(len(self.rows.parts), 0)
        self.table.setFocus()
        self.table.setCurrentIndex(index)
        self.table.edit(index)

    def remove_row(self) -> None:
        """Takes the current row out."""
        self.rows.remove(self.table.currentIndex().row())

    def _new_table(self, store: Store) -> QTableView:
        table = _Table()
        table.setObjectName("parts")
        table.setModel(self.rows)
        table.setItemDelegate(_Cells(store, self.rows, table))
        table.setTabKeyNavigation(True)
        triggers = QAbstractItemView.EditTrigger
        table.setEditTriggers(
            triggers.AnyKeyPressed | triggers.DoubleClicked | triggers.SelectedClicked | triggers.EditKeyPressed
        )
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
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
