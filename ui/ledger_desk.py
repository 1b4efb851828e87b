"""What is done with the ledger as a whole: opening and making one, interchange files, taking back and doing again."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from models.errors import UserError
from ui import messages, settings
from ui.changes import Changes
from ui.jobs import Jobs
from ui.quick_imports import quick_imports
from ui.widgets.busy import work_with_bar

if TYPE_CHECKING:
    from models.ledger.history import Written
    from models.ledger.store import Store


class LedgerDesk(QObject):
    """Holds the open ledger. Emits `opened` with it, `changed` with the kinds written, `said` with a message.

    `begun` is emitted when the ledger opened is a new one.
    """

    opened = Signal(object)
    begun = Signal()
    changed = Signal(frozenset)
    said = Signal(str, object)

    def __init__(self, window: QWidget, jobs: Jobs) -> None:
        super().__init__(window)
        self._window, self._jobs = window, jobs
        self.store: Store | None = None
        self._changes = Changes(self)
        self._changes.changed.connect(self.changed)

    def begin(self, wished: Path | None) -> None:
        """The first ledger of the day: the one wished, else the last one, else the assistant for the first start."""
        _load_models()
        recent = settings.recent_ledgers()
        if wished is not None or recent:
            self.open(wished or recent[0])
        if self.store is None:
            self.start_new()

    def open(self, path: Path) -> bool:
        """Opens a ledger in place of the present one; says politely why if it cannot."""
        if self.store is not None and self.store.path.resolve() == path.resolve():
            return True
        from models.ledger.file import open_ledger

        try:
            store = open_ledger(path)
        except UserError as error:
            messages.refuse(self._window, error, "Chưa mở được sổ")
            return False
        self.take(store)
        return True

    def take(self, store: Store | None) -> None:
        """Shows an opened ledger; the former one is closed."""
        former, self.store = self.store, store
        self._changes.follow(store)
        self.opened.emit(store)
        if former is not None:
            former.close()
        if store is not None:
            settings.remember_ledger(store.path)

    def ask_and_open(self) -> None:
        """Lets her choose a ledger."""
        path = messages.file_to_open(self._window, "Mở sổ", messages.LEDGERS, self._folder())
        if path is not None:
            self.open(path)

    def start_new(self) -> None:
        """The assistant that makes a ledger, or one with sample records."""
        from ui.dialogs.first_start import FirstStart

        assistant = FirstStart(self._window, self._jobs)
        assistant.made.connect(self.take)
        assistant.made.connect(lambda _store: self.begun.emit())
        assistant.open_wished.connect(self.ask_and_open)
        assistant.open()

    def load(self) -> None:
        """Reads an interchange file into the ledger; all of it or nothing."""
        store = self.store
        path = messages.file_to_open(self._window, "Nạp tệp", messages.LINES, settings.documents_folder())
        if store is None or path is None:
            return
        from models.ledger.interchange import load

        work_with_bar(
            self._window,
            self._jobs,
            f"Đang nạp {path.name}",
            lambda progress: load(store, path, progress),
            lambda count: self.said.emit(f"Đã nạp {count} bản ghi từ {path.name}", self._last_number()),
        )

    def dump(self) -> None:
        """Writes every record into an interchange file."""
        store = self.store
        if store is None:
            return
        proposed = settings.documents_folder() / f"{store.path.stem}.jsonl"
        path = messages.file_to_save(self._window, "Xuất tệp", messages.LINES, proposed)
        if path is None:
            return
        self._jobs.start(
            lambda _progress: _write_lines(store, path),
            lambda count: self.said.emit(f"Đã xuất {count} bản ghi ra {path}", None),
        )

    def show_folder(self) -> None:
        """Opens the folder of the ledger in the system's own program for files."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder())))

    def undo(self, number: int | None = None) -> None:
        """Takes back the last write, or the one of that number."""
        from models.ledger import history

        self._turn(lambda store: history.undo(store, number), "Đã hoàn tác")

    def redo(self) -> None:
        """Brings back what was taken back last."""
        from models.ledger import history

        self._turn(history.redo, "Đã làm lại")

    def steps(self) -> tuple[Written | None, Written | None]:
        """What undo and redo would act on. The making of the ledger itself is not taken back here."""
        if self.store is None:
            return None, None
        from models.ledger import history

        back, again = history.next_undo(self.store), history.next_redo(self.store)
        return (back if back is not None and back.number > 1 else None), again

    def _turn(self, turn: Callable[[Store], Written], said: str) -> None:
        if self.store is None:
            return
        try:
            written = turn(self.store)
        except UserError as error:
            messages.refuse(self._window, error)
        else:
            self.said.emit(f"{said}: {written.label[:1].lower()}{written.label[1:]}", None)

    def _last_number(self) -> int | None:
        back = self.steps()[0]
        return back.number if back is not None else None

    def _folder(self) -> Path:
        return self.store.path.parent if self.store is not None else settings.ledger_folder()


def _write_lines(store: Store, target: Path) -> int:
    from exports.place import put_in_place
    from models.ledger.interchange import dump

    def write(draft: Path) -> None:
        with draft.open("w", encoding="utf-8", newline="\n") as file:
            dump(store, file)

    def count(draft: Path) -> int:
        with draft.open(encoding="utf-8") as file:
            return sum(1 for _line in file)

    return put_in_place(target, write, count)


def _load_models() -> None:
    """Imports what the ledger needs after the first paint; from then on garbage is collected (`main.py` held it)."""
    gc.disable()
    with quick_imports():
        import ui.pages.subject_page  # noqa: F401
    gc.freeze()
    gc.enable()
