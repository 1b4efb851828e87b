"""How wide the columns of a list are: as their kind of value needs, the rest for what records are called by."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QTableView

from models.ledger.listing import ListColumn
from models.values import Code, Day, Link, Moment, PeriodText, Text, YesNo
from ui.theme import wide

_WIDTHS = ((Day, 108), (Moment, 136), (YesNo, 70), (Code, 150), (Link, 180), (Text, 170), (PeriodText, 130))


def set_widths(table: QTableView, columns: Sequence[ListColumn]) -> None:
    """Gives every column the width that its kind of value needs."""
    for place, column in enumerate(columns):
        table.setColumnWidth(place, usual_width(table, column))


def usual_width(table: QTableView, column: ListColumn) -> int:
    """How wide a column of this kind of value is at first."""
    usual = wide(230 if column.title else next((width for kind, width in _WIDTHS if isinstance(column.kind, kind)), 80))
    if isinstance(column.kind, Code):
        longest = max((column.kind.list.label(key) for key in column.kind.list), key=len, default="")
        usual = min(usual, table.fontMetrics().horizontalAdvance(longest) + 30)
    return max(usual, table.horizontalHeader().fontMetrics().horizontalAdvance(column.label) + 28)


def fill_room(table: QTableView, columns: Sequence[ListColumn]) -> None:
    """Gives the room that is left over to the column by which records are called, and a good third in any case."""
    title = next((place for place, column in enumerate(columns) if column.title), 0)
    others = sum(table.columnWidth(place) for place in range(len(columns)) if place != title)
    room = table.viewport().width()
    table.setColumnWidth(title, max(usual_width(table, columns[title]), room * 7 // 20, room - others))
