"""How the cells of a form stand: mapped, suggested, waiting, faulty, or the form's own; each with its colours."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from enum import Enum

from PySide6.QtCore import Qt

from exports.official.places import Place
from ui.theme import LIGHT


class Mark(Enum):
    """How a cell stands, as it is said under the sheet."""

    MAPPED = "Đã ghép"
    SURE = "Chắc chắn"
    UNSURE = "Cần xem"
    WAITING = "Còn trống"
    WRONG = "Có lỗi"
    DIFFERS = "Tổng lệch"

    @property
    def hint(self) -> str:
        """What it means."""
        return _HINTS[self]


_HINTS = {
    Mark.MAPPED: "Ô đã ghép, hiện số của kỳ đang chọn",
    Mark.SURE: "Đề xuất chắc chắn, chưa nhận",
    Mark.UNSURE: "Đề xuất cần xem lại, chưa nhận",
    Mark.WAITING: "Ô còn trống, chưa có đề xuất",
    Mark.WRONG: "Chỗ ghép có lỗi",
    Mark.DIFFERS: "Tổng của biểu khác số của chương trình",
}


@dataclass(frozen=True, slots=True)
class Coat:
    """The colours of a mark."""

    ground: str
    line: str
    letters: str
    style: Qt.PenStyle = Qt.PenStyle.SolidLine


COATS: Mapping[Mark, Coat] = {
    Mark.MAPPED: Coat(LIGHT.accent_soft, LIGHT.accent, LIGHT.accent_pressed),
    Mark.SURE: Coat(LIGHT.hint_soft, LIGHT.hint, LIGHT.muted),
    Mark.UNSURE: Coat(LIGHT.hint_faint, LIGHT.hint, LIGHT.muted, Qt.PenStyle.DashLine),
    Mark.WAITING: Coat(LIGHT.surface, LIGHT.edge, LIGHT.muted, Qt.PenStyle.DotLine),
    Mark.WRONG: Coat(LIGHT.danger_soft, LIGHT.danger, LIGHT.danger),
    Mark.DIFFERS: Coat(LIGHT.danger_soft, LIGHT.danger, LIGHT.danger, Qt.PenStyle.DashLine),
}


TOP = Place(1, 1)


@dataclass(slots=True)
class Marks:
    """What is drawn over a sheet: the marks, the values that will stand in the cells, and where she is."""

    marks: Mapping[Place, Mark] = field(default_factory=dict)
    values: Mapping[Place, str] = field(default_factory=dict)
    numbers: Set[Place] = frozenset()  # cells whose value is a number
    worded: Set[Place] = frozenset()  # cells at which she said something
    drafted: Set[Place] = frozenset()  # cells of a list that is only pointed at
    current: Place = TOP
    focused: bool = False

    @property
    def settled(self) -> list[Mark]:
        """How the cells stand, without those of a list that is not taken yet."""
        return [mark for place, mark in self.marks.items() if place not in self.drafted]
