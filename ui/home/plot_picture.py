"""A plot in the colours of the window; a bar opens its records, by a click or with the arrows and Enter."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontInfo, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from exports.plot import Plot
from exports.render.plot_drawing import Bar, bars_of, draw_plot, height_of
from exports.render.plot_inks import Inks, inked
from exports.render.plot_picture import FAMILY, svg_of
from ui.home.screen_letters import ScreenLetters
from ui.theme import STEP, TONES
from ui.widgets.drawn_plot import DrawnPlot

LEAST_WIDTH, EDGE = 260, 10  # pixels; the edge leaves room to the number at the longest bar
INKS = Inks(TONES.text, TONES.edge, TONES.accent, TONES.surface)
_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class PlotPicture(DrawnPlot):
    """As wide as the room it gets."""

    def __init__(self, plot: Plot) -> None:
        super().__init__(plot, reach=3 * STEP)
        self.chosen = 0
        self.setMinimumWidth(LEAST_WIDTH)
        self.setFixedHeight(round(height_of(plot)))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        width, height = float(self.width() - EDGE), float(self.height())
        bars = sorted(bars_of(self.plot, width, height), key=lambda bar: (bar.category, bar.series))
        drawing = inked(draw_plot(self.plot, ScreenLetters(self.font()), width, height), INKS)
        self.draw(svg_of(drawing).replace(FAMILY, QFontInfo(self.font()).family()), bars, width, height)

    def paint_above(self, painter: QPainter) -> None:
        """The bar chosen by the keys is framed."""
        if self.hasFocus() and self.bars:
            painter.setPen(QPen(QColor(TONES.accent_pressed), 2, Qt.PenStyle.DotLine))
            inside = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(self.room(self.bars[self.chosen]).adjusted(-2, -2, 2, 2) & inside, 4, 4)

    def follow(self, bar: Bar) -> None:
        """The bar clicked is the one that the keys go on from."""
        self.chosen = self.bars.index(bar)
        self.update()
        super().follow(bar)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS and self.bars:
            self.chosen = (self.chosen + _STEPS[key]) % len(self.bars)
            self.setAccessibleDescription(self.said(self.bars[self.chosen]))
            self.update()
        elif key in _OPENING and self.bars:
            self.follow(self.bars[self.chosen])
        else:
            super().keyPressEvent(event)
