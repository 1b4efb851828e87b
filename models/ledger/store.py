"""The one door to a ledger: every reading, writing and removing of records goes through here.

A write is checked, is one transaction with its history, and afterwards tells which kinds of record changed.
"""

from __future__ import annotations

import getpass
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from models.errors import UserError
from models.guarded.safe import Safe
from models.ledger import rows
from models.ledger.connection import Connection, Connections
from models.ledger.lock import Lock
from models.ledger.plain import first
from models.ledger.trouble import told
from models.ledger.write import Write
from models.record import Record
from models.records.unit import OrgUnit

R = TypeVar("R", bound=Record)
Listener = Callable[[frozenset[str]], None]


class Store:
    """An open ledger. Made by `models.ledger.file`; closed with `close`."""

    def __init__(self, path: Path, connections: Connections, lock: Lock) -> None:
        self.path = path
        self.actor = _actor()
        self.safe = Safe()
        self._connections = connections
        self._lock = lock
        self._writing = threading.RLock()
        self._in_write = False
        self._listeners: list[Listener] = []

    def on_change(self, listener: Listener) -> None:
        """Calls `listener` with the record types changed, after each write, on the thread that wrote."""
        self._listeners.append(listener)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the ledger from beginning to end. UserError if the disk fails."""
        with told(self.path), self._connections.reading() as connection:
            yield connection

    @contextmanager
    def write(self, label: str) -> Iterator[Write]:
        """One write, called `label` in the history ("Thêm hoạt động …"). Nothing is kept unless the block ends well.

        Raises Refused with every fault of the records given, UserError if the disk is full or fails.
        """
        with self._writing:
            if self._in_write:
                raise RuntimeError("a write begun inside another write")
            self._in_write = True
            try:
                with told(self.path), self._connections.writing() as connection:
                    write = Write(connection, label, self.actor)
                    yield write
                    write.finish()
            finally:
                self._in_write = False
            kinds = frozenset(write.kinds)
            if kinds:
                for listener in self._listeners:
                    listener(kinds)

    @contextmanager
    def upkeep(self) -> Iterator[Connection]:
        """A transaction for what the ledger works out from its records: no record changes, no history is written."""
        with self._writing, told(self.path), self._connections.writing() as connection:
            yield connection

    def read(self, record: type[R], uid: str) -> R:
        """The record with this uid. UserError if the ledger has none."""
        for found in self.read_many(record, [uid]):
            return found
        raise UserError(f"Không còn {record.label.lower()} này trong sổ (mã định danh “{uid}”).")

    def read_many(self, record: type[R], uids: Sequence[str]) -> list[R]:
        """The records with these uids, in this order; unknown ones are left out."""
        with self.reading() as connection:
            found = {each.uid: each for each in rows.load(connection, record, uids)}
        return [found[uid] for uid in uids if uid in found]

    def read_all(self, record: type[R]) -> Iterator[R]:
        """Every record of a type, by uid, a page at a time."""
        with self.reading() as connection:
            yield from rows.load_all(connection, record)

    def own_unit(self) -> OrgUnit:
        """The unit whose ledger this is."""
        with self.reading() as connection:
            uid = first(connection, "SELECT uid FROM org_unit WHERE is_own = 1")
        if uid is None:
            raise UserError("Sổ chưa có đơn vị của bạn. Hãy khai đơn vị ở mục Đơn vị.")
        return self.read(OrgUnit, uid)

    def copy_to(self, target: Path) -> str:
        """Writes a checked copy of the whole ledger as it is now; returns its SHA-256. UserError if it cannot."""
        from models.ledger.backup import verified_copy

        return verified_copy(self._connections, target)

    def close(self) -> None:
        """Closes the file and lets other programs open it."""
        self.safe.close()
        self._connections.close()
        journal = self.path.with_name(self.path.name + "-journal")
        if journal.exists() and journal.stat().st_size == 0:  # what the journal kind TRUNCATE leaves of itself
            journal.unlink()
        self._lock.release()


def _actor() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""
