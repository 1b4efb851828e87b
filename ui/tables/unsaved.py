"""A row that is not wholly in the ledger yet: what was typed into it, and what still keeps it from being saved."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping
from typing import Any

from models.errors import Fault
from models.record import Field, Record, faults_of, line_of, new_uid, read_line
from models.values import WHOLE, Kind
from ui.editing.form_logic import take_along

MANY_LINES = "Ô này cộng nhiều dòng trong thẻ; bấm Ctrl+E để mở thẻ và sửa từng dòng."


class Unsaved:
    """One such row. `base` is the record as it begins if it is new, None if it stands in the ledger."""

    def __init__(self, record: type[Record], uid: str = "", base: Record | None = None) -> None:
        self.type = record
        self.base = base
        self.uid = base.uid if base is not None else uid or new_uid()
        self.changes: dict[str, Any] = {}  # by column key
        self.typed: dict[str, tuple[str, str]] = {}  # texts that cannot be read, with reasons
        self.faults: dict[str, str] = {}  # reasons by column key; those of no field under ""

    @property
    def is_new(self) -> bool:
        """True if the ledger does not have it."""
        return self.base is not None

    @property
    def is_empty(self) -> bool:
        """True if nothing that was typed is left."""
        return not self.typed and not any(value not in (None, "", False) for value in self.changes.values())

    def put(self, key: str, value: Any, unread: tuple[str, str] | None = None) -> None:
        """Takes over what was typed into the column of that key."""
        self.changes.pop(key, None)
        self.typed.pop(key, None)
        self.faults.pop(key, None)
        if unread is not None:
            self.typed[key] = unread
        else:
            self.changes[key] = value

    def record(self, before: Record | None = None) -> Record:
        """The record with everything that could be read; `before` is how it stands in the ledger."""
        made = copy.deepcopy(self.base if before is None else before)
        assert made is not None
        for key, value in self.changes.items():
            put_into(made, key, value)
        return made

    def check(self, record: Record, others: Iterable[Fault] = ()) -> bool:
        """Notes all that is wrong; True if the row may be saved."""
        faults = list(others) or list(faults_of(record))
        self.faults = {}
        for fault in faults:
            key = column_of(self.type, fault)
            reason = fault.reason if key else str(fault)
            self.faults[key] = f"{self.faults[key]}; {reason}" if key in self.faults else reason
        self.faults |= {key: reason for key, (_text, reason) in self.typed.items()}
        return not self.faults

    def said(self) -> dict[str, Any]:
        """Everything in it as plain values, to be kept aside."""
        changes = {
            key: None if value is None else kind_of(self.type, key).stored(value) for key, value in self.changes.items()
        }
        base = None if self.base is None else line_of(self.base)
        return {"uid": self.uid, "base": base, "changes": changes, "typed": {**self.typed}}


def unsaved_from(record: type[Record], said: Mapping[str, Any]) -> Unsaved | None:
    """The row that was kept aside; None if it cannot be made out."""
    try:
        base = None if said["base"] is None else record(uid=said["uid"])
        if base is not None:
            list(read_line(record, said["base"], into=base))
        row = Unsaved(record, said["uid"], base)
        for key, stored in said["changes"].items():
            row.put(key, None if stored is None else kind_of(record, key).read(stored))
        for key, (text, reason) in said["typed"].items():
            kind_of(record, key)
            row.put(key, None, (text, reason))
    except (KeyError, ValueError, TypeError, AttributeError, StopIteration):
        return None
    return row


def kind_of(record: type[Record], key: str) -> Kind:
    """The kind of value in the column of that key."""
    return field_of(record, key).kind


def field_of(record: type[Record], key: str) -> Field:
    """The field that the column of that key types into; KeyError if there is none."""
    lines, _, name = key.rpartition(".")
    if not lines:
        return record.fields[record.attribute_of[key]]
    label = next(label for label, (each, _name) in record.summed.items() if each == lines)
    return Field(label, WHOLE, name=name, key=key)


def put_into(record: Record, key: str, value: Any) -> None:
    """Puts a value into a field, or into the only line of a child list that a column adds up."""
    lines, _, name = key.rpartition(".")
    if lines:
        parts = getattr(record, lines)
        if not parts and value is not None:
            parts.append(record.lists[lines].part())
        if parts and value is None and _says_no_more(parts[0], name):
            parts.clear()
        elif parts:
            setattr(parts[0], name, value)
        return
    attribute = record.attribute_of[key]
    setattr(record, attribute, record.fields[attribute].default if value is None else value)
    take_along(record, attribute)


def value_in(record: Record, key: str) -> Any:
    """The value that a column shows of a record."""
    lines, _, name = key.rpartition(".")
    if lines:
        found = [value for part in getattr(record, lines) if (value := getattr(part, name)) is not None]
        return sum(found) if found else None
    return getattr(record, record.attribute_of[key])


def column_of(record: type[Record], fault: Fault) -> str:
    """The key of the column at which a fault is shown; "" if no column could show it."""
    if fault.field in record.attribute_of and record.attribute_of[fault.field] in record.fields:
        return fault.field
    lines = fault.field.partition("[")[0]
    return next((f"{lines}.{name}" for each, name in record.summed.values() if each == lines), "")


def _says_no_more(part: object, name: str) -> bool:
    return all(value is None for key, value in vars(part).items() if key != name)
