"""What was being written when the program last stopped is offered again, as soon as its ledger is open."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from models.errors import UserError
from models.ledger.store import Store
from models.record import Record
from ui import messages
from ui.aside import Aside
from ui.editing.form_aside import FORMS, record_kept
from ui.pages.page import Window
from ui.pages.record_desk import RecordDesk
from ui.pages.subjects import shelf_of

if TYPE_CHECKING:
    from ui.editing.dialog import RecordDialog

_GO_ON, _GIVE_UP, _LATER = "Ghi tiếp", "Bỏ đi", "Để sau"


def offer_unfinished(window: Window, parent: QWidget, store: Store) -> list[RecordDialog]:
    """Asks what shall become of forms that were neither saved nor given up; opens them again if that is wished."""
    aside = Aside(store.path)
    kept = {name: (said, record) for name, said in aside.found(FORMS).items() if (record := _readable(said))}
    if not kept:
        return []
    lines = "\n".join(f"– {_named(record)}" for _said, record in kept.values())
    text = f"Lần trước chương trình dừng lại khi bạn đang ghi:\n{lines}\nNội dung đã gõ vẫn còn. Bạn muốn làm gì?"
    answer = messages.choose(parent, "Còn nội dung đang ghi dở", text, (_GO_ON, _GIVE_UP, _LATER))
    if answer == 0:
        desk = RecordDesk(window, parent, lambda _kind, _uid: True)
        opened = [desk.resume(record, said) for said, record in kept.values()]
        return [form for form in opened if form is not None]
    if answer == 1:
        for name in kept:
            aside.keep(name, None)
    return []


def _readable(said: object) -> Record | None:
    if not isinstance(said, Mapping):
        return None
    try:
        return record_kept(said)
    except (UserError, ValueError, TypeError):
        return None


def _named(record: Record) -> str:
    noun = shelf_of(record.table_name).noun
    return f"{noun} “{record.title_text}”" if record.title_text else f"một {noun} chưa có tên"
