"""Plots on the screen, drawn as on paper: a bar clicked opens the records behind it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from exports.plot import Plot
from exports.render.pdf_type import Typesetter
from exports.render.plot_drawing import bars_of, draw_plot, height_of
from exports.render.plot_picture import svg_of
from ui.reports.paper import Face, paper_font
from ui.theme import LIGHT, STEP, TONES
from ui.widgets.drawn_plot import DrawnPlot
from ui.widgets.small import label, row

WIDTH, SCALE = 430.0, 1.25  # points of a plot, and pixels to a point
TITLE_LETTERS = 16


class PlotView(DrawnPlot):
    """One plot, as large as it is on paper."""

    def __init__(self, plot: Plot) -> None:
        super().__init__(plot, scale=SCALE)
        height = height_of(plot)
        drawing = draw_plot(plot, Typesetter(), WIDTH, height)
        paper_font(Face())  # the drawing names its letters; they have to be known
        self.draw(svg_of(drawing), bars_of(plot, WIDTH, height), WIDTH, height)
        self.setFixedSize(round(WIDTH * SCALE), round(height * SCALE))


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
            view.followed.connect(partial(self.followed.emit, plot))
        desk = QWidget()
        desk.setObjectName("desk")
        desk.setStyleSheet(f"QWidget#desk {{ background: {TONES.line}; }}")
        row(None, paper, None, into=desk, margin=2 * STEP).setAlignment(paper, Qt.AlignmentFlag.AlignTop)
        self.setWidget(desk)
