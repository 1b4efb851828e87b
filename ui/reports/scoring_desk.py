"""Opens the points of a scoring sheet, and its scheme: a shipped one is first copied into the ledger."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from models.ledger.store import Store
from models.periods import Period
from ui import messages
from ui.pages.page import Window
from ui.pages.record_desk import RecordDesk


def open_points(window: Window, parent: QWidget, store: Store, form: str, period: Period, unit: str | None) -> None:
    """The window to type points into."""
    from exports.scoring.sheet import open_sheet
    from ui.scoring.dialog import ScoringDialog

    made = ScoringDialog(window, store, open_sheet(store, form, period, unit), period, parent.window())
    made.saved.connect(lambda number, name: window.say(f"Đã cất: {name[:1].lower()}{name[1:]}", undo=number))
    made.open()


def open_scheme(window: Window, parent: QWidget, store: Store, form: str, period: Period) -> None:
    """The scheme that holds in the period, as a record to change."""
    from exports.scoring.schemes import own_copy, scheme_for

    scheme = scheme_for(store, form, period)
    if scheme.uid == scheme.code:  # it came with the program
        if not messages.ask(
            parent,
            "Chép thang điểm vào sổ để sửa?",
            f"Thang điểm {scheme.code} đi kèm chương trình. Bản chép trong sổ được dùng từ năm {period.first.year}; "
            "các năm trước vẫn theo bản đi kèm.",
            "Chép và sửa",
        ):
            return
        scheme = own_copy(scheme, period.first.year)
        with store.write(f"Chép thang điểm {scheme.code} vào sổ") as write:
            write.save(scheme)
    RecordDesk(window, parent, lambda _kind, _uid: True).edit(scheme.table_name, scheme.uid)
