"""The desk on which a sheet of paper lies: scrolling, zoom, drawing."""

from __future__ import annotations

from math import floor

from PySide6.QtCore import QPointF, QSizeF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea

from ui.reports.layout import Layout
from ui.reports.painting import Marks, SheetDrawing
from ui.reports.sight import DESK, Place, Sight
from ui.theme import TONES

LEAST_ZOOM, MOST_ZOOM, ZOOM_STEP = 0.8, 1.5, 0.1
LEAST_FIT, MOST_FIT = 0.9, 1.15  # letters stay readable without asking
LINE = 40  # pixels that a turn of the wheel moves


class Desk(QAbstractScrollArea):
    """Emits `zoomed` with the new zoom."""

    zoomed = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self.paper: Layout | None = None
        self.marks = Marks()
        self.zoom = 1.0
        self._fits = True
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        ground = f"background: {TONES.line}; border: 0;"
        self.setStyleSheet(f"QAbstractScrollArea, QAbstractScrollArea::corner {{ {ground} }}")
        self.verticalScrollBar().setSingleStep(LINE)
        self.horizontalScrollBar().setSingleStep(LINE)

    def lay(self, paper: Layout | None, *, stay: bool) -> None:
        """Puts another paper on the desk; it lies as the former one did, if it is to `stay`."""
        self.paper = paper
        self._settle()
        if self._fits:
            self.fit()
        if not stay:
            self.verticalScrollBar().setValue(0)
            self.horizontalScrollBar().setValue(0)
        self.viewport().update()

    def show_dim(self, dim: bool) -> None:
        """Shows that the figures are being brought up to date."""
        self.marks.dim = dim
        self.viewport().update()

    def show_zoom(self, zoom: float) -> None:
        """Zooms to so much of 100 %, between 80 and 150 %, and stays there."""
        self._fits = False
        self._zoom(zoom, LEAST_ZOOM, MOST_ZOOM)

    def fit(self) -> None:
        """Zooms so that the paper is as wide as the window, now and after every change of size."""
        self._fits = True
        if self.paper is not None:
            fitting = (self.viewport().width() - 2 * DESK) / self.paper.width
            self._zoom(floor(100 * fitting) / 100, LEAST_FIT, MOST_FIT)

    def sight(self) -> Sight:
        """What is seen now."""
        assert self.paper is not None
        scrolled = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        return Sight(self.paper, QSizeF(self.viewport().size()), self.zoom, scrolled)

    def bring_into_sight(self, place: Place) -> None:
        """Scrolls as little as needed to see the whole of a cell beside what always stays in sight."""
        sight = self.sight()
        room, hidden = sight.room(place), sight.hidden_by(place)
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        if place.column >= sight.layout.grids[place.grid].frozen() or not hidden.x():
            by = _outside(room.left(), room.right(), hidden.x(), sight.window.width())
            across.setValue(round(sight.at_a_column(place.grid, across.value() + by) if by else across.value()))
        down.setValue(round(down.value() + _outside(room.top(), room.bottom(), hidden.y(), sight.window.height())))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        self.marks.focused = self.hasFocus()
        if self.paper is not None:
            SheetDrawing(painter, self.sight(), self.marks).draw()
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._settle()
        if self._fits:
            self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.show_zoom(self.zoom + (ZOOM_STEP if event.angleDelta().y() > 0 else -ZOOM_STEP))
        else:
            super().wheelEvent(event)

    def _zoom(self, zoom: float, least: float, most: float) -> None:
        self.zoom = min(max(round(zoom, 2), least), most)
        self._settle()
        self.viewport().update()
        self.zoomed.emit(self.zoom)

    def _settle(self) -> None:
        """Tells the scroll bars how much there is."""
        window = self.viewport().size()
        extent = self.sight().extent() if self.paper is not None else QSizeF(0, 0)
        for bar, whole, seen in (
            (self.horizontalScrollBar(), extent.width(), window.width()),
            (self.verticalScrollBar(), extent.height(), window.height()),
        ):
            bar.setRange(0, max(round(whole - seen), 0))
            bar.setPageStep(max(seen - LINE, LINE))


def _outside(start: float, end: float, first: float, last: float) -> float:
    """How far start..end must move to lie in first..last; its start counts more than its end."""
    if start < first:
        return start - first
    return min(end - last, start - first) if end > last else 0.0
