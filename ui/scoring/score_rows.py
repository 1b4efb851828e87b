"""The criteria of a scoring sheet as rows: evidence from the log beside the points, which only she gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont

from exports.render.wording import points as points_text
from exports.scoring.proofs import Proof, Proven
from exports.scoring.sheet import Sheet
from models.indicators.figure import Number
from models.indicators.scoring import SELF, UPPER, levels, points
from models.record import Field
from models.records.rating import RatingCriterion, RatingScore
from models.values import grouped
from ui.tables.alignment import ALIGN_LEFT, ALIGN_RIGHT
from ui.theme import TONES

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
TYPED = (SELF, UPPER, "explanation", "evidence")
UNPROVEN = "Chưa có minh chứng trong sổ"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its width, and the field of a score that is typed into it, if any."""

    title: str
    width: int
    field: str = ""


COLUMNS = (
    Column("TT", 52),
    Column("Nội dung", 270),
    Column("Minh chứng từ sổ", 220),
    Column("Điểm chuẩn", 84),
    Column("Tự chấm", 76, SELF),
    Column("Cấp trên", 76, UPPER),
    Column("Diễn giải", 150, "explanation"),
    Column("Minh chứng khác", 150, "evidence"),
)
CONTENT, EVIDENCE, MOST = 1, 2, 3


class ScoreRows(QAbstractTableModel):
    """Every line of the scheme; groups add up. A text that cannot be read stays in its cell, marked."""

    edited = Signal()

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self.sheet = sheet
        self.lines: list[RatingCriterion] = sheet.scheme.criteria
        self._levels = levels(sheet.scheme)
        self._proven = {each.line.code: each for each in sheet.proven}
        self._unread: dict[tuple[str, str], tuple[str, str]] = {}  # text and reason, by criterion and field

    def score(self, row: int) -> RatingScore:
        """What is typed for a line."""
        return self.sheet.rating.score_of(self.lines[row].code)

    def faults(self) -> list[str]:
        """What could not be read."""
        contents = {line.code: line.content for line in self.lines}
        return [f"{contents[code]}: {reason}" for (code, _name), (_text, reason) in self._unread.items()]

    def proofs(self, row: int) -> tuple[Proof, ...]:
        """The figures of the log beside a line."""
        found = self._proven.get(self.lines[row].code)
        return found.proofs if found is not None else ()

    def at_risk(self, row: int) -> Number | None:
        """The points that may be lost for want of proof, as things are typed now."""
        found = self._proven.get(self.lines[row].code)
        return replace(found, noted=self.score(row).evidence or "").at_risk if found is not None else None

    def is_typed(self, index: Index) -> bool:
        """True where something may be typed."""
        return bool(COLUMNS[index.column()].field) and self.lines[index.row()].code in self._proven

    def member(self, index: Index) -> Field:
        """The field that a cell holds."""
        return RatingScore.fields[COLUMNS[index.column()].field]

    def raw(self, index: Index) -> tuple[Any, str]:
        """The value of a cell, and the text in its place if it could not be read."""
        name, code = COLUMNS[index.column()].field, self.lines[index.row()].code
        return getattr(self.score(index.row()), name), self._unread.get((code, name), ("", ""))[0]

    def take(self, index: Index, value: Any, unread: tuple[str, str] | None) -> None:
        """Puts a value, or a text that could not be read with its reason, into a cell."""
        name, score = COLUMNS[index.column()].field, self.score(index.row())
        setattr(score, name, value)
        others = [each for each in self.sheet.rating.scores if each.criterion != score.criterion]
        kept = any(getattr(score, each) is not None for each in TYPED)
        self.sheet.rating.scores = [*others, score] if kept else others
        self._unread.pop((score.criterion, name), None)
        if unread is not None:
            self._unread[score.criterion, name] = unread
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, len(COLUMNS) - 1))
        self.edited.emit()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

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
        found: dict[int, Callable[[], Any]] = {
            Qt.ItemDataRole.DisplayRole: lambda: self._text(index),
            Qt.ItemDataRole.TextAlignmentRole: lambda: _alignment(index.column()),
            Qt.ItemDataRole.FontRole: lambda: self._font(index.row()),
            Qt.ItemDataRole.ForegroundRole: lambda: self._ink(index),
            Qt.ItemDataRole.BackgroundRole: lambda: self._ground(index),
            Qt.ItemDataRole.ToolTipRole: lambda: self._tip(index),
        }
        return found[role]() if role in found else None

    def _text(self, index: Index) -> str:
        line, column = self.lines[index.row()], index.column()
        if column == CONTENT:
            return "    " * self._levels[line.code] + line.content
        if column == EVIDENCE:
            return evidence_text(self._proven.get(line.code), self.at_risk(index.row()))
        if column == MOST:
            return points_text(line.max_score) if line.max_score is not None else ""
        return self._typed_text(index) if COLUMNS[column].field else line.number or ""

    def _typed_text(self, index: Index) -> str:
        name, code = COLUMNS[index.column()].field, self.lines[index.row()].code
        if code not in self._proven:
            total = points(self.sheet.scheme, self.sheet.rating, name)[code] if name in (SELF, UPPER) else None
            return points_text(total) if total is not None else ""
        value, unread = self.raw(index)
        if name in (SELF, UPPER):
            return unread or (points_text(value) if value is not None else "")
        return value or ""

    def _font(self, row: int) -> QFont | None:
        if self.lines[row].code in self._proven:
            return None
        font = QFont()
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _ink(self, index: Index) -> QColor | None:
        if index.column() != EVIDENCE:
            return None
        return QColor(TONES.danger if self.at_risk(index.row()) is not None else TONES.muted)

    def _ground(self, index: Index) -> QColor | None:
        if not self.is_typed(index):
            return None
        return QColor(TONES.danger_soft if self._reason(index) else TONES.accent_faint)

    def _tip(self, index: Index) -> str | None:
        if index.column() == EVIDENCE and self.proofs(index.row()):
            return "Bấm đúp để xem các bản ghi"
        return self._reason(index) or None

    def _reason(self, index: Index) -> str:
        """What is wrong with what was typed into a cell."""
        name, line = COLUMNS[index.column()].field, self.lines[index.row()]
        if unread := self._unread.get((line.code, name)):
            return unread[1]
        value = getattr(self.score(index.row()), name) if name in (SELF, UPPER) else None
        if value is not None and line.max_score is not None and value > line.max_score:
            return f"hơn {points_text(line.max_score)} điểm chuẩn; hãy sửa điểm"
        return ""


def evidence_text(found: Proven | None, at_risk: Number | None) -> str:
    """What the log counts for a line, one below the other; or how many points may be lost."""
    if found is None:
        return ""
    counted = [f"{each.label}: {grouped(int(each.value))}" for each in found.proofs if each.value is not None]
    if at_risk is not None:
        counted = [f"{UNPROVEN} – có thể mất {points_text(at_risk)} điểm", *counted]
    return "\n".join(counted)


def _alignment(column: int) -> Qt.AlignmentFlag:
    return ALIGN_RIGHT if column in (MOST, MOST + 1, MOST + 2) else ALIGN_LEFT
