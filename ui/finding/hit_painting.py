"""How a record found is drawn: its title with the words found marked, its day on the right, where else they stand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from models.ledger.search import places
from ui.finding.hits import ROW, Hits, Row, shown_day
from ui.theme import STEP, TONES, letters

_SMALL = 9.5


class HitPainter(QStyledItemDelegate):
    """Draws the rows of `Hits`."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        row: Row = index.data(ROW)
        lines = 2 if row.hit is not None and row.hit.excerpt else 1
        gap = 2 * STEP if not row.kind else STEP + 2
        return QSize(200, lines * (option.fontMetrics.height() + 2) + gap)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: Row = index.data(ROW)
        model = index.model()
        words = model.words if isinstance(model, Hits) else []
        place = QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(TONES.accent_soft))
            painter.drawRoundedRect(place.adjusted(2, 1, -2, -1), 6, 6)
        _draw(painter, place.adjusted(STEP + 4, 0, -STEP - 4, 0), row, words)
        painter.restore()


def _draw(painter: QPainter, place: QRectF, row: Row, words: Sequence[str]) -> None:
    if not row.kind:
        low = place.adjusted(0, STEP, 0, 0)
        _line(painter, low, row.text, (), letters(_SMALL, bold=True), TONES.muted)
        return
    if row.hit is None:
        _line(painter, place.adjusted(0, 5, 0, 0), row.text, (), letters(), TONES.accent)
        return
    font = letters()
    painter.setFont(letters(_SMALL))
    painter.setPen(QColor(TONES.muted))
    day = shown_day(row.hit.day)
    beside = painter.fontMetrics().horizontalAdvance(day) + STEP
    painter.drawText(place.adjusted(0, 6, 0, 0), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, day)
    height = _line(painter, place.adjusted(0, 5, -beside, 0), row.hit.title, words, font, TONES.text)
    if row.hit.excerpt:
        _line(painter, place.adjusted(0, 5 + height, 0, 0), row.hit.excerpt, words, letters(_SMALL), TONES.muted)


def _line(painter: QPainter, place: QRectF, text: str, words: Sequence[str], font: QFont, tone: str) -> float:
    """One line of text, cut off where there is no room; returns its height."""
    painter.setFont(font)
    shown = painter.fontMetrics().elidedText(text.replace("\n", " "), Qt.TextElideMode.ElideRight, int(place.width()))
    layout = QTextLayout(shown, font)
    layout.setTextOption(_one_line())
    plain, marked = QTextLayout.FormatRange(), []
    plain.start, plain.length, plain.format = 0, len(shown), _look(tone)
    for start, length in places(shown, words):
        each = QTextLayout.FormatRange()
        each.start, each.length, each.format = start, length, _look(TONES.accent, bold=True)
        marked.append(each)
    layout.setFormats([plain, *marked])
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(place.width() + STEP)
    layout.endLayout()
    layout.draw(painter, QPointF(place.left(), place.top()))
    return line.height()


def _one_line() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    return option


def _look(tone: str, *, bold: bool = False) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setForeground(QColor(tone))
    if bold:
        look.setFontWeight(QFont.Weight.DemiBold)
    return look
