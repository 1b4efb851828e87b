"""Which conditions a list can be narrowed by, and how they are named."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from models.ledger.listing import FILTER, Condition, title_of, titles
from models.ledger.store import Store
from models.record import Field, Record
from models.values import Code, Link, YesNo

MOST_TARGETS = 40


class ConditionMenu(QMenu):
    """A submenu for each field that has few values. Emits `chosen` with the condition clicked."""

    chosen = Signal(object)

    def __init__(self, record: type[Record], parent: QWidget) -> None:
        super().__init__(parent)
        self._record = record
        self.store: Store | None = None
        self.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        self.clear()
        for member in fields_to_narrow(self._record):
            below = self.addMenu(member.label.replace("&", "&&"))
            for words, value in _values(member, self.store):
                act = partial(self.chosen.emit, Condition(member.key, value))
                below.addAction(words.replace("&", "&&"), act)
            below.setEnabled(bool(below.actions()))


def fields_to_narrow(record: type[Record]) -> list[Field]:
    """The fields by whose values a list can be narrowed."""
    return [
        member
        for member in record.fields.values()
        if isinstance(member.kind, Code | YesNo) or (isinstance(member.kind, Link) and member.column)
    ]


def condition_words(store: Store | None, record: type[Record], condition: Condition) -> str:
    """A condition as its chip says it: "Hình thức: Tọa đàm"."""
    if condition.field == FILTER:
        return record.filters[str(condition.value)].label
    member = next(each for each in record.fields.values() if each.key == condition.field)
    if isinstance(member.kind, YesNo):
        return member.label if condition.value else f"Không: {member.label[:1].lower()}{member.label[1:]}"
    if isinstance(member.kind, Link):
        named = title_of(store, member.kind.to, str(condition.value)) if store is not None else ""
        return f"{member.label}: {named}"
    return f"{member.label}: {member.kind.shown(condition.value)}"


def _values(member: Field, store: Store | None) -> Iterator[tuple[str, str | int]]:
    if isinstance(member.kind, Code):
        yield from ((member.kind.list.label(key), key) for key in member.kind.list)
    elif isinstance(member.kind, YesNo):
        yield from (("Có", 1), ("Không", 0))
    elif isinstance(member.kind, Link) and store is not None:
        yield from ((title, uid) for uid, title in titles(store, member.kind.to, limit=MOST_TARGETS))
