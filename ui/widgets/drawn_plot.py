"""A plot on the screen: a bar clicked opens the records behind it, and says under the mouse what it stands for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QToolTip, QWidget

from exports.plot import Plot
from exports.render.plot_drawing import Bar
from ui.theme import STEP


class DrawnPlot(QWidget):
    """Emits `followed` with the bar chosen. `scale`: pixels to a unit of the drawing; `reach`: room beyond a bar."""

    followed = Signal(object)

    def __init__(self, plot: Plot, *, scale: float = 1.0, reach: int = 2 * STEP) -> None:
        super().__init__()
        self.plot = plot
        self.bars: Sequence[Bar] = ()
        self._scale, self._reach = scale, reach
        self._extent = QRectF()  # of the drawing
        self._picture = QSvgRenderer(self)
        self.setMouseTracking(True)
        self.setAccessibleName(plot.title)

    def room(self, bar: Bar) -> QRectF:
        """Where a bar is seen; at least as large as a finger hits."""
        top, scale = self._extent.height() - bar.y - bar.height, self._scale
        seen = QRectF(bar.x * scale, top * scale, bar.width * scale, bar.height * scale)
        return seen.adjusted(0, -2 * STEP, 0, 0) if self.plot.kind == "columns" else seen.adjusted(0, 0, self._reach, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._picture.render(
            painter, QRectF(0, 0, self._extent.width() * self._scale, self._extent.height() * self._scale)
        )
        self.paint_above(painter)
        painter.end()

    def paint_above(self, painter: QPainter) -> None:
        """Paints what belongs over the drawing: nothing, unless a kind of plot has more to show."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        bar = self._bar(event.position())
        if bar is not None:
            self.follow(bar)

    def follow(self, bar: Bar) -> None:
        """Opens what is behind a bar."""
        self.followed.emit(bar)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._bar(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            bar = self._bar(QPointF(event.pos()))
            told = f"{self.said(bar)}\nBấm để xem các bản ghi" if bar is not None else ""
            QToolTip.showText(event.globalPos(), told, self)
            return True
        return super().event(event)

    def said(self, bar: Bar) -> str:
        """What a bar stands for."""
        return f"{self.plot.categories[bar.category]} – {self.plot.series[bar.series].label}: {bar.text}"

    def draw(self, picture: str, bars: Sequence[Bar], width: float, height: float) -> None:
        """Shows this drawing (SVG) of so much width and height, and its bars."""
        self._picture.load(QByteArray(picture.encode()))
        self._extent = QRectF(0, 0, width, height)
        self.bars = bars

    def _bar(self, point: QPointF) -> Bar | None:
        return next((bar for bar in self.bars if self.room(bar).contains(point)), None)
