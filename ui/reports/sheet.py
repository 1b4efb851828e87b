"""A form as a sheet of paper: walk over its cells by keys or mouse, open the records of a figure."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QToolTip

from exports.document import Cell
from ui.reports.desk import ZOOM_STEP, Desk
from ui.reports.layout import Layout
from ui.reports.sight import Place
from ui.reports.steps import first_figure, step

Telling = Callable[[Layout, Place], str]
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ZOOMING = {Qt.Key.Key_Plus: ZOOM_STEP, Qt.Key.Key_Equal: ZOOM_STEP, Qt.Key.Key_Minus: -ZOOM_STEP}


class Sheet(Desk):
    """Emits `chosen` with the place of the cell chosen (or None), `opened` with that of a figure to open.

    `menu_wished` says where on the screen the menu of the cell chosen is to open.

    `tip` says what stands at a place of a paper to whoever rests the mouse there, `speak` to who listens instead.
    """

    chosen = Signal(object)
    opened = Signal(object)
    menu_wished = Signal(QPoint)

    def __init__(self, tip: Telling, speak: Telling) -> None:
        super().__init__()
        self._tip, self._speak = tip, speak
        self.setAccessibleName("Biểu")

    def show_paper(self, paper: Layout | None, place: Place | None = None) -> None:
        """Shows another paper from its top, or with `place` chosen and lying as the former one did."""
        self.marks.hovered = None
        self.marks.current = place if place is not None or paper is None else first_figure(paper.grids)
        self.lay(paper, stay=place is not None)
        self.chosen.emit(self.marks.current)

    def cell(self, place: Place | None) -> Cell | None:
        """The cell at a place."""
        if place is None or self.paper is None:
            return None
        return self.paper.grids[place.grid].table.rows[place.row].cells[place.column]

    def choose(self, place: Place) -> None:
        """Chooses a cell and brings it into sight."""
        self.marks.current = place
        self.bring_into_sight(place)
        self.viewport().update()
        if self.paper is not None:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._speak(self.paper, place)))
        self.chosen.emit(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place, far = self.marks.current, bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if place is None or self.paper is None:
            super().keyPressEvent(event)
        elif event.key() in _OPENING:
            self.opened.emit(place)
        elif far and event.key() in _ZOOMING:
            self.show_zoom(self.zoom + _ZOOMING[Qt.Key(event.key())])
        elif event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.paper.grids[place.grid].texts[place.row][place.column])
        else:
            self._step(event, place, far)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._place(event.position())
        if place is not None:
            self.choose(place)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.marks.current is not None and self.paper is not None:
            by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
            below = self.sight().room(self.marks.current).bottomLeft().toPoint()
            self.menu_wished.emit(self.viewport().mapToGlobal(below) if by_key else event.globalPos())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place = self._place(event.position())
        if place is not None:
            self.opened.emit(place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._place(event.position()))

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover(None)
        if isinstance(event, QHelpEvent):
            place = self._place(QPointF(event.pos()))
            if place is not None and self.paper is not None and (text := self._tip(self.paper, place)):
                QToolTip.showText(event.globalPos(), text, self.viewport(), self.sight().room(place).toRect())
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.viewport().update()

    def _step(self, event: QKeyEvent, place: Place, far: bool) -> None:
        assert self.paper is not None
        page = len(self.sight().rows(self.paper.grids[place.grid])) - 1
        further = step(self.paper.grids, place, event.key(), far, page)
        if further is None:
            super().keyPressEvent(event)
        else:
            self.choose(further)

    def _place(self, point: QPointF) -> Place | None:
        return self.sight().place(point) if self.paper is not None else None

    def _hover(self, place: Place | None) -> None:
        cell = self.cell(place)
        hovered = place if cell is not None and cell.figure is not None else None
        if hovered != self.marks.hovered:
            self.marks.hovered = hovered
            hand = Qt.CursorShape.PointingHandCursor
            self.viewport().setCursor(hand if hovered else Qt.CursorShape.ArrowCursor)
            self.viewport().update()
