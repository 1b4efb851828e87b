"""Identity numbers as they are typed in the form of a member."""

from __future__ import annotations

from models.ledger.store import Store
from models.records.member import Member
from tests.ui.asked import shown
from ui.editing.dialog import RecordDialog
from ui.editing.locked import LockedEditor
from ui.main_window import MainWindow

PASSWORD = "bon tu de nho"


def opened(window: MainWindow, uid: str) -> tuple[RecordDialog, LockedEditor]:
    """The form of a member and the editor of the number, in front."""
    window.open_record("member", uid, "id_no")
    form = shown(RecordDialog)
    editor = form.form.boxes["id_no"].editor
    assert isinstance(editor, LockedEditor)
    return form, editor


def kept(store: Store, uid: str = "A") -> str:
    """The number of a member in plain, as the open safe reads it."""
    return store.safe.number(uid, store.read(Member, uid).id_no or "") or ""
