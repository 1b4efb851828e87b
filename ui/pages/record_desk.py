"""Adding, changing, copying and removing a record, each with a message that can take it back."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from models.errors import UserError
from models.ledger.attachments import remove_with
from models.record import Record, new_uid
from models.records import record_type
from models.records.activity import Activity
from models.records.unit import OrgUnit
from models.recurring import next_day
from ui import messages
from ui.pages.page import Window
from ui.pages.subjects import shelf_of

if TYPE_CHECKING:
    from ui.editing.dialog import RecordDialog
    from ui.tables.unsaved import Unsaved


class RecordDesk:
    """Does with records what lists, menus and keys wish."""

    def __init__(self, window: Window, parent: QWidget, show: Callable[[str, str], bool]) -> None:
        """`show(kind, uid)` selects a record just saved; False if it lies outside of what is shown."""
        self._window, self._parent, self._show = window, parent, show

    def add(self, kind: str) -> RecordDialog | None:
        """Opens the form of a new record."""
        from ui.editing.form_logic import new_record

        return self._open(new_record(record_type(kind)), None)

    def edit(self, kind: str, uid: str) -> RecordDialog | None:
        """Opens the form of a record of the ledger."""
        before = self._read(kind, uid)
        return self._open(copy.deepcopy(before), before) if before is not None else None

    def finish(self, kind: str, row: Unsaved) -> RecordDialog | None:
        """Opens the form of a row that was begun in the list, with what was typed there."""
        if row.is_new:
            return self._open(row.record(), None)
        before = self._read(kind, row.uid)
        return self._open(row.record(before), before) if before is not None else None

    def resume(self, record: Record, said: Mapping[str, Any]) -> RecordDialog | None:
        """Opens a form again with what was kept aside when the program stopped; a record gone since is a new one."""
        store = self._window.store
        known = store.read_many(type(record), [record.uid]) if store is not None and not said.get("new") else []
        form = self._open(record, known[0] if known else None)
        if form is not None:
            unread = said.get("unread")
            form.resume(unread if isinstance(unread, Mapping) else {})
        return form

    def duplicate(self, kind: str, uid: str) -> RecordDialog | None:
        """Opens the form of a new record that says the same; its numbers and steps of handling are left out."""
        original = self._read(kind, uid)
        if original is None:
            return None
        twin = copy.deepcopy(original)
        twin.uid = new_uid()
        if isinstance(twin, OrgUnit):
            twin.is_own, twin.id_lock, twin.permissions, twin.deadlines = False, None, [], []
        if isinstance(twin, Activity):
            self._put_off(twin, uid)
        for name in ("code", "member_no", "card_no", "id_no", "events"):
            if name in twin.fields and not twin.fields[name].required:
                setattr(twin, name, None)
            elif name in twin.lists:
                setattr(twin, name, [])
        return self._open(twin, None)

    def _put_off(self, twin: Activity, uid: str) -> None:
        """The twin of what is done again and again takes the day on which that is due."""
        store = self._window.store
        day = next_day(store, uid, date.today()) if store is not None else None
        if day is not None:
            length = twin.end_at - twin.start_at if twin.end_at is not None else None
            twin.start_at = datetime.combine(day, twin.start_at.time())
            twin.end_at = twin.start_at + length if length is not None else None
            twin.report_on = None

    def remove(self, kind: str, uid: str) -> None:
        """Takes a record out, without asking; the message offers to take that back."""
        record, store = self._read(kind, uid), self._window.store
        if record is None or store is None:
            return
        name = f"Xóa {shelf_of(kind).noun} “{record.title_text}”"
        try:
            with store.write(name) as write:
                evidence = remove_with(write, [uid])
                write.remove(type(record), uid)
        except UserError as error:
            messages.refuse(self._parent, error)
            return
        along = f" cùng {evidence} tệp minh chứng" if evidence else ""
        self._window.say(f"Đã xóa {shelf_of(kind).noun} “{record.title_text}”{along}", undo=write.number)

    def show_life(self, kind: str, uid: str) -> None:
        """Opens the history of a record."""
        from ui.history.life import LifeDialog

        if self._window.store is not None:
            LifeDialog(self._window.store, record_type(kind), uid, self._parent.window()).open()

    def _open(self, record: Record, before: Record | None) -> RecordDialog | None:
        store = self._window.store
        if store is None:
            return None
        from ui.editing.dialog import RecordDialog

        form = RecordDialog(store, record, self._parent.window(), before=before)
        form.saved.connect(self._tell)
        form.open()
        return form

    def _tell(self, kind: str, uid: str, number: int, name: str) -> None:
        elsewhere = "" if self._show(kind, uid) else " (nằm ngoài danh sách đang xem)"
        self._window.say(f"Đã cất{elsewhere}: {name[:1].lower()}{name[1:]}", undo=number)

    def _read(self, kind: str, uid: str) -> Record | None:
        store = self._window.store
        if store is None or not uid:
            return None
        try:
            return store.read(record_type(kind), uid)
        except UserError as error:
            messages.refuse(self._parent, error)
            return None
