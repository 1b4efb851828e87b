"""What some lists offer beside writing their records: buttons above the list, entries of the menus, of a row's menu."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.actions import DEEDS
from ui.cases.case_desk import CaseDesk
from ui.icons import icon
from ui.pages.page import Window
from ui.pages.record_list import RecordList
from ui.people.member_desk import MemberDesk
from ui.people.unit_desk import UnitDesk
from ui.widgets.room import when_low

ROOM_FOR_STRIP = 330  # a list lower than that keeps its lines; the menus offer the same


class Extra(Protocol):
    """Serves one list."""

    @property
    def strip(self) -> QWidget | None:
        """What stands above the table."""

    def deeds(self) -> Mapping[str, Callable[[], object]]:
        """What can be done now, by the names of `ui.actions.DEEDS`."""

    def follow(self) -> None:
        """Another record was selected, or something was written."""


_MAKERS: dict[str, Callable[[Window, RecordList], Extra]] = {
    "member": MemberDesk,
    "org_unit": UnitDesk,
    "feedback": CaseDesk,
}


def extra_of(window: Window, shown: RecordList) -> Extra | None:
    """Gives a list what it offers beside; None for most."""
    maker = _MAKERS.get(shown.shelf.kind)
    if maker is None:
        return None
    made = maker(window, shown)
    layout = shown.layout()
    if made.strip is not None and isinstance(layout, QBoxLayout):
        layout.insertWidget(1, made.strip)
        when_low(shown, ROOM_FOR_STRIP, made.strip.setHidden)
    shown.more_entries = lambda: _entries(made, shown)
    shown.selection_changed.connect(made.follow)
    return made


def _entries(extra: Extra, shown: RecordList) -> list[QAction]:
    """The entries of the menu of a row."""
    found = []
    for name, act in extra.deeds().items():
        entry = DEEDS[name]
        words = "\t".join([entry.text, *entry.keys[:1]])
        made = QAction(icon(entry.sign, size=18), words, shown)
        made.triggered.connect(lambda _checked=False, act=act: act())
        found.append(made)
    return found
