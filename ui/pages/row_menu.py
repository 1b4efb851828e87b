"""What can be done with the record of a row, under the right button or the menu key."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QPoint, Qt, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from ui.icons import icon
from ui.tables.record_table import RecordTable


class Wishes(Protocol):
    """The list whose rows these are; each signal takes the uid."""

    edit_wished: SignalInstance
    duplicate_wished: SignalInstance
    life_wished: SignalInstance
    removal_wished: SignalInstance
    more_entries: Callable[[], list[QAction]]

    @property
    def table(self) -> RecordTable:
        """Where the rows stand."""


def offer_row_menu(wishes: Wishes) -> None:
    """Opens the menu over the list's table from now on."""
    table = wishes.table
    table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    table.customContextMenuRequested.connect(lambda place: _open(wishes, place))


def _open(wishes: Wishes, place: QPoint) -> None:
    uid = wishes.table.chosen
    if not uid:
        return
    menu = QMenu(wishes.table)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    entries: tuple[tuple[str, str, SignalInstance], ...] = (
        ("pencil", "Sửa\tCtrl+E", wishes.edit_wished),
        ("copy", "Nhân bản\tCtrl+Shift+D", wishes.duplicate_wished),
        ("clock", "Lịch sử bản ghi\tCtrl+H", wishes.life_wished),
        ("trash", "Xóa\tCtrl+Delete", wishes.removal_wished),
    )
    for sign, words, wished in entries:
        menu.addAction(icon(sign, size=18), words, _telling(wished, uid))
    if others := wishes.more_entries():
        menu.addSeparator()
        menu.addActions(others)
    menu.popup(wishes.table.viewport().mapToGlobal(place))


def _telling(wished: SignalInstance, uid: str) -> Callable[[], None]:
    return lambda: wished.emit(uid)
