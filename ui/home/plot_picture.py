"""A plot in the colours of the window; a bar opens its records, by a click or with the arrows and Enter."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontInfo,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from exports.plot import Plot
from exports.render.plot_drawing import Bar, bars_of, draw_plot, height_of
from exports.render.plot_inks import Inks, inked
from exports.render.plot_picture import FAMILY, svg_of
from ui.home.screen_letters import ScreenLetters
from ui.theme import STEP, TONES

LEAST_WIDTH, EDGE = 260, 10  # pixels; the edge leaves room to the number at the longest bar
INKS = Inks(TONES.text, TONES.edge, TONES.accent, TONES.surface)
_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class PlotPicture(QWidget):
    """Emits `followed` with the bar chosen."""

    followed = Signal(object)

    def __init__(self, plot: Plot) -> None:
        super().__init__()
        self.plot = plot
        self.bars: list[Bar] = []
        self.chosen = 0
        self._picture = QSvgRenderer(self)
        self.setMinimumWidth(LEAST_WIDTH)
        self.setFixedHeight(round(height_of(plot)))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(plot.title)

    def room(self, bar: Bar) -> QRectF:
        """Where a bar is seen; at least as large as a finger hits."""
        seen = QRectF(bar.x, self.height() - bar.y - bar.height, bar.width, bar.height)
        return seen.adjusted(0, -2 * STEP, 0, 0) if self.plot.kind == "columns" else seen.adjusted(0, 0, 3 * STEP, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        width, height = float(self.width() - EDGE), float(self.height())
        bars = bars_of(self.plot, width, height)
        self.bars = sorted(bars, key=lambda bar: (bar.category, bar.series))
        drawing = inked(draw_plot(self.plot, ScreenLetters(self.font()), width, height), INKS)
        picture = svg_of(drawing).replace(FAMILY, QFontInfo(self.font()).family())
        self._picture.load(QByteArray(picture.encode()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._picture.render(painter, QRectF(0, 0, self.width() - EDGE, self.height()))
        if self.hasFocus() and self.bars:
            painter.setPen(QPen(QColor(TONES.accent_pressed), 2, Qt.PenStyle.DotLine))
            inside = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(self.room(self.bars[self.chosen]).adjusted(-2, -2, 2, 2) & inside, 4, 4)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS and self.bars:
            self.chosen = (self.chosen + _STEPS[key]) % len(self.bars)
            self.setAccessibleDescription(self._said(self.bars[self.chosen]))
            self.update()
        elif key in _OPENING and self.bars:
            self.followed.emit(self.bars[self.chosen])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        bar = self._bar(event.position())
        if bar is not None:
            self.chosen = self.bars.index(bar)
            self.update()
            self.followed.emit(bar)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._bar(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            bar = self._bar(QPointF(event.pos()))
            told = f"{self._said(bar)}\nBấm để xem các bản ghi" if bar is not None else ""
            QToolTip.showText(event.globalPos(), told, self)
            return True
        return super().event(event)

    def _bar(self, point: QPointF) -> Bar | None:
        return next((bar for bar in self.bars if self.room(bar).contains(point)), None)

    def _said(self, bar: Bar) -> str:
        return f"{self.plot.categories[bar.category]} – {self.plot.series[bar.series].label}: {bar.text}"
