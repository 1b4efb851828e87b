"""The window in which one record is written or changed: *Cất* (Ctrl+S), *Cất và thêm mới*, Esc."""

from __future__ import annotations

import json
from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QVBoxLayout, QWidget

from models.errors import Refused, UserError
from models.ledger.store import Store
from models.record import Record, line_of
from ui import messages
from ui.editing.form import RecordForm
from ui.editing.form_aside import FormAside
from ui.editing.form_logic import complete, new_record
from ui.pages.subjects import shelf_of
from ui.theme import STEP, wide
from ui.widgets.room import fit
from ui.widgets.small import button, label, row

WIDTH, HEIGHT, LEAST_HEIGHT = wide(940), wide(690), 420
_AROUND = 210  # pixels that heading, sheets' names and buttons take
_LONGEST_TITLE = 60


class RecordDialog(QDialog):
    """Emits `saved` with kind, uid, the number of the write and its name in the history."""

    saved = Signal(str, str, int, str)

    def __init__(
        self, store: Store, record: Record, parent: QWidget | None = None, *, before: Record | None = None
    ) -> None:
        """`before` is the record as the ledger holds it, None for a new one."""
        super().__init__(parent)
        self.store, self._before = store, before
        self.record = record
        self.shelf = shelf_of(record.table_name)
        self.setWindowTitle(f"{'Thêm' if before is None else 'Sửa'} {self.shelf.noun}")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(3 * STEP, 2 * STEP, STEP, 2 * STEP)
        self._layout.setSpacing(STEP)
        self._layout.addWidget(label(self.windowTitle(), name="heading"))
        self.form = self._lay_form(record)
        self._layout.addWidget(self._foot())
        self._add_keys()
        self._fit_screen()
        self._untouched = self._said()

    def resume(self, unread: Mapping[str, object]) -> None:
        """Goes on with what was kept aside; it counts as typed and not saved."""
        self.form.show_unread(unread)
        self._untouched = ""

    def save(self) -> bool:
        """Keeps the record and closes; or shows at the fields what is wrong, and stays."""
        if not self._keep():
            return False
        self.done(QDialog.DialogCode.Accepted)
        return True

    def save_and_go_on(self) -> None:
        """Keeps the record and empties the form for the next one."""
        if self._keep():
            self._before = None  # the next one is new
            self.record = new_record(type(self.record))
            self._layout.removeWidget(self.form)
            self.form.deleteLater()
            self.form = self._lay_form(self.record)
            self._untouched = self._said()
            self.form.focus_first()

    def reject(self) -> None:
        """Closes without keeping; asks first if something typed would be lost."""
        if self._said() == self._untouched or messages.ask(
            self, "Bỏ những gì vừa gõ?", "Nội dung vừa gõ chưa được cất.", "Bỏ, không cất", "Gõ tiếp"
        ):
            self._aside.forget()
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.isVisible():
            event.ignore()
            self.reject()

    def _lay_form(self, record: Record) -> RecordForm:
        form = RecordForm(self.store, record)
        self._aside = FormAside(form, self.store, record, self._before is None)
        self._layout.insertWidget(1, form, 1)
        form.focus_first()
        return form

    def _foot(self) -> QWidget:
        foot = QFrame()
        self.save_button = button("Cất", self.save, look="primary", sign="check")
        self.save_button.setToolTip("Ctrl+S hoặc Ctrl+Enter")
        self.next_button = button("Cất và thêm mới", self.save_and_go_on)
        self.next_button.setToolTip("Ctrl+Shift+S")
        self.next_button.setVisible(self._before is None)
        keys = label("Ctrl+S: cất    Esc: thôi    Ctrl+Tab: trang sau", muted=True, small=True)
        line = row(keys, None, button("Thôi", self.reject), self.next_button, self.save_button, into=foot)
        line.setContentsMargins(0, STEP, 2 * STEP, 0)
        return foot

    def _add_keys(self) -> None:
        for keys in ("Ctrl+S", "Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.save)
        QShortcut(QKeySequence("Ctrl+Shift+S"), self, self.next_button.click)

    def _fit_screen(self) -> None:
        fit(self, WIDTH, max(LEAST_HEIGHT, min(HEIGHT, self.form.wished_height + _AROUND)))

    def _said(self) -> str:
        """Everything in the form as one text, unreadable entries too."""
        typed = type(self.record)(uid=self.record.uid)
        faults = self.form.read_into(typed)
        return json.dumps([line_of(typed), [str(fault) for fault in faults]], ensure_ascii=False)

    def _keep(self) -> bool:
        focused = self.focusWidget()
        if focused is not None:
            self.setFocus()  # an open cell of a table is taken over first
        faults = self.form.read_into(self.record)
        self.form.show_faults(faults)
        return not faults and self._write()

    def _write(self) -> bool:
        title = self.record.title_text
        shown = title if len(title) <= _LONGEST_TITLE else title[: _LONGEST_TITLE - 1] + "…"
        name = f"{'Thêm' if self._before is None else 'Sửa'} {self.shelf.noun} “{shown}”"
        try:
            complete(self.store, self.record, self._before)
            with self.store.write(name) as write:
                write.save(self.record)
        except Refused as refused:
            self.form.show_faults(refused.faults)
            return False
        except UserError as error:
            messages.refuse(self, error)
            return False
        self._aside.forget()
        self.saved.emit(self.record.table_name, self.record.uid, write.number, name)
        return True
