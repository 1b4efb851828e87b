"""Two entries side by side, line by line: what they say alike once more quietly, what differs to choose from."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem

from models.forgetting import mentioned_in
from models.ledger import listing
from models.ledger.store import Store
from models.record import Field
from models.records import CATALOGUE
from models.records.member import Member
from models.values import Link
from ui.theme import TONES

_KEPT, _OTHER = 1, 2
_TOOK, _LEFT = "●  ", "○  "


class SideBySide(QTableWidget):
    """`taken` names the fields whose value is kept from the right column."""

    def __init__(self, store: Store) -> None:
        super().__init__(0, 3)
        self._store = store
        self._fields: list[Field] = []
        self._pair: tuple[Member, Member] | None = None
        self.taken: set[str] = set()
        self.setHorizontalHeaderLabels(["", "Giữ lại", "Nhập vào người bên trái"])
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(34)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.setAccessibleName("Hai bản ghi đặt cạnh nhau")
        self.cellClicked.connect(self.choose)

    def show_pair(self, one: Member, other: Member) -> None:
        """Shows two entries; at first every value of the left one is kept."""
        self._pair, self.taken = (one, other), set()
        told = [each for each in Member.fields.values() if _is_told(each, one, other)]
        self._fields = sorted(told, key=lambda each: not self._differs(each))
        self._fill()
        self.setCurrentCell(0, _KEPT)

    def choose(self, line: int, side: int) -> None:
        """Keeps the value of that side."""
        member = self._fields[line] if 0 <= line < len(self._fields) else None
        if member is None or not self._differs(member) or side not in (_KEPT, _OTHER):
            return
        if side == _OTHER:
            self.taken.add(member.name)
        else:
            self.taken.discard(member.name)
        self._fill()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.choose(self.currentRow(), self.currentColumn())
        else:
            super().keyPressEvent(event)

    def _fill(self) -> None:
        assert self._pair is not None
        self.setRowCount(len(self._fields) + 1)
        for line, member in enumerate(self._fields):
            differs = self._differs(member)
            self._put(line, 0, member.label, faint=not differs)
            for side, each in enumerate(self._pair, _KEPT):
                is_kept = (side == _OTHER) == (member.name in self.taken)
                mark = (_TOOK if is_kept else _LEFT) if differs else ""
                self._put(
                    line,
                    side,
                    mark + self._text(each, member),
                    faint=not (differs and is_kept),
                    strong=differs and is_kept,
                )
        last = len(self._fields)
        self._put(last, 0, "Được nhắc đến ở", faint=True)
        for side, each in enumerate(self._pair, _KEPT):
            self._put(last, side, self._mentions(each), faint=True)

    def _put(self, line: int, column: int, text: str, *, faint: bool = False, strong: bool = False) -> None:
        item = QTableWidgetItem(text)
        item.setToolTip(text if len(text) > 30 else "")
        if faint:
            item.setForeground(QColor(TONES.muted))
        if strong:
            font = QFont(self.font())
            font.setWeight(QFont.Weight.DemiBold)
            item.setFont(font)
        self.setItem(line, column, item)

    def _differs(self, member: Field) -> bool:
        """True if both say something, and not the same: what only one says is kept anyway."""
        assert self._pair is not None
        one, other = (getattr(each, member.name) for each in self._pair)
        return None not in (one, other) and one != other

    def _text(self, person: Member, member: Field) -> str:
        value = getattr(person, member.name)
        if isinstance(member.kind, Link) and value is not None:
            return listing.title_of(self._store, member.kind.to, value)
        return member.kind.shown(value) or "–"

    def _mentions(self, person: Member) -> str:
        labels = {record.table_name: record.label.lower() for record in CATALOGUE}
        found = mentioned_in(self._store, [person.uid])
        return ", ".join(f"{count} {labels[kind]}" for kind, count in found.most_common()) or "chưa có bản ghi nào"


def _is_told(member: Field, one: Member, other: Member) -> bool:
    return any(getattr(each, member.name) not in (None, False) for each in (one, other))
