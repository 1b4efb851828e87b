"""The ground on which a form lies: drawn as far as it is seen, scrolled, and as large as the window asks."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea

from exports.official.places import Place
from ui.official.geometry import HEAD_HEIGHT, HEAD_WIDTH, Geometry
from ui.official.marks import Marks
from ui.official.painting import FormDrawing

LEAST_ZOOM, MOST_ZOOM, STEP = 0.5, 2.0, 0.1
LEAST_FIT, MOST_FIT = 0.8, 1.25
LINE = 40


class SheetGround(QAbstractScrollArea):
    """Shows one sheet with its marks."""

    def __init__(self) -> None:
        super().__init__()
        self.marks = Marks()
        self.zoom = 1.0
        self.geometry_: Geometry | None = None
        self._fits = True
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.setSingleStep(LINE)

    def show_sheet(self, geometry: Geometry, at: Place) -> None:
        """Shows a sheet from its top, with this cell chosen."""
        self.geometry_ = geometry
        self.marks.current = geometry.box(at).first
        self._settle()
        self.verticalScrollBar().setValue(0)
        self.horizontalScrollBar().setValue(0)
        self.bring_into_sight()

    def show_marks(self, marks: Marks) -> None:
        """Shows how the cells stand now."""
        marks.current = self.marks.current
        self.marks = marks
        self.viewport().update()

    def point_of(self, place: Place) -> QPoint:
        """The middle of a cell on the window."""
        assert self.geometry_ is not None
        middle = self.geometry_.room(self.geometry_.box(place)).center() * self.zoom
        return (middle - self._scrolled() + QPointF(HEAD_WIDTH, HEAD_HEIGHT)).toPoint()

    def place_at(self, point: QPointF) -> Place | None:
        """The cell at a point of the window; None beside the sheet."""
        if self.geometry_ is None or point.x() < HEAD_WIDTH or point.y() < HEAD_HEIGHT:
            return None
        at = (point - QPointF(HEAD_WIDTH, HEAD_HEIGHT) + self._scrolled()) / self.zoom
        return self.geometry_.place_at(at.x(), at.y())

    def bring_into_sight(self) -> None:
        """Scrolls as little as needed to see the cell chosen."""
        assert self.geometry_ is not None
        room = self.geometry_.room(self.geometry_.box(self.marks.current))
        for bar, first, last, seen in (
            (self.horizontalScrollBar(), room.left(), room.right(), self.viewport().width() - HEAD_WIDTH),
            (self.verticalScrollBar(), room.top(), room.bottom(), self.viewport().height() - HEAD_HEIGHT),
        ):
            least = last * self.zoom - seen
            bar.setValue(round(min(max(bar.value(), least), first * self.zoom)))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.geometry_ is not None:
            self.marks.focused = self.hasFocus()
            with QPainter(self.viewport()) as painter:
                window = QSizeF(self.viewport().size())
                FormDrawing(painter, self.geometry_, self.marks, window, self._scrolled(), self.zoom).draw()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._fits = False
            zoom = self.zoom + (STEP if event.angleDelta().y() > 0 else -STEP)
            self.zoom = min(max(round(zoom, 2), LEAST_ZOOM), MOST_ZOOM)
            self._settle()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._settle()
        if self.geometry_ is not None and self._fits:  # what was scrolled away for want of room comes back
            self.horizontalScrollBar().setValue(0)
            self.bring_into_sight()

    def _scrolled(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _settle(self) -> None:
        """Tells the scroll bars how much there is."""
        if self.geometry_ is None:
            return
        room = QSizeF(self.viewport().size()) - QSizeF(HEAD_WIDTH, HEAD_HEIGHT)
        if self._fits:
            used = max(self.geometry_.used_width, 1.0)
            self.zoom = min(max(round(room.width() / used, 2), LEAST_FIT), MOST_FIT)
        for bar, whole, seen in (
            (self.horizontalScrollBar(), self.geometry_.width, room.width()),
            (self.verticalScrollBar(), self.geometry_.height, room.height()),
        ):
            bar.setRange(0, max(round(whole * self.zoom - seen), 0))
            bar.setPageStep(max(round(seen) - LINE, LINE))
        self.viewport().update()
