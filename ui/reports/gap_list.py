"""What is missing as a list: one heading for each kind of gap, its records under it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from models.gaps.gap import ERROR, Gap
from models.gaps.headings import heading_of
from ui.icons import spaced_icon
from ui.theme import TONES, letters

GAP_ROLE = Qt.ItemDataRole.UserRole
MOST_SHOWN = 200  # of one kind; the rest is counted
FEW = 6  # groups this small are unfolded at once


class GapList(QTreeWidget):
    """Emits `chosen` with a Gap or None, `opened` with the Gap to repair."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setHeaderHidden(True)
        self.setFrameShape(QTreeWidget.Shape.NoFrame)
        self.setIndentation(16)
        self.setUniformRowHeights(True)
        self.setAccessibleName("Những điều còn thiếu")
        self.currentItemChanged.connect(lambda item: self.chosen.emit(_gap(item)))
        self.itemActivated.connect(lambda item: self._open(item))

    def show_gaps(self, gaps: Sequence[Gap]) -> None:
        """Shows other gaps; the kind and record chosen before stay chosen if they are still there."""
        former, unfolded = _gap(self.currentItem()), self._unfolded()
        self.clear()
        groups: dict[str, list[Gap]] = {}
        for gap in gaps:
            groups.setdefault(heading_of(gap), []).append(gap)
        for heading, found in groups.items():
            item = self._group(heading, found)
            item.setExpanded(heading in unfolded or (not unfolded and len(found) <= FEW))
        self._choose_again(former)

    @property
    def gap(self) -> Gap | None:
        """The gap chosen."""
        return _gap(self.currentItem())

    def _group(self, heading: str, found: Sequence[Gap]) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self, [f"{heading} ({len(found)})"])
        item.setData(0, GAP_ROLE + 1, heading)
        item.setFont(0, letters(bold=True))
        must = found[0].severity == ERROR
        item.setIcon(0, spaced_icon("warning" if must else "info", TONES.danger if must else TONES.muted, 18, 4))
        for gap in found[:MOST_SHOWN]:
            line = QTreeWidgetItem(item, [gap.title])
            line.setData(0, GAP_ROLE, gap)
            line.setToolTip(0, f"{gap.title}\n{gap.reason}")
        if len(found) > MOST_SHOWN:
            more = QTreeWidgetItem(item, [f"… và {len(found) - MOST_SHOWN} bản ghi khác"])
            more.setForeground(0, QBrush(QColor(TONES.muted)))
        return item

    def _open(self, item: QTreeWidgetItem | None) -> None:
        if (gap := _gap(item)) is not None:
            self.opened.emit(gap)

    def _unfolded(self) -> set[str]:
        items = [self.topLevelItem(at) for at in range(self.topLevelItemCount())]
        return {str(item.data(0, GAP_ROLE + 1)) for item in items if item is not None and item.isExpanded()}

    def _choose_again(self, former: Gap | None) -> None:
        for line in self._lines():
            gap = _gap(line)
            if gap is not None and (former is None or (gap.rule, gap.uid) == (former.rule, former.uid)):
                self.setCurrentItem(line)
                return
        self.chosen.emit(self.gap)

    def _lines(self) -> Iterator[QTreeWidgetItem]:
        for at in range(self.topLevelItemCount()):
            group = self.topLevelItem(at)
            for place in range(group.childCount() if group is not None else 0):
                if group is not None and (line := group.child(place)) is not None:
                    yield line


def _gap(item: QTreeWidgetItem | None) -> Gap | None:
    found = item.data(0, GAP_ROLE) if item is not None else None
    return found if isinstance(found, Gap) else None
