"""What the search over everything found, as rows: a heading for each kind, its newest records, a way to all of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from models.ledger.finding import Found, Hit
from models.values import grouped
from ui.pages.subjects import SUBJECTS

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
ROW = Qt.ItemDataRole.UserRole


class Row(NamedTuple):
    """A line of the list: a heading (no kind), a record, or the way to all of a kind (no hit)."""

    text: str
    kind: str = ""
    hit: Hit | None = None


class Hits(QAbstractListModel):
    """Headings cannot be chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []
        self.words: list[str] = []

    def show(self, found: Sequence[Found], words: list[str]) -> None:
        """Shows this instead."""
        self.beginResetModel()
        self.rows, self.words = list(_rows(found)), words
        self.endResetModel()

    def next_row(self, row: int, step: int) -> int:
        """The next row that can be chosen, in that direction; the same one if there is none."""
        place = row + step
        while 0 <= place < len(self.rows):
            if self.rows[place].kind:
                return place
            place += step
        return row

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == ROW:
            return self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.rows[index.row()].text
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        usable = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usable if self.rows[index.row()].kind else Qt.ItemFlag.NoItemFlags


def shown_day(day: str) -> str:
    """12/03/2026 of 2026-03-12; "" of ""."""
    return f"{date.fromisoformat(day):%d/%m/%Y}" if day else ""


def _rows(found: Sequence[Found]) -> list[Row]:
    """Kinds in the order of the sidebar; those called by the words come before those that only mention them."""
    by_kind = {each.kind: each for each in found}
    shelves = [(subject, shelf) for subject in SUBJECTS for shelf in subject.shelves if shelf.kind in by_kind]
    shelves.sort(key=lambda each: all(hit.excerpt for hit in by_kind[each[1].kind].hits))
    rows: list[Row] = []
    for subject, shelf in shelves:
        each = by_kind[shelf.kind]
        rows.append(Row(f"{subject.title}  ·  {shelf.title}  ({grouped(each.count)})"))
        rows += [Row(hit.title, shelf.kind, hit) for hit in each.hits]
        if each.count > len(each.hits):
            rows.append(Row(f"Xem cả {grouped(each.count)} {shelf.noun} trong danh sách", shelf.kind))
    return rows
