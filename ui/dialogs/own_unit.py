"""The fields that name the own unit, as the head of its papers prints it; what can be guessed is proposed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from models.code_lists_people import UNIT_KIND
from models.errors import Fault, Refused
from models.records.unit import OrgUnit, new_own_unit
from models.vietnamese import folded, one_line
from ui.editing.choices import ChoiceEditor, offer_of
from ui.theme import STEP
from ui.widgets.small import column, label

_SHORTER = (("CÔNG ĐOÀN CƠ SỞ", "CĐCS"), ("LIÊN ĐOÀN LAO ĐỘNG", "LIÊN ĐOÀN LAO ĐỘNG"))
_SMALL_WORDS = {"cong", "doan", "co", "so", "cdcs", "tnhh", "cp", "ty", "mtv"}


class OwnUnit(QWidget):
    """Name, kind, superior, head lines, place and code of the own unit."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.name = _line("Công đoàn cơ sở Công ty TNHH Mẫu A")
        self.superior = _line("Liên đoàn Lao động tỉnh Tây Ninh")
        self.head_1 = _line("LIÊN ĐOÀN LAO ĐỘNG TỈNH TÂY NINH")
        self.head_2 = _line("CĐCS CÔNG TY TNHH MẪU A")
        self.place = _line("Tây Ninh")
        self.code = _line("CDCS-MAU-A")
        self.kind = ChoiceEditor(offer_of(UNIT_KIND), UNIT_KIND.label)
        self.kind.show_value("grassroots_union")
        self.name.textEdited.connect(self._propose)
        self.superior.textEdited.connect(self._propose)
        for each in (self.code, self.head_1, self.head_2):
            each.textEdited.connect(lambda _text, each=each: each.setProperty("own", bool(each.text())))
            each.textEdited.connect(lambda _text: self.edited.emit())
        self._lay_out()

    def units(self) -> tuple[OrgUnit, OrgUnit | None]:
        """The own unit as typed, and its superior if one is named. Refused if its kind is none of the list."""
        name, superior = one_line(self.name.text()), one_line(self.superior.text())
        unit = new_own_unit(name, superior, one_line(self.code.text()), one_line(self.place.text()))
        unit.name_head_1 = one_line(self.head_1.text()) or None
        unit.name_head_2 = one_line(self.head_2.text()) or None
        self.kind.tidy()
        try:
            unit.kind = self.kind.value() or unit.kind
        except ValueError as error:
            raise Refused([Fault(str(error), "kind", "Loại tổ chức")]) from None
        if not superior:
            return unit, None
        return unit, OrgUnit(name_full=superior, code=code_from(superior), kind=_kind_from(superior))

    def _propose(self) -> None:
        name, superior = one_line(self.name.text()), one_line(self.superior.text())
        shorter = name.upper()
        for long, short in _SHORTER:
            shorter = shorter.replace(long, short)
        for each, proposal in ((self.head_1, superior.upper()), (self.head_2, shorter), (self.code, code_from(name))):
            if not each.property("own"):
                each.setText(proposal)
        self.edited.emit()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(3 * STEP)
        grid.setVerticalSpacing(STEP + 4)
        places = (
            ("Tên đầy đủ của đơn vị", self.name, 0, 0, 2),
            ("Công đoàn cấp trên trực tiếp", self.superior, 1, 0, 1),
            ("Loại tổ chức", self.kind, 1, 1, 1),
            ("Đầu văn bản, dòng trên", self.head_1, 2, 0, 1),
            ("Đầu văn bản, dòng dưới", self.head_2, 2, 1, 1),
            ("Địa danh ghi trên văn bản", self.place, 3, 0, 1),
            ("Mã đơn vị", self.code, 3, 1, 1),
        )
        for text, field, line, place, span in places:
            box = QWidget()
            caption = label(text, small=True)
            caption.setBuddy(field)
            column(caption, field, into=box, spacing=4)
            grid.addWidget(box, line, place, 1, span)


def code_from(name: str) -> str:
    """A short code proposed for a unit: the first letters of what it is, then the words that name it."""
    words = folded(name).upper().split()
    first = "".join(word[0] for word in words if word.lower() in _SMALL_WORDS)[:4]
    rest = "-".join(
        "".join(sign for sign in word if sign.isalnum()) for word in words if word.lower() not in _SMALL_WORDS
    )
    return "-".join(part for part in (first, rest) if part)[:30].rstrip("-")


def _kind_from(name: str) -> str:
    plain = folded(name)
    if plain.startswith(("lien doan lao dong tinh", "lien doan lao dong thanh pho", "ldld tinh", "ldld thanh pho")):
        return "provincial_federation"
    return "commune_union" if any(f" {word} " in plain for word in ("xa", "phuong", "dac khu")) else "upper_union"


def _line(hint: str) -> QLineEdit:
    made = QLineEdit()
    made.setPlaceholderText(f"ví dụ: {hint}")
    return made
