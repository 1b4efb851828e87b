"""What is done to copies of the open ledger: one made now or when the program closes, one put back, their folder."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui import messages, settings

if TYPE_CHECKING:
    from models.backups.generations import Generation
    from models.backups.restore import Restored
    from models.ledger.store import Store
    from ui.jobs import Jobs
    from ui.ledger_desk import LedgerDesk

AWAY = "Ổ đĩa giữ bản sao chưa cắm. Đã sao lưu vào thư mục cạnh sổ."


class LedgerWindow(Protocol):
    """What is needed of the window."""

    @property
    def store(self) -> Store | None:
        """The open ledger."""

    @property
    def jobs(self) -> Jobs:
        """Where long work goes."""

    @property
    def desk(self) -> LedgerDesk:
        """What is done with the ledger as a whole."""

    def say(self, text: str, undo: int | None = None) -> None:
        """Shows a short message for some seconds."""


class BackupDesk(QObject):
    """Belongs to the window; `parent` is the window as a widget.

    Emits `changed` when there is another backup, or another folder for them."""

    changed = Signal()

    def __init__(self, parent: QWidget, window: LedgerWindow) -> None:
        super().__init__(parent)
        self._parent, self._window = parent, window

    @property
    def folder(self) -> Path | None:
        """The folder of her choice; None as long as the backups lie beside the ledger."""
        store = self._window.store
        return settings.backup_folder(store.path) if store is not None else None

    def known(self) -> list[Generation]:
        """The backups of the open ledger, the newest first."""
        from models.backups.due import known_backups

        store, folder = self._window.store, self.folder
        if store is None:
            return []
        return known_backups(store.path, *([folder] if folder is not None else []))

    def make(self) -> None:
        """Makes a backup now, beside the window."""
        store, folder = self._window.store, self.folder
        if store is None:
            return
        from models.backups.make import back_up

        there = folder if folder is not None and folder.is_dir() else None
        away = folder is not None and there is None
        self._window.jobs.start(lambda _progress: back_up(store, there), lambda place: self._tell(place, away=away))

    def make_on_closing(self) -> None:
        """Makes a backup if there is something new and the last one is old; the window is out of her way by then."""
        from models.backups.due import is_due
        from models.backups.make import back_up
        from models.errors import UserError

        store, folder = self._window.store, self.folder
        if store is None or settings.BACKUP.value == "never":
            return
        try:
            if is_due(store, self.known(), datetime.now()):
                self._parent.hide()
                back_up(store, folder if folder is not None and folder.is_dir() else None)
                settings.remember_backup_fault("")
        except UserError as error:
            settings.remember_backup_fault(str(error))

    def choose_folder(self) -> None:
        """Lets her choose where the backups go."""
        store = self._window.store
        if store is None:
            return
        chosen = messages.folder(self._parent, "Thư mục giữ bản sao lưu", self.folder or store.path.parent)
        if chosen is not None:
            settings.remember_backup_folder(store.path, chosen)
            self.changed.emit()

    def open_restore(self) -> None:
        """Shows the backups, to put one of them back."""
        store = self._window.store
        if store is None:
            return
        from models.sealing.keep import last_write
        from ui.backups.restore import RestoreDialog

        dialog = RestoreDialog(self.known(), last_write(store), self._parent)
        dialog.wished.connect(self.restore)
        dialog.open()

    def restore(self, backup: Path) -> None:
        """Puts a backup in the place of the open ledger, which is kept beside it."""
        store = self._window.store
        if store is None:
            return
        from models.backups.restore import restore

        asked = (
            f"Sổ trở lại đúng như trong “{backup.name}”. Sổ hiện nay không mất: nó được giữ lại bên cạnh, tên có chữ "
            "“truoc-khi-khoi-phuc”."
        )
        if not messages.ask(self._parent, "Khôi phục từ bản sao lưu này?", asked, "Khôi phục"):
            return
        ledger = store.path
        self._window.jobs.wait()
        self._window.desk.take(None)
        self._window.jobs.start(
            lambda _progress: restore(backup, ledger),
            lambda restored: self._open_again(ledger, restored),
            lambda error: self._give_up(ledger, error),
        )

    def _open_again(self, ledger: Path, restored: Restored) -> None:
        if self._window.desk.open(ledger):
            kept = f" Sổ trước đó: {restored.replaced.name}" if restored.replaced is not None else ""
            self._window.say(f"Đã khôi phục.{kept}")
            self.changed.emit()

    def _give_up(self, ledger: Path, error: BaseException) -> None:
        self._window.desk.open(ledger)
        self._window.jobs.complain(error)

    def _tell(self, place: Path, *, away: bool) -> None:
        settings.remember_backup_fault("")
        self.changed.emit()
        self._window.say(AWAY if away else f"Đã sao lưu: {place.name}")
