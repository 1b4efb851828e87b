"""What some lists offer beside writing their records: buttons above the list, entries of the menus, of a row's menu."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.actions import DEEDS
from ui.icons import icon
from ui.pages.page import Window
from ui.pages.record_list import RecordList
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


def _maker(kind: str) -> Callable[[Window, RecordList], Extra] | None:
    """Who serves the lists of a kind; imported when such a list is first seen, the log is seen before."""
    if kind == "member":
        from ui.people.member_desk import MemberDesk

        return MemberDesk
    if kind == "org_unit":
        from ui.people.unit_desk import UnitDesk

        return UnitDesk
    if kind == "feedback":
        from ui.cases.case_desk import CaseDesk

        return CaseDesk
    return None


def extra_of(window: Window, shown: RecordList) -> Extra | None:
    """Gives a list what it offers beside; None for most."""
    maker = _maker(shown.shelf.kind)
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
