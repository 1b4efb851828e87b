"""A subject of the quarter: its figures beside those of two earlier periods, its months as a plot; each one opens."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton

from exports.document import Cell, Shape
from exports.overview import MONTHS, Comparison, Panel
from exports.render.wording import text_of
from ui.home.parts import Card
from ui.home.plot_picture import PlotPicture
from ui.theme import STEP
from ui.widgets.small import button, label

if TYPE_CHECKING:
    from exports.render.plot_drawing import Bar
    from models.indicators.figure import Figure

NOTHING = "Chưa có số liệu trong những tháng này."


class ComparedCard(Card):
    """Emits `figure_wished` with a heading and a figure."""

    figure_wished = Signal(str, object)

    def __init__(self, compared: Comparison, panel: Panel) -> None:
        super().__init__(panel.sign, panel.plot.title)
        self.figures: list[QPushButton] = []
        if panel.measures:
            self.body.addLayout(self._grid(compared, panel))
            self.body.addSpacing(STEP)
        words = (
            compared.period.label
            if panel.plot.kind == "bars"
            else f"Theo tháng, {MONTHS} tháng đến hết {compared.period.title}"
        )
        self.body.addWidget(label(words, muted=True, small=True))
        self.picture = PlotPicture(panel.plot)
        self.picture.followed.connect(lambda bar: self._follow(panel, bar))
        has_bars = any(figure.value for series in panel.plot.series for figure in series.figures)
        self.body.addWidget(self.picture if has_bars else label(NOTHING, muted=True))

    def _grid(self, compared: Comparison, panel: Panel) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(STEP)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        headings = (compared.period.label, compared.before.label, compared.year_before.label)
        for place, heading in enumerate(headings, 1):
            said = label(heading, muted=True, small=True)
            said.setContentsMargins(0, 0, STEP - 2, 0)
            grid.addWidget(said, 0, place, Qt.AlignmentFlag.AlignRight)
        for line, measure in enumerate(panel.measures, 1):
            grid.addWidget(label(measure.label), line, 0)
            for place, figure in enumerate((measure.now, measure.before, measure.year_before), 1):
                heading = f"{measure.label}, {headings[place - 1]}"
                made = self._figure(heading, figure)
                made.setProperty("now", place == 1)
                grid.addWidget(made, line, place, Qt.AlignmentFlag.AlignRight)
        return grid

    def _figure(self, heading: str, figure: Figure) -> QPushButton:
        made = button(
            text_of(Cell(figure.value, Shape.WHOLE, figure)), partial(self.figure_wished.emit, heading, figure)
        )
        made.setProperty("figure", True)
        made.setEnabled(bool(figure.value))
        made.setAccessibleName(f"{heading}: {made.text()}")
        made.setToolTip("Bấm để xem các bản ghi" if figure.value else "")
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        self.figures.append(made)
        return made

    def _follow(self, panel: Panel, bar: Bar) -> None:
        category, series = panel.plot.categories[bar.category], panel.plot.series[bar.series].label
        self.figure_wished.emit(f"{series}, {category}", bar.figure)
