"""The lines of a scoring sheet as rows of a table: where points are missing proof in red, what was mistyped on red."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont

from exports.scoring.sheet import Sheet
from models.indicators.figure import Number
from ui.scoring.score_lines import COLUMNS, EVIDENCE, MOST, UPPER_PLACE, ScoreLines
from ui.tables.alignment import ALIGN_LEFT, ALIGN_RIGHT
from ui.theme import TONES

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class ScoreRows(QAbstractTableModel):
    """Emits `edited` when something was typed."""

    edited = Signal()

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self.lines = ScoreLines(sheet)

    def is_typed(self, index: Index) -> bool:
        """True where something may be typed."""
        return self.lines.is_typed(index.row(), index.column())

    def take(self, index: Index, value: Any, unread: tuple[str, str] | None) -> None:
        """Puts a value, or a text that could not be read with its reason, into a cell."""
        self.lines.put(index.row(), index.column(), value, unread)
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, len(COLUMNS) - 1))
        self.edited.emit()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines.criteria)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if self.is_typed(index) else flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return COLUMNS[section].title
        return _alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = index.row(), index.column()
        found: dict[int, Callable[[], Any]] = {
            Qt.ItemDataRole.DisplayRole: lambda: self.lines.text(row, column),
            Qt.ItemDataRole.TextAlignmentRole: lambda: _alignment(column),
            Qt.ItemDataRole.FontRole: lambda: None if self.lines.is_scored(row) else _strong(),
            Qt.ItemDataRole.ForegroundRole: lambda: _ink(column, self.lines.at_risk(row)),
            Qt.ItemDataRole.BackgroundRole: lambda: self._ground(index),
            Qt.ItemDataRole.ToolTipRole: lambda: self._tip(row, column),
        }
        return found[role]() if role in found else None

    def _ground(self, index: Index) -> QColor | None:
        if not self.is_typed(index):
            return None
        return QColor(TONES.danger_soft if self.lines.wrong(index.row(), index.column()) else TONES.accent_faint)

    def _tip(self, row: int, column: int) -> str | None:
        if column == EVIDENCE and self.lines.proofs(row):
            return "Bấm đúp để xem các bản ghi"
        return self.lines.wrong(row, column) or None


def _ink(column: int, at_risk: Number | None) -> QColor | None:
    if column != EVIDENCE:
        return None
    return QColor(TONES.danger if at_risk is not None else TONES.muted)


def _strong() -> QFont:
    font = QFont()
    font.setWeight(QFont.Weight.DemiBold)
    return font


def _alignment(column: int) -> Qt.AlignmentFlag:
    return ALIGN_RIGHT if MOST <= column <= UPPER_PLACE else ALIGN_LEFT
