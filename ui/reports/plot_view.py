"""Plots on the screen, drawn as on paper: a bar clicked opens the records behind it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QFrame, QScrollArea, QToolTip, QVBoxLayout, QWidget

from exports.plot import Plot
from exports.render.pdf_type import Typesetter
from exports.render.plot_drawing import Bar, bars_of, draw_plot, height_of
from exports.render.plot_picture import svg_of
from ui.reports.paper import Face, paper_font
from ui.theme import LIGHT, STEP, TONES
from ui.widgets.small import label, row

WIDTH, SCALE = 430.0, 1.25  # points of a plot, and pixels to a point
TITLE_LETTERS = 16


class PlotView(QWidget):
    """One plot. Emits `followed` with the plot and the bar clicked."""

    followed = Signal(object, object)

    def __init__(self, plot: Plot) -> None:
        super().__init__()
        self._plot = plot
        self._height = height_of(plot)
        drawing = draw_plot(plot, Typesetter(), WIDTH, self._height)
        paper_font(Face())  # the drawing names its letters; they have to be known
        self._picture = QSvgRenderer(QByteArray(svg_of(drawing).encode()), self)
        self.bars = bars_of(plot, WIDTH, self._height)
        self.setFixedSize(round(WIDTH * SCALE), round(self._height * SCALE))
        self.setAccessibleName(plot.title)
        self.setMouseTracking(True)

    def room(self, bar: Bar) -> QRectF:
        """Where a bar is seen; at least as large as a finger hits."""
        top = self._height - bar.y - bar.height
        room = QRectF(bar.x * SCALE, top * SCALE, bar.width * SCALE, bar.height * SCALE)
        return room.adjusted(0, -2 * STEP, 0, 0) if self._plot.kind == "columns" else room.adjusted(0, 0, 2 * STEP, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._picture.render(painter, QRectF(0, 0, WIDTH * SCALE, self._height * SCALE))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        bar = self._bar(event.position())
        if bar is not None:
            self.followed.emit(self._plot, bar)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._bar(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            bar = self._bar(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._said(bar) if bar is not None else "", self)
            return True
        return super().event(event)

    def _bar(self, point: QPointF) -> Bar | None:
        return next((bar for bar in self.bars if self.room(bar).contains(point)), None)

    def _said(self, bar: Bar) -> str:
        series = self._plot.series[bar.series]
        return f"{self._plot.categories[bar.category]} – {series.label}: {bar.text}\nBấm để xem các bản ghi"


class PlotSheet(QScrollArea):
    """The plots of a form one below the other. Emits `followed` with the plot and the bar clicked."""

    followed = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.views: list[PlotView] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("Biểu đồ")
        self.setStyleSheet(f"QScrollArea {{ background: {TONES.line}; }}")

    def show_plots(self, plots: Sequence[Plot]) -> None:
        """Shows these plots."""
        self.views = [PlotView(plot) for plot in plots]
        paper = QFrame()
        paper.setObjectName("paper")
        paper.setStyleSheet(f"QFrame#paper {{ background: {LIGHT.surface}; }}")
        lines = QVBoxLayout(paper)
        lines.setContentsMargins(4 * STEP, 3 * STEP, 4 * STEP, 4 * STEP)
        lines.setSpacing(STEP)
        for plot, view in zip(plots, self.views, strict=True):
            title = label(plot.title)
            title.setFont(paper_font(Face(TITLE_LETTERS, bold=True)))
            title.setStyleSheet(f"color: {LIGHT.text}; background: transparent; margin-top: {STEP}px;")
            lines.addWidget(title)
            lines.addWidget(view)
            view.followed.connect(self.followed)
        desk = QWidget()
        desk.setObjectName("desk")
        desk.setStyleSheet(f"QWidget#desk {{ background: {TONES.line}; }}")
        row(None, paper, None, into=desk, margin=2 * STEP).setAlignment(paper, Qt.AlignmentFlag.AlignTop)
        self.setWidget(desk)
