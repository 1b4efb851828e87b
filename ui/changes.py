"""What was written to the ledger, told to the window on its own thread, whoever wrote it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QThread, Signal

if TYPE_CHECKING:
    from models.ledger.store import Store


class Changes(QObject):
    """Emits `changed` with the kinds written; at once if the window itself wrote, else as soon as it has time."""

    changed = Signal(frozenset)
    _told = Signal(object, frozenset)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store: Store | None = None
        self._told.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)

    def follow(self, store: Store | None) -> None:
        """Listens to this ledger from now on, and to no other."""
        self._store = store
        if store is not None:
            store.on_change(lambda kinds: self._hear(store, kinds))

    def _hear(self, store: Store, kinds: frozenset[str]) -> None:
        if QThread.currentThread() is self.thread():
            self._pass_on(store, kinds)
        else:
            self._told.emit(store, kinds)

    def _pass_on(self, store: Store, kinds: frozenset[str]) -> None:
        if store is self._store:
            self.changed.emit(kinds)
