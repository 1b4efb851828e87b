"""Values as the tables hold them and as a record holds them, without asking whether they are still allowed.

What stands in a ledger was checked when it was written. A code that has since left its list must still be readable.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from operator import attrgetter
from typing import Any, TypeVar

from models.record import Part, Record
from models.values import Code, Day, Decimal, Kind, Moment, Text, YesNo

R = TypeVar("R", bound=Record)
Change = Callable[[Any], Any]
_TO_TABLE: dict[type[Kind], Change] = {
    Day: date.isoformat,
    Moment: lambda moment: moment.isoformat(timespec="minutes"),
    YesNo: int,
}
_TO_RECORD: dict[type[Kind], Change] = {
    Day: date.fromisoformat,
    Moment: datetime.fromisoformat,
    YesNo: bool,
    Decimal: float,
}


@dataclass(frozen=True, slots=True)
class Shape:
    """How the fields of a part go into the columns of its table and out again."""

    names: tuple[str, ...]  # attributes
    keys: tuple[str, ...]  # columns, in the same order
    all_of: Callable[[Part], tuple[Any, ...]]
    to_table: tuple[tuple[int, Change], ...]  # (place, change) of the values that stand otherwise in the table
    to_record: tuple[tuple[int, Change], ...]
    worded: tuple[tuple[str, Kind], ...]  # attributes that searching reads
    sql: dict[object, str] = field(default_factory=dict)  # statements once made for its table

    def row(self, part: Part) -> list[Any]:
        """The values of a part as its table holds them."""
        values = list(self.all_of(part))
        for place, change in self.to_table:
            if values[place] is not None:
                values[place] = change(values[place])
        return values

    def fill(self, part: Part, row: list[Any]) -> None:
        """Puts the values of a row into a part. ValueError if one of them cannot be what its field holds."""
        for place, change in self.to_record:
            if row[place] is not None:
                row[place] = change(row[place])
        for name, value in zip(self.names, row, strict=True):
            setattr(part, name, value)


_SHAPES: dict[type[Part], Shape] = {}


def shape_of(part: type[Part]) -> Shape:
    """The shape of a record type or of a child list."""
    if part not in _SHAPES:
        _SHAPES[part] = _shape(part)
    return _SHAPES[part]


def _shape(part: type[Part]) -> Shape:
    members = tuple(part.fields.values())
    names = tuple(member.name for member in members)
    every = attrgetter(*names)
    return Shape(
        names,
        tuple(member.key for member in members),
        every if len(names) > 1 else lambda part: (every(part),),
        _changes(members, _TO_TABLE),
        _changes(members, _TO_RECORD),
        tuple((member.name, member.kind) for member in members if isinstance(member.kind, Text | Code)),
    )


def in_memory(kind: Kind, stored: Any) -> Any:
    """A stored value as a record holds it; None stays None."""
    change = _TO_RECORD.get(type(kind))
    return stored if change is None or stored is None else change(stored)


def revived(record: type[R], uid: str, line: Mapping[str, Any]) -> R:
    """The record of a line that the ledger itself once wrote; what the record no longer has is left out.

    ValueError or TypeError if a value cannot be what its field holds.
    """
    made = record(uid=uid)
    _fill(made, line)
    return made


def _fill(part: Part, line: Mapping[str, Any]) -> None:
    for name, member in part.fields.items():
        setattr(part, name, False if member.default is False else None)
    for key, stored in line.items():
        name = part.attribute_of.get(key, "")
        if name in part.fields:
            setattr(part, name, in_memory(part.fields[name].kind, stored))
        elif name in part.lists:
            child_list = part.lists[name]
            for entry in stored:
                made = child_list.part()
                _fill(made, {child_list.bare: entry} if child_list.bare and not isinstance(entry, Mapping) else entry)
                getattr(part, name).append(made)


def _changes(members: tuple[Any, ...], known: dict[type[Kind], Change]) -> tuple[tuple[int, Change], ...]:
    return tuple((place, known[type(each.kind)]) for place, each in enumerate(members) if type(each.kind) in known)
