"""What is typed in an open form is kept aside every few seconds, until it is saved or given up."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, QTimer

from models.ledger.store import Store
from models.record import Record, line_of, read_line
from models.records import record_type
from ui.aside import Aside
from ui.editing.form import RecordForm

FORMS = "form/"
_SECONDS = 3


class FormAside(QObject):
    """Serves one form; made anew with each record that is written in it."""

    def __init__(self, form: RecordForm, store: Store, record: Record, is_new: bool) -> None:
        super().__init__(form)
        self._form, self._record, self._is_new = form, record, is_new
        self._aside = Aside(store.path)
        self._clock = QTimer(self, singleShot=True, interval=1000 * _SECONDS)
        self._clock.timeout.connect(self.keep)
        form.edited.connect(self._note)

    def keep(self) -> None:
        """Keeps everything that stands in the form now, unreadable entries too."""
        typed = type(self._record)(uid=self._record.uid)
        self._form.read_into(typed)
        said = {"new": self._is_new, "line": line_of(typed), "unread": self._form.unread()}
        self._aside.keep(self._name, {"kind": typed.table_name, "uid": typed.uid, **said})

    def forget(self) -> None:
        """Nothing of it is needed any more."""
        self._clock.stop()
        self._aside.keep(self._name, None)

    @property
    def _name(self) -> str:
        return f"{FORMS}{self._record.table_name}/{self._record.uid}"

    def _note(self) -> None:
        if not self._clock.isActive():
            self._clock.start()


def record_kept(said: Mapping[str, Any]) -> Record:
    """The record that was kept aside, as far as it can still be read. UserError if its kind is gone."""
    record = record_type(str(said.get("kind")))(uid=str(said.get("uid")))
    line = said.get("line")
    if isinstance(line, Mapping):
        list(read_line(type(record), line, into=record))
    return record
