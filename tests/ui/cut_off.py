"""What of a window cannot be read whole: words without room, headings cut short, parts that reach over their frame."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QHeaderView, QLabel, QLineEdit, QScrollArea, QWidget

EASE = 2  # pixels that rounding may cost
HEADING_ROOM = 8


def cut_off(window: QWidget) -> list[str]:
    """Each thing that is cut off in what is shown now, in words."""
    found: list[str] = []
    parts = [
        each for each in window.findChildren(QWidget) if each.isVisibleTo(window) and each.width() and each.height()
    ]
    for part in parts:
        found += _faults(part)
    return [each for each in found if each]


def _faults(part: QWidget) -> Iterator[str]:
    if isinstance(part, QLabel) and part.text() and not part.visibleRegion().isEmpty():
        yield _label(part)
    elif isinstance(part, QAbstractButton) and part.text():
        yield _short(part, part.text(), part.sizeHint())
    elif isinstance(part, QLineEdit) and part.placeholderText():
        words = part.placeholderText()
        room = part.width() - 2 * HEADING_ROOM
        yield f"hint “{words}”" if part.fontMetrics().horizontalAdvance(words) > room else ""
    elif isinstance(part, QHeaderView) and part.orientation() == Qt.Orientation.Horizontal:
        yield from _headings(part)
    elif isinstance(part, QScrollArea) and part.horizontalScrollBar().maximum() > 0:
        yield f"scrolls sideways: {type(part).__name__}"
    yield _over(part)


def _label(part: QLabel) -> str:
    if not part.pixmap().isNull():
        return ""
    if part.wordWrap():
        needed = part.heightForWidth(part.width())
        return f"too low: “{part.text()[:60]}” {part.height()} of {needed}" if needed > part.height() + EASE else ""
    return _short(part, part.text(), part.sizeHint())


def _short(part: QWidget, words: str, needed: QSize) -> str:
    has_room = part.width() + EASE >= needed.width() and part.height() + EASE >= needed.height()
    return "" if has_room else f"“{words[:60]}” {part.width()}x{part.height()} of {needed.width()}x{needed.height()}"


def _headings(header: QHeaderView) -> Iterator[str]:
    for place in range(header.count()):
        words = str(header.model().headerData(place, Qt.Orientation.Horizontal) or "")
        room = header.sectionSize(place)
        longest = max((header.fontMetrics().horizontalAdvance(line) for line in words.split("\n")), default=0)
        if words and not header.isSectionHidden(place) and longest + 2 * HEADING_ROOM > room:
            yield f"heading “{words}” {room} of {longest}"


def _over(part: QWidget) -> str:
    frame = part.parentWidget()
    if frame is None or part.isWindow() or isinstance(frame.parentWidget(), QAbstractScrollArea):
        return ""
    room = frame.rect().adjusted(-EASE, -EASE, EASE, EASE)
    return "" if room.contains(part.geometry()) else f"{type(part).__name__} reaches over {type(frame).__name__}"


def too_large(window: QWidget) -> list[str]:
    """Says so if a window reaches over its screen."""
    room, size = window.screen().availableSize(), window.size()
    fits = size.width() <= room.width() and size.height() <= room.height()
    return [] if fits or not window.isWindow() else [f"{size.width()}x{size.height()} is larger than the screen"]
