"""The form as a grid to point at: arrows move over its cells, Enter asks what goes into one, Delete takes it out."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip

from exports.official.places import Place
from ui.official.geometry import HEAD_HEIGHT
from ui.official.sheet_ground import SheetGround

_ARROWS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_ASKING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
_REMOVING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_OTHERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class SheetView(SheetGround):
    """Emits `moved` with the cell she is at, `clicked` if by the mouse, `asked` for Enter or letters typed.

    And `removed`, `opened`, `next_wished`.
    """

    moved = Signal(object)
    asked = Signal(str)
    removed = Signal()
    opened = Signal()
    next_wished = Signal(int)
    clicked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Biểu")

    def choose(self, place: Place) -> None:
        """Goes to a cell."""
        if self.geometry_ is not None:
            self.marks.current = self.geometry_.box(place).first
            self.bring_into_sight()
            self.viewport().update()
            self.moved.emit(self.marks.current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = Qt.Key(event.key()), event.text()
        if event.modifiers() & _OTHERS:
            super().keyPressEvent(event)
        elif key in _ARROWS:
            self._step(*_ARROWS[key])
        elif key in _PAGES:
            self._turn_page(_PAGES[key])
        elif key in _ASKING:
            self.asked.emit("")
        elif key in _REMOVING:
            self.removed.emit()
        elif text.strip() and text.isprintable():
            self.asked.emit(text)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.place_at(event.position())
        if place is not None:
            self.choose(place)
            self.clicked.emit(self.marks.current)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.place_at(event.position()) is not None:
            self.opened.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes to the next cell that waits, as in a table."""
        self.next_wished.emit(1 if next else -1)
        return True

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            place = self.place_at(QPointF(event.pos()))
            mark = self.marks.marks.get(place) if place is not None else None
            QToolTip.showText(event.globalPos(), mark.hint if mark is not None else "", self)
            return True
        return super().viewportEvent(event)

    def _step(self, down: int, right: int) -> None:
        if self.geometry_ is not None:
            self.choose(self.geometry_.beside(self.marks.current, down, right))

    def _turn_page(self, by: int) -> None:
        if self.geometry_ is None:
            return
        room = self.geometry_.room(self.geometry_.box(self.marks.current))
        height = (self.viewport().height() - HEAD_HEIGHT) / self.zoom
        y = min(max(room.top() + by * height, 0.0), self.geometry_.height - 1)
        self.choose(self.geometry_.place_at(room.left() + 1, y) or self.marks.current)
