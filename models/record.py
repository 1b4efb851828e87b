"""A record as a value: itself with its child lists, exactly what one interchange line holds.

A field is said once, with its label, kind and rule; tables, dialogs, lists, search and interchange read it here.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple

from models.errors import Fault
from models.values import Kind
from models.vietnamese import order_key

MISSING = "chưa điền"  # the reason of a fault of a field that must be filled
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@dataclass(slots=True)
class Field:
    """One value of a record: what it is called on screen, which kind it is, whether it must be there."""

    label: str
    kind: Kind
    required: bool = False
    default: Any = None
    hint: str = ""
    column: bool = False  # shown in lists at first
    quick: bool = False  # among the few fields of a new record
    formerly: tuple[str, ...] = ()  # names it had in older interchange files
    sensitive: bool = False  # kept only where the own unit permits it
    name: str = ""
    key: str = ""  # its name in interchange files and tables, where that is no name in Python ("from")


@dataclass(slots=True)
class Children:
    """A list of parts kept inside a record. `bare` names the one field that interchange writes without braces."""

    label: str
    part: type[Part]
    bare: str | None = None
    name: str = ""


def field(label: str, kind: Kind, **rule: Any) -> Any:
    """A field of a record; see Field for the rules."""
    return Field(label, kind, **rule)


def children(label: str, part: type[Part], *, bare: str | None = None) -> Any:
    """A child list of a record."""
    return Children(label, part, bare)


class QuickFilter(NamedTuple):
    """A question often asked of a list, whatever the period: its name, what it means, its rule in SQL."""

    label: str
    hint: str
    rule: str


Conditions = tuple[tuple[str, tuple[Any, ...]], ...]  # (field, values), any of them


class Part:
    """Something with fields: a record, or a line of one of its child lists."""

    fields: ClassVar[dict[str, Field]] = {}
    lists: ClassVar[dict[str, Children]] = {}
    table_name: ClassVar[str] = ""
    label: ClassVar[str] = ""
    ignored: ClassVar[tuple[str, ...]] = ()  # keys of an interchange line that say what the ledger works out itself
    attribute_of: ClassVar[dict[str, str]] = {}  # by key, older keys too
    refused: ClassVar[dict[str, str]] = {}  # keys of an interchange line that may not be kept, and why
    unseen: ClassVar[tuple[str, ...]] = ()  # fields that no form and no list shows
    counted: ClassVar[tuple[str, ...]] = ()  # columns of a part that sums read: they stand in its index

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        cls.fields, cls.lists = dict(cls.fields), dict(cls.lists)
        for name, member in list(vars(cls).items()):
            if isinstance(member, Field):
                member.name, member.key = name, member.key or name
                cls.fields[name] = member
            elif isinstance(member, Children):
                member.name = name
                cls.lists[name] = member
            else:
                continue
            delattr(cls, name)
        cls.attribute_of = {name: name for name in cls.lists}
        cls.attribute_of |= {old: name for name, member in cls.fields.items() for old in member.formerly}
        cls.attribute_of |= {member.key: name for name, member in cls.fields.items()}

    def __init__(self, **values: Any) -> None:
        own = vars(self)
        for name, member in self.fields.items():
            own[name] = values.pop(name, member.default) if values else member.default
        for name in self.lists:
            own[name] = list(values.pop(name, ())) if values else []
        if values:
            raise TypeError(f"{type(self).__name__} has no {', '.join(values)}")

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and vars(self) == vars(other)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        filled = ", ".join(f"{name}={value!r}" for name, value in vars(self).items() if value not in (None, []))
        return f"{type(self).__name__}({filled})"

    def faults(self) -> Iterator[Fault]:
        """What is wrong between several fields; the rules of single fields come before.

        Empty fields are met here, values of the wrong kind are not.
        """
        return iter(())

    def fault(self, name: str, reason: str) -> Fault:
        """A fault of the field or child list called `name`."""
        if name in self.fields:
            return Fault(reason, self.fields[name].key, self.fields[name].label)
        return Fault(reason, name, self.lists[name].label)

    def shown(self, name: str) -> str:
        """The value of a field as a Vietnamese reader writes it; empty where there is none."""
        return self.fields[name].kind.shown(getattr(self, name))


class Record(Part):
    """A record of the ledger, known by its uid. `title_field` is what it is called by in lists."""

    title_field: ClassVar[str] = "title"
    dated_by: ClassVar[str] = ""  # the column by which it belongs to a period, in lists
    numbered_by: ClassVar[str] = ""  # the day whose year gives an empty `code` its next number
    unique: ClassVar[tuple[str, ...]] = ()  # fields that no two records share
    computed: ClassVar[dict[str, str]] = {}  # columns that SQLite computes, by their rule
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = ()
    filters: ClassVar[dict[str, QuickFilter]] = {}
    masked: ClassVar[dict[str, Conditions]] = {}  # fields kept back while one of the conditions holds: `models.masks`
    persons: ClassVar[tuple[str, ...]] = ()  # of those, the fields that name somebody
    summed: ClassVar[dict[str, tuple[str, str]]] = {}  # list columns that add up a child list: label -> (list, field)
    uid: str

    def __init__(self, uid: str | None = None, **values: Any) -> None:
        self.uid = uid or new_uid()
        super().__init__(**values)

    @property
    def title_text(self) -> str:
        """What the record is called by in lists and messages."""
        return str(getattr(self, self.title_field) or "")

    def order_text(self) -> str:
        """The key that orders records of this type by name."""
        return order_key(self.title_text)


def new_uid() -> str:
    """A new ULID: 26 letters, ordered by time of making."""
    number = (int(time.time() * 1000) << 80) | secrets.randbits(80)
    return "".join(_ALPHABET[(number >> shift) & 31] for shift in range(125, -1, -5))


def faults_of(part: Part, *, values: bool = True) -> Iterator[Fault]:
    """Every fault of a record or part, child lists too: missing fields, values of the wrong kind, broken rules.

    A missing field hides no other fault, so `Part.faults` meets empty fields; it never meets values of the wrong kind.
    Without `values` it asks only whether they are there: for a record that `read_line` has just read.
    """
    found = list(_value_faults(part) if values else _missing_faults(part))
    yield from found
    if all(fault.reason == MISSING for fault in found):
        yield from _rule_faults(part)


def _value_faults(part: Part) -> Iterator[Fault]:
    for name, member in part.fields.items():
        value = getattr(part, name)
        if (value is not None or member.required) and (reason := _what_is_wrong(member, value)):
            yield Fault(reason, member.key, member.label)
    if part.lists:
        yield from _faults_of_lines(part, _value_faults)


def _missing_faults(part: Part) -> Iterator[Fault]:
    for name, member in part.fields.items():
        if member.required and getattr(part, name) is None:
            yield Fault(MISSING, member.key, member.label)
    if part.lists:
        yield from _faults_of_lines(part, _missing_faults)


def _rule_faults(part: Part) -> Iterator[Fault]:
    yield from part.faults()
    if part.lists:
        yield from _faults_of_lines(part, _rule_faults)


def _faults_of_lines(part: Part, faults: Callable[[Part], Iterator[Fault]]) -> Iterator[Fault]:
    for name, child_list in part.lists.items():
        for place, line in enumerate(getattr(part, name), 1):
            for fault in faults(line):
                label = f"{child_list.label}, dòng {place}, {fault.label.lower()}"
                yield Fault(fault.reason, f"{name}[{place - 1}].{fault.field}", label)


def _what_is_wrong(member: Field, value: Any) -> str:
    try:
        read = None if value is None else member.kind.read(member.kind.stored(value))
    except (ValueError, TypeError, AttributeError) as error:
        return str(error)
    return MISSING if read is None and member.required else ""


def line_of(part: Part) -> dict[str, Any]:
    """The part as an interchange line holds it: stored values, empty ones left out, child lists inside.

    A link of a bare list that is not chosen yet is null, so that it is read again as the same incomplete line.
    """
    line: dict[str, Any] = {}
    for name, member in part.fields.items():
        value = getattr(part, name)
        if value is not None and value is not False:
            line[member.key] = member.kind.stored(value)
        elif value is False and member.default:
            line[member.key] = False
    for name, child_list in part.lists.items():
        if lines := [line_of(each) for each in getattr(part, name)]:
            line[name] = [each.get(child_list.bare) for each in lines] if child_list.bare else lines
    return line


def read_line(part: type[Part], line: Mapping[str, Any], into: Part) -> Iterator[Fault]:
    """Puts the values of an interchange line into `into`, a part of that type; yields what cannot be read.

    Absent fields stay as they are, null empties.
    """
    for key, stored in line.items():
        name = part.attribute_of.get(key, "")
        if name in part.fields:
            yield from _read_value(part.fields[name], stored, into)
        elif name in part.lists:
            yield from _read_children(part.lists[name], stored, into)
        elif key not in ("type", "uid", *part.ignored) and not (key in part.refused and stored is None):
            yield Fault(part.refused.get(key, f"không có trường này trong “{part.label}”"), key, key)


def _read_value(member: Field, stored: Any, into: Part) -> Iterator[Fault]:
    try:
        setattr(into, member.name, member.default if stored is None else member.kind.read(stored))
    except ValueError as error:
        yield Fault(str(error), member.key, member.label)


def _read_children(child_list: Children, stored: Any, into: Part) -> Iterator[Fault]:
    if not isinstance(stored, list | type(None)):
        yield Fault("phải là một danh sách [...]", child_list.name, child_list.label)
        return
    lines: list[Part] = []
    for place, entry in enumerate(stored or ()):
        values = {child_list.bare: entry} if child_list.bare and not isinstance(entry, Mapping) else entry
        if not isinstance(values, Mapping):
            yield Fault("mỗi phần tử phải là {...}", f"{child_list.name}[{place}]", child_list.label)
            continue
        lines.append(child_list.part())
        for fault in read_line(child_list.part, values, lines[-1]):
            label = f"{child_list.label}, dòng {place + 1}"
            yield Fault(fault.reason, f"{child_list.name}[{place}].{fault.field}", label)
    setattr(into, child_list.name, lines)
