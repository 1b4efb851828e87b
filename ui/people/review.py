"""What concerns the members as a whole: who stands there twice, who left long ago, what may be kept of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from models.guarded import numbers
from ui.actions import DEEDS
from ui.icons import icon
from ui.pages.page import Window
from ui.pages.record_list import RecordList
from ui.widgets.small import button


class Review:
    """Serves the list of members."""

    def __init__(self, window: Window, shown: RecordList) -> None:
        self._window, self._list = window, shown

    def deeds(self) -> Mapping[str, Callable[[], object]]:
        """What can be done now."""
        found = {"twins": self.show_twins, "leavers": self.show_leavers, "permissions": self.show_permissions}
        store = self._window.store
        if store is None or not numbers.are_kept(store):
            return found
        return found | ({"lock": self.lock} if store.safe.is_open else {"unlock": self.unlock})

    def button(self, parent: QWidget) -> QPushButton:
        """A button with all of it in its menu."""
        menu = QMenu(parent)

        def fill() -> None:
            menu.clear()
            for name, act in self.deeds().items():
                entry = DEEDS[name]
                menu.addAction(icon(entry.sign, size=18), "\t".join([entry.text, *entry.keys]), act)

        menu.aboutToShow.connect(fill)
        made = button("Rà soát danh sách")
        made.setMenu(menu)
        made.setProperty("menu", True)
        return made

    def show_twins(self) -> None:
        """Opens the pairs who may be one person."""
        from ui.people.twins import TwinsDialog

        if self._window.store is not None:
            TwinsDialog(self._window.store, self._window.say, self._list.window()).open()

    def show_leavers(self) -> None:
        """Opens the list of those who left long ago."""
        from ui.people.leavers import LeaversDialog

        if self._window.store is not None:
            LeaversDialog(self._window, self._list.window()).open()

    def show_permissions(self) -> None:
        """Opens what the ledger may keep of members."""
        from ui.people.permissions import PermissionsDialog

        if self._window.store is not None:
            PermissionsDialog(self._window.store, self._window.say, self._list.window()).open()

    def unlock(self) -> None:
        """Opens the identity numbers for a while."""
        from ui.guarded.unlocking import ask_to_unlock

        if self._window.store is not None:
            ask_to_unlock(self._window.store, self._list.window(), lambda: self._turned("Đã mở khóa số căn cước"))

    def lock(self) -> None:
        """Locks the identity numbers again."""
        if self._window.store is not None:
            self._window.store.safe.close()
            self._turned("Đã khóa số căn cước")

    def _turned(self, said: str) -> None:
        self._window.say(said)
        self._window.refresh_commands()
