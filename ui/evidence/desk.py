"""Adding, naming and taking away evidence, each with a message that can take it back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from models.errors import UserError
from models.ledger import attachments
from models.ledger.store import Store
from models.records import record_type
from models.records.attachment import Attachment
from models.vietnamese import one_line
from ui import messages, settings
from ui.evidence.dropping import FilesDropped
from ui.evidence.reduced import reduced
from ui.jobs import Progress
from ui.pages.page import Window
from ui.pages.record_list import RecordList
from ui.widgets.busy import work_with_bar


class EvidenceDesk:
    """Does with the evidence of records what the card wishes."""

    def __init__(self, window: Window, parent: QWidget) -> None:
        self._window, self._parent = window, parent

    def ask_and_add(self, kind: str, uid: str) -> None:
        """Lets her choose files for a record."""
        paths = messages.files_to_open(self._parent, "Chọn ảnh, tệp", messages.ANY_FILE, settings.documents_folder())
        self.add(kind, uid, paths)

    def add(self, kind: str, uid: str, paths: Sequence[Path]) -> None:
        """Keeps files as evidence of a record; large photos are made smaller first if she has chosen that."""
        store = self._window.store
        if store is None or not paths or not uid:
            return
        count = len(paths)
        heading = f"Đang thêm {count} tệp"
        work = _keeping(store, kind, uid, paths)
        work_with_bar(self._parent.window(), self._window.jobs, heading, work, lambda number: self._tell(count, number))

    def name(self, uid: str, caption: str) -> None:
        """Gives a piece of evidence its caption."""
        store = self._window.store
        if store is None:
            return
        try:
            attachment = store.read(Attachment, uid)
            words = one_line(caption)
            attachment.caption = words if words and words != attachment.file_name else None
            with store.write(f"Sửa chú thích “{attachment.title_text}”") as write:
                write.save(attachment)
        except UserError as error:
            messages.refuse(self._parent, error)

    def remove(self, uid: str) -> None:
        """Takes a piece of evidence out; its file stays, so that this can be taken back."""
        store = self._window.store
        if store is None:
            return
        try:
            attachment = store.read(Attachment, uid)
            with store.write(f"Bỏ tệp minh chứng “{attachment.title_text}”") as write:
                write.remove(Attachment, uid)
        except UserError as error:
            messages.refuse(self._parent, error)
            return
        self._window.say(f"Đã bỏ tệp minh chứng “{attachment.title_text}”", undo=write.number)

    def _tell(self, count: int, number: int) -> None:
        if number:
            self._window.say(f"Đã thêm {count} tệp minh chứng", undo=number)
        else:
            self._window.say("Các tệp này đã có ở bản ghi rồi")


def _keeping(store: Store, kind: str, uid: str, paths: Sequence[Path]) -> Callable[[Progress], int]:
    shrinks = settings.PICTURES.value == "small"

    def work(progress: Progress) -> int:
        given = attachments.read(paths)
        for place, each in enumerate(given):
            progress(place, len(given))
            given[place] = reduced(each) if shrinks else each
        return attachments.keep(store, store.read(record_type(kind), uid), given)

    return work


def serve(shown: RecordList, desk: EvidenceDesk) -> None:
    """Lets a list take evidence: in the card, or dropped on a line."""
    kind, table, strip = shown.shelf.kind, shown.table, shown.card.evidence
    strip.adding_wished.connect(lambda: desk.ask_and_add(kind, table.chosen))
    strip.caption_wished.connect(desk.name)
    strip.removal_wished.connect(desk.remove)
    FilesDropped(shown.card, lambda _where, paths: desk.add(kind, table.chosen, paths))
    line = table.viewport()
    FilesDropped(line, lambda where, paths: desk.add(kind, table.rows.uid(table.indexAt(where).row()), paths))
