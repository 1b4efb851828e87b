"""The list of criteria to type into: a digit begins a score, Enter goes to the next one below, Tab to the right."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from models.values import Decimal
from ui.editing.editor import LineEditor
from ui.editing.plain import NumberEditor, TextEditor
from ui.scoring.score_lines import COLUMNS, CONTENT, EVIDENCE, UPPER_PLACE, member_of
from ui.scoring.score_rows import ScoreRows
from ui.theme import wide

Index = QModelIndex | QPersistentModelIndex
_LEAST_ROW, _AIR = 36, 12


class _Cells(QStyledItemDelegate):
    """Opens a number or a text in a cell; wraps long texts."""

    def __init__(self, rows: ScoreRows, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = rows

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return super().sizeHint(option, index) + QSize(0, _AIR)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        ground = index.data(Qt.ItemDataRole.BackgroundRole)
        if ground is not None:
            painter.fillRect(option.rect, ground)  # the style sheet draws lines, and therefore no ground of an item
        super().paint(painter, option, index)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        kind = member_of(index.column()).kind
        made = NumberEditor(kind) if isinstance(kind, Decimal) else TextEditor()
        made.setParent(parent)
        return made

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, LineEditor)
        value, unread = self._raw(index)
        if unread:
            editor.setText(unread)
        else:
            editor.show_value(value)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, LineEditor)
        try:
            value, unread = editor.value(), None
        except ValueError as error:
            value, unread = None, (editor.text(), str(error))
        if value != self._raw(index)[0] or unread or self._raw(index)[1]:
            self._rows.take(index, value, unread)

    def _raw(self, index: Index) -> tuple[Any, str]:
        return self._rows.lines.raw(index.row(), index.column())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(option.rect)


class ScoreTable(QTableView):
    """Emits `evidence_wished` with a row."""

    evidence_wished = Signal(int)

    def __init__(self, rows: ScoreRows) -> None:
        super().__init__()
        self.rows = rows
        self.setObjectName("parts")
        self.setModel(rows)
        self.setItemDelegate(_Cells(rows, self))
        self.setWordWrap(True)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.DoubleClicked | triggers.EditKeyPressed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName("Các mục chấm điểm")
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(_LEAST_ROW)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for place, column in enumerate(COLUMNS):
            self.setColumnWidth(place, wide(column.width))
        self.setColumnHidden(UPPER_PLACE, not rows.lines.sheet.with_upper)
        self.doubleClicked.connect(self._open)
        rows.dataChanged.connect(lambda: self.resizeRowsToContents())

    def begin(self) -> None:
        """Goes to the first score that may be typed."""
        first = next(
            (row for row in range(self.rows.rowCount()) if self.rows.is_typed(self.rows.index(row, _SCORE))), 0
        )
        self.setCurrentIndex(self.rows.index(first, _SCORE))
        self.setFocus()

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)
        if hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self._go_down()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if self.state() == QAbstractItemView.State.EditingState:
            return  # the Enter that ends an entry arrives here too
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if index.column() == EVIDENCE:
                self._open(index)
            elif self.rows.is_typed(index):
                self.edit(index)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Gives the room that is left over to the content, the evidence and the texts."""
        super().resizeEvent(event)
        shown = (wide(column.width) for place, column in enumerate(COLUMNS) if not self.isColumnHidden(place))
        spare = self.viewport().width() - sum(shown)
        for place, share in ((CONTENT, 0.4), (EVIDENCE, 0.3), (len(COLUMNS) - 2, 0.15), (len(COLUMNS) - 1, 0.15)):
            self.setColumnWidth(place, wide(COLUMNS[place].width) + max(int(spare * share), 0))
        self.resizeRowsToContents()

    def _go_down(self) -> None:
        """To the next line that may be typed into, in the same column."""
        index = self.currentIndex()
        below = (self.rows.index(row, index.column()) for row in range(index.row() + 1, self.rows.rowCount()))
        further = next((each for each in below if self.rows.is_typed(each)), index)
        self.setCurrentIndex(further)

    def _open(self, index: QModelIndex) -> None:
        if index.column() == EVIDENCE and self.rows.lines.proofs(index.row()):
            self.evidence_wished.emit(index.row())


_SCORE = next(place for place, column in enumerate(COLUMNS) if column.field)
