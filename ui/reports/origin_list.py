"""The list of records behind a figure: name and day on the left, share on the right; Enter opens a record."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.reports.origin_rows import LINE_ROLE, Line, OriginRows
from ui.reports.origins import Origin
from ui.theme import TONES, letters

SIDE, ABOVE, GAP, FOCUS = 10, 8, 12, 3
SMALL_POINTS = 9.5
ON_THE_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_Index = QModelIndex | QPersistentModelIndex


class OriginList(QListView):
    """Emits `record_opened` with an Origin, and `left` when Esc is pressed."""

    record_opened = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows = OriginRows()
        self.setModel(self.rows)
        self.setItemDelegate(_Drawing(self))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setStyleSheet("QListView { padding: 0; }")
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName("Các bản ghi đứng sau con số")
        self.doubleClicked.connect(self._open)

    def show_lines(self, lines: list[Line]) -> None:
        """Shows other lines; a record chosen before stays chosen if it is still there."""
        chosen = self._origin(self.currentIndex())
        self.rows.show_lines(lines)
        self.choose(chosen.uid if chosen is not None else "")

    def choose(self, uid: str) -> None:
        """Chooses a record, or the first."""
        self.setCurrentIndex(self.rows.index(self.rows.place_of(uid)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _open(self, index: _Index) -> None:
        if (origin := self._origin(index)) is not None:
            self.record_opened.emit(origin)

    def _origin(self, index: _Index) -> Origin | None:
        return self.rows.lines[index.row()].origin if index.isValid() else None


class _Drawing(QStyledItemDelegate):
    """Draws a line; the name of a record in at most two lines of text."""

    def __init__(self, shown: QListView) -> None:
        super().__init__(shown)
        self._list = shown

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        line: Line = index.data(LINE_ROLE)
        metrics = QFontMetrics(letters(bold=line.strong))
        width = self._list.viewport().width() - 2 * SIDE - _taken(metrics, line)
        count = in_two_lines(metrics, line.text, width).count("\n") + 1
        return QSize(0, count * metrics.height() + 2 * ABOVE + (metrics.height() if line.under else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line: Line = index.data(LINE_ROLE)
        painter.save()
        if line.origin is not None:
            _ground(painter, option)
        painter.setPen(QColor(TONES.raised))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        self._write(painter, option.rect.adjusted(SIDE, ABOVE, -SIDE, -ABOVE), line)
        painter.restore()

    def _write(self, painter: QPainter, room: QRect, line: Line) -> None:
        painter.setPen(QColor(TONES.text if line.strong or line.origin else TONES.muted))
        painter.setFont(letters(bold=line.strong))
        metrics = painter.fontMetrics()
        painter.drawText(room, ON_THE_RIGHT, line.number)
        left = room.adjusted(0, 0, -_taken(metrics, line), 0)
        painter.drawText(left, 0, in_two_lines(metrics, line.text, left.width()))
        if line.under:
            painter.setFont(letters(SMALL_POINTS))
            painter.setPen(QColor(TONES.muted))
            painter.drawText(left, int(Qt.AlignmentFlag.AlignBottom), line.under)


def in_two_lines(metrics: QFontMetrics, text: str, width: int) -> str:
    """The text broken once, its end left out where it is longer still."""
    words = " ".join(text.split()).split(" ")
    taken = len(words)
    while taken > 1 and metrics.horizontalAdvance(" ".join(words[:taken])) > width:
        taken -= 1
    lines = filter(None, (" ".join(words[:taken]), " ".join(words[taken:])))
    return "\n".join(metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines)


def _taken(metrics: QFontMetrics, line: Line) -> int:
    """The room that the number takes, with a gap."""
    return metrics.horizontalAdvance(line.number) + GAP if line.number else 0


def _ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(option.rect, QColor(TONES.accent_soft))
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(option.rect, QColor(TONES.accent_faint))
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.fillRect(QRect(option.rect.topLeft(), QSize(FOCUS, option.rect.height())), QColor(TONES.accent))
