"""The records behind a figure as lines of a list: the heading of each side, its records, their sum."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from exports.render.wording import whole
from ui.reports.origins import Origin, Side

MOST_SHOWN = 1_000
NOTHING = "Không có bản ghi nào."
LINE_ROLE = Qt.ItemDataRole.UserRole
_PLAIN = Qt.ItemFlag.ItemIsEnabled
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Line:
    """A line: a record where `origin` is set, else a heading or a sum."""

    text: str
    number: str = ""
    under: str = ""
    origin: Origin | None = None
    strong: bool = False


def lines_of(sides: Sequence[Side]) -> list[Line]:
    """Records of every side, each side closed with its sum; a heading only where there are several."""
    lines: list[Line] = []
    for side in sides:
        if len(sides) > 1:
            lines.append(Line(side.title, strong=True))
        shown = side.origins[:MOST_SHOWN]
        lines += [Line(each.title or "(chưa có tên)", each.share, each.day, each) for each in shown]
        if not shown:
            lines.append(Line(NOTHING))
        if len(side.origins) > len(shown):
            lines.append(Line(f"… và {whole(len(side.origins) - len(shown))} bản ghi khác (xem thành bảng)"))
        count = whole(len(side.origins))
        lines.append(Line(f"Cộng {count} bản ghi", f"{side.total} {side.unit}".strip(), strong=True))
    return lines


class OriginRows(QAbstractListModel):
    """The lines as a Qt model; only records can be selected."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[Line] = []

    def show_lines(self, lines: list[Line]) -> None:
        """Shows other lines."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def place_of(self, uid: str) -> int:
        """The line of a record; the first record if it is not there; -1 if there is none."""
        places = {line.origin.uid: place for place, line in reversed(list(enumerate(self.lines))) if line.origin}
        return places.get(uid, min(places.values(), default=-1))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.lines)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if index.isValid() and self.lines[index.row()].origin is not None:
            return _PLAIN | Qt.ItemFlag.ItemIsSelectable
        return _PLAIN

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return " · ".join(filter(None, (line.text, line.under, line.number)))
        return line.text if role == Qt.ItemDataRole.ToolTipRole and line.origin else None
